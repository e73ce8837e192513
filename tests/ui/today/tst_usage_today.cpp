// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/redact.h"
#include "gateway/gateway.h"
#include "tests/ui/support/fake_usage.h"
#include "ui/today/usage_today.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Bench
{
    explicit Bench(std::chrono::milliseconds pause = 1ms)
        : gateway(nullptr, std::make_shared<Redactor>())
        , today(gateway, usage, {[this] { return now; }, pause})
    {
    }

    //! A request was recorded.
    void record() { Q_EMIT gateway.recorded({}); }

    QDateTime now{{2026, 3, 5}, {0, 10}};
    FakeUsage usage;
    Gateway gateway;
    UsageToday today;
};

UsageTotals totals(qint64 requests, qint64 failed = 0)
{
    UsageTotals result;
    result.requests = requests;
    result.failed = failed;
    return result;
}

} // namespace

//! What is asked of the store, when, and what is made of the answers. In a zone that is half an hour off.
class TestUsageToday final : public QObject
{
    Q_OBJECT

public:
    static void initMain() { qputenv("TZ", "Asia/Kolkata"); }

private Q_SLOTS:
    void asksForTheLocalDayAndFor24Hours()
    {
        Bench bench;
        QVERIFY(!bench.today.known());
        QSignalSpy changed(&bench.today, &UsageToday::changed);
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(bench.today.known());
        QCOMPARE(bench.usage.asked.size(), 2);
        const auto utc = [](const QDate &date, const QTime &time) {
            return QDateTime(date, time, QTimeZone::utc()).toMSecsSinceEpoch();
        };
        const UsageQuery day{utc({2026, 3, 4}, {18, 30}), utc({2026, 3, 5}, {18, 30}), UsageStep::Day};
        QCOMPARE(bench.usage.asked[0], day);
        const UsageQuery hours{utc({2026, 3, 3}, {19, 0}), utc({2026, 3, 4}, {19, 0}), UsageStep::Hour,
                               UsageKey::Provider};
        QCOMPARE(bench.usage.asked[1], hours);
        QCOMPARE(bench.today.hours().size(), 24);
        QCOMPARE(bench.today.hours().constLast().startMs, utc({2026, 3, 4}, {18, 0}));
    }

    void countsHoursOfEachProvider()
    {
        Bench bench;
        bench.usage.table = [](const UsageQuery &query) {
            UsageTable table;
            if (query.step == UsageStep::Day) {
                table.total = totals(9, 2);
                return table;
            }
            const qint64 last = query.toMs - hourMs;
            table.rows = {{query.fromMs - hourMs, u"a"_s, totals(50)}, // nobody asked for it
                          {query.fromMs, u"a"_s, totals(1)},
                          {last, {}, totals(2, 2)},
                          {last, u"a"_s, totals(3, 1)},
                          {last, u"b"_s, totals(4)},
                          {query.toMs, u"b"_s, totals(50)}};
            return table;
        };
        QTRY_VERIFY(bench.today.known());
        QCOMPARE(bench.today.totals(), totals(9, 2));
        const LastHours all = bench.today.hours();
        QCOMPARE(all.constFirst().requests, 1);
        QCOMPARE(all.constLast().requests, 9);
        QCOMPARE(all.constLast().failed, 3);
        QCOMPARE(bench.today.hours(u"a"_s).constFirst().requests, 1);
        QCOMPARE(bench.today.hours(u"a"_s).constLast().requests, 3);
        QCOMPARE(bench.today.hours(u"b"_s).constFirst().requests, 0);
        QCOMPARE(bench.today.hours(u"b"_s).constLast().requests, 4);
        const LastHours never = bench.today.hours(u"never asked"_s);
        QCOMPARE(never, emptyHours(all.constLast().startMs));
    }

    void asksOnceForManyRequests()
    {
        Bench bench(50ms);
        QTRY_VERIFY(bench.today.known());
        for (int i = 0; i < 1000; ++i)
            bench.record();
        QCOMPARE(bench.usage.asked.size(), 2); // not at once
        QTRY_COMPARE(bench.usage.asked.size(), 4);
        QTest::qWait(120);
        QCOMPARE(bench.usage.asked.size(), 4); // nothing happens, nothing is asked
    }

