// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/expire.h"

#include "gateway/usage/rollup.h"
#include "gateway/usage/usage_day.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr int requestsAtOnce = 500;
constexpr int hoursAtOnce = 12;
constexpr int daysAtOnce = 2;

//! One statement that deletes a part of what is too old.
struct Deletion
{
    QString statement;
    QVariantList values;
};

} // namespace

SqlReading<bool> deleteSlice(QSqlDatabase &database, QDate oldest, QDate today)
{
    const qint64 firstMs = startOf(oldest);
    const int firstDay = dayNumber(oldest);
    // Details and attempts go with their request. Rollups have no row numbers: the oldest hours go first.
    const QList<Deletion> deletions = {
        {u"DELETE FROM requests WHERE id IN (SELECT id FROM requests WHERE time_ms < ? ORDER BY time_ms"
         " LIMIT ?)"_s,
         {firstMs, requestsAtOnce}},
        {u"DELETE FROM hours WHERE hour < min(?, (SELECT min(hour) FROM hours) + ?)"_s,
         {firstMs / hourMs, hoursAtOnce}},
        {u"DELETE FROM days WHERE day < min(?, (SELECT min(day) FROM days) + ?)"_s, {firstDay, daysAtOnce}},
        {u"DELETE FROM spending WHERE day < ?"_s,
         {qMin(firstDay, dayNumber(QDate(today.year(), today.month(), 1)))}},
    };
    SqlTransaction transaction(database);
    if (const SqlOutcome failure = transaction.begin())
        return {false, failure};
    bool more = false;
    for (const Deletion &deletion : deletions) {
        QSqlQuery query(database);
        if (const SqlOutcome failure = ask(query, deletion.statement, deletion.values))
            return {false, failure};
        more = more || query.numRowsAffected() > 0;
    }
    if (const SqlOutcome failure = transaction.commit())
        return {false, failure};
    return {more, {}};
}

} // namespace gatehouse
