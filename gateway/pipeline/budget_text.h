// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse {

// Budgets in words, for error messages and alerts. Amounts are US dollars, times UTC milliseconds.

//! Such as `$1.23`; small amounts with four places.
QString dollars(double usd);
//! The end of a sentence: who has used up which budget, and until when that lasts. \a client: empty for all.
QString budgetUsedUp(const QString &client, double limit, bool monthly, double spent, qint64 endMs);
QString budgetNearlyUsed(const QString &client, double limit, bool monthly, double spent, qint64 endMs);

} // namespace gatehouse