    void doesNotAskWhileAnAnswerIsDue()
    {
        Bench bench;
        bench.usage.silent = true;
        QTRY_COMPARE(bench.usage.asked.size(), 2);
        bench.record();
        QTest::qWait(30);
        QCOMPARE(bench.usage.asked.size(), 2);
        QVERIFY(!bench.today.known());
    }

    //! What came while it waited for an answer is asked for after it.
    void asksAgainForWhatCameMeanwhile()
    {
        Bench bench(0ms);
        bench.usage.table = [&](const UsageQuery &query) {
            if (query.step == UsageStep::Day && bench.usage.asked.size() == 2)
                bench.today.renew(); // is in the same hour: no reason
            else if (bench.usage.asked.size() == 2) {
                bench.now = bench.now.addSecs(3600);
                bench.today.renew();
            }
            return UsageTable{};
        };
        QTRY_COMPARE(bench.usage.asked.size(), 4);
        QCOMPARE(bench.usage.asked[3].toMs - bench.usage.asked[1].toMs, hourMs);
    }

    void asksWhenADayBegins()
    {
        Bench bench;
        bench.now = QDateTime({2026, 3, 5}, {23, 59, 59, 900});
        QTRY_VERIFY(bench.today.known());
        const qint64 firstDay = bench.usage.asked[0].fromMs;
        bench.now = QDateTime({2026, 3, 6}, {0, 0, 0, 50});
        QTRY_COMPARE(bench.usage.asked.size(), 4);
        QCOMPARE(bench.usage.asked[2].fromMs - firstDay, 24 * hourMs);
    }

    void asksWhenAnHourBegins()
    {
        Bench bench;
        bench.now = QDateTime({2026, 3, 5}, {10, 29, 59, 900}); // hours are those of UTC
        QTRY_VERIFY(bench.today.known());
        bench.now = bench.now.addMSecs(150);
        QTRY_COMPARE(bench.usage.asked.size(), 4);
        QCOMPARE(bench.usage.asked[3].toMs - bench.usage.asked[1].toMs, hourMs);
    }

    void renewsWhatIsOld()
    {
        Bench bench;
        QTRY_VERIFY(bench.today.known());
        bench.today.renew();
        QCOMPARE(bench.usage.asked.size(), 2);
        bench.now = bench.now.addSecs(9 * 3600); // the machine slept
        bench.today.renew();
        QCOMPARE(bench.usage.asked.size(), 4);
    }

    void keepsWhatItKnewWhenTheStoreCannotBeAsked()
    {
        Bench bench;
        QString problem;
        bench.usage.table = [&](const UsageQuery &) {
            UsageTable table;
            table.problem = problem;
            if (problem.isEmpty())
                table.total = totals(7);
            return table;
        };
        QTRY_VERIFY(bench.today.known());
        problem = u"database is locked"_s;
        bench.record();
        QTRY_COMPARE(bench.today.problem(), problem);
        QCOMPARE(bench.today.totals().requests, 7);
        QCOMPARE(bench.today.hours().size(), 24);
        problem.clear();
        Q_EMIT bench.gateway.usageStateChanged({.writing = false}); // something is other now
        QTRY_COMPARE(bench.today.problem(), QString());
    }

    void tellsHowTheStoreFares()
    {
        Bench bench;
        QTRY_VERIFY(bench.today.known());
        QSignalSpy changed(&bench.today, &UsageToday::changed);
        const UsageState full{.writing = false, .message = u"disk full"_s, .waiting = 3, .lost = 1};
        Q_EMIT bench.gateway.usageStateChanged(full);
        Q_EMIT bench.gateway.usageStateChanged(full);
        QCOMPARE(bench.today.state(), full);
        QCOMPARE(changed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestUsageToday)
#include "tst_usage_today.moc"
