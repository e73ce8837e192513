// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/read_spending.h"

#include "gateway/usage/usage_day.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace gatehouse {

SqlReading<SpendingTable> readSpending(QSqlDatabase &database, QDate today)
{
    const QDate month(today.year(), today.month(), 1);
    QSqlQuery query(database);
    const SqlOutcome failure =
        ask(query,
            u"SELECT client, total(CASE WHEN day = ? THEN cost_usd END), total(cost_usd) FROM spending"
            " WHERE day >= ? AND day < ? GROUP BY client ORDER BY client"_s,
            {dayNumber(today), dayNumber(month), dayNumber(month.addMonths(1))});
    if (failure)
        return {{}, failure};
    SpendingTable table{today};
    while (query.next()) {
        const Spending client{query.value(0).toString(), query.value(1).toDouble(),
                              query.value(2).toDouble()};
        table.clients.append(client);
        table.all.today += client.today;
        table.all.thisMonth += client.thisMonth;
    }
    if (query.lastError().isValid())
        return {{}, failureOf(query.lastError())};
    return {table, {}};
}

} // namespace gatehouse
