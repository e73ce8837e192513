// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace gatehouse {

//! Looks into a database file past the store, over a connection of its own.
class SqliteFile final
{
public:
    explicit SqliteFile(const QString &path)
        : m_name(QStringLiteral("test-%1").arg(quintptr(this)))
    {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        m_database.setDatabaseName(path);
        m_database.open();
    }
    ~SqliteFile()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }
    Q_DISABLE_COPY_MOVE(SqliteFile)

    //! The first value of the first row; a failure as text.
    QVariant value(const QString &statement)
    {
        QSqlQuery query(m_database);
        if (!query.exec(statement))
            return query.lastError().text();
        return query.next() ? query.value(0) : QVariant();
    }
    qint64 number(const QString &statement) { return value(statement).toLongLong(); }
    //! The first column of all rows.
    QStringList column(const QString &statement)
    {
        QStringList values;
        QSqlQuery query(m_database);
        query.exec(statement);
        while (query.next())
            values.append(query.value(0).toString());
        return values;
    }
    bool run(const QString &statement) { return QSqlQuery(m_database).exec(statement); }
    QSqlDatabase &connection() { return m_database; }

private:
    QString m_name;
    QSqlDatabase m_database;
};

} // namespace gatehouse
