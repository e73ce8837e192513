// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_source.h"
#include "ui/today/hour_count.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace gatehouse {

class Gateway;

//! When UsageToday looks at the clock and at the store.
struct TodayPace
{
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTime(); };
    std::chrono::milliseconds pause{2000}; //!< between a request and the question what it came to
};

//! What came of today's requests, and of those of the last 24 hours. Asks the store at the start, a moment
//! after a request, and when an hour or a day begins; costs nothing while nothing happens.
class UsageToday final : public QObject
{
    Q_OBJECT

public:
    //! Follows \a gateway from now on. Both outlive it.
    UsageToday(Gateway &gateway, UsageSource &usage, TodayPace pace = {}, QObject *parent = nullptr);

    //! Whether the store has answered.
    bool known() const { return m_known; }
    const UsageTotals &totals() const { return m_totals; }
    //! 24 of them, once known.
    const LastHours &hours() const { return m_hours; }
    //! The same of one provider (Provider::id).
    LastHours hours(const QString &provider) const;
    //! Why the store could not be asked; empty if it could. What was known before stands.
    const QString &problem() const { return m_problem; }
    //! How the store fares.
    const UsageState &state() const { return m_state; }

    //! Asks again if what is known is of an earlier hour, as after a machine has slept.
    void renew();

Q_SIGNALS:
    void changed();

private:
    void ask();
    void askSoon();
    void takeDay(const UsageTable &table);
    void takeHours(const UsageTable &table);
    void setState(const UsageState &state);

    UsageSource &m_usage;
    TodayPace m_pace;
    QTimer m_soon;
    QTimer m_turn; //!< until the next hour or day
    bool m_asking = false;
    bool m_again = false; //!< something happened while it asked
    bool m_known = false;
    qint64 m_hour = 0; //!< that of the last question
    UsageTotals m_totals;
    LastHours m_hours;
    QHash<QString, LastHours> m_providers;
    QString m_problem;
    UsageState m_state;
};

} // namespace gatehouse
