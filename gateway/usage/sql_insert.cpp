// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/sql_insert.h"

#include <QSqlDatabase>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

QStringList makeNames()
{
    QStringList names;
    for (int column = 0; column < SqlInsert::mostColumns; ++column)
        names.append(u":v%1"_s.arg(column));
    return names;
}

const QStringList &names()
{
    static const QStringList kept = makeNames();
    return kept;
}

} // namespace

SqlInsert::SqlInsert(QSqlDatabase &database)
    : m_query(database)
{
}

SqlOutcome SqlInsert::prepare(const QString &table, int columns)
{
    Q_ASSERT(columns <= mostColumns);
    const QString values = names().first(columns).join(u',');
    if (!m_query.prepare(u"INSERT INTO %1 VALUES (%2)"_s.arg(table, values)))
        return failureOf(m_query.lastError());
    return {};
}

SqlOutcome SqlInsert::add(const QVariantList &row)
{
    for (qsizetype at = 0; at < row.size(); ++at)
        m_query.bindValue(names()[at], row[at]);
    if (!m_query.exec())
        return failureOf(m_query.lastError());
    m_query.finish();
    return {};
}

} // namespace gatehouse
