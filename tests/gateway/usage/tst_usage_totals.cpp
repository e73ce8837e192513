// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/read_spending.h"
#include "gateway/usage/totals.h"
#include "gateway/usage/usage_database.h"
#include "gateway/usage/write_batch.h"
#include "tests/gateway/usage/brute_force.h"
#include "tests/gateway/usage/sqlite_file.h"
#include "tests/support/usage_seed.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <ctime>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMs = 86'400'000;

//! Nearly all that can be asked for about ten days from \a baseMs on.
QList<UsageQuery> allQueries(qint64 baseMs)
{
    const QList<UsageFilter> filters = {{},
                                        {{}, u"claude-sonnet-4-5"_s, {}},
                                        {{}, {}, u"Cursor"_s},
                                        {u"openai"_s, u"gpt-4o"_s, u"Zed"_s},
                                        {u"no such"_s, {}, {}},
                                        {u""_s, u""_s, {}}};
    const QList<std::pair<qint64, qint64>> ranges = {
        {0, std::numeric_limits<qint64>::max()},
        {baseMs + 3 * dayMs + 1, baseMs + 8 * dayMs - 1},
        {baseMs + 1'800'000, baseMs + 5 * dayMs + 1'800'000},
        {std::numeric_limits<qint64>::min(), baseMs + 4 * dayMs}};
    QList<UsageQuery> queries;
    for (const auto &[from, to] : ranges) {
        for (const UsageStep step : {UsageStep::Hour, UsageStep::Day}) {
            for (const UsageKey by :
                 {UsageKey::None, UsageKey::Provider, UsageKey::Model, UsageKey::Caller}) {
                for (const UsageFilter &filter : filters)
                    queries.append({from, to, step, by, filter});
            }
        }
    }
    return queries;
}

QList<UsageRecord> randomRecords(qint64 baseMs, int count)
{
    QRandomGenerator random(42);
    QList<UsageRecord> records;
    for (int number = 0; number < count; ++number) {
        UsageRecord record = plausibleRequest(random, baseMs + random.bounded(10 * dayMs));
        record.id = number + 1;
        if (random.bounded(10) == 0) { // none was chosen, and the model is what the client made up
            record.provider.clear();
            record.status = 404;
            record.firstByteMs = -1;
        }
        if (random.bounded(25) == 0)
            record.status = 499;
        records.append(record);
    }
    return records;
}

void write(QSqlDatabase &database, QList<UsageRecord> records, int batch)
{
    while (!records.isEmpty()) {
        const qsizetype count = qMin(qsizetype(batch), records.size());
        const SqlOutcome failure = writeBatch(database, records, count);
        QVERIFY2(!failure, failure ? qPrintable(failure->message) : "");
        records.remove(0, count);
    }
}

void setTimeZone(const QByteArray &zone)
{
    qputenv("TZ", zone);
    tzset();
}

} // namespace

