// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/colors.h"
#include "ui/usage/amounts.h"
#include "ui/usage/chart_layers.h"
#include "ui/usage/chart_series.h"

#include <QTest>

#include <cmath>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

UsageSpan week()
{
    return spanOf({UsageRange::Week}, {2026, 7, 7}, QTimeZone::utc());
}

UsageTotals requests(qint64 count, qint64 failed = 0)
{
    UsageTotals totals;
    totals.requests = count;
    totals.failed = failed;
    totals.firstByteP50 = double(count);
    totals.firstByteP95 = double(count) * 2;
    return totals;
}

//! `a` has the fewest requests, `j` the most.
UsageTable tenKeys(const UsageSpan &span)
{
    UsageTable table;
    for (int i = 0; i < 10; ++i) {
        const QString key(QChar(u'a' + i));
        table.rows.append({span.starts[1], key, requests(i + 1)});
        table.rows.append({span.starts[4], key, requests(100, 10)});
        table.keys.append({0, key, requests(101 + i, 10)});
    }
    return table;
}

QString named(const QString &key)
{
    return key.toUpper();
}

QStringList names(const ChartPicture &picture)
{
    QStringList list;
    for (const ChartSeries &series : picture.series)
        list.append(series.name);
    return list;
}

} // namespace

//! What the chart draws, from what the store answers.
class TestChartSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsTheLargestFirst()
    {
        const UsageSpan span = week();
        const ChartPicture picture = chartOf(tenKeys(span), span, Measure::Requests, UsageKey::Model, named);
        QCOMPARE(names(picture),
                 (QStringList{u"J"_s, u"I"_s, u"H"_s, u"G"_s, u"F"_s, u"E"_s, u"D"_s, u"C"_s, u"Other"_s}));
        QCOMPARE(picture.series.first().values, (QList<double>{0, 10, 0, 0, 100, 0, 0}));
        QCOMPARE(picture.series.last().values, (QList<double>{0, 3, 0, 0, 200, 0, 0})); // a and b
        QVERIFY(!picture.series.last().key);
        QCOMPARE(picture.series.last().colour, otherSeries);
        QCOMPARE(*picture.series.first().key, u"j"_s);
        QCOMPARE(highestOf(picture), 1000.0);
        QCOMPARE(stackedAt(picture, 1, 1), 19.0);
    }

    void ranksByWhatIsShown()
    {
        const UsageSpan span = week();
        UsageTable table;
        UsageTotals dear = requests(1);
        dear.costUsd = 5;
        table.keys = {{0, u"busy"_s, requests(9)}, {0, u"dear"_s, dear}};
        QCOMPARE(names(chartOf(table, span, Measure::Cost, UsageKey::Provider, named)),
                 (QStringList{u"DEAR"_s, u"BUSY"_s}));
        QCOMPARE(names(chartOf(table, span, Measure::ErrorRate, UsageKey::Provider, named)),
                 (QStringList{u"BUSY"_s, u"DEAR"_s}));
    }

    void dividesOthersErrors()
    {
        const UsageSpan span = week();
        const ChartPicture picture = chartOf(tenKeys(span), span, Measure::ErrorRate, UsageKey::Model, named);
        const QList<double> others = picture.series.last().values;
        QVERIFY(std::isnan(others[0])); // no request: no rate
        QCOMPARE(others[1], 0.0);
        QCOMPARE(others[4], 0.1);
    }

    void doesNotAddUpPercentiles()
    {
        const UsageSpan span = week();
        const ChartPicture picture = chartOf(tenKeys(span), span, Measure::FirstByte, UsageKey::Model, named);
        QCOMPARE(picture.series.size(), mostSeries);
        QCOMPARE(picture.leftOut, 2);
        QCOMPARE(picture.series[0].values[1], 10.0);
        QVERIFY(!picture.series[0].dashed);
        QCOMPARE(picture.series[1].values[1], 20.0);
        QVERIFY(picture.series[1].dashed);
        QVERIFY(std::isnan(picture.series[0].values[0]));
    }

    void partsTokens()
    {
        const UsageSpan span = week();
        UsageTable table;
        UsageTotals totals = requests(1);
        totals.tokens = {100, 50, 30, 5, 20};
        UsageTotals odd = requests(1);
        odd.tokens = {10, 5, 90, 0, 90}; // more cached than there was
        table.rows = {{span.starts[0], {}, totals}, {span.starts[6], {}, odd}};
        const ChartPicture picture = chartOf(table, span, Measure::Tokens, UsageKey::None, named);
        QList<double> first;
        QList<double> last;
        for (const ChartSeries &series : picture.series) {
            first.append(series.values.first());
            last.append(series.values.last());
        }
        QCOMPARE(first, (QList<double>{70, 30, 30, 20}));
        QCOMPARE(last, (QList<double>{0, 10, 0, 5}));
    }

    void leavesOutWhatIsElsewhere()
    {
        const UsageSpan span = week();
        UsageTable table;
        table.rows = {{span.fromMs - 1, {}, requests(7)}, {span.toMs, {}, requests(7)}};
        QCOMPARE(chartOf(table, span, Measure::Requests, UsageKey::None, named).series[0].values,
                 QList<double>(7, 0.0));
    }

    void scales_data()
    {
        QTest::addColumn<double>("largest");
        QTest::addColumn<bool>("whole");
        QTest::addColumn<double>("top");
        QTest::addColumn<double>("step");
        QTest::newRow("nothing") << 0.0 << true << 1.0 << 1.0;
        QTest::newRow("one") << 1.0 << true << 1.0 << 1.0;
        QTest::newRow("round") << 50.0 << true << 50.0 << 10.0;
        QTest::newRow("odd") << 51.0 << true << 60.0 << 20.0;
        QTest::newRow("small") << 0.003 << false << 0.003 << 0.001;
        QTest::newRow("unknown") << std::nan("") << false << 1.0 << 1.0;
        QTest::newRow("endless") << double(INFINITY) << false << 1.0 << 1.0;
    }

    void scales()
    {
        QFETCH(double, largest);
        QFETCH(bool, whole);
        const ValueAxis axis = axisFor(largest, 5, whole);
        QTEST(axis.top, "top");
        QTEST(axis.step, "step");
        QVERIFY(axis.marks() <= 5);
        QCOMPARE(axis.marks() * axis.step, axis.top);
    }

    void writesAmounts()
    {
        QLocale::setDefault(QLocale(u"en_US"_s));
        QCOMPARE(shortCount(9'999), u"9,999"_s);
        QCOMPARE(shortCount(12'345), u"12.3 k"_s);
        QCOMPARE(shortCount(999'499), u"999.5 k"_s);
        QCOMPARE(shortCount(2'000'000), u"2 M"_s);
        QCOMPARE(shortCount(1.8e9), u"1.8 bn"_s);
        QCOMPARE(usdAmount(0.0123), u"$0.0123"_s);
        QCOMPARE(usdAmount(1.234), u"$1.23"_s);
        QCOMPARE(usdAmount(0), u"$0.00"_s);
        QCOMPARE(usdAmount(1e-7), u"<$0.0001"_s);
        UsageTotals totals;
        totals.unpriced = 1;
        QCOMPARE(costAmount(totals), u"–"_s); // never $0 for what is not known
        totals.costUsd = 2;
        QCOMPARE(costAmount(totals), u"≥ $2.00"_s);
        QCOMPARE(durationAmount(250), u"250 ms"_s);
        QCOMPARE(durationAmount(1250), u"1.25 s"_s);
        QCOMPARE(percentAmount(0.0037), u"0.37 %"_s);
        QCOMPARE(measureText(Measure::FirstByte, std::nan("")), u"–"_s);
        QCOMPARE(tickText(Measure::Cost, 0.05, 0.05), u"$0.05"_s);
        QCOMPARE(tickText(Measure::Cost, 2, 1), u"$2"_s);
    }
};

QTEST_GUILESS_MAIN(TestChartSeries)
#include "tst_chart_series.moc"
