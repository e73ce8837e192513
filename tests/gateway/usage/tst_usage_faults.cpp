// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/usage/full_disk.h"
#include "tests/gateway/usage/sqlite_file.h"
#include "tests/gateway/usage/store_rig.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <limits>
#include <unistd.h>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

const QString countRequests = u"SELECT count(*) FROM requests"_s;
const UsageQuery everything{0, std::numeric_limits<qint64>::max(), UsageStep::Hour, UsageKey::None, {}};

//! Records that are large on disk.
void addLarge(StoreRig &rig, int count)
{
    for (int number = 0; number < count; ++number) {
        UsageRecord record;
        record.status = 200;
        record.provider = u"openai"_s;
        record.headers = QByteArray(10'000, 'h');
        rig.store.add(std::move(record));
    }
}

void overwrite(const QString &path, qint64 from)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 size = file.size();
    file.seek(from);
    file.write(QByteArray(int(size - from), '\x5a'));
}

} // namespace

//! Whatever comes over the disk: nothing blocks, nothing is lost in silence, and it goes on by itself.
class TestUsageFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void locked()
    {
        StoreRig rig;
        rig.store.open(rig.path);
        rig.add(10);
        rig.store.flush();
        SqliteFile other(rig.path);
        QVERIFY(other.run(u"BEGIN EXCLUSIVE"_s));
        QElapsedTimer timer;
        timer.start();
        rig.add(700);
        rig.store.flush();
        QVERIFY2(timer.elapsed() < 1'500, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(rig.state.writing, false);
        QVERIFY2(rig.state.message.contains(u"locked"_s), qPrintable(rig.state.message));
        QCOMPARE(rig.state.waiting, 700);
        QCOMPARE(rig.recorded.size(), 710);
        QVERIFY(!rig.store.totals(everything).problem.isEmpty());
        QVERIFY(!rig.store.spending().problem.isEmpty());
        QCOMPARE(rig.store.requests(1).first().requestId, "710");
        QCOMPARE(rig.store.details(rig.recorded.last().id).requestId, "710");

        QVERIFY(other.run(u"COMMIT"_s));
        QTRY_VERIFY_WITH_TIMEOUT(rig.state.writing, 12'000);
        QTRY_COMPARE(other.number(countRequests), 710);
        QCOMPARE(rig.state, UsageState());
        QCOMPARE(rig.store.totals(everything).total.requests, 710);
    }

    void lockedFromTheStart()
    {
        StoreRig rig;
        {
            UsageStore before;
            before.open(rig.path);
            UsageRecord record;
            before.add(record);
        }
        SqliteFile other(rig.path);
        QVERIFY(other.run(u"BEGIN EXCLUSIVE"_s));
        rig.store.open(rig.path);
        QCOMPARE(rig.state.writing, false);
        rig.add(2);
        const qint64 id = rig.recorded.first().id;
        QVERIFY(other.run(u"COMMIT"_s));
        QTRY_VERIFY_WITH_TIMEOUT(rig.state.writing, 12'000);
        QTRY_COMPARE(other.number(countRequests), 3);
        QCOMPARE(rig.store.details(id).requestId, "1"); // it kept the number that it was told with
    }

    void aReaderDoesNotMatterForLong()
    {
        StoreRig rig;
        rig.store.open(rig.path);
        rig.add(3);
        rig.store.flush();
        SqliteFile other(rig.path);
        QVERIFY(other.run(u"BEGIN"_s));
        QCOMPARE(other.number(countRequests), 3); // holds a shared lock until it ends
        rig.add(3);
        rig.store.flush();
        QCOMPARE(rig.state.writing, false);
        QVERIFY(other.run(u"COMMIT"_s));
        QTRY_COMPARE_WITH_TIMEOUT(other.number(countRequests), 6, 12'000);
    }

    void theOldestAreGivenUp()
    {
        StoreRig rig;
        rig.store.open(rig.path);
        SqliteFile other(rig.path);
        QVERIFY(other.run(u"BEGIN EXCLUSIVE"_s));
        rig.add(10'050);
        QCOMPARE(rig.recorded.size(), 10'050);
        rig.store.flush();
        QCOMPARE(rig.state.lost, 50);
        QCOMPARE(rig.state.waiting, 10'000);
        QVERIFY(other.run(u"COMMIT"_s));
        QTRY_COMPARE_WITH_TIMEOUT(other.number(countRequests), 10'000, 30'000);
        QCOMPARE(other.value(u"SELECT request_id FROM requests ORDER BY id LIMIT 1"_s).toString(), u"51"_s);
        QTRY_COMPARE(rig.state, (UsageState{true, {}, 0, 50}));
    }

    void missingFolder()
    {
        StoreRig rig;
        const QString path = rig.folder.filePath(u"sub/usage.sqlite"_s);
        rig.store.open(path);
        QCOMPARE(rig.state.writing, false);
        QVERIFY2(rig.state.message.contains(u"folder"_s), qPrintable(rig.state.message));
        rig.add(5);
        QVERIFY(QDir().mkpath(rig.folder.filePath(u"sub"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(rig.state.writing, 12'000);
        QCOMPARE(SqliteFile(path).number(countRequests), 5);
    }

    void takenAway()
    {
        StoreRig rig;
        rig.store.open(rig.path);
        rig.add(1);
        rig.store.flush();
        QVERIFY(QFile::remove(rig.path));
        rig.add(2);
        QTRY_COMPARE_WITH_TIMEOUT(QFile::exists(rig.path) ? SqliteFile(rig.path).number(countRequests) : 0, 2,
                                  12'000);
        QTRY_VERIFY(rig.state.writing);
    }

    void noJournal()
    {
        StoreRig rig;
        rig.store.open(rig.path);
        rig.add(1);
        rig.store.flush();
        QFile::remove(rig.path + u"-journal"_s);
        QVERIFY(QDir().mkpath(rig.path + u"-journal/x"_s));
        rig.add(3);
        rig.store.flush();
        QCOMPARE(rig.state.writing, false);
        QCOMPARE(rig.state.waiting, 3);
        QVERIFY(QDir(rig.path + u"-journal"_s).removeRecursively());
        QTRY_VERIFY_WITH_TIMEOUT(rig.state.writing, 12'000);
        QCOMPARE(SqliteFile(rig.path).number(countRequests), 4);
    }

    void readOnlyFolder()
    {
        StoreRig rig;
        const SmallDisk disk(rig.folder.path());
        const auto setWritable = [&](bool writable) {
            if (disk.isMounted())
                return disk.remount(writable ? u"rw"_s : u"ro"_s);
            QFile::Permissions permissions = QFile::ReadOwner | QFile::ExeOwner;
            if (writable)
                permissions |= QFile::WriteOwner;
            return geteuid() != 0 && QFile::setPermissions(rig.folder.path(), permissions);
        };
        if (!setWritable(false))
            QSKIP("root may write anywhere, and cannot mount a read-only tmpfs here");
        rig.store.open(rig.path);
        rig.add(5);
        rig.store.flush();
        QCOMPARE(rig.state.writing, false);
        QCOMPARE(rig.state.waiting, 5);
        QVERIFY(setWritable(true));
        QTRY_VERIFY_WITH_TIMEOUT(rig.state.writing, 12'000);
        QCOMPARE(SqliteFile(rig.path).number(countRequests), 5);
    }

    void fullDisk()
    {
        StoreRig rig;
        const SmallDisk disk(rig.folder.path());
        if (!disk.isMounted())
            QSKIP("a small tmpfs cannot be mounted here");
        rig.store.open(rig.path);
        addLarge(rig, 5);
        rig.store.flush();
        QFile filler(rig.folder.filePath(u"filler"_s));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(4'096, 'f')) > 0) {
        }
        addLarge(rig, 20);
        rig.store.flush();
        QCOMPARE(rig.state.writing, false);
        QVERIFY2(rig.state.message.contains(u"full"_s) || rig.state.message.contains(u"disk"_s),
                 qPrintable(rig.state.message));
        QCOMPARE(rig.state.waiting, 20);
        filler.remove();
        QTRY_VERIFY_WITH_TIMEOUT(rig.state.writing, 12'000);
        SqliteFile file(rig.path);
        QCOMPARE(file.number(countRequests), 25);
        QCOMPARE(file.value(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
        QCOMPARE(rig.state, UsageState());
    }

    void noMoreBytes()
    {
        StoreRig rig;
        rig.store.open(rig.path);
        addLarge(rig, 5);
        rig.store.flush();
        {
            const FileSizeLimit limit(QFileInfo(rig.path).size() + 50'000);
            addLarge(rig, 20);
            rig.store.flush();
            QCOMPARE(rig.state.writing, false);
            QCOMPARE(rig.state.waiting, 20);
        }
        QTRY_VERIFY_WITH_TIMEOUT(rig.state.writing, 12'000);
        SqliteFile file(rig.path);
        QCOMPARE(file.number(countRequests), 25);
        QCOMPARE(file.value(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
        QCOMPARE(QDir(rig.folder.path()).entryList({u"*.unreadable-*"_s}, QDir::Files), QStringList());
    }

    void breaksWhileItIsOpen_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<bool>("byReading");
        for (const bool byReading : {false, true}) {
            QTest::addRow("all, %s", byReading ? "reading" : "writing") << qint64(0) << byReading;
            QTest::addRow("tables, %s", byReading ? "reading" : "writing") << qint64(4'096) << byReading;
        }
    }

    void breaksWhileItIsOpen()
    {
        QFETCH(qint64, from);
        QFETCH(bool, byReading);
        StoreRig rig;
        rig.store.open(rig.path);
        rig.add(200);
        rig.store.flush();
        {
            SqliteFile other(rig.path); // so that the store's pages in memory count as old
            QVERIFY(other.run(u"PRAGMA application_id = 5"_s));
        }
        overwrite(rig.path, from);
        if (byReading) {
            (void)rig.store.totals(everything);
            (void)rig.store.requests(5);
        }
        rig.add(3);
        rig.store.flush();
        QVERIFY2(rig.state.message.contains(u".unreadable-"_s), qPrintable(rig.state.message));
        QCOMPARE(rig.state.writing, true);
        QCOMPARE(rig.store.totals(everything).total.requests, 3);
        QCOMPARE(rig.recorded.last().id, 203); // numbers go on, so that none is told twice
    }

    void tellsWhatWasSetAside()
    {
        StoreRig rig;
        {
            QFile file(rig.path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("this is not what it seems");
        }
        rig.store.open(rig.path);
        QCOMPARE(rig.state.writing, true);
        QVERIFY2(rig.state.message.contains(u"usage.sqlite.unreadable-"_s), qPrintable(rig.state.message));
    }
};

QTEST_GUILESS_MAIN(TestUsageFaults)
#include "tst_usage_faults.moc"
