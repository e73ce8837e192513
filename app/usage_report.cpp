// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/usage_report.h"

#include "app/fault.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr auto byNames = {"model", "provider", "client", "day", "hour"};

//! A row as it is printed, in the words of usage.sqlite.
struct Line
{
    QString key;
    UsageTotals totals;
};

QString keyName(UsageReport::By by)
{
    return QString::fromLatin1(*(byNames.begin() + int(by)));
}

bool isTime(UsageReport::By by)
{
    return by == UsageReport::Day || by == UsageReport::Hour;
}

QString timeText(UsageReport::By by, qint64 ms)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms);
    return by == UsageReport::Day ? time.date().toString(Qt::ISODate) : time.toString(u"yyyy-MM-dd HH:mm"_s);
}

QList<Line> linesOf(const UsageReport &report, const UsageTable &table)
{
    QList<Line> lines;
    for (const UsageRow &row : isTime(report.by) ? table.rows : table.keys)
        lines.append({isTime(report.by) ? timeText(report.by, row.startMs) : row.key, row.totals});
    return lines;
}

//! Unknown where nothing that was used has a known price.
bool costKnown(const UsageTotals &totals)
{
    return totals.unpriced == 0 || totals.costUsd > 0;
}

//! From a client or a file: nothing that moves the cursor, or ends a line.
QString plain(QString text)
{
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return !c.isPrint(); }, u'?');
    return text;
}

QJsonObject objectOf(const UsageTotals &totals)
{
    const TokenUsage &tokens = totals.tokens;
    const auto orNull = [](const std::optional<double> &value) {
        return value ? QJsonValue(*value) : QJsonValue();
    };
    return {{u"requests"_s, totals.requests},
            {u"failed"_s, totals.failed},
            {u"abandoned"_s, totals.abandoned},
            {u"input_tokens"_s, tokens.input},
            {u"cached_tokens"_s, tokens.cached},
            {u"cache_write_tokens"_s, tokens.cacheWrite},
            {u"output_tokens"_s, tokens.output},
            {u"reasoning_tokens"_s, tokens.reasoning},
            {u"estimated_requests"_s, totals.estimated},
            {u"cost_usd"_s, costKnown(totals) ? QJsonValue(totals.costUsd) : QJsonValue()},
            {u"unpriced_requests"_s, totals.unpriced},
            {u"first_byte_ms_p50"_s, orNull(totals.firstByteP50)},
            {u"first_byte_ms_p95"_s, orNull(totals.firstByteP95)}};
}

QByteArray jsonOf(const UsageReport &report, const UsageQuery &query, const QList<Line> &lines,
                  const UsageTotals &total)
{
    QJsonArray rows;
    for (const Line &line : lines) {
        QJsonObject row = objectOf(line.totals);
        row.insert(keyName(report.by), line.key);
        rows.append(row);
    }
    const auto utc = [](qint64 ms) {
        return QDateTime::fromMSecsSinceEpoch(ms).toUTC().toString(Qt::ISODate);
    };
    return QJsonDocument(QJsonObject{{u"since"_s, utc(query.fromMs)},
                                     {u"until"_s, utc(query.toMs)},
                                     {u"by"_s, keyName(report.by)},
                                     {u"rows"_s, rows},
                                     {u"total"_s, objectOf(total)}})
        .toJson();
}

//! A cell as RFC 4180 has it; what a spreadsheet would take for a formula is made text.
QString cell(QString text)
{
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text;
}

QByteArray csvOf(const UsageReport &report, const QList<Line> &lines)
{
    QString text = keyName(report.by) +
                   u",requests,failed,abandoned,input_tokens,cached_tokens,cache_write_tokens,output_tokens,"
                   "reasoning_tokens,estimated_requests,cost_usd,unpriced_requests\r\n"_s;
    for (const Line &line : lines) {
        const UsageTotals &totals = line.totals;
        QStringList cells{cell(line.key)};
        for (const qint64 number :
             {totals.requests, totals.failed, totals.abandoned, totals.tokens.input, totals.tokens.cached,
              totals.tokens.cacheWrite, totals.tokens.output, totals.tokens.reasoning, totals.estimated})
            cells.append(QString::number(number));
        cells.append(costKnown(totals) ? QString::number(totals.costUsd, 'f', 6) : QString());
        cells.append(QString::number(totals.unpriced));
        text += cells.join(u',') + u"\r\n"_s;
    }
    return text.toUtf8();
}

