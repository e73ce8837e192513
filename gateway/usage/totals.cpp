// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/totals.h"

#include "gateway/usage/rollup.h"
#include "gateway/usage/usage_day.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! A question in SQL.
struct Question
{
    QString statement;
    QVariantList values;
};

QString column(UsageKey key)
{
    switch (key) {
    case UsageKey::Provider:
        return u"provider"_s;
    case UsageKey::Model:
        return u"model"_s;
    case UsageKey::Caller:
        return u"caller"_s;
    case UsageKey::None:
        break;
    }
    return u"''"_s;
}

//! The first hour that begins at or after \a utcMs.
qint64 firstHourFrom(qint64 utcMs)
{
    return (withinCalendar(utcMs) + hourMs - 1) / hourMs;
}

qint64 firstStepFrom(qint64 utcMs, UsageStep step)
{
    return step == UsageStep::Hour ? firstHourFrom(utcMs) : dayNumber(firstDateFrom(utcMs));
}

qint64 startMs(qint64 step, UsageStep kind)
{
    return kind == UsageStep::Hour ? step * hourMs : startOf(dateOf(int(step)));
}

Question question(const UsageQuery &query)
{
    const bool hours = query.step == UsageStep::Hour;
    const QString step = hours ? u"hour"_s : u"day"_s;
    QString filter;
    QVariantList values = {firstStepFrom(query.fromMs, query.step), firstStepFrom(query.toMs, query.step)};
    const auto only = [&](const std::optional<QString> &name, const QString &column) {
        if (!name)
            return;
        filter += u" AND "_s + column + u" = ?"_s;
        values += name->isNull() ? u""_s : *name;
    };
    only(query.filter.provider, u"provider"_s);
    only(query.filter.model, u"model"_s);
    only(query.filter.caller, u"caller"_s);
    const QString groups = query.by == UsageKey::None ? step : QString(step + u", "_s + column(query.by));
    return {u"SELECT %1, %2, sum(requests), sum(failed), sum(abandoned), sum(input_tokens),"
            " sum(output_tokens), sum(cached_tokens), sum(cache_write_tokens), sum(reasoning_tokens),"
            " sum(estimated), sum(cost_usd), sum(unpriced), group_concat(first_bytes, '')"
            " FROM %3 WHERE %1 >= ? AND %1 < ?%4 GROUP BY %5 ORDER BY %5"_s.arg(
                step, column(query.by), hours ? u"hours"_s : u"days"_s, filter, groups),
            values};
}

Rollup readRow(const QSqlQuery &row)
{
    const auto number = [&row](int at) { return row.value(at).toLongLong(); };
    Rollup read;
    UsageTotals &totals = read.totals;
    totals.requests = number(2);
    totals.failed = number(3);
    totals.abandoned = number(4);
    totals.tokens = {number(5), number(6), number(7), number(8), number(9)};
    totals.estimated = number(10);
    totals.costUsd = row.value(11).toDouble();
    totals.unpriced = number(12);
    read.firstBytes.addText(row.value(13).toString());
    return read;
}

void add(Rollup &sum, const Rollup &part, QStringView histogram)
{
    UsageTotals &totals = sum.totals;
    totals.requests += part.totals.requests;
    totals.failed += part.totals.failed;
    totals.abandoned += part.totals.abandoned;
    totals.tokens.input += part.totals.tokens.input;
    totals.tokens.output += part.totals.tokens.output;
    totals.tokens.cached += part.totals.tokens.cached;
    totals.tokens.cacheWrite += part.totals.tokens.cacheWrite;
    totals.tokens.reasoning += part.totals.tokens.reasoning;
    totals.estimated += part.totals.estimated;
    totals.costUsd += part.totals.costUsd;
    totals.unpriced += part.totals.unpriced;
    sum.firstBytes.addText(histogram);
}

UsageTotals finished(const Rollup &rollup)
{
    UsageTotals totals = rollup.totals;
    totals.firstByteP50 = rollup.firstBytes.percentile(0.5);
    totals.firstByteP95 = rollup.firstBytes.percentile(0.95);
    return totals;
}

QList<UsageRow> mostFirst(const QHash<QString, Rollup> &keys)
{
    QList<UsageRow> rows;
    for (auto at = keys.begin(); at != keys.end(); ++at)
        rows.append({0, at.key(), finished(at.value())});
    std::sort(rows.begin(), rows.end(), [](const UsageRow &left, const UsageRow &right) {
        if (left.totals.requests != right.totals.requests)
            return left.totals.requests > right.totals.requests;
        return left.key < right.key;
    });
    return rows;
}

} // namespace

SqlReading<UsageTable> readTotals(QSqlDatabase &database, const UsageQuery &query)
{
    const Question asked = question(query);
    QSqlQuery row(database);
    if (const SqlOutcome failure = ask(row, asked.statement, asked.values))
        return {{}, failure};
    UsageTable table;
    QHash<QString, Rollup> keys;
    Rollup total;
    while (row.next()) {
        const Rollup read = readRow(row);
        const QString key = row.value(1).toString();
        const QString histogram = row.value(13).toString();
        table.rows.append({startMs(row.value(0).toLongLong(), query.step), key, finished(read)});
        add(keys[key], read, histogram);
        add(total, read, histogram);
    }
    if (row.lastError().isValid())
        return {{}, failureOf(row.lastError())};
    table.keys = mostFirst(keys);
    table.total = finished(total);
    return {table, {}};
}

} // namespace gatehouse