//! Totals are exactly what adding up the records one by one gives.
class TestUsageTotals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { setTimeZone("UTC0"); }

    void exact_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("from");

        const QDate spring(2025, 3, 28); // clocks change within ten days: north forward, south back
        const QDate autumn(2025, 9, 3);  // south forward
        const QDate late(2025, 10, 24);  // north back
        QTest::newRow("UTC") << QByteArray("UTC0") << spring;
        QTest::newRow("half an hour off") << QByteArray("<+0530>-5:30") << spring;
        QTest::newRow("far west") << QByteArray("<-11>11") << spring;
        QTest::newRow("far east") << QByteArray("<+14>-14") << spring;
        QTest::newRow("summer time begins") << QByteArray("CET-1CEST,M3.5.0,M10.5.0/3") << spring;
        QTest::newRow("summer time ends") << QByteArray("CET-1CEST,M3.5.0,M10.5.0/3") << late;
        QTest::newRow("a day without midnight") << QByteArray("<-04>4<-03>,M9.1.6/24,M4.1.6/24") << autumn;
        QTest::newRow("a day with two midnights") << QByteArray("<-04>4<-03>,M9.1.6/24,M4.1.6/24") << spring;
        QTest::newRow("summer time by half an hour")
            << QByteArray("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0") << spring;
    }

    void exact()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, from);
        setTimeZone(zone);
        const qint64 baseMs = QDateTime(from, QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch();
        const QList<UsageRecord> records = randomRecords(baseMs, 250);
        const QTemporaryDir folder;
        UsageDatabase database;
        QVERIFY(!database.open(folder.filePath(u"usage.sqlite"_s)));
        write(database.connection(), records, 70);

        const BruteForce exact(records);
        for (const UsageQuery &query : allQueries(baseMs)) {
            const SqlReading<UsageTable> read = readTotals(database.connection(), query);
            QVERIFY(!read.failure);
            const QString difference = differenceOf(read.found, exact.answer(query));
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
        }
    }

    void usesIndexes()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"usage.sqlite"_s);
        UsageDatabase database;
        QVERIFY(!database.open(path));
        SqliteFile file(path);
        QSqlQuery query(file.connection());
        for (
            const QString &statement :
            {u"SELECT sum(requests) FROM days WHERE day >= 1 AND day < 2 AND provider = 'x' GROUP BY day, model"_s,
             u"SELECT sum(requests) FROM hours WHERE hour >= 1 AND hour < 2 GROUP BY hour"_s,
             u"SELECT id FROM requests WHERE time_ms < 7 ORDER BY time_ms LIMIT 5"_s}) {
            QVERIFY(query.exec(u"EXPLAIN QUERY PLAN "_s + statement) && query.next());
            QVERIFY2(query.value(3).toString().startsWith(u"SEARCH"_s),
                     qPrintable(query.value(3).toString()));
        }
    }

    void readOnly()
    {
        const qint64 baseMs = QDateTime(QDate(2025, 6, 1), QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch();
        const QList<UsageRecord> records = randomRecords(baseMs, 100);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"usage.sqlite"_s);
        const UsageQuery query{0, baseMs + 100 * dayMs, UsageStep::Day, UsageKey::Model, {}};
        QVERIFY(readOnlyTotals(path, query).problem.contains(u"there is no file"_s));
        QVERIFY(!QFile::exists(path));
        UsageDatabase database;
        QVERIFY(!database.open(path));
        write(database.connection(), records, 100);
        const UsageTable table = readOnlyTotals(path, query);
        QCOMPARE(table.problem, QString());
        QCOMPARE(differenceOf(table, BruteForce(records).answer(query)), QString());

        QVERIFY(!run(database.connection(), u"BEGIN EXCLUSIVE"_s));
        QVERIFY2(readOnlyTotals(path, query).problem.contains(u"locked"_s),
                 qPrintable(readOnlyTotals(path, query).problem));
        QVERIFY(!run(database.connection(), u"ROLLBACK"_s));
        QVERIFY(!run(database.connection(), u"PRAGMA user_version = 77"_s));
        QVERIFY(readOnlyTotals(path, query).problem.contains(u"version"_s));
        database.close();
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("nothing");
        file.close();
        QVERIFY(readOnlyTotals(path, query).problem.contains(u"damaged"_s));
    }

    void spendingByClient()
    {
        setTimeZone("<+0530>-5:30");
        const QDate today(2025, 3, 31);
        QList<UsageRecord> records;
        const auto spend = [&records](const QString &client, QDate day, double usd,
                                      QTime time = QTime(0, 0)) {
            UsageRecord record;
            record.id = records.size() + 1;
            record.client = client;
            record.program = u"Cursor"_s; // a program of that name is not the client
            record.timeMs = QDateTime(day, time).toMSecsSinceEpoch();
            record.costUsd = usd;
            records.append(record);
        };
        spend(u"Cursor"_s, today, 0.5);
        spend(u"Cursor"_s, today, 0.25, QTime(23, 59, 59, 999));
        spend(u"Cursor"_s, QDate(2025, 3, 1), 2);
        spend(u"Cursor"_s, QDate(2025, 2, 28), 100, QTime(23, 59, 59, 999));
        spend(u"Cursor"_s, QDate(2025, 4, 1), 100);
        spend(u"Zed"_s, today.addDays(-1), 4, QTime(23, 59, 59, 999));
        spend({}, today, 8);
        const QTemporaryDir folder;
        UsageDatabase database;
        QVERIFY(!database.open(folder.filePath(u"usage.sqlite"_s)));
        write(database.connection(), records, 3);

        const SqlReading<SpendingTable> read = readSpending(database.connection(), today);
        QVERIFY(!read.failure);
        QCOMPARE(read.found.clients,
                 QList<Spending>({{{}, 8, 8}, {u"Cursor"_s, 0.75, 2.75}, {u"Zed"_s, 0, 4}}));
        QCOMPARE(read.found.all, (Spending{{}, 8.75, 14.75}));
        QCOMPARE(read.found.day, today);
    }
};

QTEST_GUILESS_MAIN(TestUsageTotals)
#include "tst_usage_totals.moc"
