// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/ui_rig.h"
#include "ui/today/today_text.h"

#include <QLocale>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

UsageTotals totals(qint64 requests, qint64 input, qint64 output, double costUsd, qint64 unpriced = 0)
{
    UsageTotals result;
    result.requests = requests;
    result.tokens.input = input;
    result.tokens.output = output;
    result.costUsd = costUsd;
    result.unpriced = unpriced;
    return result;
}

} // namespace

Q_DECLARE_METATYPE(gatehouse::UsageTotals)
Q_DECLARE_METATYPE(gatehouse::UsageState)

class TestTodayText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void shortensCounts_data()
    {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << qint64(0) << u"0"_s;
        QTest::newRow("whole") << qint64(9'999) << u"9,999"_s;
        QTest::newRow("thousands") << qint64(10'000) << u"10.0 k"_s;
        QTest::newRow("many thousands") << qint64(123'456) << u"123 k"_s;
        QTest::newRow("almost a million") << qint64(999'499) << u"999 k"_s;
        QTest::newRow("a million, nearly") << qint64(999'500) << u"1.0 M"_s;
        QTest::newRow("millions") << qint64(1'234'567) << u"1.2 M"_s;
        QTest::newRow("a billion") << qint64(1'000'000'000) << u"1.0 bn"_s;
        QTest::newRow("99.95 of a unit") << qint64(99'950'000) << u"100 M"_s;
    }
    void shortensCounts()
    {
        QFETCH(const qint64, count);
        QFETCH(const QString, text);
        QCOMPARE(countText(count), text);
    }

    void neverGuessesACost_data()
    {
        QTest::addColumn<UsageTotals>("totals");
        QTest::addColumn<QString>("text");
        QTest::newRow("all known") << totals(2, 1, 1, 3.409) << u"$3.41"_s;
        QTest::newRow("some known") << totals(2, 1, 1, 3.409, 1) << u"≥ $3.41"_s;
        QTest::newRow("none known") << totals(2, 1, 1, 0, 2) << QString();
        QTest::newRow("costs nothing") << totals(2, 1, 1, 0) << u"$0.00"_s;
    }
    void neverGuessesACost()
    {
        QFETCH(const UsageTotals, totals);
        QFETCH(const QString, text);
        QCOMPARE(costText(totals), text);
    }

    void tellsTheDay_data()
    {
        QTest::addColumn<UsageTotals>("totals");
        QTest::addColumn<QString>("text");
        QTest::newRow("quiet") << UsageTotals() << u"Today: no requests yet"_s;
        QTest::newRow("one") << totals(1, 3, 4, 0.01) << u"Today: 1 request, 7 tokens, $0.0100"_s;
        QTest::newRow("many") << totals(132, 1'000'000, 200'000, 3.41)
                              << u"Today: 132 requests, 1.2 M tokens, $3.41"_s;
        QTest::newRow("in part priced")
            << totals(132, 1'000'000, 200'000, 3.41, 9) << u"Today: 132 requests, 1.2 M tokens, ≥ $3.41"_s;
        QTest::newRow("not priced") << totals(2, 10, 20, 0, 2) << u"Today: 2 requests, 30 tokens"_s;
        QTest::newRow("all failed") << totals(2, 0, 0, 0) << u"Today: 2 requests"_s;
    }
    void tellsTheDay()
    {
        QFETCH(const UsageTotals, totals);
        QFETCH(const QString, text);
        UiRig rig;
        rig.daily.table = [totals](const UsageQuery &) {
            UsageTable table;
            table.total = totals;
            return table;
        };
        QCOMPARE(todayText(rig.today), QString()); // not known yet
        QTRY_COMPARE(todayText(rig.today), text);
    }

    void saysThatItIsNotKnown()
    {
        UiRig rig;
        rig.daily.table = [](const UsageQuery &) {
            UsageTable table;
            table.problem = u"locked"_s;
            return table;
        };
        QTRY_COMPARE(todayText(rig.today), u"Today's usage is not known"_s);
    }

    void tellsHowTheStoreFares_data()
    {
        QTest::addColumn<UsageState>("state");
        QTest::addColumn<QString>("text");
        const QString full = u"The disk is full."_s;
        QTest::newRow("well") << UsageState() << QString();
        QTest::newRow("full") << UsageState{false, full, 4, 2}
                              << u"Usage cannot be written to disk: The disk is full. Requests go on."_s;
        QTest::newRow("without a stop")
            << UsageState{false, u"full"_s} << u"Usage cannot be written to disk: full. Requests go on."_s;
        QTest::newRow("without a reason")
            << UsageState{false, {}, 4, 2} << u"Usage cannot be written to disk. Requests go on."_s;
        QTest::newRow("set aside") << UsageState{true, u"A file was set aside."_s}
                                   << u"A file was set aside."_s;
        QTest::newRow("lost") << UsageState{true, {}, 0, 2} << u"Some requests could not be recorded."_s;
    }
    void tellsHowTheStoreFares()
    {
        QFETCH(const UsageState, state);
        QFETCH(const QString, text);
        QCOMPARE(storeText(state), text);
    }
};

QTEST_GUILESS_MAIN(TestTodayText)
#include "tst_today_text.moc"
