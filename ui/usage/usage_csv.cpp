// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/usage_csv.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Full-width signs too: some spreadsheets take them like the others.
constexpr QStringView formulaSigns = u"=+-@\t\r＝＋－＠";
constexpr int costDecimals = 8;

QString quoted(const QString &text)
{
    const bool plain = !text.contains(u'"') && !text.contains(u',') && !text.contains(u'\n') &&
                       !text.contains(u'\r') && text == text.trimmed();
    if (plain)
        return text;
    QString inner = text;
    inner.replace(u'"', u"\"\""_s);
    return u'"' + inner + u'"';
}

QString costField(const UsageTotals &totals)
{
    if (totals.unpriced > 0 && totals.costUsd <= 0)
        return {};
    QString text = QString::number(totals.costUsd, 'f', costDecimals);
    while (text.endsWith(u'0'))
        text.chop(1);
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

QString msField(const std::optional<double> &ms)
{
    return ms ? QString::number(*ms, 'f', 1) : QString();
}

QString keyColumn(UsageKey by)
{
    switch (by) {
    case UsageKey::Provider:
        return u"provider"_s;
    case UsageKey::Model:
        return u"model"_s;
    case UsageKey::Caller:
        return u"client"_s;
    case UsageKey::None:
        break;
    }
    return u"time"_s;
}

} // namespace

QString defused(const QString &text)
{
    const QString trimmed = text.trimmed();
    const bool formula = (!text.isEmpty() && formulaSigns.contains(text.front())) ||
                         (!trimmed.isEmpty() && formulaSigns.contains(trimmed.front()));
    return formula ? QString(u'\'' + text) : text;
}

QByteArray usageCsv(UsageKey by, const QList<UsageLine> &lines)
{
    QString csv = keyColumn(by) + u",requests,failed,abandoned,input_tokens,cached_tokens,cache_write_tokens,"
                                  u"output_tokens,reasoning_tokens,estimated_requests,cost_usd,"
                                  u"unpriced_requests,first_byte_p50_ms,first_byte_p95_ms\r\n"_s;
    for (const UsageLine &line : lines) {
        const UsageTotals &t = line.totals;
        QStringList fields{quoted(defused(by == UsageKey::None ? line.id : line.name))};
        for (const qint64 count : {t.requests, t.failed, t.abandoned, t.tokens.input, t.tokens.cached,
                                   t.tokens.cacheWrite, t.tokens.output, t.tokens.reasoning, t.estimated})
            fields.append(QString::number(count));
        fields.append(costField(t));
        fields.append(QString::number(t.unpriced));
        fields.append(msField(t.firstByteP50));
        fields.append(msField(t.firstByteP95));
        csv += fields.join(u',') + u"\r\n"_s;
    }
    return csv.toUtf8();
}

} // namespace gatehouse
