// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/usage_day.h"

#include <QDateTime>

#include <algorithm>

namespace gatehouse {

int dayNumber(QDate date)
{
    return date.year() * 10'000 + date.month() * 100 + date.day();
}

QDate dateOf(int dayNumber)
{
    return QDate(dayNumber / 10'000, dayNumber / 100 % 100, dayNumber % 100);
}

QDate localDate(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(withinCalendar(utcMs)).date();
}

int LocalDays::of(qint64 utcMs)
{
    constexpr qint64 quarterMs = qint64(15) * 60 * 1000;
    const qint64 quarter = withinCalendar(utcMs) / quarterMs;
    if (quarter != m_quarter) {
        m_quarter = quarter;
        m_day = dayNumber(localDate(utcMs));
    }
    return m_day;
}

qint64 startOf(QDate date)
{
    return date.startOfDay().toMSecsSinceEpoch(); // not always midnight: some zones change their clocks then
}

QDate firstDateFrom(qint64 utcMs)
{
    const QDate date = localDate(utcMs);
    return startOf(date) >= withinCalendar(utcMs) ? date : date.addDays(1);
}

qint64 withinCalendar(qint64 utcMs)
{
    return std::clamp(utcMs, qint64(0), qint64(253'370'764'800'000));
}

} // namespace gatehouse
