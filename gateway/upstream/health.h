// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"

#include <QHash>
#include <QString>

#include <functional>
#include <optional>

namespace gatehouse {

//! How providers have fared: what /health shows. Lives in the gateway thread.
class Health final
{
public:
    enum class Status { Unknown, Ok, Down };

    struct State
    {
        Status status = Status::Unknown;
        QString reason = {};                  //!< of the last failure, for a person
        std::optional<double> latencyMs = {}; //!< to the head of the last good answer
        int failures = 0;                     //!< in a row
        int inFlight = 0;
        TimePoint heard = {}; //!< when it last answered or failed
    };

    //! From now on \a changed is called at each change.
    void watch(std::function<void()> changed) { m_changed = std::move(changed); }

    //! An attempt begins.
    void began(const QString &provider);
    //! It ends, however; follows each began() once.
    void ended(const QString &provider);
    //! The provider answered, be it with an error that is the request's own fault.
    void answered(const QString &provider, double latencyMs);
    //! It could not be reached, broke off or failed with 5xx.
    void failed(const QString &provider, const QString &reason);

    //! It answered, but not as one would wish.
    void noted(const QString &provider, const QString &reason);

    State state(const QString &provider) const { return m_states.value(provider); }

    static constexpr int downAfter = 3; //!< failures in a row

private:
    void changed() const
    {
        if (m_changed)
            m_changed();
    }

    QHash<QString, State> m_states;
    std::function<void()> m_changed;
};

} // namespace gatehouse
