// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/requests/sample_records.h"
#include "ui/requests/waterfall.h"
#include "ui/requests/waterfall_view.h"

#include <QTest>

#include <limits>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using Span = Waterfall::Span;

//! Where the time went: the parts, their places, and how they are told.
class TestWaterfall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dividesTheTime()
    {
        UsageRecord record = goodRecord(1);
        record.attempts = {{.provider = u"a"_s,
                            .status = 429,
                            .code = "upstream_429",
                            .startMs = 10,
                            .connectMs = 40,
                            .milliseconds = 100},
                           {.provider = u"b"_s,
                            .upstreamModel = "m",
                            .status = 200,
                            .startMs = 150,
                            .connectMs = -1,
                            .firstByteMs = 200,
                            .milliseconds = 600}};
        record.totalMs = 760;
        const Waterfall waterfall = waterfallOf(record);
        QCOMPARE(waterfall.spans, (QList<Span>{{Waterfall::Queue, 0, 0, 10},
                                               {Waterfall::Connect, 0, 10, 50},
                                               {Waterfall::Wait, 0, 50, 110},
                                               {Waterfall::Pause, 1, 110, 150},
                                               {Waterfall::Wait, 1, 150, 350},
                                               {Waterfall::Stream, 1, 350, 750},
                                               {Waterfall::Pause, 1, 750, 760}}));
        QCOMPARE(waterfall.rows, (QList<Waterfall::Row>{{u"a"_s, true}, {u"b/m"_s, false}}));
        QCOMPARE(waterfall.total, 760);
        const QString text = waterfallText(waterfall);
        QVERIFY2(text.contains(u"b/m: Pause 40 ms, Waiting for the first byte 200 ms, Answering 400 ms"_s),
                 qPrintable(text));
    }

    void tellsWhatWasAnsweredHere()
    {
        const Waterfall waterfall = waterfallOf(failedRecord(1, 404, "model_not_found", {}, false));
        QCOMPARE(waterfall.spans, (QList<Span>{{Waterfall::Queue, 0, 0, 2404}}));
        QVERIFY(waterfallText(waterfall).startsWith(u"Gatehouse: "_s));
    }

    void standsAnyFigures_data()
    {
        QTest::addColumn<double>("value");
        QTest::newRow("nan") << std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
        QTest::newRow("negative") << -50.0;
        QTest::newRow("huge") << 1e300;
        QTest::newRow("zero") << 0.0;
    }

    void standsAnyFigures()
    {
        QFETCH(double, value);
        UsageRecord record = goodRecord(1);
        record.attempts.append(record.attempts.first());
        for (double AttemptRecord::*field : {&AttemptRecord::startMs, &AttemptRecord::connectMs,
                                             &AttemptRecord::firstByteMs, &AttemptRecord::milliseconds}) {
            UsageRecord odd = record;
            odd.attempts[1].*field = value;
            const Waterfall waterfall = waterfallOf(odd);
            double at = 0;
            for (const Span &span : waterfall.spans) {
                QVERIFY(span.from >= at && span.to > span.from);
                at = span.to;
                const QRectF plot(100, 0, 300, 60);
                QVERIFY(plot.contains(barOf(span, waterfall, plot)));
            }
            QVERIFY(waterfall.total >= at);
        }
        record.totalMs = value;
        record.attempts.clear();
        QVERIFY(waterfallOf(record).total >= 0);
        QVERIFY(!ticksOf(value, 5).isEmpty());
    }

    void placesBars()
    {
        Waterfall waterfall;
        waterfall.rows = {{}, {}};
        waterfall.total = 1000;
        const QRectF plot(50, 0, 200, 100);
        const QRectF bar = barOf({Waterfall::Wait, 1, 250, 500}, waterfall, plot);
        QCOMPARE(bar.left(), 100);
        QCOMPARE(bar.right(), 150);
        QCOMPARE(bar.center().y(), 75);
        QVERIFY(bar.top() > 50 && bar.bottom() < 100);
        const QRectF thin = barOf({Waterfall::Wait, 0, 999.9, 1000}, waterfall, plot);
        QCOMPARE(thin.width(), 2);
        QCOMPARE(thin.right(), 250);
        QCOMPARE(barOf({}, {}, plot), QRectF());
    }

    void chosesRoundTicks_data()
    {
        QTest::addColumn<double>("total");
        QTest::addColumn<int>("most");
        QTest::addColumn<QList<double>>("ticks");
        QTest::newRow("thousands") << 2404.0 << 5 << QList<double>{0, 500, 1000, 1500, 2000};
        QTest::newRow("few") << 2404.0 << 1 << QList<double>{0};
        QTest::newRow("small") << 0.7 << 4 << QList<double>{0, 0.2, 0.4, 0.6};
        QTest::newRow("exact") << 1000.0 << 5 << QList<double>{0, 200, 400, 600, 800, 1000};
        QTest::newRow("none") << 0.0 << 5 << QList<double>{0};
    }

    void chosesRoundTicks()
    {
        QFETCH(double, total);
        QFETCH(int, most);
        QFETCH(QList<double>, ticks);
        const QList<double> chosen = ticksOf(total, most);
        QCOMPARE(chosen.size(), ticks.size());
        for (qsizetype i = 0; i < ticks.size(); ++i)
            QVERIFY(qAbs(chosen[i] - ticks[i]) < 1e-9);
    }

    void showsOnlySoMany()
    {
        UsageRecord record = goodRecord(1);
        record.attempts = QList<AttemptRecord>(50, record.attempts.first());
        const Waterfall waterfall = waterfallOf(record);
        QCOMPARE(waterfall.rows.size(), maxWaterfallRows);
        QCOMPARE(waterfall.left, 50 - maxWaterfallRows);
    }

    void tellsThePointer()
    {
        WaterfallView view(waterfallOf(goodRecord(1)));
        view.resize(600, view.sizeHint().height());
        QVERIFY(view.accessibleDescription().contains(u"Connecting 90 ms"_s));
        QString seen;
        for (int x = 0; x < view.width(); ++x)
            seen += view.textAt(QPointF(x, 12)) + u'\n';
        QVERIFY(seen.contains(u"openai/gpt-4o"_s));
        QVERIFY(seen.contains(u"Waiting for the first byte: 530 ms (from 94 ms to 624 ms)"_s));
        QVERIFY(view.textAt(QPointF(300, 500)).isEmpty());
        QVERIFY(!view.grab().isNull());
    }
};

QTEST_MAIN(TestWaterfall)
#include "tst_waterfall.moc"
