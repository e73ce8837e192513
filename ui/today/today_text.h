// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_query.h"

#include <QString>

namespace gatehouse {

class UsageToday;

//! `1,234`, `12.3 k`, `1.2 M`, in the digits of the locale.
QString countText(qint64 count);

//! `$3.41`; `≥ $3.41` where the price of some of it is not known, and empty where that of nothing is.
QString costText(const UsageTotals &totals);

//! `Today: 132 requests, 1.2 M tokens, $3.41`; empty before the store has answered.
QString todayText(const UsageToday &today);

//! What is wrong with the store; empty if nothing is. Without counts, so that it changes seldom.
QString storeText(const UsageState &state);

} // namespace gatehouse
