// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/amounts.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct AmountsWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::UsagePage)
};

constexpr double fewCents = 0.1;
constexpr double leastUsd = 0.0001;

//! With at most \a decimals, without zeros at the end.
QString trimmed(double value, int decimals)
{
    const QLocale locale;
    for (; decimals > 0; --decimals) {
        const QString text = QString::number(value, 'f', decimals);
        if (!text.endsWith(u'0'))
            break;
    }
    return locale.toString(value, 'f', decimals);
}

} // namespace

QString unknownAmount()
{
    return u"–"_s;
}

QString fullCount(qint64 count)
{
    return QLocale().toString(count);
}

QString shortCount(double count)
{
    if (count < 10'000)
        return trimmed(count, 1);
    // From here on it would be rounded up to 1,000 of the unit before.
    if (count < 999'500)
        return AmountsWords::tr("%1 k", "thousands").arg(trimmed(count / 1e3, 1));
    if (count < 999'500'000)
        return AmountsWords::tr("%1 M", "millions").arg(trimmed(count / 1e6, 1));
    return AmountsWords::tr("%1 bn", "thousands of millions").arg(trimmed(count / 1e9, 1));
}

QString usdAmount(double usd)
{
    const QLocale locale;
    if (usd > 0 && usd < leastUsd)
        return u"<$"_s + locale.toString(leastUsd, 'f', 4);
    return u'$' + locale.toString(usd, 'f', usd > 0 && usd < fewCents ? 4 : 2);
}

QString costAmount(const UsageTotals &totals)
{
    if (totals.unpriced == 0)
        return usdAmount(totals.costUsd);
    return totals.costUsd > 0 ? QString(u"≥ "_s + usdAmount(totals.costUsd)) : unknownAmount();
}

QString durationAmount(double milliseconds)
{
    if (milliseconds < 999.5)
        return AmountsWords::tr("%1 ms", "milliseconds")
            .arg(trimmed(milliseconds, milliseconds < 10 ? 1 : 0));
    return AmountsWords::tr("%1 s", "seconds")
        .arg(trimmed(milliseconds / 1e3, milliseconds < 10'000 ? 2 : 1));
}

QString percentAmount(double share)
{
    return AmountsWords::tr("%1 %", "percent").arg(trimmed(share * 100, share < 0.01 ? 2 : 1));
}

} // namespace gatehouse
