// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/latency_histogram.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Percentiles are within 5 % of the true ones, and texts of histograms can be added by putting them
//! together.
class TestLatencyHistogram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withinFivePercent_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {1, 2, 3, 19, 20, 21, 100, 5'000})
            QTest::addRow("%d", count) << count;
    }

    void withinFivePercent()
    {
        QFETCH(int, count);
        QRandomGenerator random{quint32(count)};
        for (int round = 0; round < 50; ++round) {
            LatencyHistogram histogram;
            QList<double> times;
            for (int number = 0; number < count; ++number) {
                times.append(std::exp(random.generateDouble() * 14 - 4)); // 0.02 ms to 22 s
                histogram.add(times.last());
            }
            std::sort(times.begin(), times.end());
            for (const double part : {0.5, 0.95, 1.0}) {
                const double exact = times[qsizetype(std::ceil(part * count)) - 1];
                const double found = histogram.percentile(part).value_or(0);
                QVERIFY2(std::abs(found - exact) <= 0.05 * exact,
                         qPrintable(u"%1 instead of %2"_s.arg(found).arg(exact)));
            }
        }
    }

    void addsTexts()
    {
        QRandomGenerator random(7);
        LatencyHistogram all;
        QString text;
        for (int part = 0; part < 20; ++part) {
            LatencyHistogram some;
            for (int number = random.bounded(30); number > 0; --number) {
                const double time = random.generateDouble() * 1'000;
                some.add(time);
                all.add(time);
            }
            text += some.toText();
        }
        LatencyHistogram sum;
        sum.addText(text);
        QCOMPARE(sum.toText(), all.toText());
    }

    void takesAnything()
    {
        LatencyHistogram histogram;
        QCOMPARE(histogram.percentile(0.5), std::nullopt);
        QCOMPARE(histogram.toText(), QString());
        for (const double time : {0.0, -1.0, 1e300, std::numeric_limits<double>::infinity(), 1e-300})
            histogram.add(time);
        QVERIFY(histogram.percentile(0) && histogram.percentile(1));
        for (const QStringView text :
             {u"", u":", u"::: ", u" ", u"1", u"1:", u"999:5 ", u"-1:5 ", u"1:99999999999999999999999999 ",
              u"99999999999999999999999:1 ", u"1:2 x:3 \u0000 4", u"äöü:ß "}) {
            LatencyHistogram read;
            read.addText(text);
            (void)read.percentile(0.5);
        }
        LatencyHistogram read;
        read.addText(u"0:1 999:7 x 255:2 256:9 ");
        QCOMPARE(read.toText(), u"0:1 255:2 "_s);
    }
};

QTEST_GUILESS_MAIN(TestLatencyHistogram)
#include "tst_latency_histogram.moc"