QStringList columnsOf(const Line &line)
{
    const UsageTotals &totals = line.totals;
    const QString cost = costKnown(totals) ? u'$' + QString::number(totals.costUsd, 'f', 4) : u"unknown"_s;
    return {line.key.isEmpty() ? u"(none)"_s : plain(line.key),
            QString::number(totals.requests),
            QString::number(totals.failed),
            QString::number(totals.tokens.input),
            QString::number(totals.tokens.cached),
            QString::number(totals.tokens.output),
            QString::number(totals.tokens.reasoning),
            totals.unpriced > 0 && totals.costUsd > 0 ? u">= "_s + cost : cost};
}

QByteArray plainTable(const UsageReport &report, const QList<Line> &lines, const UsageTotals &total)
{
    QList<QStringList> rows{{keyName(report.by).toUpper(), u"REQUESTS"_s, u"FAILED"_s, u"INPUT"_s,
                             u"CACHED"_s, u"OUTPUT"_s, u"REASONING"_s, u"COST"_s}};
    for (const Line &line : lines)
        rows.append(columnsOf(line));
    rows.append(columnsOf({u"total"_s, total}));
    QList<qsizetype> widths(rows.first().size());
    for (const QStringList &row : std::as_const(rows)) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    QString text;
    for (const QStringList &row : std::as_const(rows)) {
        text += row.first().leftJustified(widths.first());
        for (qsizetype i = 1; i < row.size(); ++i)
            text += u"  "_s + row[i].rightJustified(widths[i]);
        text += u'\n';
    }
    if (total.unpriced > 0)
        text += u"The cost of %1 requests is not known: no price, or no figures from the provider.\n"_s.arg(
            total.unpriced);
    return text.toUtf8();
}

} // namespace

Result<QDateTime> beginningOf(const QString &since, const QDateTime &now)
{
    constexpr int mostDays = 36'500;
    if (since == "today"_L1)
        return now.date().startOfDay();
    if (const QDate date = QDate::fromString(since, Qt::ISODate); date.isValid())
        return date.startOfDay();
    static const QRegularExpression form(u"^([1-9][0-9]{0,5})([dh])$"_s);
    const QRegularExpressionMatch match = form.match(since);
    const int count = match.captured(1).toInt();
    if (match.captured(2) == "d"_L1 && count <= mostDays)
        return now.date().addDays(1 - count).startOfDay();
    if (match.captured(2) == "h"_L1 && count <= mostDays * 24) {
        constexpr qint64 hour = 3600;
        const qint64 seconds = now.toSecsSinceEpoch() - count * hour;
        return QDateTime::fromSecsSinceEpoch((seconds / hour + 1) * hour);
    }
    return fault(u"--since takes today, a number of days or hours such as 7d or 24h, or a date such as "
                 "2026-11-01, not '%1'."_s.arg(since));
}

Result<UsageQuery> queryOf(const UsageReport &report, const QDateTime &now)
{
    return beginningOf(report.since, now).andThen([&](const QDateTime &from) -> Result<UsageQuery> {
        UsageQuery query;
        query.fromMs = from.toMSecsSinceEpoch();
        query.toMs = std::max(query.fromMs, now.toMSecsSinceEpoch() + 1);
        const bool hours = report.by == UsageReport::Hour || report.since.endsWith(u'h');
        query.step = hours ? UsageStep::Hour : UsageStep::Day;
        constexpr UsageKey keys[] = {UsageKey::Model, UsageKey::Provider, UsageKey::Caller, UsageKey::None,
                                     UsageKey::None};
        query.by = keys[report.by];
        return query;
    });
}

QByteArray reportText(const UsageReport &report, const UsageQuery &query, const UsageTable &table)
{
    const QList<Line> lines = linesOf(report, table);
    switch (report.form) {
    case UsageReport::Json:
        return jsonOf(report, query, lines, table.total);
    case UsageReport::Csv:
        return csvOf(report, lines);
    case UsageReport::Text:
        break;
    }
    return plainTable(report, lines, table.total);
}

} // namespace gatehouse
