// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_query.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QTimeZone>

namespace gatehouse {

//! Which days a person wants to see.
struct UsageRange
{
    enum Kind { Today, Week, Month, Custom };

    Kind kind = Week;
    QDate first = {}; //!< of Custom
    QDate last = {};  //!< of Custom; included

    bool operator==(const UsageRange &) const = default;
};

//! A range as the store is asked for it, with every hour or day that is in it.
struct UsageSpan
{
    qint64 fromMs = 0; //!< UTC; the first step begins here
    qint64 toMs = 0;   //!< UTC; the last step ends here
    UsageStep step = UsageStep::Day;
    QList<qint64> starts = {}; //!< UTC milliseconds, when each step begins

    //! The step in which \a ms lies, or -1.
    qsizetype stepAt(qint64 ms) const;
    //! When the step \a index ends.
    qint64 endOf(qsizetype index) const;

    bool operator==(const UsageSpan &) const = default;
};

//! \a range as it is on the day \a today in \a zone: a single day by hour, more by day. Hours are those of
//! UTC: where a day does not begin with one, its first hour is the one that midnight falls into.
UsageSpan spanOf(const UsageRange &range, QDate today, const QTimeZone &zone);

//! For Program::remember().
QString rangeText(const UsageRange &range);
//! The other way; the last seven days if \a text is none.
UsageRange rangeFromText(const QString &text);

} // namespace gatehouse
