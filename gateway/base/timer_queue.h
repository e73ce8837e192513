// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"

#include <QAbstractEventDispatcher>

#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace gatehouse {

//! The timers of an event dispatcher, in the order in which they fire. Coarse ones are kept like precise
//! ones.
class TimerQueue final
{
public:
    void add(int id, std::chrono::milliseconds interval, Qt::TimerType type, QObject *object, TimePoint now);
    bool remove(int id);
    bool removeAll(QObject *object);

    QList<QAbstractEventDispatcher::TimerInfo> of(QObject *object) const;
    //! When timer \a id fires next; nothing if there is none.
    std::optional<TimePoint> due(int id) const;
    //! When the first one fires that is not firing now.
    std::optional<TimePoint> next() const;

    //! Sends events for those that are due at \a now, at most one each; false if there is none.
    bool fire(TimePoint now);

private:
    struct Timer
    {
        QObject *object;
        std::chrono::milliseconds interval;
        Qt::TimerType type;
        TimePoint due;
        bool firing = false; //!< it does not come again before its event has been dealt with
    };

    std::unordered_map<int, Timer> m_timers;
    std::set<std::pair<TimePoint, int>> m_order; //!< when, and the timer's id
};

} // namespace gatehouse
