// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/usage_database.h"
#include "gateway/usage/usage_schema.h"
#include "tests/gateway/usage/sqlite_file.h"
#include "tests/support/usage_seed.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

const QString columns =
    u"id, time_ms, request_id, client, path, dialect_in, dialect_out, model, provider, upstream_model, "
    u"status,"
    " error_code, attempts, stream, input_tokens, output_tokens, cached_tokens, cache_write_tokens,"
    " reasoning_tokens, tokens_estimated, cost_usd, first_byte_ms, total_ms, gateway_us, bytes_in, bytes_out"_s;

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray seeded()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"usage.sqlite"_s);
    SeedPlan plan;
    plan.days = 3;
    plan.requestsPerDay = 200;
    if (!seedUsage(path, plan).isEmpty())
        return {};
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray withVersion(QByteArray file, char version)
{
    return file.replace(60, 3, QByteArray(3, '\0'))
        .replace(63, 1, QByteArray(1, version)); // https://www.sqlite.org/fileformat.html, 1.3
}

} // namespace

//! The file: its shape, its versions, and what becomes of one that is no use.
class TestUsageDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsOfTheContract()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"usage.sqlite"_s);
        UsageDatabase database;
        QVERIFY(!database.open(path));
        QCOMPARE(database.notice(), QString());
        SqliteFile file(path);
        QCOMPARE(file.column(u"SELECT name FROM pragma_table_info('requests')"_s), columns.split(u", "_s));
        QCOMPARE(file.number(u"PRAGMA user_version"_s), usageMigrations().size());
        const QStringList plan = file.column(u"SELECT sql FROM sqlite_master WHERE name = 'requests_time'"_s);
        QCOMPARE(plan, QStringList(u"CREATE INDEX requests_time ON requests (time_ms)"_s));
        QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        const QList<std::pair<QString, QString>> settings = {{u"journal_mode"_s, u"truncate"_s},
                                                             {u"synchronous"_s, u"2"_s},
                                                             {u"foreign_keys"_s, u"1"_s},
                                                             {u"busy_timeout"_s, u"250"_s}};
        for (const auto &[name, value] : settings) {
            QSqlQuery query(database.connection());
            QVERIFY(query.exec(u"PRAGMA "_s + name) && query.next());
            QCOMPARE(query.value(0).toString(), value);
        }
    }

    void aFileThatOthersCanReadIsMadePrivate()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"usage.sqlite"_s);
        writeFile(path, seeded());
        QFile::setPermissions(path,
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
        UsageDatabase database;
        QVERIFY(!database.open(path));
        QVERIFY(!(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        QCOMPARE(database.notice(), QString());
    }

    void migrates()
    {
        const QTemporaryDir folder;
        SqliteFile file(folder.filePath(u"m.sqlite"_s));
        const Migration first = {u"CREATE TABLE a (x)"_s, u"INSERT INTO a VALUES (1)"_s};
        const Migration second = {u"ALTER TABLE a ADD COLUMN y DEFAULT 7"_s, u"UPDATE a SET x = x + 1"_s};
        const Migration broken = {u"UPDATE a SET x = 100"_s, u"NO STATEMENT"_s};
        QVERIFY(!migrate(file.connection(), {first}));
        QCOMPARE(file.number(u"PRAGMA user_version"_s), 1);
        QVERIFY(!migrate(file.connection(), {first, second}));
        QVERIFY(!migrate(file.connection(), {first, second}));
        QCOMPARE(file.number(u"PRAGMA user_version"_s), 2);
        QCOMPARE(file.number(u"SELECT 10 * x + y FROM a"_s), 27);
        QVERIFY(migrate(file.connection(), {first, second, broken}));
        QCOMPARE(file.number(u"PRAGMA user_version"_s), 2);
        QCOMPARE(file.number(u"SELECT x FROM a"_s), 2);
        const SqlOutcome newer = migrate(file.connection(), {first});
        QVERIFY(newer && newer->fault == SqlFault::Newer);
    }

    void setAside_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("kept");

        const QByteArray good = seeded();
        QVERIFY(good.size() > 40'000);
        const QString unreadable = u"unreadable"_s;
        QTest::newRow("text") << QByteArray("this is no database, it is a letter to a friend") << unreadable;
        QTest::newRow("two bytes") << QByteArray("SQ") << unreadable; // SQLite takes one byte for none
        QTest::newRow("zeros") << QByteArray(8'192, '\0') << unreadable;
        QTest::newRow("header broken") << "X" + good.mid(1) << unreadable;
        QTest::newRow("page size broken") << QByteArray(good).replace(16, 2, "\x01\x01") << unreadable;
        QTest::newRow("truncated") << good.left(good.size() / 2) << unreadable;
        QTest::newRow("header only") << good.left(100) << unreadable;
        QTest::newRow("schema overwritten")
            << QByteArray(good).replace(100, 3'000, QByteArray(3'000, '\x55')) << unreadable;
        QTest::newRow("everything but the header overwritten")
            << good.left(4'096) + QByteArray(good.size() - 4'096, '\xa5') << unreadable;
        QTest::newRow("another program's") << withVersion(good, 0) << unreadable;
        QTest::newRow("negative version")
            << withVersion(good, 0).replace(60, 4, QByteArray(4, '\xff')) << unreadable;
        QTest::newRow("newer") << withVersion(good, 99) << u"newer"_s;
    }

    void setAside()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, kept);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"usage.sqlite"_s);
        writeFile(path, file);

        UsageDatabase database;
        const SqlOutcome failure = database.open(path);
        QVERIFY2(!failure, failure ? qPrintable(failure->message) : "");
        const QStringList others = QDir(folder.path()).entryList({u"usage.sqlite.*"_s}, QDir::Files);
        QCOMPARE(others.size(), 1);
        const QRegularExpression name(u"^usage\\.sqlite\\."_s + kept + u"-\\d{8}-\\d{6}$"_s);
        QVERIFY2(name.match(others[0]).hasMatch(), qPrintable(others[0]));
        QVERIFY2(database.notice().contains(others[0]), qPrintable(database.notice()));
        QCOMPARE(QFileInfo(folder.filePath(others[0])).size(), file.size());
        QSqlQuery query(database.connection());
        QVERIFY(query.exec(u"SELECT count(*) FROM requests"_s) && query.next());
        QCOMPARE(query.value(0).toInt(), 0);
    }

    void severalAreSetAside()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"usage.sqlite"_s);
        for (int round = 0; round < 3; ++round) {
            writeFile(path, "no database, whatever it says");
            UsageDatabase database;
            QVERIFY(!database.open(path));
        }
        const QStringList kept = QDir(folder.path()).entryList({u"usage.sqlite.unreadable-*"_s}, QDir::Files);
        QCOMPARE(kept.filter(QRegularExpression(u"[0-9]$"_s)).size(), 3); // and journals
    }

    void garbageInTheJournal_data()
    {
        QTest::addColumn<QByteArray>("journal");
        QTest::newRow("text") << QByteArray("garbage").repeated(2'000);
        QTest::newRow("zeros") << QByteArray(9'000, '\0');
        QTest::newRow("header alone") << QByteArray("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
        QTest::newRow("header and garbage")
            << QByteArray("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8) + QByteArray(5'000, '\x7f');
    }

    void garbageInTheJournal()
    {
        QFETCH(QByteArray, journal);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"usage.sqlite"_s);
        writeFile(path, seeded());
        writeFile(path + u"-journal"_s, journal);
        UsageDatabase database;
        const SqlOutcome failure = database.open(path);
        QVERIFY2(!failure, failure ? qPrintable(failure->message) : "");
        QSqlQuery query(database.connection());
        QVERIFY(query.exec(u"PRAGMA integrity_check"_s) && query.next());
        QCOMPARE(query.value(0).toString(), u"ok"_s);
        QCOMPARE(database.notice(), QString()); // the file itself was whole
    }

    void anOldJournalDoesNotMeetTheNewFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"usage.sqlite"_s);
        writeFile(path, "no database, whatever it says");
        writeFile(path + u"-journal"_s, "left over");
        UsageDatabase database;
        QVERIFY(!database.open(path));
        QFile journal(path + u"-journal"_s);
        QVERIFY(!journal.open(QIODevice::ReadOnly) || !journal.readAll().contains("left over"));
    }

    void whatIsInTheWayStays_data()
    {
        QTest::addColumn<bool>("folderThere");
        QTest::newRow("no folder") << false;
        QTest::newRow("a folder of that name") << true;
    }

    void whatIsInTheWayStays()
    {
        QFETCH(bool, folderThere);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"sub/usage.sqlite"_s);
        if (folderThere)
            QVERIFY(QDir().mkpath(path));
        UsageDatabase database;
        const SqlOutcome failure = database.open(path);
        QVERIFY(failure);
        QCOMPARE(failure->fault, SqlFault::Other);
        QVERIFY2(failure->message.contains(u"cannot be opened"_s), qPrintable(failure->message));
        QVERIFY(!database.isOpen());
        QCOMPARE(QFileInfo(path).isDir(), folderThere);
    }
};

QTEST_GUILESS_MAIN(TestUsageDatabase)
#include "tst_usage_database.moc"
