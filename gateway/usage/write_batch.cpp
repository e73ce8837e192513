// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/write_batch.h"

#include "gateway/usage/rollup.h"
#include "gateway/usage/usage_schema.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

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
    QSqlQuery request(database);
    if (!request.prepare(u"INSERT INTO requests (%1) VALUES (?%2)"_s.arg(
            requestColumns(), u",?"_s.repeated(requestColumns().count(u',')))))
        return failureOf(request.lastError());
    QSqlQuery details(database);
    if (!details.prepare(u"INSERT INTO details VALUES (?,?,?,?,?)"_s))
        return failureOf(details.lastError());
    QSqlQuery attempt(database);
    if (!attempt.prepare(u"INSERT INTO attempts VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"_s))
        return failureOf(attempt.lastError());
    for (const UsageRecord &record : records) {
        if (const SqlOutcome failure = run(request, requestValues(record)))
            return failure;
        if (hasDetails(record)) {
            const SqlOutcome failure = run(details, {record.id, text(record.program), text(record.message),
                                                     text(record.headers), int(record.partial)});
            if (failure)
                return failure;
        }
        for (qsizetype at = 0; at < record.attempts.size(); ++at) {
            if (const SqlOutcome failure =
                    run(attempt, attemptValues(record.id, at + 1, record.attempts[at])))
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
