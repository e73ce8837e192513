// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/sql_insert.h"

#include "gateway/usage/sqlite_library.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whether Qt's driver uses the SQLite that we are linked with: only then its connections can be shared.
bool isSameLibrary(QSqlDatabase &database)
{
    if (!isSqliteOfQt())
        return false;
    QSqlQuery query(database);
    return !ask(query, u"SELECT sqlite_source_id()"_s) && query.next() &&
           query.value(0).toString() == QLatin1StringView(sqlite3_sourceid());
}

//! \a database's connection, as QSqlDriver::handle() gives it; null where it must not be used.
sqlite3 *connectionOf(QSqlDatabase &database)
{
    static const bool same = isSameLibrary(database);
    const QVariant handle = database.driver()->handle();
    if (!same || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

SqlFailure lastFailure(sqlite3 *connection)
{
    return failureOf(sqlite3_extended_errcode(connection), QString::fromUtf8(sqlite3_errmsg(connection)));
}

//! SQLite's result code.
int bind(sqlite3_stmt *statement, int place, const SqlValue &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        return sqlite3_bind_int64(statement, place, *number);
    if (const auto *number = std::get_if<double>(&value))
        return sqlite3_bind_double(statement, place, *number);
    if (const auto *text = std::get_if<QByteArrayView>(&value)) {
        // Without a copy: it is there until the row is added. No pointer at all would be NULL.
        const char *bytes = text->isEmpty() ? "" : text->data();
        return sqlite3_bind_text(statement, place, bytes, int(text->size()), SQLITE_STATIC);
    }
    return sqlite3_bind_null(statement, place);
}

QVariant toVariant(const SqlValue &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        return *number;
    if (const auto *number = std::get_if<double>(&value))
        return *number;
    if (const auto *text = std::get_if<QByteArrayView>(&value))
        return text->isEmpty() ? u""_s : QString::fromUtf8(*text); // a null string would be bound as NULL
    return {};
}

} // namespace

void SqlInsert::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

SqlInsert::SqlInsert(QSqlDatabase &database, const QString &table, Way way)
    : m_table(table)
    , m_connection(way == Way::Direct ? connectionOf(database) : nullptr)
    , m_query(database)
{
}

SqlOutcome SqlInsert::add(std::initializer_list<SqlValue> row)
{
    if (!m_prepared) {
        if (const SqlOutcome failure = prepare(qsizetype(row.size())))
            return failure;
        m_prepared = true;
    }
    return m_connection ? addDirectly(row) : addThroughQt(row);
}

SqlOutcome SqlInsert::prepare(qsizetype columns)
{
    const QString places = QStringList(columns, u"?"_s).join(u',');
    const QString text = u"INSERT INTO %1 VALUES (%2)"_s.arg(m_table, places);
    if (!m_connection) {
        if (!m_query.prepare(text))
            return failureOf(m_query.lastError());
        return {};
    }
    sqlite3_stmt *statement = nullptr;
    const QByteArray utf8 = text.toUtf8();
    if (sqlite3_prepare_v2(m_connection, utf8.constData(), int(utf8.size()), &statement, nullptr) !=
        SQLITE_OK)
        return lastFailure(m_connection);
    m_statement.reset(statement);
    return {};
}

SqlOutcome SqlInsert::addDirectly(Row row)
{
    int place = 0;
    for (const SqlValue &value : row) {
        if (bind(m_statement.get(), ++place, value) != SQLITE_OK)
            return lastFailure(m_connection);
    }
    SqlOutcome failure;
    if (sqlite3_step(m_statement.get()) != SQLITE_DONE)
        failure = lastFailure(m_connection);
    sqlite3_reset(m_statement.get());
    return failure;
}

SqlOutcome SqlInsert::addThroughQt(Row row)
{
    int place = 0;
    for (const SqlValue &value : row)
        m_query.bindValue(place++, toVariant(value));
    if (!m_query.exec())
        return failureOf(m_query.lastError());
    m_query.finish();
    return {};
}

} // namespace gatehouse
