// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/usage_store.h"
#include "tests/gateway/usage/sqlite_file.h"
#include "tests/support/usage_seed.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <cstdio>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int batch = 20;

//! The child: writes batch after batch for ever, and says the last id of each that is on disk.
int writeForEver(const QString &path)
{
    UsageStore store;
    store.open(path);
    qint64 last = 0;
    QRandomGenerator random(1);
    for (;;) {
        for (int number = 0; number < batch; ++number)
            last = store.add(plausibleRequest(random, QDateTime::currentMSecsSinceEpoch())).id;
        store.flush();
        std::printf("%lld\n", last);
        std::fflush(stdout);
    }
}

} // namespace

//! A process that is killed while it writes loses its last batch at most, and never the file.
class TestUsageKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHundredTimes()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"usage.sqlite"_s);
        QRandomGenerator random(5);
        for (int round = 0; round < 100; ++round) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {u"--write-for-ever"_s, path});
            QByteArray said;
            for (int lines = 1 + random.bounded(3); said.count('\n') < lines;) {
                QVERIFY(child.waitForReadyRead(20'000));
                said += child.readAllStandardOutput();
            }
            QThread::usleep(random.bounded(4'000)); // somewhere within the next batch
            child.kill();
            QVERIFY(child.waitForFinished());
            said += child.readAllStandardOutput();
            const QByteArrayList ids = said.left(said.lastIndexOf('\n')).split('\n');
            const qint64 onDisk = ids.last().toLongLong();

            UsageStore next; // rolls back what was half done, as the program does when it starts again
            next.open(path);
            UsageState state;
            connect(&next, &UsageStore::stateChanged, this, [&state](const UsageState &now) { state = now; });
            QCOMPARE(state, UsageState());
            SqliteFile file(path);
            QCOMPARE(file.value(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
            QCOMPARE(file.value(u"PRAGMA foreign_key_check"_s), QVariant());
            const qint64 found = file.number(u"SELECT max(id) FROM requests"_s);
            QVERIFY2(found >= onDisk && found <= onDisk + batch,
                     qPrintable(u"%1 said, %2 found"_s.arg(onDisk).arg(found)));
            QCOMPARE(file.number(u"SELECT count(*) FROM requests"_s), found);
            QCOMPARE(file.number(u"SELECT sum(requests) FROM hours"_s), found);
            QCOMPARE(file.number(u"SELECT sum(requests) FROM days"_s), found);
        }
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--write-for-ever"_s)
        return writeForEver(arguments.value(2));
    TestUsageKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_usage_kill.moc"
