// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/gateway_rig.h"
#include "tests/gateway/pipeline/sample.h"
#include "tests/gateway/usage/prometheus.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! GET /metrics of a gateway that serves requests, good and bad.
class TestMetricsPath : public QObject
{
    Q_OBJECT

    static QByteArray chatBody(const QByteArray &model = "m")
    {
        return "{\"model\":\"" + model + "\",\"messages\":[]}";
    }

    //! The text, once it tells of \a requests that have ended; what it is after five seconds otherwise.
    static QByteArray metricsOf(quint16 port, int requests)
    {
        QByteArray text;
        const bool came = QTest::qWaitFor([&] {
            text = exchange(port, httpRequest("GET", "/metrics")).body;
            return sumOf(text, "gatehouse_requests_total") >= requests;
        });
        return came ? text : text + "# too few\n";
    }

private Q_SLOTS:
    void isServed()
    {
        GatewayRig rig;
        rig.gateway.start();
        QTRY_COMPARE(rig.listening.size(), 1);
        const RawAnswer answer = exchange(rig.port(), httpRequest("GET", "/metrics"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("content-type"), "text/plain; version=0.0.4; charset=utf-8");
        QCOMPARE(promtoolSays(answer.body), "");
        QVERIFY(answer.body.contains("gatehouse_requests_in_flight{provider=\"fake\"} 0\n"));
        QVERIFY(answer.body.contains("gatehouse_provider_up{provider=\"fake\"} 1\n"));

        RawClient head(rig.port());
        QVERIFY(head.send(httpRequest("HEAD", "/metrics")));
        const RawAnswer headAnswer = head.readAnswer(std::chrono::seconds(5), true);
        QCOMPARE(headAnswer.status, 200);
        QVERIFY(headAnswer.header("content-length").toInt() > 0);
        QCOMPARE(headAnswer.body, "");
        QCOMPARE(exchange(rig.port(), httpRequest("POST", "/metrics", "{}")).status, 405);
        QCOMPARE(sumOf(exchange(rig.port(), httpRequest("GET", "/metrics")).body, "gatehouse_requests_total"),
                 0);
    }

    void countsEachRequestOnce()
    {
        GatewayRig rig;
        rig.config.clients = {sample::client(u"Cur\"sor"_s, "gh-secret-key-0123456789")};
        rig.gateway.apply(rig.config, {});
        rig.gateway.start();
        QTRY_COMPARE(rig.listening.size(), 1);
        const QByteArrayList key = {"Authorization: Bearer gh-secret-key-0123456789"};
        const auto answerOf = [&](const QByteArray &body, const QByteArrayList &headers) {
            return exchange(rig.port(), jsonRequest("/v1/chat/completions", body, headers)).status;
        };

        rig.provider.enqueue(FakeAnswer::json("{\"choices\":[],\"usage\":{\"prompt_tokens\":7,"
                                              "\"completion_tokens\":5,\"total_tokens\":12}}"));
        QCOMPARE(answerOf(chatBody(), key), 200);
        rig.provider.enqueue(FakeAnswer::json("{\"error\":{\"message\":\"no\"}}", 500));
        QCOMPARE(answerOf(chatBody(), key), 500);
        QCOMPARE(answerOf(chatBody(), {}), 401);
        QCOMPARE(answerOf(chatBody("nothing-like-it"), key), 404);
        QCOMPARE(answerOf("{", key), 400);
        // A name that is passed on as it stands.
        rig.provider.enqueue(FakeAnswer::json("{\"choices\":[]}"));
        QCOMPARE(answerOf(chatBody("fake/x\\\"}\\nevil 1\\n"), key), 200);

        const QByteArray text = metricsOf(rig.port(), 6);
        QCOMPARE(promtoolSays(text), "");
        const QHash<QByteArray, double> samples = samplesOf(text);
        const auto requests = [&](const QByteArray &provider, const QByteArray &model, int status,
                                  const QByteArray &client) {
            return samples.value("gatehouse_requests_total{provider=\"" + provider + "\",model=\"" + model +
                                     "\",status=\"" + QByteArray::number(status) + "\",client=\"" + client +
                                     "\"}",
                                 -1);
        };
        QCOMPARE(requests("fake", "m", 200, "Cur\\\"sor"), 1);
        QCOMPARE(requests("fake", "m", 500, "Cur\\\"sor"), 1);
        QCOMPARE(requests("", "", 401, ""), 1);
        QCOMPARE(requests("", "", 404, "Cur\\\"sor"), 1);
        QCOMPARE(requests("", "", 400, "Cur\\\"sor"), 1);
        QCOMPARE(requests("fake", "x\\\"}\\nevil 1\\n", 200, "Cur\\\"sor"), 1);
        QCOMPARE(sumOf(text, "gatehouse_requests_total"), 6);
        QCOMPARE(sumOf(text, "gatehouse_request_duration_seconds_count"), 6);
        QCOMPARE(samples.value("gatehouse_attempts_total{provider=\"fake\",code=\"ok\"}"), 2);
        QCOMPARE(samples.value("gatehouse_attempts_total{provider=\"fake\",code=\"upstream_500\"}"), 1);
        const QByteArray tokens = "gatehouse_tokens_total{provider=\"fake\",model=\"m\",kind=";
        QCOMPARE(samples.value(tokens + "\"input\"}"), 7);
        QCOMPARE(samples.value(tokens + "\"output\"}"), 5);
        QVERIFY(!text.contains("gh-secret"));
    }

    void showsWhatRuns()
    {
        GatewayRig rig;
        rig.provider.enqueue(longStream());
        rig.gateway.start();
        QTRY_COMPARE(rig.listening.size(), 1);
        const auto inFlight = [&] {
            return sumOf(exchange(rig.port(), httpRequest("GET", "/metrics")).body,
                         "gatehouse_requests_in_flight");
        };
        RawClient client(rig.port());
        QVERIFY(askForStream(client));
        QTRY_COMPARE(inFlight(), 1);
        QCOMPARE(metricsOf(rig.port(), 0).count("gatehouse_requests_total{"), 0);
        rig.provider.open();
        QTRY_COMPARE(inFlight(), 0);
        QCOMPARE(sumOf(metricsOf(rig.port(), 1), "gatehouse_requests_total"), 1);
        QCOMPARE(sumOf(metricsOf(rig.port(), 1), "gatehouse_time_to_first_byte_seconds_count"), 1);
    }

    void countsThoseWhoLeave()
    {
        GatewayRig rig;
        rig.provider.enqueue(longStream());
        rig.gateway.start();
        QTRY_COMPARE(rig.listening.size(), 1);
        RawClient client(rig.port());
        QVERIFY(askForStream(client));
        QVERIFY(!client.readUntil("data:").isEmpty());
        client.close();
        const QByteArray text = metricsOf(rig.port(), 1);
        QVERIFY2(text.contains("status=\"499\""), text.constData());
        QCOMPARE(sumOf(text, "gatehouse_attempts_total{provider=\"fake\",code=\"client_closed\"}"), 1);
    }

    void showsCooldowns()
    {
        GatewayRig rig;
        rig.provider.refuse();
        rig.gateway.start();
        QTRY_COMPARE(rig.listening.size(), 1);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(exchange(rig.port(), jsonRequest("/v1/chat/completions", chatBody())).status, 502);
        const QByteArray text = metricsOf(rig.port(), 3);
        QVERIFY2(text.contains("gatehouse_provider_cooldown{provider=\"fake\"} 1\n"), text.constData());
        QVERIFY(text.contains("gatehouse_provider_up{provider=\"fake\"} 0\n"));
    }
};

QTEST_GUILESS_MAIN(TestMetricsPath)
#include "tst_metrics_path.moc"
