// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/measure.h"

#include "ui/usage/amounts.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

//! So many decimals that marks \a step apart read differently.
int decimalsFor(double step)
{
    return std::clamp(int(std::ceil(-std::log10(step) - 1e-9)), 0, 9);
}

} // namespace

bool isAmount(Measure measure)
{
    return measure != Measure::FirstByte && measure != Measure::ErrorRate;
}

double valueOf(Measure measure, const UsageTotals &totals)
{
    switch (measure) {
    case Measure::Requests:
        return double(totals.requests);
    case Measure::Tokens:
        return double(totals.tokens.input + totals.tokens.output);
    case Measure::Cost:
        return totals.costUsd;
    case Measure::FirstByte:
        return totals.firstByteP50.value_or(unknown);
    case Measure::ErrorRate:
        return totals.requests > 0 ? double(totals.failed) / double(totals.requests) : unknown;
    }
    return unknown;
}

UsageTotals &operator+=(UsageTotals &sum, const UsageTotals &more)
{
    sum.requests += more.requests;
    sum.failed += more.failed;
    sum.abandoned += more.abandoned;
    sum.tokens.input += more.tokens.input;
    sum.tokens.output += more.tokens.output;
    sum.tokens.cached += more.tokens.cached;
    sum.tokens.cacheWrite += more.tokens.cacheWrite;
    sum.tokens.reasoning += more.tokens.reasoning;
    sum.estimated += more.estimated;
    sum.costUsd += more.costUsd;
    sum.unpriced += more.unpriced;
    return sum;
}

TokenParts partsOf(const TokenUsage &tokens)
{
    const qint64 cached = std::clamp<qint64>(tokens.cached, 0, tokens.input);
    const qint64 reasoning = std::clamp<qint64>(tokens.reasoning, 0, tokens.output);
    return {tokens.input - cached, cached, tokens.output - reasoning, reasoning};
}

QString measureText(Measure measure, double value)
{
    // Nothing that was paid for, or nothing of which a price is known.
    if (std::isnan(value) || (measure == Measure::Cost && value <= 0))
        return unknownAmount();
    switch (measure) {
    case Measure::Cost:
        return usdAmount(value);
    case Measure::FirstByte:
        return durationAmount(value);
    case Measure::ErrorRate:
        return percentAmount(value);
    case Measure::Requests:
    case Measure::Tokens:
        break;
    }
    return fullCount(qint64(value));
}

QString tickText(Measure measure, double value, double step)
{
    if (measure == Measure::Cost) {
        const int decimals = decimalsFor(step);
        return u'$' + QLocale().toString(value, 'f', decimals > 0 ? std::max(decimals, 2) : 0);
    }
    if (measure == Measure::ErrorRate) {
        const QString number = QLocale().toString(value * 100, 'f', decimalsFor(step * 100));
        return number + u"\u00a0%"_s;
    }
    return measure == Measure::FirstByte ? durationAmount(value) : shortCount(value);
}

} // namespace gatehouse
