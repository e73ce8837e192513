// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/usage_range.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr int mostDays = 3 * 366; //!< more steps than that cannot be told apart on a screen
constexpr std::array kinds{"today", "7days", "30days"};

qint64 midnight(QDate day, const QTimeZone &zone)
{
    return day.startOfDay(zone).toMSecsSinceEpoch();
}

} // namespace

qsizetype UsageSpan::stepAt(qint64 ms) const
{
    if (ms < fromMs || ms >= toMs)
        return -1;
    return std::upper_bound(starts.cbegin(), starts.cend(), ms) - starts.cbegin() - 1;
}

qint64 UsageSpan::endOf(qsizetype index) const
{
    return index + 1 < starts.size() ? starts[index + 1] : toMs;
}

UsageSpan spanOf(const UsageRange &range, QDate today, const QTimeZone &zone)
{
    QDate first = today;
    QDate last = today;
    if (range.kind == UsageRange::Custom) {
        std::tie(first, last) = std::minmax(range.first, range.last);
        first = std::max(first, last.addDays(1 - mostDays));
    } else if (range.kind != UsageRange::Today) {
        first = today.addDays(range.kind == UsageRange::Week ? -6 : -29);
    }
    UsageSpan span{midnight(first, zone), midnight(last.addDays(1), zone)};
    if (first != last) {
        for (QDate day = first; day <= last; day = day.addDays(1))
            span.starts.append(midnight(day, zone));
        return span;
    }
    span.step = UsageStep::Hour;
    span.fromMs -= span.fromMs % hourMs;
    span.toMs -= span.toMs % hourMs;
    for (qint64 start = span.fromMs; start < span.toMs; start += hourMs)
        span.starts.append(start);
    return span;
}

QString rangeText(const UsageRange &range)
{
    if (range.kind != UsageRange::Custom)
        return QString::fromLatin1(kinds[size_t(range.kind)]);
    const QString first = range.first.toString(Qt::ISODate);
    return first + u'/' + range.last.toString(Qt::ISODate);
}

UsageRange rangeFromText(const QString &text)
{
    for (size_t i = 0; i < kinds.size(); ++i) {
        if (text == QLatin1StringView(kinds[i]))
            return {UsageRange::Kind(i)};
    }
    const QStringList days = text.split(u'/');
    if (days.size() != 2)
        return {};
    const UsageRange range{UsageRange::Custom, QDate::fromString(days[0], Qt::ISODate),
                           QDate::fromString(days[1], Qt::ISODate)};
    return range.first.isValid() && range.last.isValid() ? range : UsageRange{};
}

} // namespace gatehouse
