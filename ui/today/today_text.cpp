// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/today_text.h"

#include "ui/listed.h"
#include "ui/money/usd.h"
#include "ui/today/usage_today.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct UsageTodayWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::UsageToday)
};

constexpr qint64 longest = 9'999; //!< that is shown in full

QString scaled(qint64 count, double unit)
{
    const double value = double(count) / unit;
    return QLocale().toString(value, 'f', value < 99.95 ? 1 : 0);
}

QString sentence(const QString &text)
{
    return text.endsWith(u'.') ? text : text + u'.';
}

} // namespace

QString countText(qint64 count)
{
    if (count <= longest)
        return QLocale().toString(count);
    // From here on it would be rounded up to 1,000 of the unit before.
    if (count < 999'500)
        return UsageTodayWords::tr("%1 k", "thousands").arg(scaled(count, 1e3));
    if (count < 999'500'000)
        return UsageTodayWords::tr("%1 M", "millions").arg(scaled(count, 1e6));
    return UsageTodayWords::tr("%1 bn", "thousands of millions").arg(scaled(count, 1e9));
}

QString costText(const UsageTotals &totals)
{
    if (totals.unpriced > 0)
        return totals.costUsd > 0 ? UsageTodayWords::tr("≥ %1").arg(usdText(totals.costUsd)) : QString();
    return usdText(totals.costUsd);
}

QString todayText(const UsageToday &today)
{
    if (!today.problem().isEmpty())
        return UsageTodayWords::tr("Today's usage is not known");
    if (!today.known())
        return {};
    const UsageTotals &totals = today.totals();
    if (totals.requests == 0)
        return UsageTodayWords::tr("Today: no requests yet");
    QStringList parts{totals.requests == 1
                          ? UsageTodayWords::tr("1 request")
                          : UsageTodayWords::tr("%1 requests").arg(countText(totals.requests))};
    if (const qint64 tokens = totals.tokens.input + totals.tokens.output; tokens > 0) {
        parts.append(UsageTodayWords::tr("%1 tokens").arg(countText(tokens)));
        if (const QString cost = costText(totals); !cost.isEmpty())
            parts.append(cost);
    }
    return UsageTodayWords::tr("Today: %1").arg(listed(parts));
}

QString storeText(const UsageState &state)
{
    if (!state.writing && state.message.isEmpty())
        return UsageTodayWords::tr("Usage cannot be written to disk. Requests go on.");
    if (!state.writing)
        return UsageTodayWords::tr("Usage cannot be written to disk: %1 Requests go on.")
            .arg(sentence(state.message));
    if (!state.message.isEmpty())
        return state.message;
    return state.lost > 0 ? UsageTodayWords::tr("Some requests could not be recorded.") : QString();
}

} // namespace gatehouse
