// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/usage_schema.h"
#include "tests/gateway/usage/sqlite_file.h"
#include "tests/gateway/usage/store_rig.h"

#include <QTest>

#include <functional>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

//! A request that went well at the first attempt.
UsageRecord goodRecord()
{
    UsageRecord record;
    record.id = 1;
    record.timeMs = QDateTime::currentMSecsSinceEpoch();
    record.requestId = "one";
    record.provider = u"openai"_s;
    record.upstreamModel = "gpt-4o";
    record.status = 200;
    record.attempts = {{.provider = u"openai"_s,
                        .upstreamModel = "gpt-4o",
                        .status = 200,
                        .startMs = 0.25,
                        .connectMs = 1.5,
                        .firstByteMs = 20,
                        .milliseconds = 30,
                        .sends = 1}};
    return record;
}

using Change = std::function<void(UsageRecord &)>;

} // namespace

//! Attempts come back as they were, wherever they are kept.
class TestUsageAttempts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comeBack_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("rows");
        const auto row = [](const char *name, int rows, Change change) {
            QTest::newRow(name) << std::move(change) << rows;
        };
        row("one that went well", 0, [](UsageRecord &) {});
        row("over a kept connection, and no byte", 0, [](UsageRecord &record) {
            record.attempts[0].connectMs = -1;
            record.attempts[0].firstByteMs = -1;
        });
        row("at once", 0, [](UsageRecord &record) {
            record.attempts[0] = {.provider = u"openai"_s, .upstreamModel = "gpt-4o", .status = 200};
            record.attempts[0].connectMs = 0;
            record.attempts[0].firstByteMs = 0;
        });
        row("none", 0, [](UsageRecord &record) { record.attempts.clear(); });
        row("two", 2, [](UsageRecord &record) { record.attempts += record.attempts[0]; });
        row("another status", 1, [](UsageRecord &record) { record.status = 499; });
        row("another provider", 1, [](UsageRecord &record) { record.attempts[0].provider = u"azure"_s; });
        row("another model", 1, [](UsageRecord &record) { record.attempts[0].upstreamModel = "gpt-5"; });
        row("a code", 1, [](UsageRecord &record) { record.attempts[0].code = "upstream_400"; });
        row("a message", 1, [](UsageRecord &record) { record.attempts[0].message = u"No."_s; });
    }

    void comeBack()
    {
        QFETCH(Change, change);
        QFETCH(int, rows);
        UsageRecord record = goodRecord();
        change(record);
        StoreRig rig;
        rig.store.open(rig.path);
        rig.store.add(record);
        rig.store.flush();
        QCOMPARE(rig.store.details(1), record);
        QCOMPARE(SqliteFile(rig.path).number(u"SELECT count(*) FROM attempts"_s), rows);
        QCOMPARE(SqliteFile(rig.path).number(u"SELECT attempts FROM requests"_s), record.attempts.size());
    }

    void comeFromAnOlderFile()
    {
        StoreRig rig;
        {
            SqliteFile file(rig.path);
            QVERIFY(!migrate(file.connection(), {usageMigrations().constFirst()}));
            QVERIFY(file.run(u"INSERT INTO requests (%1) VALUES (1, 5, 'one', '', '/', '', '', '', 'openai',"
                             " 'gpt-4o', 200, '', 1, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 30, 0,"
                             " 0, 0)"_s.arg(requestColumns())));
            QVERIFY(file.run(u"INSERT INTO details VALUES (1, 'node', '', 'a: b', 0)"_s));
            QVERIFY(file.run(u"INSERT INTO attempts VALUES (1, 1, 'openai', 'gpt-4o', 200, '', '', 0.25, 1.5,"
                             " 20, 30, 1)"_s));
        }
        rig.store.open(rig.path);
        const UsageRecord read = rig.store.details(1);
        QCOMPARE(read.program, u"node"_s);
        QCOMPARE(read.headers, "a: b");
        QCOMPARE(read.attempts, goodRecord().attempts);
        rig.store.add(goodRecord());
        rig.store.flush();
        QCOMPARE(rig.store.details(2).attempts, goodRecord().attempts);
        QCOMPARE(rig.state.message, QString());
    }
};

QTEST_GUILESS_MAIN(TestUsageAttempts)
#include "tst_usage_attempts.moc"
