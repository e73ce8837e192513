// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/metrics.h"
#include "tests/gateway/usage/metrics_sample.h"
#include "tests/gateway/usage/prometheus.h"

#include <QTest>

#include <ctime>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Whatever clients and providers call things, what is counted stays bounded, valid and whole.
class TestMetricsBounds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesHostileText_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("quotes") << QByteArray("a\"} 1\nevil{x=\"") << QByteArray("a\\\"} 1\\nevil{x=\\\"");
        QTest::newRow("backslash at the end") << QByteArray("a\\") << QByteArray("a\\\\");
        QTest::newRow("control characters") << QByteArray("a\0b\r\x1b\x7f\tz", 8) << QByteArray("a?b????z");
        QTest::newRow("not UTF-8") << QByteArray("a\xff\xfez") << QByteArray("a\xef\xbf\xbd\xef\xbf\xbdz");
        QTest::newRow("a megabyte") << QByteArray(1 << 20, 'x') << QByteArray(100, 'x');
        QTest::newRow("wide characters") << QByteArray("\xf0\x9f\x98\x80").repeated(1 << 18)
                                         << QByteArray("\xf0\x9f\x98\x80").repeated(100);
        QTest::newRow("rests of characters")
            << QByteArray(1 << 20, '\x80') << QByteArray("\xef\xbf\xbd").repeated(100);
        QTest::newRow("the word for the rest") << QByteArray("other") << QByteArray("other");
    }

    void survivesHostileText()
    {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, written);
        Metrics metrics;
        UsageRecord record = answered(u"openai"_s, model);
        record.client = QString::fromUtf8(model);
        record.tokens = TokenUsage{1, 1};
        record.costUsd = 1;
        metrics.count(record);
        metrics.count(record);
        const QByteArray text = metrics.text({});
        const QByteArray series =
            "gatehouse_requests_total{provider=\"openai\",model=\"" + written + "\",status";
        QVERIFY2(text.contains(series), text.left(3000).constData());
        QCOMPARE(sumOf(text, "gatehouse_requests_total"), 2);
        QCOMPARE(linesOf(text, "gatehouse_requests_total"), 1);
        QCOMPARE(promtoolSays(text), "");
    }

    void holdsOnlySoManyModels()
    {
        Metrics metrics;
        for (int i = 0; i < 1000; ++i) {
            metrics.count(answered(u"a"_s, "m" + QByteArray::number(i)));
            metrics.count(answered(u"b"_s, "m" + QByteArray::number(i)));
        }
        const QByteArray text = metrics.text({});
        QCOMPARE(linesOf(text, "gatehouse_requests_total"), 2 * (Metrics::mostModels + 1));
        const QHash<QByteArray, double> samples = samplesOf(text);
        QCOMPARE(
            samples.value("gatehouse_requests_total{provider=\"a\",model=\"other\",status=\"200\",client="
                          "\"\"}"),
            900);
    }

    void learnsNoNameThatFails()
    {
        Metrics metrics;
        for (int i = 0; i < 1000; ++i)
            metrics.count(failed(404, u"a"_s, "made-up-" + QByteArray::number(i)));
        metrics.count(answered(u"a"_s, "real"));
        metrics.count(failed(500, u"a"_s, "real"));
        const QHash<QByteArray, double> samples = samplesOf(metrics.text({}));
        const QByteArray of = "gatehouse_requests_total{provider=\"a\",model=\"";
        QCOMPARE(samples.value(of + "\",status=\"404\",client=\"\"}"), 1000);
        QCOMPARE(samples.value(of + "real\",status=\"200\",client=\"\"}"), 1);
        QCOMPARE(samples.value(of + "real\",status=\"500\",client=\"\"}"), 1);
    }

    void holdsOnlySoManySeries()
    {
        Metrics metrics;
        qint64 total = 0;
        for (int provider = 0; provider < 150; ++provider) {
            for (int model = 0; model < 12; ++model) {
                for (int client = 0; client < 4; ++client) {
                    UsageRecord record = answered(u"p%1"_s.arg(provider), "m" + QByteArray::number(model));
                    record.client = u"c%1"_s.arg(client * 1000 + model);
                    record.status = 200 + provider % 5;
                    record.tokens = TokenUsage{1, 2, 3, 4, 5};
                    record.costUsd = 1;
                    record.attempts[0].code = "code" + QByteArray::number(total % 300);
                    metrics.count(record);
                    ++total;
                }
            }
        }
        const QByteArray text = metrics.text({});
        for (const char *metric :
             {"gatehouse_requests_total", "gatehouse_attempts_total", "gatehouse_tokens_total",
              "gatehouse_cost_usd_total", "gatehouse_request_duration_seconds_bucket"}) {
            QVERIFY2(linesOf(text, metric) <= Metrics::mostSeries, metric);
            QVERIFY2(linesOf(text, metric) > 300, metric);
        }
        QCOMPARE(sumOf(text, "gatehouse_requests_total"), double(total)); // none is lost for that
        QCOMPARE(sumOf(text, "gatehouse_attempts_total"), double(total));
        QCOMPARE(sumOf(text, "gatehouse_cost_usd_total"), double(total));
        QCOMPARE(sumOf(text, "gatehouse_tokens_total"), double(total * 15));
        QCOMPARE(promtoolSays(text), "");
    }

    void isFast()
    {
        Metrics metrics;
        UsageRecord record = answered();
        record.client = u"Cursor"_s;
        record.tokens = TokenUsage{1, 1};
        record.costUsd = 0.001;
        constexpr int rounds = 100'000;
        const std::clock_t before = std::clock(); // processor time: others may use the machine too
        for (int i = 0; i < rounds; ++i)
            metrics.count(record);
        const double each = double(std::clock() - before) * 1e9 / CLOCKS_PER_SEC / rounds;
        qInfo("%.0f ns for each request", each);
        QVERIFY(each < 20'000); // far from what it takes: nothing may be optimised
    }
};

QTEST_GUILESS_MAIN(TestMetricsBounds)
#include "tst_metrics_bounds.moc"
