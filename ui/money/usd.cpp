// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/money/usd.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr double leastShown = 0.0001;
constexpr double fewCents = 0.1;

} // namespace

QString usdText(double usd)
{
    const QLocale locale;
    if (usd > 0 && usd < leastShown)
        return u"<$"_s + locale.toString(leastShown, 'f', 4);
    const bool small = usd > 0 && usd < fewCents;
    return u'$' + locale.toString(usd, 'f', small ? 4 : 2);
}

} // namespace gatehouse
