// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/usage_today.h"

#include "gateway/gateway.h"

#include <algorithm>

namespace gatehouse {
namespace {

constexpr qint64 moment = 50; //!< a timer may come a little early

} // namespace

UsageToday::UsageToday(Gateway &gateway, UsageSource &usage, TodayPace pace, QObject *parent)
    : QObject(parent)
    , m_usage(usage)
    , m_pace(std::move(pace))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(m_pace.pause);
    m_turn.setSingleShot(true);
    m_turn.setTimerType(Qt::PreciseTimer);
    connect(&m_soon, &QTimer::timeout, this, &UsageToday::ask);
    connect(&m_turn, &QTimer::timeout, this, &UsageToday::ask);
    connect(&gateway, &Gateway::recorded, this, &UsageToday::askSoon);
    connect(&gateway, &Gateway::usageStateChanged, this, &UsageToday::setState);
    QTimer::singleShot(0, this, &UsageToday::ask);
}

LastHours UsageToday::hours(const QString &provider) const
{
    if (m_hours.isEmpty())
        return {};
    const auto found = m_providers.constFind(provider);
    return found == m_providers.cend() ? emptyHours(m_hours.constLast().startMs) : *found;
}

void UsageToday::renew()
{
    if (m_hour != 0 && hourOf(m_pace.now().toMSecsSinceEpoch()) != m_hour)
        ask();
}

//! At most one question in each pause, however many requests there are.
void UsageToday::askSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void UsageToday::ask()
{
    if (m_asking) {
        m_again = true;
        return;
    }
    m_asking = true;
    const QDateTime now = m_pace.now();
    const qint64 nowMs = now.toMSecsSinceEpoch();
    const qint64 dayMs = now.date().startOfDay().toMSecsSinceEpoch();
    const qint64 tomorrowMs = now.date().addDays(1).startOfDay().toMSecsSinceEpoch();
    m_hour = hourOf(nowMs);
    m_turn.start(std::chrono::milliseconds(std::min(m_hour + hourMs, tomorrowMs) - nowMs + moment));
    m_usage.totals({dayMs, tomorrowMs, UsageStep::Day}, this,
                   [this](const UsageTable &table) { takeDay(table); });
    m_usage.totals({m_hour - (hoursShown - 1) * hourMs, m_hour + hourMs, UsageStep::Hour, UsageKey::Provider},
                   this, [this](const UsageTable &table) { takeHours(table); });
}

void UsageToday::takeDay(const UsageTable &table)
{
    m_problem = table.problem;
    if (table.problem.isEmpty())
        m_totals = table.total;
}

//! The second of the two answers.
void UsageToday::takeHours(const UsageTable &table)
{
    m_asking = false;
    if (std::exchange(m_again, false))
        askSoon();
    if (!table.problem.isEmpty())
        m_problem = table.problem;
    if (m_problem.isEmpty()) {
        m_known = true;
        m_hours = emptyHours(m_hour);
        m_providers.clear();
        for (const UsageRow &row : table.rows) {
            count(m_hours, row.startMs, row.totals);
            LastHours &own = m_providers[row.key];
            if (own.isEmpty())
                own = emptyHours(m_hour);
            count(own, row.startMs, row.totals);
        }
    }
    Q_EMIT changed();
}

void UsageToday::setState(const UsageState &state)
{
    if (std::exchange(m_state, state) == state)
        return;
    if (!m_problem.isEmpty())
        askSoon(); // it may answer again
    Q_EMIT changed();
}

} // namespace gatehouse
