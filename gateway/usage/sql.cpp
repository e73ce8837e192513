// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/sql.h"
#include "gateway/usage/words.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

// Primary result codes, https://www.sqlite.org/rescode.html: the driver's headers do not give them.
enum ResultCode {
    Misfit = 1,
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CantOpen = 14,
    NotADatabase = 26
};

QString explained(int code, const QString &words)
{
    switch (code) {
    case Busy:
    case Locked:
        return UsageWords::tr("another program keeps it locked");
    case Full:
        return UsageWords::tr("the disk is full");
    case ReadOnly:
        return UsageWords::tr("its file or its folder is read-only, or was taken away");
    case IoError:
        return UsageWords::tr("the disk does not take it");
    case CantOpen:
        return UsageWords::tr("its file cannot be opened: is its folder there, and may it be written to?");
    case Misfit:
    case Corrupt:
    case NotADatabase:
        return UsageWords::tr("its file is damaged");
    default:
        return words;
    }
}

} // namespace

SqlFailure failureOf(const QSqlError &error)
{
    return failureOf(error.nativeErrorCode().toInt(),
                     error.databaseText().isEmpty() ? error.driverText() : error.databaseText());
}

SqlFailure failureOf(int resultCode, const QString &words)
{
    const int code = resultCode & 0xff; // the rest tells variants apart
    SqlFault fault = SqlFault::Other;
    if (code == Busy || code == Locked)
        fault = SqlFault::Busy;
    else if (code == Corrupt || code == NotADatabase)
        fault = SqlFault::Damaged;
    else if (code == Misfit)
        fault = SqlFault::Misfit;
    return {fault, explained(code, words)};
}

SqlOutcome run(QSqlDatabase &database, const QString &statement, const QVariantList &values)
{
    QSqlQuery query(database);
    return ask(query, statement, values);
}

SqlOutcome run(QSqlQuery &prepared, const QVariantList &values)
{
    for (int at = 0; at < values.size(); ++at)
        prepared.bindValue(at, values[at]);
    if (!prepared.exec())
        return failureOf(prepared.lastError());
    prepared.finish();
    return {};
}

SqlOutcome ask(QSqlQuery &query, const QString &statement, const QVariantList &values)
{
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return failureOf(query.lastError());
    for (int at = 0; at < values.size(); ++at)
        query.bindValue(at, values[at]);
    if (!query.exec())
        return failureOf(query.lastError());
    return {};
}

SqlReading<qint64> askNumber(QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    if (const SqlOutcome failure = ask(query, statement))
        return {0, failure};
    if (query.next())
        return {query.value(0).toLongLong(), {}};
    if (query.lastError().isValid())
        return {0, failureOf(query.lastError())};
    return {};
}

SqlTransaction::SqlTransaction(QSqlDatabase &database)
    : m_database(database)
{
}

SqlTransaction::~SqlTransaction()
{
    if (m_open) // SQLite may have taken it back by itself, on a full disk for one: then this does nothing
        run(m_database, u"ROLLBACK"_s);
}

SqlOutcome SqlTransaction::begin()
{
    const SqlOutcome failure = run(m_database, u"BEGIN IMMEDIATE"_s);
    m_open = !failure;
    return failure;
}

SqlOutcome SqlTransaction::commit()
{
    const SqlOutcome failure = run(m_database, u"COMMIT"_s);
    m_open = failure.has_value();
    return failure;
}

} // namespace gatehouse
