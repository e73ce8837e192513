// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/write_batch.h"

#include "gateway/usage/rollup.h"
#include "gateway/usage/sql_insert.h"
#include "gateway/usage/usage_schema.h"

#include <QSqlDatabase>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

QString text(const QByteArray &bytes)
{
    return bytes.isEmpty() ? u""_s : QString::fromUtf8(bytes); // a null string would be bound as NULL
}

QString text(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QVariant orNull(double milliseconds)
{
    return milliseconds >= 0 ? QVariant(milliseconds) : QVariant();
}

QVariantList requestValues(const UsageRecord &record)
{
    const auto tokens = [&record](qint64 TokenUsage::*figure) {
        return record.tokens ? QVariant(*record.tokens.*figure) : QVariant();
    };
    return {record.id,
            record.timeMs,
            text(record.requestId),
            text(record.client),
            text(record.path),
            text(record.dialectIn),
            text(record.dialectOut),
            text(record.model),
            text(record.provider),
            text(record.upstreamModel),
            record.status,
            text(record.errorCode),
            record.attempts.size(),
            int(record.stream),
            tokens(&TokenUsage::input),
            tokens(&TokenUsage::output),
            tokens(&TokenUsage::cached),
            tokens(&TokenUsage::cacheWrite),
            tokens(&TokenUsage::reasoning),
            int(record.tokensEstimated),
            record.costUsd ? QVariant(*record.costUsd) : QVariant(),
            orNull(record.firstByteMs),
            record.totalMs,
            record.gatewayUs,
            record.bytesIn,
            record.bytesOut};
}

bool hasDetails(const UsageRecord &record)
{
    return !record.program.isEmpty() || !record.message.isEmpty() || !record.headers.isEmpty() ||
           record.partial;
}

QVariantList attemptValues(qint64 id, qsizetype number, const AttemptRecord &attempt)
{
    return {id,
            number,
            text(attempt.provider),
            text(attempt.upstreamModel),
            attempt.status,
            text(attempt.code),
            text(attempt.message),
            attempt.startMs,
            orNull(attempt.connectMs),
            orNull(attempt.firstByteMs),
            attempt.milliseconds,
            attempt.sends};
}

SqlOutcome writeRows(QSqlDatabase &database, std::span<const UsageRecord> records)
{
    SqlInsert requests(database);
    const int columns = int(requestColumns().count(u',')) + 1;
    if (const SqlOutcome failure = requests.prepare(u"requests (%1)"_s.arg(requestColumns()), columns))
        return failure;
    SqlInsert details(database);
    if (const SqlOutcome failure = details.prepare(u"details"_s, 5))
        return failure;
    SqlInsert attempts(database);
    if (const SqlOutcome failure = attempts.prepare(u"attempts"_s, 12))
        return failure;
    for (const UsageRecord &record : records) {
        if (const SqlOutcome failure = requests.add(requestValues(record)))
            return failure;
        if (hasDetails(record)) {
            const SqlOutcome failure = details.add({record.id, text(record.program), text(record.message),
                                                    text(record.headers), int(record.partial)});
            if (failure)
                return failure;
        }
        for (qsizetype at = 0; at < record.attempts.size(); ++at) {
            if (const SqlOutcome failure =
                    attempts.add(attemptValues(record.id, at + 1, record.attempts[at])))
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
