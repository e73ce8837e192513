// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/sql.h"

#include <QByteArrayView>
#include <QSqlQuery>

#include <initializer_list>
#include <memory>
#include <span>
#include <variant>

struct sqlite3;
struct sqlite3_stmt;

namespace gatehouse {

//! NULL, a number, or text in UTF-8.
using SqlValue = std::variant<std::monostate, qint64, double, QByteArrayView>;

//! Adds rows to a table, one after the other, through SQLite's own interface: Qt's, with its values as
//! QVariant and its text as UTF-16, takes more time than SQLite needs to store them.
class SqlInsert final
{
public:
    //! ThroughQt: what happens where Qt brings an SQLite of its own, whose connections are nobody else's.
    enum class Way { Direct, ThroughQt };

    //! \a table, with its columns in brackets where the order is not its own.
    SqlInsert(QSqlDatabase &database, const QString &table, Way way = Way::Direct);

    bool isDirect() const { return m_connection != nullptr; }
    //! \a row has the same number of values each time.
    [[nodiscard]] SqlOutcome add(std::initializer_list<SqlValue> row);

private:
    struct Finalizer
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    using Row = std::span<const SqlValue>;

    SqlOutcome prepare(qsizetype columns);
    SqlOutcome addDirectly(Row row);
    SqlOutcome addThroughQt(Row row);

    QString m_table;
    sqlite3 *m_connection; //!< null: through Qt
    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    QSqlQuery m_query;
    bool m_prepared = false;
};

} // namespace gatehouse
