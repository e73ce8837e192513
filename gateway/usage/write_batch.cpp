// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/write_batch.h"

#include "gateway/base/yield_every.h"
#include "gateway/usage/rollup.h"
#include "gateway/usage/sql_insert.h"
#include "gateway/usage/usage_schema.h"

#include <QSqlDatabase>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

SqlValue orNull(double milliseconds)
{
    return milliseconds >= 0 ? SqlValue(milliseconds) : SqlValue();
}

SqlOutcome addRequest(SqlInsert &requests, const UsageRecord &record)
{
    const auto tokens = [&record](qint64 TokenUsage::*figure) {
        return record.tokens ? SqlValue(*record.tokens.*figure) : SqlValue();
    };
    const QByteArray client = record.client.toUtf8();
    const QByteArray provider = record.provider.toUtf8();
    return requests.add({record.id,
                         record.timeMs,
                         record.requestId,
                         client,
                         record.path,
                         record.dialectIn,
                         record.dialectOut,
                         record.model,
                         provider,
                         record.upstreamModel,
                         qint64(record.status),
                         record.errorCode,
                         qint64(record.attempts.size()),
                         qint64(record.stream),
                         tokens(&TokenUsage::input),
                         tokens(&TokenUsage::output),
                         tokens(&TokenUsage::cached),
                         tokens(&TokenUsage::cacheWrite),
                         tokens(&TokenUsage::reasoning),
                         qint64(record.tokensEstimated),
                         record.costUsd ? SqlValue(*record.costUsd) : SqlValue(),
                         orNull(record.firstByteMs),
                         record.totalMs,
                         record.gatewayUs,
                         record.bytesIn,
                         record.bytesOut});
}

//! The only attempt, if there is nothing to it but its times that the request does not say; else null.
const AttemptRecord *plainAttempt(const UsageRecord &record)
{
    if (record.attempts.size() != 1)
        return nullptr;
    const AttemptRecord &only = record.attempts.constFirst();
    const bool plain = only.provider == record.provider && only.upstreamModel == record.upstreamModel &&
                       only.status == record.status && only.code.isEmpty() && only.message.isEmpty();
    return plain ? &only : nullptr;
}

bool hasDetails(const UsageRecord &record)
{
    return !record.program.isEmpty() || !record.message.isEmpty() || !record.headers.isEmpty() ||
           record.partial;
}

//! With \a attempt, unless it is null.
SqlOutcome addDetails(SqlInsert &details, const UsageRecord &record, const AttemptRecord *attempt)
{
    const QByteArray program = record.program.toUtf8();
    const QByteArray message = record.message.toUtf8();
    return details.add({record.id, program, message, record.headers, qint64(record.partial),
                        attempt ? SqlValue(attempt->startMs) : SqlValue(),
                        attempt ? orNull(attempt->connectMs) : SqlValue(),
                        attempt ? orNull(attempt->firstByteMs) : SqlValue(),
                        attempt ? SqlValue(attempt->milliseconds) : SqlValue(),
                        attempt ? SqlValue(qint64(attempt->sends)) : SqlValue()});
}

SqlOutcome addAttempt(SqlInsert &attempts, qint64 id, qsizetype number, const AttemptRecord &attempt)
{
    const QByteArray provider = attempt.provider.toUtf8();
    const QByteArray message = attempt.message.toUtf8();
    return attempts.add({id, qint64(number), provider, attempt.upstreamModel, qint64(attempt.status),
                         attempt.code, message, attempt.startMs, orNull(attempt.connectMs),
                         orNull(attempt.firstByteMs), attempt.milliseconds, qint64(attempt.sends)});
}

SqlOutcome writeRows(QSqlDatabase &database, std::span<const UsageRecord> records)
{
    SqlInsert requests(database, u"requests (%1)"_s.arg(requestColumns()));
    SqlInsert details(database, u"details"_s);
    SqlInsert attempts(database, u"attempts"_s);
    YieldEvery yield(16);
    for (const UsageRecord &record : records) {
        yield.count();
        if (const SqlOutcome failure = addRequest(requests, record))
            return failure;
        const AttemptRecord *plain = plainAttempt(record);
        if (plain || hasDetails(record)) {
            if (const SqlOutcome failure = addDetails(details, record, plain))
                return failure;
        }
        if (plain)
            continue;
        for (qsizetype at = 0; at < record.attempts.size(); ++at) {
            if (const SqlOutcome failure = addAttempt(attempts, record.id, at + 1, record.attempts[at]))
                return failure;
        }
    }
    return {};
}

} // namespace

SqlOutcome writeBatch(QSqlDatabase &database, QList<UsageRecord> &queue, qsizetype count)
{
    SqlTransaction transaction(database);
    if (const SqlOutcome failure = transaction.begin())
        return failure;
    const SqlReading<qint64> last = askNumber(database, u"SELECT max(id) FROM requests"_s);
    if (last.failure)
        return last.failure;
    if (!queue.isEmpty() && queue.first().id <= last.found) {
        for (qsizetype at = 0; at < queue.size(); ++at)
            queue[at].id = last.found + 1 + at;
    }
    const std::span<const UsageRecord> batch(queue.constData(), size_t(count));
    if (const SqlOutcome failure = writeRows(database, batch))
        return failure;
    if (const SqlOutcome failure = addToRollups(database, batch))
        return failure;
    return transaction.commit();
}

} // namespace gatehouse
