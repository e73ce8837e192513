// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/status/budget_status.h"

#include <QDateTime>

namespace gatehouse {

//! Whether requests are refused because of it.
bool isUsedUp(const BudgetStatus &status);

//! `$5.00 a day, $50.00 a month`; empty where there is none.
QString budgetText(const Budget &budget);

//! `$1.20 of $5.00 today, $9.00 of $50.00 this month`; \a between the two, else what the language has.
QString spentText(const BudgetStatus &status, const QString &between = {});

//! `until tomorrow`, or until what day or time, as a person says it at \a now.
QString untilText(qint64 untilMs, const QDateTime &now);

//! Sentences on a budget that is used up: whose, until when, what follows.
QString usedUpText(const BudgetStatus &status, const QDateTime &now);

} // namespace gatehouse
