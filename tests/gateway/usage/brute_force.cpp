// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/usage/brute_force.h"

#include <QDebug>
#include <QMap>

#include <algorithm>
#include <cmath>
#include <ctime>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qint64 halfHourMs = 1'800'000;

//! Records that are added up together.
using Group = QList<const UsageRecord *>;

int localDay(qint64 ms)
{
    const time_t seconds = time_t(ms / 1'000);
    tm local{};
    localtime_r(&seconds, &local);
    return (local.tm_year * 12 + local.tm_mon) * 31 + local.tm_mday;
}

qint64 dayStart(qint64 ms)
{
    // Clocks change by half hours. A day that ended, and began again, is one day.
    const int day = localDay(ms);
    qint64 start = ms - ms % halfHourMs;
    for (qint64 before = start; before > ms - 50 * halfHourMs; before -= halfHourMs) {
        if (localDay(before) == day)
            start = before;
    }
    return start;
}

QString caller(const UsageRecord &record)
{
    return record.client.isEmpty() ? record.program : record.client;
}

QString model(const UsageRecord &record)
{
    return record.provider.isEmpty() ? QString() : QString::fromUtf8(record.upstreamModel);
}

QString key(const UsageRecord &record, UsageKey by)
{
    switch (by) {
    case UsageKey::None:
        return {};
    case UsageKey::Provider:
        return record.provider;
    case UsageKey::Model:
        return model(record);
    case UsageKey::Caller:
        return caller(record);
    }
    return {};
}

bool isMeant(const UsageRecord &record, const UsageFilter &filter)
{
    return record.provider == filter.provider.value_or(record.provider) &&
           model(record) == filter.model.value_or(model(record)) &&
           caller(record) == filter.caller.value_or(caller(record));
}

std::optional<double> nearestRank(const QList<double> &sorted, double part)
{
    if (sorted.isEmpty())
        return {};
    return sorted[qMax(qsizetype(std::ceil(part * double(sorted.size()))), qsizetype(1)) - 1];
}

UsageTotals sum(const Group &group)
{
    UsageTotals totals;
    QList<double> firstBytes;
    for (const UsageRecord *record : group) {
        const TokenUsage tokens = record->tokens.value_or(TokenUsage());
        const bool left = record->status == 499;
        totals.requests += 1;
        totals.abandoned += left;
        totals.failed += !left && (record->status >= 400 || record->partial);
        totals.tokens.input += tokens.input;
        totals.tokens.output += tokens.output;
        totals.tokens.cached += tokens.cached;
        totals.tokens.cacheWrite += tokens.cacheWrite;
        totals.tokens.reasoning += tokens.reasoning;
        totals.estimated += record->tokens && record->tokensEstimated;
        totals.costUsd += record->costUsd.value_or(0);
        totals.unpriced += tokens.input + tokens.output > 0 && !record->costUsd;
        if (record->firstByteMs >= 0)
            firstBytes.append(record->firstByteMs);
    }
    std::sort(firstBytes.begin(), firstBytes.end());
    totals.firstByteP50 = nearestRank(firstBytes, 0.5);
    totals.firstByteP95 = nearestRank(firstBytes, 0.95);
    return totals;
}

bool isNear(std::optional<double> found, std::optional<double> exact)
{
    return found.has_value() == exact.has_value() && (!found || std::abs(*found - *exact) <= *exact * 0.05);
}

QString differenceOf(const QString &where, const UsageTotals &found, UsageTotals exact)
{
    if (!isNear(found.firstByteP50, exact.firstByteP50) || !isNear(found.firstByteP95, exact.firstByteP95))
        return where + u": percentiles"_s;
    exact.firstByteP50 = found.firstByteP50;
    exact.firstByteP95 = found.firstByteP95;
    if (found == exact)
        return {};
    return where + u": %1 requests, %2 failed, %3 USD instead of %4, %5, %6"_s.arg(found.requests)
                       .arg(found.failed)
                       .arg(found.costUsd)
                       .arg(exact.requests)
                       .arg(exact.failed)
                       .arg(exact.costUsd);
}

QString differenceOf(const QString &where, const QList<UsageRow> &found, const QList<UsageRow> &exact)
{
    if (found.size() != exact.size())
        return where + u": %1 rows instead of %2"_s.arg(found.size()).arg(exact.size());
    for (qsizetype at = 0; at < found.size(); ++at) {
        if (found[at].startMs != exact[at].startMs || found[at].key != exact[at].key) {
            return where + u" %1: %2 %3 instead of %4 %5"_s.arg(at)
                               .arg(found[at].startMs)
                               .arg(found[at].key)
                               .arg(exact[at].startMs)
                               .arg(exact[at].key);
        }
        const QString difference =
            differenceOf(QString(where + u' ' + QString::number(at)), found[at].totals, exact[at].totals);
        if (!difference.isEmpty())
            return difference;
    }
    return {};
}

} // namespace

BruteForce::BruteForce(const QList<UsageRecord> &records)
    : m_records(records)
{
    for (const UsageRecord &record : records)
        m_days.append(dayStart(record.timeMs));
}

UsageTable BruteForce::answer(const UsageQuery &query) const
{
    QMap<std::pair<qint64, QString>, Group> rows;
    QMap<QString, Group> keys;
    Group all;
    for (qsizetype index = 0; index < m_records.size(); ++index) {
        const UsageRecord &record = m_records[index];
        const qint64 hour = record.timeMs - record.timeMs % (2 * halfHourMs);
        const qint64 start = query.step == UsageStep::Hour ? hour : m_days[index];
        if (!isMeant(record, query.filter) || start < query.fromMs || start >= query.toMs)
            continue;
        rows[{start, key(record, query.by)}].append(&record);
        keys[key(record, query.by)].append(&record);
        all.append(&record);
    }
    UsageTable table;
    for (auto at = rows.cbegin(); at != rows.cend(); ++at)
        table.rows.append({at.key().first, at.key().second, sum(at.value())});
    for (auto at = keys.cbegin(); at != keys.cend(); ++at)
        table.keys.append({0, at.key(), sum(at.value())});
    std::stable_sort(table.keys.begin(), table.keys.end(), [](const UsageRow &left, const UsageRow &right) {
        return left.totals.requests > right.totals.requests;
    });
    table.total = sum(all);
    return table;
}

QString differenceOf(const UsageTable &found, const UsageTable &exact)
{
    for (const QString &difference :
         {differenceOf(u"row"_s, found.rows, exact.rows), differenceOf(u"key"_s, found.keys, exact.keys),
          differenceOf(u"total"_s, found.total, exact.total)}) {
        if (!difference.isEmpty())
            return difference;
    }
    return {};
}

} // namespace gatehouse
