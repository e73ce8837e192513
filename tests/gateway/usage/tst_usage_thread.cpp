// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/usage_thread.h"
#include "tests/gateway/usage/sqlite_file.h"
#include "tests/support/usage_seed.h"

#include <QDateTime>
#include <QSemaphore>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>
#include <limits>
#include <memory>
#include <thread>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

const QString countRequests = u"SELECT count(*) FROM requests"_s;
const UsageQuery everything{0, std::numeric_limits<qint64>::max(), UsageStep::Day, UsageKey::Provider, {}};

UsageRecord record(double costUsd = 0.25)
{
    QRandomGenerator random(1);
    UsageRecord made = plausibleRequest(random, QDateTime::currentMSecsSinceEpoch());
    made.costUsd = costUsd;
    return made;
}

} // namespace

//! The door to the usage thread: records from any thread, answers to whoever is still there.
class TestUsageThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"usage.sqlite"_s);
    }

    void fromManyThreads()
    {
        QSet<qint64> ids;
        {
            UsageThread usage;
            connect(&usage, &UsageThread::recorded, this, [&](const UsageRecord &recorded) {
                QCOMPARE(QThread::currentThread(), thread());
                ids.insert(recorded.id);
            });
            usage.open(m_path, 0);
            std::vector<std::thread> threads;
            for (int number = 0; number < 4; ++number) {
                threads.emplace_back([&usage] {
                    for (int turn = 0; turn < 1'000; ++turn)
                        usage.add(record());
                });
            }
            for (std::thread &thread : threads)
                thread.join();
            QTRY_COMPARE_WITH_TIMEOUT(ids.size(), 4'000, 20'000);
        }
        QCOMPARE(SqliteFile(m_path).number(countRequests), 4'000); // the end of it wrote the rest
    }

    void theEndWritesWhatWaits()
    {
        {
            UsageThread usage;
            usage.open(m_path, 90);
            for (int turn = 0; turn < 30; ++turn)
                usage.add(record());
        }
        QCOMPARE(SqliteFile(m_path).number(countRequests), 30);
    }

    void answers()
    {
        UsageThread usage;
        usage.open(m_path, 0);
        for (int turn = 0; turn < 3; ++turn)
            usage.add(record());
        QStringList order;
        QObject asker;
        usage.totals(everything, &asker, [&](const UsageTable &table) {
            order.append(u"totals %1"_s.arg(table.total.requests));
            QCOMPARE(QThread::currentThread(), thread());
        });
        usage.requests(2, &asker, [&](const QList<UsageRecord> &records) {
            order.append(u"requests %1"_s.arg(records.size()));
        });
        usage.details(3, &asker, [&](const UsageRecord &found) {
            order.append(u"details %1"_s.arg(found.attempts.size()));
        });
        usage.spending(true, &asker, [&](const SpendingTable &table) {
            order.append(u"spending %1"_s.arg(table.all.thisMonth));
        });
        usage.flush(&asker, [&] { order.append(u"flushed"_s); });
        QCOMPARE(order, QStringList()); // later, never at once
        QTRY_COMPARE(order, QStringList({u"totals 3"_s, u"requests 2"_s, u"details 1"_s, u"spending 0.75"_s,
                                         u"flushed"_s}));
        QCOMPARE(SqliteFile(m_path).number(countRequests), 3);
    }

    void noAnswerToOneThatIsGone()
    {
        UsageThread usage;
        usage.open(m_path, 0);
        int answered = 0;
        for (int turn = 0; turn < 200; ++turn) {
            auto asker = std::make_unique<QObject>();
            usage.details(1, asker.get(), [&answered](const UsageRecord &) { ++answered; });
            if (turn % 2 == 1)
                QTest::qWait(0);
        }
        bool last = false;
        usage.flush(this, [&last] { last = true; });
        QTRY_VERIFY(last);
        QCOMPARE(answered, 0);
    }

    void answersInTheThreadOfTheAsker()
    {
        UsageThread usage;
        usage.open(m_path, 0);
        QThread other;
        QObject asker;
        asker.moveToThread(&other);
        other.start();
        QSemaphore answered;
        QThread *answeredIn = nullptr;
        QMetaObject::invokeMethod(&asker, [&] {
            usage.spending(true, &asker, [&](const SpendingTable &) {
                answeredIn = QThread::currentThread();
                answered.release();
            });
        });
        QVERIFY(answered.tryAcquire(1, 10'000));
        QCOMPARE(answeredIn, &other);
        other.quit();
        QVERIFY(other.wait());
    }

    void changedInTheUsageThread()
    {
        UsageThread usage;
        usage.open(m_path, 0);
        usage.setBeforeStore(
            [](UsageRecord &changed) { changed.program = QThread::currentThread()->objectName(); });
        UsageRecord told;
        connect(&usage, &UsageThread::recorded, this,
                [&told](const UsageRecord &recorded) { told = recorded; });
        usage.add(record());
        QTRY_COMPARE(told.program, u"usage"_s);
    }

    void behindHopelessly()
    {
        UsageThread usage;
        usage.open(m_path, 0);
        UsageState state;
        int recorded = 0;
        connect(&usage, &UsageThread::stateChanged, this, [&state](const UsageState &now) { state = now; });
        connect(&usage, &UsageThread::recorded, this, [&recorded] { ++recorded; });
        QSemaphore entered;
        QSemaphore go;
        usage.setBeforeStore([&](UsageRecord &changed) {
            if (changed.path == "/stop") {
                entered.release();
                go.acquire();
            }
        });
        UsageRecord stop = record();
        stop.path = "/stop";
        usage.add(stop);
        QVERIFY(entered.tryAcquire(1, 10'000));

        const UsageRecord made = record();
        const std::clock_t before = std::clock(); // processor time: the usage thread stands still
        for (int turn = 0; turn < 20'007; ++turn)
            usage.add(made);
        const qint64 nanoseconds = qint64(std::clock() - before) * 1'000'000'000 / CLOCKS_PER_SEC / 20'007;
        qInfo("add() took %lld ns", nanoseconds);
        QVERIFY2(nanoseconds < 20'000, qPrintable(QString::number(nanoseconds)));
        go.release();
        QTRY_COMPARE_WITH_TIMEOUT(recorded, 20'001, 60'000);
        QTRY_COMPARE(state.lost, 7);
        QTRY_COMPARE_WITH_TIMEOUT(SqliteFile(m_path).number(countRequests), 20'001, 10'000);
        QCOMPARE(state.writing, true);
    }

    void tellsHowItFares()
    {
        UsageThread usage;
        UsageState state;
        int recorded = 0;
        connect(&usage, &UsageThread::stateChanged, this, [&state](const UsageState &now) { state = now; });
        connect(&usage, &UsageThread::recorded, this, [&recorded] { ++recorded; });
        usage.open(m_folder->filePath(u"missing/usage.sqlite"_s), 0);
        usage.add(record());
        QTRY_COMPARE(recorded, 1); // also where the disk does not take it
        QTRY_COMPARE(state.writing, false);
        QString problem;
        usage.totals(everything, this, [&problem](const UsageTable &table) { problem = table.problem; });
        QTRY_VERIFY2(problem.contains(u"folder"_s), qPrintable(problem));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestUsageThread)
#include "tst_usage_thread.moc"
