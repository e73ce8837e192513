// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/money/budget_text.h"

#include "ui/listed.h"
#include "ui/money/usd.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct BudgetWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::Budget)
};

} // namespace

bool isUsedUp(const BudgetStatus &status)
{
    return status.untilMs && !status.lifted;
}

QString budgetText(const Budget &budget)
{
    QStringList parts;
    if (budget.dailyUsd > 0)
        parts.append(BudgetWords::tr("%1 a day").arg(usdText(budget.dailyUsd)));
    if (budget.monthlyUsd > 0)
        parts.append(BudgetWords::tr("%1 a month").arg(usdText(budget.monthlyUsd)));
    return listed(parts);
}

QString spentText(const BudgetStatus &status, const QString &between)
{
    const Budget &budget = status.budget;
    QStringList parts;
    if (budget.dailyUsd > 0)
        parts.append(
            BudgetWords::tr("%1 of %2 today").arg(usdText(status.spentToday), usdText(budget.dailyUsd)));
    if (budget.monthlyUsd > 0)
        parts.append(BudgetWords::tr("%1 of %2 this month")
                         .arg(usdText(status.spentThisMonth), usdText(budget.monthlyUsd)));
    return between.isEmpty() ? listed(parts) : parts.join(between);
}

QString untilText(qint64 untilMs, const QDateTime &now)
{
    const QDateTime until = QDateTime::fromMSecsSinceEpoch(untilMs).toLocalTime();
    const QDate today = now.toLocalTime().date();
    const QLocale locale;
    if (until.date() <= today)
        return BudgetWords::tr("until %1").arg(locale.toString(until.time(), u"HH:mm"_s));
    if (until.date() == today.addDays(1))
        return BudgetWords::tr("until tomorrow");
    return BudgetWords::tr("until %1").arg(locale.toString(until.date(), QLocale::ShortFormat));
}

QString usedUpText(const BudgetStatus &status, const QDateTime &now)
{
    const QString until = status.untilMs ? untilText(*status.untilMs, now) : QString();
    const QString spent = spentText(status);
    if (status.client.isEmpty())
        return BudgetWords::tr(
                   "The budget of all requests together is used up (%1). Every request is refused %2.")
            .arg(spent, until);
    return BudgetWords::tr("The budget of \"%1\" is used up (%2). Its requests are refused %3.")
        .arg(status.client, spent, until);
}

} // namespace gatehouse
