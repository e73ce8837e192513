// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "ui/usage/live_totals.h"

namespace gatehouse {

//! A line of the table under the chart.
struct UsageLine
{
    QString id = {};    //!< the key, or the time as ISO 8601
    QString name = {};  //!< for a person
    qint64 startMs = 0; //!< of a time, else 0
    UsageTotals totals = {};

    bool operator==(const UsageLine &) const = default;
};

//! \a table as lines: one for each key, or for each hour or day that has begun at \a nowMs, with those
//! without requests.
QList<UsageLine> linesOf(const UsageTable &table, const UsageQuestion &question, const Config &config,
                         qint64 nowMs, const QTimeZone &zone);

} // namespace gatehouse
