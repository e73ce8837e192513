// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/storable.h"
#include "gateway/usage/usage_day.h"
#include "tests/gateway/usage/sqlite_file.h"
#include "tests/gateway/usage/store_rig.h"
#include "tests/support/usage_seed.h"

#include <QElapsedTimer>
#include <QTest>

#include <limits>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

const QString countRequests = u"SELECT count(*) FROM requests"_s;

UsageRecord fullRecord()
{
    QRandomGenerator random(3);
    UsageRecord record = plausibleRequest(random, QDateTime::currentMSecsSinceEpoch());
    record.program = u"node"_s;
    record.message = u"Der Anbieter sagt: „zu viel“."_s;
    record.errorCode = "rate_limit_exceeded";
    record.partial = true;
    record.costUsd = 0.1;
    record.tokens = TokenUsage{1'000, 200, 300, 40, 50};
    AttemptRecord first = record.attempts.first();
    first.status = 0;
    first.code = "upstream_unreachable";
    first.message = u"Nobody listens there."_s;
    first.connectMs = -1;
    first.firstByteMs = -1;
    first.sends = 2;
    record.attempts.prepend(first);
    return record;
}

} // namespace

//! Records come back as they were given, in batches that are on disk within a second, and go when they are
//! old.
class TestUsageStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackWhole_data()
    {
        QTest::addColumn<UsageRecord>("record");
        QTest::newRow("all there is") << fullRecord();
        UsageRecord bare;
        bare.timeMs = 1'750'000'000'000;
        QTest::newRow("next to nothing") << bare;
        UsageRecord none = fullRecord();
        none.tokens.reset();
        none.costUsd.reset();
        none.firstByteMs = -1;
        none.attempts.clear();
        QTest::newRow("no tokens, no cost, no first byte, no attempt") << none;
        UsageRecord zero = fullRecord();
        zero.tokens = TokenUsage();
        zero.costUsd = 0;
        zero.firstByteMs = 0;
        QTest::newRow("zeros are not nothing") << zero;
    }

    void comesBackWhole()
    {
        QFETCH(UsageRecord, record);
        StoreRig rig;
        rig.store.open(rig.path);
        rig.add(record);
        record.id = 1;
        QCOMPARE(rig.recorded, QList<UsageRecord>{record});
        QCOMPARE(rig.store.details(1), record); // while it waits
        UsageRecord listed = record;
        listed.attempts.clear();
        listed.headers.clear();
        QCOMPARE(rig.store.requests(5), QList<UsageRecord>{listed});
        rig.store.flush();
        QCOMPARE(rig.store.details(1), record); // from the disk
        QCOMPARE(rig.store.requests(5), QList<UsageRecord>{listed});
        QCOMPARE(rig.store.details(2).id, 0);
        QCOMPARE(SqliteFile(rig.path).number(u"SELECT attempts FROM requests"_s), record.attempts.size());
    }

    void batchesByTime()
    {
        StoreRig rig;
        rig.store.open(rig.path);
        QElapsedTimer timer;
        timer.start();
        rig.add(7);
        SqliteFile file(rig.path);
        QCOMPARE(file.number(countRequests), 0);
        QTRY_COMPARE_WITH_TIMEOUT(file.number(countRequests), 7, 3'000);
        QVERIFY2(timer.elapsed() >= 650, qPrintable(QString::number(timer.elapsed())));
    }

    void batchesByNumber()
    {
        StoreRig rig;
        rig.store.open(rig.path);
        SqliteFile file(rig.path);
        rig.add(499);
        QCOMPARE(file.number(countRequests), 0);
        rig.add(2);
        QCOMPARE(file.number(countRequests), 500);
        rig.store.flush();
        QCOMPARE(file.number(countRequests), 501);
        QCOMPARE(file.number(u"SELECT count(DISTINCT id) FROM requests"_s), 501);
    }

    void newestFirstAndNoMoreThanAsked()
    {
        StoreRig rig;
        rig.store.open(rig.path);
        rig.add(10);
        rig.store.flush();
        rig.add(5);
        const auto ids = [&rig](int limit) {
            QList<qint64> found;
            for (const UsageRecord &record : rig.store.requests(limit))
                found.append(record.id);
            return found;
        };
        QCOMPARE(ids(3), QList<qint64>({15, 14, 13}));
        QCOMPARE(ids(7), QList<qint64>({15, 14, 13, 12, 11, 10, 9}));
        QCOMPARE(ids(100).size(), 15);
        QCOMPARE(ids(0), QList<qint64>());
        QCOMPARE(ids(-1), QList<qint64>());
    }

    void totalsTellOfWhatWaits()
    {
        StoreRig rig;
        rig.store.open(rig.path);
        rig.add(4);
        const UsageTable table = rig.store.totals(
            {0, std::numeric_limits<qint64>::max(), UsageStep::Hour, UsageKey::Provider, {}});
        QCOMPARE(table.total.requests, 4);
        QCOMPARE(table.total.costUsd, 2.0);
        QCOMPARE(rig.store.spending().all.today, 2.0);
    }

    void goesOnWhereItLeftOff()
    {
        StoreRig rig;
        rig.store.open(rig.path);
        rig.add(3);
        UsageStore other;
        other.open(rig.path);
        rig.store.flush();
        UsageRecord record;
        record.status = 200;
        other.add(record); // as number 1, which is taken by now
        other.flush();
        rig.add(1);
        rig.store.flush(); // as number 4, which is taken too
        SqliteFile file(rig.path);
        QCOMPARE(file.column(u"SELECT id FROM requests ORDER BY id"_s),
                 QStringList({u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s}));
        UsageStore third;
        third.open(rig.path);
        third.add(record);
        QCOMPARE(third.requests(1).first().id, 6);
    }

    void changedBeforeItIsStored()
    {
        StoreRig rig;
        rig.store.open(rig.path);
        rig.store.setBeforeStore([](UsageRecord &record) { record.program = u"curl"_s; });
        rig.add(1);
        QCOMPARE(rig.recorded.first().program, u"curl"_s);
        QCOMPARE(rig.store.details(1).program, u"curl"_s);
        rig.store.flush();
        QCOMPARE(rig.store.details(1).program, u"curl"_s);
    }

    void hostile()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double infinite = std::numeric_limits<double>::infinity();
        UsageRecord record = fullRecord();
        record.timeMs = std::numeric_limits<qint64>::min();
        record.client = u"'; DROP TABLE requests; --"_s;
        record.provider = QString(QChar(0xd800)) + u"half a pair"_s + QChar(0xdc00);
        record.upstreamModel = "\xff\xfe\x80" + QByteArray(1, '\0') + "ß";
        record.requestId = QByteArray(3, '\0');
        record.path = QByteArray(5'000'000, 'p');
        record.model = QByteArray("€").repeated(100'000);
        record.headers = QByteArray(1'000'000, '\xc3');
        record.message = QString(1'000'000, QChar(0x4e00));
        record.errorCode = QByteArray(1'000, '\0');
        record.status = -7;
        record.tokens = TokenUsage{std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min(), -1,
                                   std::numeric_limits<qint64>::max(), 0};
        record.costUsd = nan;
        record.firstByteMs = infinite;
        record.totalMs = nan;
        record.gatewayUs = -infinite;
        record.bytesIn = -5;
        record.bytesOut = std::numeric_limits<qint64>::max();
        record.attempts = QList<AttemptRecord>(5'000, {u"p\0q"_s, "\xff", -1, "c", u"m"_s, nan, infinite,
                                                       -infinite, -3, std::numeric_limits<int>::min()});
        StoreRig rig;
        rig.store.open(rig.path);
        for (int turn = 0; turn < 600; ++turn) // more than one batch: sums must not run over either
            rig.add(record);
        rig.store.flush();
        QCOMPARE(rig.state.writing, true);
        const UsageRecord stored = rig.store.details(1);
        QCOMPARE(stored, rig.recorded.first());
        QCOMPARE(stored, storable(stored)); // it needs no second mending
        QCOMPARE(stored.client, record.client);
        QVERIFY(!stored.requestId.contains('\0') && stored.requestId.size() == 9);
        QVERIFY(stored.model.size() <= 200 && record.model.startsWith(stored.model));
        QVERIFY(stored.message.size() < 3'000 && stored.headers.size() <= 16'384 &&
                stored.path.size() <= 2'000);
        QCOMPARE(stored.timeMs, 0);
        QCOMPARE(stored.costUsd, std::nullopt);
        QCOMPARE(stored.firstByteMs, -1.0);
        QCOMPARE(stored.totalMs, 0.0);
        const UsageTable table =
            rig.store.totals({0, std::numeric_limits<qint64>::max(), UsageStep::Hour, UsageKey::Model, {}});
        QCOMPARE(table.problem, QString());
        QCOMPARE(table.total.requests, 600);
        QVERIFY(table.total.tokens.input > 0);
        SqliteFile file(rig.path);
        QCOMPARE(file.value(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
        QCOMPARE(file.number(u"SELECT count(*) FROM requests WHERE typeof(input_tokens) <> 'integer'"
                             " OR typeof(total_ms) <> 'real' OR typeof(model) <> 'text'"_s),
                 0);
    }

    void keepsSomeDays()
    {
        StoreRig rig;
        SeedPlan plan;
        plan.days = 12;
        plan.requestsPerDay = 150;
        plan.lastDay = QDate::currentDate().addDays(-1);
        QCOMPARE(seedUsage(rig.path, plan), QString());
        SqliteFile file(rig.path);
        rig.store.open(rig.path);
        const qint64 all = file.number(countRequests);
        rig.store.setKeepDays(0);
        QTest::qWait(50);
        QCOMPARE(file.number(countRequests), all);

        const QDate oldest = QDate::currentDate().addDays(-3);
        const QString young = u"SELECT count(*) FROM requests WHERE time_ms >= %1"_s.arg(startOf(oldest));
        const qint64 kept = file.number(young);
        QVERIFY(kept > 0 && kept < all);
        rig.store.setKeepDays(3);
        QTRY_COMPARE(file.number(countRequests), kept);
        QTRY_COMPARE(file.number(u"SELECT min(day) FROM days"_s), dayNumber(oldest));
        QTRY_COMPARE(file.number(u"SELECT min(hour) >= %1 FROM hours"_s.arg(startOf(oldest) / 3'600'000)), 1);
        QCOMPARE(file.number(young), kept);
        QCOMPARE(file.number(u"SELECT sum(requests) FROM days"_s), kept);
        QCOMPARE(file.number(u"SELECT sum(requests) FROM hours"_s), kept);
        QCOMPARE(file.number(u"SELECT count(*) FROM details WHERE id NOT IN (SELECT id FROM requests)"_s), 0);
        QCOMPARE(
            file.number(u"SELECT count(*) FROM attempts WHERE request_id NOT IN (SELECT id FROM requests)"_s),
            0);
        QCOMPARE(file.number(u"SELECT count(*) FROM details"_s), kept);
        const QDate month(QDate::currentDate().year(), QDate::currentDate().month(), 1);
        const int firstSpent = dayNumber(qMin(oldest, month)); // budgets by month go on counting
        QVERIFY(file.number(u"SELECT min(day) FROM spending"_s) >= firstSpent);
        if (month <= plan.lastDay.addDays(-11))
            QCOMPARE(file.number(u"SELECT count(DISTINCT day) FROM spending"_s), 12);
    }

    void stillWritesWhileItDeletes()
    {
        StoreRig rig;
        SeedPlan plan;
        plan.days = 10;
        plan.requestsPerDay = 500;
        plan.lastDay = QDate::currentDate().addDays(-5);
        QCOMPARE(seedUsage(rig.path, plan), QString());
        SqliteFile file(rig.path);
        rig.store.open(rig.path);
        rig.store.setKeepDays(2);
        rig.add(1);
        const QString today =
            u"SELECT count(*) FROM requests WHERE time_ms >= %1"_s.arg(startOf(QDate::currentDate()));
        QTRY_COMPARE_WITH_TIMEOUT(file.number(today), 1, 3'000);
        QTRY_COMPARE_WITH_TIMEOUT(file.number(countRequests), 1, 20'000);
    }
};

QTEST_GUILESS_MAIN(TestUsageStore)
#include "tst_usage_store.moc"
