// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/usage_schema.h"

#include <QSqlDatabase>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

// What a rollup adds up. `first_bytes` is a histogram as text (latency_histogram.h), written so that texts
// put one after the other are the histogram of the sum: SQL can add them with group_concat(), in the same
// pass as the figures. A table with a row for each of their buckets took four times as long to read.
QString sums()
{
    return u"requests INTEGER NOT NULL, failed INTEGER NOT NULL, abandoned INTEGER NOT NULL,"
           " input_tokens INTEGER NOT NULL, output_tokens INTEGER NOT NULL, cached_tokens INTEGER NOT NULL,"
           " cache_write_tokens INTEGER NOT NULL, reasoning_tokens INTEGER NOT NULL, estimated INTEGER NOT "
           "NULL,"
           " cost_usd REAL NOT NULL, unpriced INTEGER NOT NULL, first_bytes TEXT NOT NULL"_s;
}

Migration first()
{
    return {
        u"CREATE TABLE requests (id INTEGER PRIMARY KEY, time_ms INTEGER NOT NULL, request_id TEXT NOT NULL,"
        " client TEXT NOT NULL, path TEXT NOT NULL, dialect_in TEXT NOT NULL, dialect_out TEXT NOT NULL,"
        " model TEXT NOT NULL, provider TEXT NOT NULL, upstream_model TEXT NOT NULL, status INTEGER NOT NULL,"
        " error_code TEXT NOT NULL, attempts INTEGER NOT NULL, stream INTEGER NOT NULL, input_tokens INTEGER,"
        " output_tokens INTEGER, cached_tokens INTEGER, cache_write_tokens INTEGER, reasoning_tokens INTEGER,"
        " tokens_estimated INTEGER NOT NULL, cost_usd REAL, first_byte_ms REAL, total_ms REAL NOT NULL,"
        " gateway_us REAL NOT NULL, bytes_in INTEGER NOT NULL, bytes_out INTEGER NOT NULL)"_s,
        u"CREATE INDEX requests_time ON requests (time_ms)"_s,
        u"CREATE TABLE details (id INTEGER PRIMARY KEY REFERENCES requests ON DELETE CASCADE,"
        " program TEXT NOT NULL, message TEXT NOT NULL, headers TEXT NOT NULL, partial INTEGER NOT NULL)"_s,
        u"CREATE TABLE attempts (request_id INTEGER NOT NULL REFERENCES requests ON DELETE CASCADE,"
        " number INTEGER NOT NULL, provider TEXT NOT NULL, upstream_model TEXT NOT NULL,"
        " status INTEGER NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, start_ms REAL NOT NULL,"
        " connect_ms REAL, first_byte_ms REAL, milliseconds REAL NOT NULL, sends INTEGER NOT NULL,"
        " PRIMARY KEY (request_id, number)) WITHOUT ROWID"_s,
        u"CREATE TABLE hours (hour INTEGER NOT NULL, provider TEXT NOT NULL, model TEXT NOT NULL,"
        " caller TEXT NOT NULL, %1, PRIMARY KEY (hour, provider, model, caller)) WITHOUT ROWID"_s.arg(sums()),
        u"CREATE TABLE days (day INTEGER NOT NULL, provider TEXT NOT NULL, model TEXT NOT NULL,"
        " caller TEXT NOT NULL, %1, PRIMARY KEY (day, provider, model, caller)) WITHOUT ROWID"_s.arg(sums()),
        // By client, not by caller, and kept for a month whatever `keepDays` says: budgets count on it.
        u"CREATE TABLE spending (day INTEGER NOT NULL, client TEXT NOT NULL, cost_usd REAL NOT NULL,"
        " PRIMARY KEY (day, client)) WITHOUT ROWID"_s,
    };
}

// The only attempt of a request that went well says little that the request does not: it stands with its
// details (attempt_start_ms is not null there), which takes a quarter less time to write than a row of its
// own.
Migration second()
{
    return {
        u"ALTER TABLE details ADD COLUMN attempt_start_ms REAL"_s,
        u"ALTER TABLE details ADD COLUMN attempt_connect_ms REAL"_s,
        u"ALTER TABLE details ADD COLUMN attempt_first_byte_ms REAL"_s,
        u"ALTER TABLE details ADD COLUMN attempt_ms REAL"_s,
        u"ALTER TABLE details ADD COLUMN attempt_sends INTEGER"_s,
    };
}

SqlOutcome step(QSqlDatabase &database, const Migration &migration, qsizetype version)
{
    SqlTransaction transaction(database);
    if (const SqlOutcome failure = transaction.begin())
        return failure;
    for (const QString &statement : migration) {
        if (const SqlOutcome failure = run(database, statement))
            return failure;
    }
    if (const SqlOutcome failure = run(database, u"PRAGMA user_version = %1"_s.arg(version)))
        return failure;
    return transaction.commit();
}

} // namespace

QList<Migration> usageMigrations()
{
    return {first(), second()};
}

QString requestColumns()
{
    return u"id, time_ms, request_id, client, path, dialect_in, dialect_out, model, provider, upstream_model,"
           " status, error_code, attempts, stream, input_tokens, output_tokens, cached_tokens,"
           " cache_write_tokens, reasoning_tokens, tokens_estimated, cost_usd, first_byte_ms, total_ms,"
           " gateway_us, bytes_in, bytes_out"_s;
}

SqlOutcome migrate(QSqlDatabase &database, const QList<Migration> &migrations)
{
    const SqlReading<qint64> version = askNumber(database, u"PRAGMA user_version"_s);
    if (version.failure)
        return version.failure;
    if (version.found > migrations.size())
        return SqlFailure{SqlFault::Newer, u"a newer version of the program has written it"_s};
    if (version.found <= 0) {
        const SqlReading<qint64> tables = askNumber(database, u"SELECT count(*) FROM sqlite_master"_s);
        if (tables.failure)
            return tables.failure;
        if (tables.found > 0 || version.found < 0)
            return SqlFailure{SqlFault::Damaged, u"its file belongs to another program"_s};
    }
    for (qsizetype at = version.found; at < migrations.size(); ++at) {
        if (const SqlOutcome failure = step(database, migrations[at], at + 1))
            return failure;
    }
    return {};
}

SqlOutcome checkTables(QSqlDatabase &database)
{
    const QStringList questions = {
        u"SELECT "_s + requestColumns() + u" FROM requests ORDER BY id DESC LIMIT 1"_s,
        u"SELECT time_ms FROM requests ORDER BY time_ms LIMIT 1"_s,
        u"SELECT * FROM details ORDER BY id DESC LIMIT 1"_s,
        u"SELECT * FROM attempts ORDER BY request_id DESC LIMIT 1"_s,
        u"SELECT * FROM hours ORDER BY hour DESC LIMIT 1"_s,
        u"SELECT * FROM days ORDER BY day DESC LIMIT 1"_s,
        u"SELECT * FROM spending ORDER BY day DESC LIMIT 1"_s,
    };
    for (const QString &question : questions) {
        if (const SqlOutcome failure = askNumber(database, question).failure)
            return failure;
    }
    return {};
}

} // namespace gatehouse
