// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/metrics.h"
#include "gateway/usage/prometheus_text.h"
#include "tests/gateway/usage/metrics_sample.h"
#include "tests/gateway/usage/prometheus.h"

#include <QRandomGenerator>
#include <QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! What is counted comes out in Prometheus' format, right to the last request.
class TestMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts()
    {
        Metrics metrics;
        UsageRecord record = answered();
        record.client = u"Cursor"_s;
        record.tokens = TokenUsage{100, 20, 40, 5, 7};
        record.costUsd = 0.25;
        record.attempts.prepend({u"azure"_s, "gpt-4o", 503, "upstream_503"});
        metrics.count(record);
        metrics.count(record);
        metrics.count(failed(429));
        UsageRecord refused; // before anybody was asked
        refused.status = 401;
        refused.totalMs = 0.2;
        metrics.count(refused);

        const QHash<QByteArray, double> samples = samplesOf(metrics.text({}));
        const auto value = [&](const QByteArray &name) {
            return samples.value(name, std::numeric_limits<double>::quiet_NaN());
        };
        QCOMPARE(value("gatehouse_requests_total{provider=\"openai\",model=\"gpt-4o\",status=\"200\",client="
                       "\"Cursor\"}"),
                 2);
        QCOMPARE(value("gatehouse_requests_total{provider=\"openai\",model=\"gpt-4o\",status=\"429\","
                       "client=\"\"}"),
                 1);
        QCOMPARE(value("gatehouse_requests_total{provider=\"\",model=\"\",status=\"401\",client=\"\"}"), 1);
        const QByteArray tokens = "gatehouse_tokens_total{provider=\"openai\",model=\"gpt-4o\",kind=";
        QCOMPARE(value(tokens + "\"input\"}"), 200);
        QCOMPARE(value(tokens + "\"output\"}"), 40);
        QCOMPARE(value(tokens + "\"cached\"}"), 80);
        QCOMPARE(value(tokens + "\"cache_write\"}"), 10);
        QCOMPARE(value(tokens + "\"reasoning\"}"), 14);
        QCOMPARE(value("gatehouse_cost_usd_total{provider=\"openai\",model=\"gpt-4o\"}"), 0.5);
        QCOMPARE(value("gatehouse_attempts_total{provider=\"azure\",code=\"upstream_503\"}"), 2);
        QCOMPARE(value("gatehouse_attempts_total{provider=\"openai\",code=\"ok\"}"), 2);
        QCOMPARE(value("gatehouse_attempts_total{provider=\"openai\",code=\"upstream_429\"}"), 1);
        QCOMPARE(value("gatehouse_request_duration_seconds_count{provider=\"openai\"}"), 3);
        QCOMPARE(value("gatehouse_request_duration_seconds_sum{provider=\"openai\"}"), 12);
        QCOMPARE(value("gatehouse_request_duration_seconds_bucket{provider=\"openai\",le=\"2.5\"}"), 0);
        QCOMPARE(value("gatehouse_request_duration_seconds_bucket{provider=\"openai\",le=\"5\"}"), 3);
        QCOMPARE(value("gatehouse_request_duration_seconds_count{provider=\"\"}"), 1);
        QCOMPARE(value("gatehouse_time_to_first_byte_seconds_count{provider=\"openai\"}"), 2);
        QCOMPARE(value("gatehouse_gateway_overhead_seconds_count"), 3);
    }

    void leavesUnknownCostsOut()
    {
        Metrics metrics;
        UsageRecord record = answered();
        record.tokens = TokenUsage{1, 1};
        metrics.count(record);
        QCOMPARE(linesOf(metrics.text({}), "gatehouse_cost_usd_total"), 0);
        record.costUsd = 0;
        metrics.count(record);
        QCOMPARE(linesOf(metrics.text({}), "gatehouse_cost_usd_total"), 1);
    }

    void tellsHowThingsAre()
    {
        MetricsMoment moment;
        moment.providers = {{u"a"_s, 3, false, true}, {u"b"_s, 0, true, false}};
        moment.recordsLost = 4;
        moment.uptimeSeconds = 12;
        moment.startedSeconds = 1764000000.25;
        moment.version = u"1.2.3"_s;
        const QByteArray text = Metrics().text(moment);
        const QByteArrayList lines = {"gatehouse_requests_in_flight{provider=\"a\"} 3",
                                      "gatehouse_requests_in_flight{provider=\"b\"} 0",
                                      "gatehouse_provider_up{provider=\"a\"} 1",
                                      "gatehouse_provider_up{provider=\"b\"} 0",
                                      "gatehouse_provider_cooldown{provider=\"a\"} 0",
                                      "gatehouse_provider_cooldown{provider=\"b\"} 1",
                                      "gatehouse_usage_records_lost_total 4",
                                      "gatehouse_uptime_seconds 12",
                                      "process_start_time_seconds 1764000000.25"};
        for (const QByteArray &line : lines)
            QVERIFY2(text.contains(QByteArray('\n' + line + '\n')), line.constData());
        const QByteArray build =
            "gatehouse_build_info{version=\"1.2.3\",qt=\"" + QByteArray(qVersion()) + "\"} 1";
        QVERIFY2(text.contains(build), text.constData());
        QCOMPARE(promtoolSays(text), "");
    }

    void histogram_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("bucket"); //!< the first that it is in; -1: none
        const double infinity = std::numeric_limits<double>::infinity();
        QTest::newRow("zero") << 0.0 << 0;
        QTest::newRow("negative") << -5.0 << 0;
        QTest::newRow("at a bound") << 1.0 << 0;
        QTest::newRow("above it") << std::nextafter(1.0, 2.0) << 1;
        QTest::newRow("at the last bound") << 10.0 << 2;
        QTest::newRow("above all") << 10.5 << 3;
        QTest::newRow("infinite") << infinity << 3;
        QTest::newRow("no number") << std::nan("") << -1;
    }

    void histogram()
    {
        QFETCH(double, value);
        QFETCH(int, bucket);
        constexpr std::array bounds{1.0, 5.0, 10.0};
        Histogram histogram(bounds);
        histogram.observe(value);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(histogram.counts()[size_t(i)], quint64(i == bucket));
        QCOMPARE(histogram.count(), quint64(bucket >= 0));
        QVERIFY(!std::isnan(histogram.sum()));
    }

    void bucketsAddUp()
    {
        Metrics metrics;
        QRandomGenerator random(7);
        for (int i = 0; i < 1000; ++i) {
            UsageRecord record = answered();
            record.totalMs = std::exp(random.bounded(15.0));
            metrics.count(record);
        }
        const QByteArray bucket = "gatehouse_request_duration_seconds_bucket{provider=\"openai\",le=\"";
        double last = 0;
        int buckets = 0;
        for (const QByteArray &line : metrics.text({}).split('\n')) {
            if (!line.startsWith(bucket))
                continue;
            const double value = line.mid(line.lastIndexOf(' ')).toDouble();
            QVERIFY2(value >= last, line.constData());
            last = value;
            ++buckets;
        }
        QVERIFY(buckets > 10);
        QCOMPARE(last, 1000); // +Inf comes last
    }
};

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
