// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_query.h"

#include <QString>

namespace gatehouse {

// Numbers for a person, in the digits of the locale.

//! Stands where a number is not known.
QString unknownAmount();
//! `1,234,567`.
QString fullCount(qint64 count);
//! `1,234`, `12.3 k`, `1.2 M`, `4 bn`.
QString shortCount(double count);
//! `$1.23`, below ten cents `$0.0123`.
QString usdAmount(double usd);
//! The same; with `≥` where the price of some of it is not known, a dash where that of nothing is.
QString costAmount(const UsageTotals &totals);
//! `250 ms`, from a second on `1.25 s`.
QString durationAmount(double milliseconds);
//! \a share is from 0 to 1.
QString percentAmount(double share);

} // namespace gatehouse
