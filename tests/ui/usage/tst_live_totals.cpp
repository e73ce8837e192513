// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/ui_rig.h"
#include "ui/usage/live_totals.h"

#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Bench
{
    Bench()
    {
        rig.usage.table = [](const UsageQuery &query) {
            UsageTable table;
            table.total.requests = query.by == UsageKey::None ? 0 : 1;
            return table;
        };
        question.by = UsageKey::Model;
        question.untilNow = true;
    }

    qsizetype asked() const { return rig.usage.asked.size(); }
    void record() { Q_EMIT rig.gateway.recorded({}); }

    UiRig rig;
    UsageQuestion question;
    LiveTotals live{rig.context, [this] { return question; }};
    QSignalSpy answers{&live, &LiveTotals::answered};
};

} // namespace

//! When the store is asked.
class TestLiveTotals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksNothingWhileHidden()
    {
        Bench bench;
        bench.live.ask();
        bench.record();
        QCoreApplication::processEvents();
        QCOMPARE(bench.asked(), 0);
        bench.live.setWatched(true);
        QCOMPARE(bench.asked(), 1);
        QTRY_COMPARE(bench.answers.size(), 1);
        bench.live.setPause(1ms);
        bench.live.setWatched(false);
        bench.record();
        QTest::qWait(20);
        QCOMPARE(bench.asked(), 1);
    }

    void takesTheNewestAnswerOnly()
    {
        Bench bench;
        bench.live.setWatched(true);
        bench.question.by = UsageKey::Provider;
        bench.live.ask();
        QCOMPARE(bench.asked(), 2);
        QTRY_COMPARE(bench.answers.size(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(bench.answers.size(), 1);
        QCOMPARE(bench.answers[0][0].value<UsageQuestion>().by, UsageKey::Provider);
    }

    void dropsTheAnswerWhenHidden()
    {
        Bench bench;
        QSignalSpy waiting(&bench.live, &LiveTotals::waiting);
        bench.live.setWatched(true);
        bench.live.setWatched(false);
        QCoreApplication::processEvents();
        QCOMPARE(bench.answers.size(), 0);
        QCOMPARE(waiting.last()[0].toBool(), false);
    }

    void followsWhatIsRecorded()
    {
        Bench bench;
        bench.live.setPause(60ms);
        bench.live.setWatched(true);
        for (int i = 0; i < 100; ++i)
            bench.record();
        QCOMPARE(bench.asked(), 1); // not before the pause is over
        QTRY_COMPARE(bench.asked(), 2);
        QTest::qWait(80);
        QCOMPARE(bench.asked(), 2); // once for all hundred
    }

    void waitsFiveSeconds()
    {
        Bench bench;
        bench.live.setWatched(true);
        bench.record();
        QTest::qWait(100);
        QCOMPARE(bench.asked(), 1);
    }

    void leavesThePastAlone()
    {
        Bench bench;
        bench.question.untilNow = false;
        bench.live.setPause(1ms);
        bench.live.setWatched(true);
        bench.record();
        QTest::qWait(20);
        QCOMPARE(bench.asked(), 1);
    }

    void tellsWhenThereIsNothingAtAll_data()
    {
        QTest::addColumn<bool>("records");
        QTest::addColumn<bool>("filtered");
        QTest::addColumn<bool>("told");
        QTest::newRow("new") << false << false << true;
        QTest::newRow("earlier ones") << true << false << false;
        QTest::newRow("filtered") << false << true << false;
    }

    void tellsWhenThereIsNothingAtAll()
    {
        QFETCH(bool, records);
        QFETCH(bool, filtered);
        QFETCH(bool, told);
        Bench bench;
        bench.question.by = UsageKey::None;
        if (filtered)
            bench.question.filter.model = u"m"_s;
        if (records)
            bench.rig.usage.records.append(UsageRecord{});
        QSignalSpy nothing(&bench.live, &LiveTotals::nothingRecorded);
        bench.live.setWatched(true);
        QTRY_COMPARE(bench.answers.size(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(nothing.size(), told ? 1 : 0);
    }
};

QTEST_MAIN(TestLiveTotals)
#include "tst_live_totals.moc"
