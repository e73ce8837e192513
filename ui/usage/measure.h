// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_query.h"

#include <QString>

namespace gatehouse {

//! What the chart shows.
enum class Measure { Requests, Tokens, Cost, FirstByte, ErrorRate };

//! Whether shares of it can be put on top of each other.
bool isAmount(Measure measure);

//! Requests, tokens, US dollars, milliseconds (the median) or a share from 0 to 1; NaN where \a totals do
//! not tell.
double valueOf(Measure measure, const UsageTotals &totals);

//! Adds up what can be; the times to the first byte cannot, and are left as they are.
UsageTotals &operator+=(UsageTotals &sum, const UsageTotals &more);

//! Tokens of \a totals that are told apart on the chart; none is negative.
struct TokenParts
{
    qint64 fresh = 0;     //!< input that was not cached
    qint64 cached = 0;    //!< input
    qint64 answer = 0;    //!< output without reasoning
    qint64 reasoning = 0; //!< output
};
TokenParts partsOf(const TokenUsage &tokens);

//! \a value as valueOf() gives it, for a person; a dash for NaN.
QString measureText(Measure measure, double value);
//! The same beside an axis whose marks are \a step apart.
QString tickText(Measure measure, double value, double step);

} // namespace gatehouse
