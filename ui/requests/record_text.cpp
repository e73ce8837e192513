// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/record_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct RecordTextWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::RecordText)
};

constexpr double second = 1000;
constexpr double minute = 60 * second;
constexpr double hour = 60 * minute;

} // namespace

QString noValue()
{
    return u"–"_s;
}

QString costText(const std::optional<double> &usd)
{
    constexpr double least = 0.0001;
    constexpr double tenCents = 0.1;
    if (!usd || !std::isfinite(*usd))
        return noValue();
    if (*usd > 0 && *usd < least)
        return u"<$"_s + QLocale().toString(least, 'f', 4);
    return u'$' + QLocale().toString(*usd, 'f', *usd > 0 && *usd < tenCents ? 4 : 2);
}

QString durationText(double milliseconds)
{
    if (!std::isfinite(milliseconds) || milliseconds < 0)
        return noValue();
    if (milliseconds < 1)
        return RecordTextWords::tr("<1 ms");
    if (std::round(milliseconds) < second)
        return RecordTextWords::tr("%1 ms").arg(QLocale().toString(milliseconds, 'f', 0));
    if (milliseconds < minute)
        return RecordTextWords::tr("%1 s").arg(QLocale().toString(milliseconds / second, 'f', 2));
    if (milliseconds >= hour) {
        const double hours = std::floor(milliseconds / hour);
        return RecordTextWords::tr("%1 h %2 min")
            .arg(QLocale().toString(hours, 'f', 0),
                 QLocale().toString(std::floor((milliseconds - hours * hour) / minute), 'f', 0));
    }
    const double whole = std::floor(milliseconds / minute);
    return RecordTextWords::tr("%1 min %2 s")
        .arg(QLocale().toString(whole, 'f', 0),
             QLocale().toString(std::floor((milliseconds - whole * minute) / second), 'f', 0));
}

QString roundDurationText(double milliseconds)
{
    if (milliseconds < second)
        return RecordTextWords::tr("%1 ms").arg(QLocale().toString(milliseconds, 'g', 4));
    if (milliseconds < minute)
        return RecordTextWords::tr("%1 s").arg(QLocale().toString(milliseconds / second, 'g', 4));
    return durationText(milliseconds);
}

QString tokensText(const UsageRecord &record)
{
    if (!record.tokens)
        return noValue();
    const QLocale locale;
    const QString text =
        locale.toString(record.tokens->input) + u" / "_s + locale.toString(record.tokens->output);
    return record.tokensEstimated ? QString(u"≈ "_s + text) : text;
}

QString callerOf(const UsageRecord &record)
{
    return record.client.isEmpty() ? record.program : record.client;
}

QString answeredBy(const UsageRecord &record)
{
    if (record.provider.isEmpty() || record.upstreamModel.isEmpty())
        return record.provider;
    return record.provider + u'/' + QString::fromUtf8(record.upstreamModel);
}

QString timeText(qint64 ms, const QDateTime &now)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms);
    const QLocale locale;
    if (time.date() == now.date())
        return locale.toString(time.time(), u"HH:mm:ss"_s);
    return locale.toString(time, time.date().year() == now.date().year() ? RecordTextWords::tr("d MMM HH:mm")
                                                                         : RecordTextWords::tr("d MMM yyyy"));
}

QString oneLine(const QString &text, qsizetype longest)
{
    QString line = text.left(longest + 1);
    std::replace_if(
        line.begin(), line.end(), [](QChar c) { return !c.isPrint() && !c.isSurrogate(); }, u' ');
    line = line.simplified();
    return line.size() > longest ? QString(line.left(longest - 1) + u'…') : line;
}

QString oneLine(const QByteArray &utf8, qsizetype longest)
{
    constexpr qsizetype bytesOfOne = 4;
    return oneLine(QString::fromUtf8(utf8.left((longest + 1) * bytesOfOne)), longest);
}

} // namespace gatehouse
