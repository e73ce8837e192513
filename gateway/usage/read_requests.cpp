// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/read_requests.h"

#include "gateway/usage/usage_schema.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Takes the values of a row one after the other.
class RowReader final
{
public:
    explicit RowReader(const QSqlQuery &row)
        : m_row(row)
    {
    }

    qint64 number() { return next().toLongLong(); }
    int smallNumber() { return next().toInt(); }
    bool truth() { return next().toInt() != 0; }
    double real() { return next().toDouble(); }
    QString text() { return next().toString(); }
    QByteArray bytes() { return next().toString().toUtf8(); }
    //! Of a time: -1 where there is none.
    double realOrNone() { return optionalReal().value_or(-1); }
    std::optional<double> optionalReal()
    {
        const QVariant value = next();
        return value.isNull() ? std::nullopt : std::optional(value.toDouble());
    }
    bool isNull() const { return m_row.isNull(m_next); }

private:
    QVariant next() { return m_row.value(m_next++); }

    const QSqlQuery &m_row;
    int m_next = 0;
};

// Braces: the values are taken from left to right.
TokenUsage readTokens(RowReader &row)
{
    return TokenUsage{row.number(), row.number(), row.number(), row.number(), row.number()};
}

UsageRecord readRequest(RowReader &row)
{
    UsageRecord record;
    record.id = row.number();
    record.timeMs = row.number();
    record.requestId = row.bytes();
    record.client = row.text();
    record.path = row.bytes();
    record.dialectIn = row.bytes();
    record.dialectOut = row.bytes();
    record.model = row.bytes();
    record.provider = row.text();
    record.upstreamModel = row.bytes();
    record.status = row.smallNumber();
    record.errorCode = row.bytes();
    row.number(); // of attempts
    record.stream = row.truth();
    const bool untold = row.isNull();
    const TokenUsage tokens = readTokens(row);
    if (!untold)
        record.tokens = tokens;
    record.tokensEstimated = row.truth();
    record.costUsd = row.optionalReal();
    record.firstByteMs = row.realOrNone();
    record.totalMs = row.real();
    record.gatewayUs = row.real();
    record.bytesIn = row.number();
    record.bytesOut = row.number();
    record.program = row.text();
    record.partial = row.truth();
    return record;
}

//! The attempt that stands with the details of its \a request.
AttemptRecord readPlainAttempt(RowReader &row, const UsageRecord &request)
{
    AttemptRecord attempt;
    attempt.provider = request.provider;
    attempt.upstreamModel = request.upstreamModel;
    attempt.status = request.status;
    attempt.startMs = row.real();
    attempt.connectMs = row.realOrNone();
    attempt.firstByteMs = row.realOrNone();
    attempt.milliseconds = row.real();
    attempt.sends = row.smallNumber();
    return attempt;
}

SqlReading<QList<AttemptRecord>> readAttempts(QSqlDatabase &database, qint64 id)
{
    QSqlQuery query(database);
    const SqlOutcome failure =
        ask(query,
            u"SELECT provider, upstream_model, status, code, message, start_ms, connect_ms, first_byte_ms,"
            " milliseconds, sends FROM attempts WHERE request_id = ? ORDER BY number"_s,
            {id});
    if (failure)
        return {{}, failure};
    QList<AttemptRecord> attempts;
    while (query.next()) {
        RowReader row(query);
        attempts.append(AttemptRecord{row.text(), row.bytes(), row.smallNumber(), row.bytes(), row.text(),
                                      row.real(), row.realOrNone(), row.realOrNone(), row.real(),
                                      row.smallNumber()});
    }
    if (query.lastError().isValid())
        return {{}, failureOf(query.lastError())};
    return {attempts, {}};
}

} // namespace

SqlReading<QList<UsageRecord>> readRequests(QSqlDatabase &database, int limit)
{
    QSqlQuery query(database);
    const SqlOutcome failure =
        ask(query,
            u"SELECT requests.%1, program, partial, message FROM requests LEFT JOIN details USING (id)"
            " ORDER BY requests.id DESC LIMIT ?"_s.arg(requestColumns()),
            {qMax(limit, 0)});
    if (failure)
        return {{}, failure};
    QList<UsageRecord> records;
    while (query.next()) {
        RowReader row(query);
        records.append(readRequest(row));
        records.last().message = row.text();
    }
    if (query.lastError().isValid())
        return {{}, failureOf(query.lastError())};
    return {records, {}};
}

SqlReading<UsageRecord> readDetails(QSqlDatabase &database, qint64 id)
{
    QSqlQuery query(database);
    const SqlOutcome failure =
        ask(query,
            u"SELECT requests.%1, program, partial, message, headers, attempt_start_ms, attempt_connect_ms,"
            " attempt_first_byte_ms, attempt_ms, attempt_sends FROM requests"
            " LEFT JOIN details USING (id) WHERE requests.id = ?"_s.arg(requestColumns()),
            {id});
    if (failure)
        return {{}, failure};
    if (!query.next()) {
        return {{}, query.lastError().isValid() ? SqlOutcome(failureOf(query.lastError())) : SqlOutcome()};
    }
    RowReader row(query);
    UsageRecord record = readRequest(row);
    record.message = row.text();
    record.headers = row.bytes();
    if (!row.isNull()) {
        record.attempts = {readPlainAttempt(row, record)};
        return {record, {}};
    }
    const SqlReading<QList<AttemptRecord>> attempts = readAttempts(database, id);
    if (attempts.failure)
        return {{}, attempts.failure};
    record.attempts = attempts.found;
    return {record, {}};
}

} // namespace gatehouse
