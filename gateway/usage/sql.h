// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantList>

#include <optional>

class QSqlDatabase;
class QSqlError;
class QSqlQuery;

namespace gatehouse {

//! What is to be done about a failure of SQLite.
enum class SqlFault {
    Busy,    //!< another connection holds the file locked
    Damaged, //!< the file is no database, or is broken
    Misfit,  //!< it has other tables or columns than it should
    Newer,   //!< a later version of the program has written it
    Other,   //!< the disk, the folder, anything else: it may go away
};

//! Why SQLite did not do what it was asked.
struct SqlFailure
{
    SqlFault fault = SqlFault::Other;
    QString message; //!< the end of a sentence for a person
};

//! Empty: it worked.
using SqlOutcome = std::optional<SqlFailure>;

//! What was read, as far as it went; it is whole where there is no failure.
template<typename T>
struct SqlReading
{
    T found = {};
    SqlOutcome failure = {};
};

SqlFailure failureOf(const QSqlError &error);
//! \a resultCode: SQLite's, extended or not; \a words: its own, for what we have none.
SqlFailure failureOf(int resultCode, const QString &words);

//! Runs one statement with its values bound in order; its rows, if any, are passed over.
SqlOutcome run(QSqlDatabase &database, const QString &statement, const QVariantList &values = {});
//! Runs one that was prepared before.
SqlOutcome run(QSqlQuery &prepared, const QVariantList &values);
//! Prepares \a query for reading once, from first row to last, and runs it.
SqlOutcome ask(QSqlQuery &query, const QString &statement, const QVariantList &values = {});
//! The first value of the first row; 0 if there is none.
SqlReading<qint64> askNumber(QSqlDatabase &database, const QString &statement);

//! Everything until commit() happens, or nothing.
class SqlTransaction final
{
public:
    explicit SqlTransaction(QSqlDatabase &database);
    //! Takes it back unless it was committed.
    ~SqlTransaction();
    Q_DISABLE_COPY_MOVE(SqlTransaction)

    //! Takes the lock for writing.
    [[nodiscard]] SqlOutcome begin();
    [[nodiscard]] SqlOutcome commit();

private:
    QSqlDatabase &m_database;
    bool m_open = false;
};

} // namespace gatehouse
