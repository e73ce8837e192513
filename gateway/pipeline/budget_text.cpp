// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/budget_text.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

QString nameOf(const QString &client)
{
    return client.isEmpty() ? u"All requests together"_s : u"The client '%1'"_s.arg(client);
}

QString verbFor(const QString &client)
{
    return client.isEmpty() ? u"have"_s : u"has"_s;
}

QString budgetOf(double limit, bool monthly)
{
    return u"budget of %1 a %2"_s.arg(dollars(limit), monthly ? u"month"_s : u"day"_s);
}

QString momentOf(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).toString(u"yyyy-MM-dd HH:mm"_s);
}

} // namespace

QString dollars(double usd)
{
    const bool isSmall = usd > 0 && usd < 0.1;
    return u'$' + QString::number(usd, 'f', isSmall ? 4 : 2);
}

QString budgetUsedUp(const QString &client, double limit, bool monthly, double spent, qint64 endMs)
{
    return nameOf(client) + u" %1 used up the %2: %3 are spent. It begins anew at %4."_s.arg(
                                verbFor(client), budgetOf(limit, monthly), dollars(spent), momentOf(endMs));
}

QString budgetNearlyUsed(const QString &client, double limit, bool monthly, double spent, qint64 endMs)
{
    return nameOf(client) + u" %1 spent %2 of the %3, which begins anew at %4."_s.arg(
                                verbFor(client), dollars(spent), budgetOf(limit, monthly), momentOf(endMs));
}

} // namespace gatehouse
