// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/rollup.h"

#include "gateway/usage/usage_day.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr int clientLeft = 499;

QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text; // a null string would be bound as NULL
}

//! Without its step.
RollupKey keyOf(const UsageRecord &record)
{
    // A model that no provider was found for is a client's free text: it must not become a key.
    return {0, notNull(record.provider),
            record.provider.isEmpty() ? u""_s : notNull(QString::fromUtf8(record.upstreamModel)),
            notNull(record.client.isEmpty() ? record.program : record.client)};
}

void count(Rollup &rollup, const UsageRecord &record)
{
    UsageTotals &totals = rollup.totals;
    ++totals.requests;
    if (record.status == clientLeft)
        ++totals.abandoned;
    else if (record.status >= 400 || record.partial)
        ++totals.failed;
    if (record.tokens) {
        totals.tokens.input += record.tokens->input;
        totals.tokens.output += record.tokens->output;
        totals.tokens.cached += record.tokens->cached;
        totals.tokens.cacheWrite += record.tokens->cacheWrite;
        totals.tokens.reasoning += record.tokens->reasoning;
        totals.estimated += record.tokensEstimated ? 1 : 0;
        if (!record.costUsd && record.tokens->input + record.tokens->output > 0)
            ++totals.unpriced;
    }
    totals.costUsd += record.costUsd.value_or(0);
    if (record.firstByteMs >= 0)
        rollup.firstBytes.add(record.firstByteMs);
}

//! Reads the histogram that is there, and writes it back with the new one in it.
SqlOutcome merge(QSqlQuery &there, QSqlQuery &write, const RollupKey &key, Rollup rollup)
{
    const QVariantList keys = {key.step, key.provider, key.model, key.caller};
    for (int at = 0; at < keys.size(); ++at)
        there.bindValue(at, keys[at]);
    if (!there.exec())
        return failureOf(there.lastError());
    if (there.next())
        rollup.firstBytes.addText(there.value(0).toString());
    else if (there.lastError().isValid())
        return failureOf(there.lastError());
    there.finish();
    const UsageTotals &totals = rollup.totals;
    return run(write,
               keys + QVariantList{totals.requests, totals.failed, totals.abandoned, totals.tokens.input,
                                   totals.tokens.output, totals.tokens.cached, totals.tokens.cacheWrite,
                                   totals.tokens.reasoning, totals.estimated, totals.costUsd, totals.unpriced,
                                   notNull(rollup.firstBytes.toText())});
}

SqlOutcome write(QSqlDatabase &database, const QString &table, const QString &step,
                 const QHash<RollupKey, Rollup> &rollups)
{
    QSqlQuery there(database);
    there.setForwardOnly(true);
    if (!there.prepare(
            u"SELECT first_bytes FROM %1 WHERE %2 = ? AND provider = ? AND model = ? AND caller = ?"_s.arg(
                table, step)))
        return failureOf(there.lastError());
    QSqlQuery add(database);
    if (!add.prepare(
            u"INSERT INTO %1 VALUES (?,?,?,?, ?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO UPDATE SET"
            " requests = requests + excluded.requests, failed = failed + excluded.failed,"
            " abandoned = abandoned + excluded.abandoned, input_tokens = input_tokens + "
            "excluded.input_tokens,"
            " output_tokens = output_tokens + excluded.output_tokens,"
            " cached_tokens = cached_tokens + excluded.cached_tokens,"
            " cache_write_tokens = cache_write_tokens + excluded.cache_write_tokens,"
            " reasoning_tokens = reasoning_tokens + excluded.reasoning_tokens,"
            " estimated = estimated + excluded.estimated, cost_usd = cost_usd + excluded.cost_usd,"
            " unpriced = unpriced + excluded.unpriced, first_bytes = excluded.first_bytes"_s.arg(table)))
        return failureOf(add.lastError());
    for (auto at = rollups.begin(); at != rollups.end(); ++at) {
        if (const SqlOutcome failure = merge(there, add, at.key(), at.value()))
            return failure;
    }
    return {};
}

SqlOutcome addSpending(QSqlDatabase &database, std::span<const UsageRecord> records, LocalDays &localDays)
{
    QHash<std::pair<int, QString>, double> spent;
    for (const UsageRecord &record : records) {
        if (record.costUsd.value_or(0) > 0)
            spent[{localDays.of(record.timeMs), notNull(record.client)}] += *record.costUsd;
    }
    for (auto at = spent.begin(); at != spent.end(); ++at) {
        const SqlOutcome failure = run(database,
                                       u"INSERT INTO spending VALUES (?,?,?) ON CONFLICT DO UPDATE SET"
                                       " cost_usd = cost_usd + excluded.cost_usd"_s,
                                       {at.key().first, at.key().second, at.value()});
        if (failure)
            return failure;
    }
    return {};
}

} // namespace

size_t qHash(const RollupKey &key, size_t seed)
{
    return qHashMulti(seed, key.step, key.provider, key.model, key.caller);
}

SqlOutcome addToRollups(QSqlDatabase &database, std::span<const UsageRecord> records)
{
    QHash<RollupKey, Rollup> hours;
    QHash<RollupKey, Rollup> days;
    LocalDays localDays;
    for (const UsageRecord &record : records) {
        RollupKey key = keyOf(record);
        key.step = record.timeMs / hourMs;
        count(hours[key], record);
        key.step = localDays.of(record.timeMs);
        count(days[key], record);
    }
    if (const SqlOutcome failure = write(database, u"hours"_s, u"hour"_s, hours))
        return failure;
    if (const SqlOutcome failure = write(database, u"days"_s, u"day"_s, days))
        return failure;
    return addSpending(database, records, localDays);
}

} // namespace gatehouse
