// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_query.h"

#include <QList>
#include <QString>

namespace gatehouse {

//! The requests of one hour.
struct HourCount
{
    qint64 startMs = 0; //!< UTC, when the hour began
    qint64 requests = 0;
    qint64 failed = 0;
    qint64 abandoned = 0; //!< the client left

    bool operator==(const HourCount &) const = default;
};

//! The last 24, oldest first; the last one still runs.
using LastHours = QList<HourCount>;

constexpr int hoursShown = 24;
constexpr qint64 hourMs = 3'600'000;

//! When the hour began in which \a timeMs lies, UTC.
qint64 hourOf(qint64 timeMs);

//! The hours up to the one that began at \a lastMs, without requests.
LastHours emptyHours(qint64 lastMs);

//! Counts \a totals into the hour that began at \a startMs, if it is among \a hours.
void count(LastHours &hours, qint64 startMs, const UsageTotals &totals);

} // namespace gatehouse
