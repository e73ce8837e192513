// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/sql.h"

#include <QSqlQuery>

namespace gatehouse {

//! Adds rows to a table, one after the other. Its values are bound by names that are kept: by position Qt
//! makes a text of each number first, which costs twice what SQLite's own work does.
class SqlInsert final
{
public:
    static constexpr int mostColumns = 32;

    explicit SqlInsert(QSqlDatabase &database);

    //! \a table, with its columns in brackets where the order is not its own; \a columns: how many.
    [[nodiscard]] SqlOutcome prepare(const QString &table, int columns);
    [[nodiscard]] SqlOutcome add(const QVariantList &row);

private:
    QSqlQuery m_query;
};

} // namespace gatehouse
