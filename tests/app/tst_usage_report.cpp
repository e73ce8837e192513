// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/usage_report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

UsageTotals someTotals()
{
    UsageTotals totals;
    totals.requests = 12;
    totals.failed = 1;
    totals.abandoned = 2;
    totals.tokens = {.input = 1000, .output = 50, .cached = 300, .cacheWrite = 4, .reasoning = 20};
    totals.costUsd = 1.25;
    totals.firstByteP50 = 210;
    return totals;
}

} // namespace

//! What `gatehoused usage` asks, and how it prints the answer.
class TestUsageReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Asia/Shanghai"); }
    void beginnings_data();
    void beginnings();
    void refusesOtherTimes_data();
    void refusesOtherTimes();
    void asksForDaysOrHours();
    void printsATable();
    void printsJson();
    void printsCsv();
    void anUnknownCostIsNotZero();

private:
    const UsageTable m_table{.rows = {{1'793'462'400'000, u"gpt-4o"_s, someTotals()}},
                             .keys = {{0, u"gpt-4o"_s, someTotals()}},
                             .total = someTotals()};
};

void TestUsageReport::beginnings_data()
{
    QTest::addColumn<QString>("since");
    QTest::addColumn<QString>("utc");
    // It is 00:30 on the 15th in Shanghai.
    QTest::newRow("today") << u"today"_s << u"2026-11-14T16:00:00Z"_s;
    QTest::newRow("one day") << u"1d"_s << u"2026-11-14T16:00:00Z"_s;
    QTest::newRow("a week") << u"7d"_s << u"2026-11-08T16:00:00Z"_s;
    QTest::newRow("a date") << u"2026-11-01"_s << u"2026-10-31T16:00:00Z"_s;
    QTest::newRow("an hour") << u"1h"_s << u"2026-11-14T16:00:00Z"_s;
    QTest::newRow("a day of hours") << u"24h"_s << u"2026-11-13T17:00:00Z"_s;
}

void TestUsageReport::beginnings()
{
    QFETCH(QString, since);
    QFETCH(QString, utc);
    const QDateTime now(QDate(2026, 11, 14), QTime(16, 30), QTimeZone::utc());
    const auto from = beginningOf(since, now.toLocalTime());
    QVERIFY(from);
    QCOMPARE(from->toUTC().toString(Qt::ISODate), utc);
}

void TestUsageReport::refusesOtherTimes_data()
{
    QTest::addColumn<QString>("since");
    for (const char *since : {"", "0d", "-1d", "7", "d", "7w", "99999999d", "2026-13-01", "7d ", "now"})
        QTest::newRow(since) << QString::fromLatin1(since);
}

void TestUsageReport::refusesOtherTimes()
{
    QFETCH(QString, since);
    QVERIFY(!beginningOf(since, QDateTime::currentDateTime()));
}

void TestUsageReport::asksForDaysOrHours()
{
    const QDateTime now = QDateTime::currentDateTime();
    const auto step = [&](const UsageReport &report) { return queryOf(report, now)->step; };
    QVERIFY(step({}) == UsageStep::Day);
    QVERIFY(step({.since = u"24h"_s}) == UsageStep::Hour);
    QVERIFY(step({.by = UsageReport::Hour}) == UsageStep::Hour);
    QVERIFY(queryOf({.by = UsageReport::Client}, now)->by == UsageKey::Caller);
    QVERIFY(queryOf({.by = UsageReport::Day}, now)->by == UsageKey::None);
    QVERIFY(queryOf({}, now)->toMs > now.toMSecsSinceEpoch());
    QVERIFY(!queryOf({.since = u"x"_s}, now));
}

void TestUsageReport::printsATable()
{
    const QByteArray text = reportText({}, {}, m_table);
    QCOMPARE(text, QByteArray("MODEL   REQUESTS  FAILED  INPUT  CACHED  OUTPUT  REASONING     COST\n"
                              "gpt-4o        12       1   1000     300      50         20  $1.2500\n"
                              "total         12       1   1000     300      50         20  $1.2500\n"));
    UsageTable hostile = m_table;
    hostile.keys.first().key = u"a\x1b[2J\nb\u202e"_s;
    QVERIFY(!reportText({}, {}, hostile).contains('\x1b'));
    QCOMPARE(reportText({}, {}, hostile).count('\n'), 3);
}

void TestUsageReport::printsJson()
{
    const UsageReport report{.by = UsageReport::Client, .form = UsageReport::Json};
    const QJsonObject json =
        QJsonDocument::fromJson(reportText(report, {.fromMs = 0, .toMs = 1000}, m_table)).object();
    QCOMPARE(json.value("since"_L1).toString(), u"1970-01-01T00:00:00Z"_s);
    QCOMPARE(json.value("by"_L1).toString(), u"client"_s);
    const QJsonObject row = json.value("rows"_L1).toArray().first().toObject();
    QCOMPARE(row.value("client"_L1).toString(), u"gpt-4o"_s);
    QCOMPARE(row.value("input_tokens"_L1).toInt(), 1000);
    QCOMPARE(row.value("cost_usd"_L1).toDouble(), 1.25);
    QVERIFY(row.value("first_byte_ms_p95"_L1).isNull());
    QCOMPARE(json.value("total"_L1).toObject().value("requests"_L1).toInt(), 12);
}

void TestUsageReport::printsCsv()
{
    UsageTable table = m_table;
    table.keys.first().key = u"=a,\"b\""_s;
    const QByteArrayList lines = reportText({.form = UsageReport::Csv}, {}, table).split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.first().startsWith("model,requests,"));
    QCOMPARE(lines.at(1), QByteArray("\"'=a,\"\"b\"\"\",12,1,2,1000,300,4,50,20,0,1.250000,0\r"));
    const QByteArray days = reportText({.by = UsageReport::Day, .form = UsageReport::Csv}, {}, m_table);
    QVERIFY2(days.contains("\n2026-11-01,12,"), days.constData());
}

void TestUsageReport::anUnknownCostIsNotZero()
{
    UsageTable table = m_table;
    table.total.costUsd = 0;
    table.total.unpriced = 12;
    table.keys.first().totals = table.total;
    QVERIFY(reportText({}, {}, table).contains("unknown"));
    QVERIFY(!reportText({}, {}, table).contains("$0"));
    QVERIFY(reportText({.form = UsageReport::Json}, {}, table).contains("\"cost_usd\": null"));
    table.total.costUsd = 0.5;
    QVERIFY(reportText({}, {}, table).contains(">= $0.5000"));
}

QTEST_GUILESS_MAIN(TestUsageReport)
#include "tst_usage_report.moc"
