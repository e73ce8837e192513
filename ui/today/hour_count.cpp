// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/hour_count.h"

namespace gatehouse {

qint64 hourOf(qint64 timeMs)
{
    return timeMs - timeMs % hourMs;
}

LastHours emptyHours(qint64 lastMs)
{
    LastHours hours;
    for (int i = hoursShown - 1; i >= 0; --i)
        hours.append(HourCount{lastMs - i * hourMs});
    return hours;
}

void count(LastHours &hours, qint64 startMs, const UsageTotals &totals)
{
    if (hours.isEmpty() || startMs < hours.constFirst().startMs)
        return;
    const qint64 place = (startMs - hours.constFirst().startMs) / hourMs;
    if (place >= hours.size())
        return;
    HourCount &hour = hours[place];
    hour.requests += totals.requests;
    hour.failed += totals.failed;
    hour.abandoned += totals.abandoned;
}

} // namespace gatehouse
