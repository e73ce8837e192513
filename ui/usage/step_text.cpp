// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/step_text.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

QDateTime startOf(const UsageSpan &span, qsizetype index, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(span.starts[index], zone);
}

QString clockText(qint64 ms, const QTimeZone &zone)
{
    const QLocale locale;
    const QString format = locale.timeFormat(QLocale::ShortFormat).remove(u":ss"_s); // "C" has them
    return locale.toString(QDateTime::fromMSecsSinceEpoch(ms, zone).time(), format);
}

QList<TimeTick> monthTicks(const UsageSpan &span, const QTimeZone &zone, int most)
{
    const qsizetype months = span.starts.size() / 28 + 1;
    const int every = months <= most ? 1 : months <= most * 3 ? 3 : 12;
    const QLocale locale;
    QList<TimeTick> ticks;
    for (qsizetype i = 0; i < span.starts.size(); ++i) {
        const QDate day = startOf(span, i, zone).date();
        if (day.day() == 1 && (day.month() - 1) % every == 0)
            ticks.append({i, locale.toString(day, day.month() == 1 ? u"yyyy"_s : u"MMM"_s)});
    }
    return ticks;
}

} // namespace

QString dayFormat(const QLocale &locale)
{
    // Day and month stand together in the long format of every locale, the year before or after them.
    static const QRegularExpression together(
        u"(?<![dM])d{1,2}(?!d)(?:'[^']*'|[^dMy'])*M+|M+(?:'[^']*'|[^dMy'])*(?<!d)d{1,2}(?!d)[日일]?"_s);
    const QRegularExpressionMatch match = together.match(locale.dateFormat(QLocale::LongFormat));
    return match.hasMatch() ? match.captured().replace(u"MMMM"_s, u"MMM"_s) : u"d MMM"_s;
}

QString stepText(const UsageSpan &span, qsizetype index, const QTimeZone &zone)
{
    if (span.step == UsageStep::Hour)
        return clockText(span.starts[index], zone);
    return QLocale().toString(startOf(span, index, zone).date(), QLocale::ShortFormat);
}

QString stepTitle(const UsageSpan &span, qsizetype index, const QTimeZone &zone)
{
    const QDateTime start = startOf(span, index, zone);
    const QLocale locale;
    if (span.step == UsageStep::Day)
        return locale.toString(start.date(), QLocale::LongFormat);
    return u"%1, %2 – %3"_s.arg(locale.toString(start.date(), dayFormat(locale)),
                                clockText(span.starts[index], zone), clockText(span.endOf(index), zone));
}

QString stepIso(const UsageSpan &span, qsizetype index, const QTimeZone &zone)
{
    const QDateTime start = startOf(span, index, zone);
    if (span.step == UsageStep::Day)
        return start.date().toString(Qt::ISODate);
    return start.toOffsetFromUtc(start.offsetFromUtc()).toString(Qt::ISODate);
}

QList<TimeTick> timeTicks(const UsageSpan &span, const QTimeZone &zone, int most)
{
    const qsizetype count = span.starts.size();
    const bool hours = span.step == UsageStep::Hour;
    QList<qsizetype> distances = hours ? QList<qsizetype>{1, 2, 3, 4, 6, 12} : QList<qsizetype>{1, 2, 7, 14};
    const auto fits = [&](qsizetype every) { return (count + every - 1) / every <= std::max(most, 2); };
    const auto found = std::find_if(distances.cbegin(), distances.cend(), fits);
    if (!hours && (found == distances.cend() || count > 100))
        return monthTicks(span, zone, std::max(most, 2));
    const qsizetype every = found == distances.cend() ? distances.last() : *found;
    const QLocale locale;
    const QString format = dayFormat(locale);
    QList<TimeTick> ticks;
    for (qsizetype i = 0; i < count; i += every)
        ticks.append({i, hours ? clockText(span.starts[i], zone)
                               : locale.toString(startOf(span, i, zone).date(), format)});
    return ticks;
}

} // namespace gatehouse
