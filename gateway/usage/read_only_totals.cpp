// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/totals.h"

#include "gateway/usage/usage_schema.h"
#include "gateway/usage/words.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>

#include <atomic>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

// Qt names connections for the whole process.
std::atomic<int> connectionsMade{0}; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

SqlReading<UsageTable> readFrom(QSqlDatabase &database, const UsageQuery &query)
{
    if (!database.open())
        return {{}, failureOf(database.lastError())};
    const SqlReading<qint64> version = askNumber(database, u"PRAGMA user_version"_s);
    if (version.failure)
        return {{}, version.failure};
    if (version.found != usageMigrations().size())
        return {{},
                SqlFailure{SqlFault::Newer, UsageWords::tr("another version of the program has written it")}};
    return readTotals(database, query);
}

UsageTable problem(const QString &reason)
{
    UsageTable table;
    table.problem = UsageWords::tr("The usage database cannot be read: %1.").arg(reason);
    return table;
}

} // namespace

UsageTable readOnlyTotals(const QString &path, const UsageQuery &query)
{
    if (!QFile::exists(path))
        return problem(UsageWords::tr("there is no file %1").arg(path));
    const QString name = u"usage-reader-%1"_s.arg(++connectionsMade);
    SqlReading<UsageTable> read;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(path);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=2000"_s);
        read = readFrom(database, query);
    }
    QSqlDatabase::removeDatabase(name);
    return read.failure ? problem(read.failure->message) : read.found;
}

} // namespace gatehouse
