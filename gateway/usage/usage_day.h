// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

namespace gatehouse {

// Local days as numbers, such as 20250131.

int dayNumber(QDate date);
QDate dateOf(int dayNumber);

//! The day in the local time zone, for UTC milliseconds.
QDate localDate(qint64 utcMs);
//! The same as numbers, for times that lie close together: to ask for a time zone costs as much as to write a
//! row.
class LocalDays final
{
public:
    int of(qint64 utcMs);

private:
    qint64 m_quarter = -1; //!< days begin at quarters of an hour, today in every time zone
    int m_day = 0;
};

//! UTC milliseconds of its first moment in the local time zone.
qint64 startOf(QDate date);
//! The first day that begins at or after \a utcMs.
QDate firstDateFrom(qint64 utcMs);

//! A time that calendars can take: from 1970 to the year 9999.
qint64 withinCalendar(qint64 utcMs);

} // namespace gatehouse
