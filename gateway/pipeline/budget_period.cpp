// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/budget_period.h"

#include <QDateTime>

namespace gatehouse {
namespace {

//! Days begin at midnight, but where the clocks are put forward then.
BudgetPeriod between(QDate first, QDate next)
{
    return {first.startOfDay().toMSecsSinceEpoch(), next.startOfDay().toMSecsSinceEpoch()};
}

} // namespace

BudgetPeriod dayAround(qint64 ms)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(ms).date();
    return between(day, day.addDays(1));
}

BudgetPeriod monthAround(qint64 ms)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(ms).date();
    const QDate first(day.year(), day.month(), 1);
    return between(first, first.addMonths(1));
}

} // namespace gatehouse
