// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/usage_database.h"

#include "gateway/usage/usage_schema.h"
#include "gateway/usage/words.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>

#include <atomic>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

// Qt names connections for the whole process.
std::atomic<int> connections{0}; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

//! Before SQLite opens it: SQLite would let others read it. Its journal takes over these permissions.
void makePrivate(const QString &path)
{
    // One that exists must not be opened here: closing it would drop the locks that this process has on it.
    if (QFile::exists(path))
        QFile::setPermissions(path, ownerOnly);
    else
        QFile(path).open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly);
}

QString freeName(const QString &path, SqlFault fault)
{
    const QString name = path % (fault == SqlFault::Newer ? ".newer-"_L1 : ".unreadable-"_L1) %
                         QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s);
    QString free = name;
    for (int number = 2; QFile::exists(free); ++number)
        free = name % u'-' % QString::number(number);
    return free;
}

} // namespace

UsageDatabase::~UsageDatabase()
{
    close();
}

SqlOutcome UsageDatabase::open(const QString &path)
{
    if (isOpen())
        return {};
    m_path = path;
    const SqlOutcome failure = connect();
    if (!failure || failure->fault == SqlFault::Busy || failure->fault == SqlFault::Other)
        return failure;
    if (const SqlOutcome kept = setAside(failure->fault))
        return kept;
    return connect();
}

SqlOutcome UsageDatabase::startAnew()
{
    close();
    if (const SqlOutcome kept = setAside(SqlFault::Damaged))
        return kept;
    return connect();
}

SqlOutcome UsageDatabase::connect()
{
    const SqlOutcome failure = openFile();
    if (failure)
        close();
    return failure;
}

void UsageDatabase::close()
{
    if (!m_connection.isValid())
        return;
    const QString name = m_connection.connectionName();
    m_connection.close();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

SqlOutcome UsageDatabase::openFile()
{
    makePrivate(m_path);
    m_connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"usage-%1"_s.arg(++connections));
    m_connection.setDatabaseName(m_path);
    m_connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=250"_s);
    if (!m_connection.open())
        return failureOf(m_connection.lastError());
    // Not WAL: until SQLite 3.51.3 it can break a file that several connections write to. A broken or
    // doctored file must not run code of its own.
    const QStringList settings = {u"PRAGMA trusted_schema = OFF"_s, u"PRAGMA cell_size_check = ON"_s,
                                  u"PRAGMA journal_mode = TRUNCATE"_s, u"PRAGMA synchronous = FULL"_s,
                                  u"PRAGMA foreign_keys = ON"_s};
    for (const QString &setting : settings) {
        if (const SqlOutcome failure = run(m_connection, setting))
            return failure;
    }
    if (const SqlOutcome failure = migrate(m_connection, usageMigrations()))
        return failure;
    return checkTables(m_connection);
}

SqlOutcome UsageDatabase::setAside(SqlFault fault)
{
    const QString name = freeName(m_path, fault);
    if (!QFile::rename(m_path, name)) {
        return SqlFailure{SqlFault::Other,
                          UsageWords::tr("its file cannot be read, and cannot be given another name either")};
    }
    for (const QLatin1StringView companion : {"-journal"_L1, "-wal"_L1, "-shm"_L1})
        QFile::rename(m_path + companion, name + companion);
    m_notice =
        fault == SqlFault::Newer
            ? UsageWords::tr("The usage database was written by a newer version. It was kept as %1, and a "
                             "new one begun.")
            : UsageWords::tr("The usage database could not be read. It was kept as %1, and a new one begun.");
    m_notice = m_notice.arg(QFileInfo(name).fileName());
    return {};
}

} // namespace gatehouse
