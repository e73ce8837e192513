// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

#include <csignal>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! From the command line to the exit code (contract, sections 1, 2 and 6).
class TestLifecycle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesToStart_data();
    void refusesToStart();
    void tellsThatThePortIsTaken();
    void goesOnAfterAStandstill();
    void health();
    void demo();
    void checksAConfiguration_data();
    void checksAConfiguration();
};

void TestLifecycle::refusesToStart_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("no JSON") << QByteArray("{") << QStringList() << QByteArray("config.json");
    QTest::newRow("a bad value") << configWith({R"({"id":"x","baseUrl":"nonsense"})"}) << QStringList()
                                 << QByteArray("/providers/0/baseUrl");
    QTest::newRow("a literal key")
        << configWith({R"({"id":"x","baseUrl":"https://x.example/v1","apiKey":"sk-literal-0123456789"})"})
        << QStringList() << QByteArray("/providers/0/apiKey");
    QTest::newRow("beyond loopback") << configWith({}) << QStringList{u"--host"_s, u"0.0.0.0"_s}
                                     << QByteArray("client");
    QTest::newRow("unknown option") << configWith({}) << QStringList{u"--nonsense"_s}
                                    << QByteArray("nonsense");
}

void TestLifecycle::refusesToStart()
{
    QFETCH(QByteArray, config);
    QFETCH(QStringList, options);
    QFETCH(QByteArray, said);
    GatehouseProcess gateway(config, options);
    QVERIFY(!gateway.isListening());
    QCOMPARE(gateway.waitForExit(), 2);
    QVERIFY2(gateway.log().contains(said), gateway.log().constData());
    QVERIFY(!gateway.log().contains("sk-literal-0123456789"));
}

void TestLifecycle::tellsThatThePortIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString port = QString::number(other.serverPort());
    GatehouseProcess gateway(configWith({}), {u"--port"_s, port});
    QVERIFY(!gateway.isListening());
    QCOMPARE(gateway.waitForExit(), 3);
    QVERIFY2(gateway.log().contains(port.toLatin1()), gateway.log().constData());
}

//! As of a machine that slept: what ran goes on, and so does the rest.
void TestLifecycle::goesOnAfterAStandstill()
{
    Rig rig;
    const SseScript script = shortChat().done();
    rig.provider.enqueue(FakeAnswer::streamHead()
                             .chunk(script.events().first())
                             .wait()
                             .chunk(script.bytes().mid(script.events().first().size()))
                             .lastChunk());
    RawClient running(rig.gateway.port());
    running.send(streamRequest());
    QVERIFY(running.readUntil("assistant").endsWith("assistant"));
    QVERIFY(rig.gateway.freeze());
    rig.provider.open();
    QCOMPARE(running.readUntil("[DONE]", std::chrono::seconds(1)).contains("[DONE]"), false);
    rig.gateway.signal(SIGCONT);
    QVERIFY(running.readUntil("[DONE]").endsWith("[DONE]"));
    QCOMPARE(rig.ask(chatRequest()).status, 200);
    QCOMPARE(rig.gateway.stop(), 0);
}

void TestLifecycle::health()
{
    FakeProvider good;
    FakeProvider bad;
    bad.refuse();
    QByteArray keyless = providerAt(good.port(), "keyless", "k");
    keyless.replace("${FAKE_KEY}", "${NO_SUCH_VARIABLE}");
    GatehouseProcess gateway(configWith({providerAt(good.port(), "good", "g"), keyless,
                                         providerAt(good.port(), "off", "o", R"(,"enabled":false)")}),
                             {}, {fakeKeyVariable});
    QCOMPARE(exchange(gateway.port(), chatRequest("g")).status, 200);
    const RawAnswer answer = exchange(gateway.port(), httpRequest("GET", "/health"));
    QCOMPARE(answer.header("content-type"), "application/json");
    const QJsonObject health = jsonOf(answer.body);
    QVERIFY(!health["version"_L1].toString().isEmpty());
    QVERIFY(health["uptime_seconds"_L1].isDouble());
    const QJsonArray providers = health["providers"_L1].toArray();
    QCOMPARE(providers.size(), 3);
    QCOMPARE(providers[0]["id"_L1].toString(), u"good"_s);
    QCOMPARE(providers[0]["status"_L1].toString(), u"ok"_s);
    QVERIFY(providers[0]["latency_ms"_L1].isDouble());
    QVERIFY(providers[0].toObject().contains("until"_L1));
    QCOMPARE(providers[1]["status"_L1].toString(), u"no_key"_s);
    QCOMPARE(providers[2]["status"_L1].toString(), u"disabled"_s);
    QCOMPARE(exchange(gateway.port(), httpRequest("GET", "/health/ready")).status, 200);

    // Nobody to ask: of that both say the same.
    for (const QByteArrayList &none :
         {QByteArrayList{keyless}, QByteArrayList{},
          QByteArrayList{providerAt(good.port(), "off", "o", R"(,"enabled":false)")}}) {
        GatehouseProcess empty(configWith(none));
        QCOMPARE(exchange(empty.port(), httpRequest("GET", "/health/ready")).status, 503);
        const RawAnswer told = exchange(empty.port(), httpRequest("GET", "/health"));
        QCOMPARE(told.status, 200);
        QCOMPARE(jsonOf(told.body)["status"_L1].toString(), u"down"_s);
    }
}

void TestLifecycle::demo()
{
    GatehouseProcess gateway(configWith({}), {u"--demo"_s});
    QVERIFY2(gateway.isListening(), gateway.log().constData());
    const QByteArray body =
        R"({"model":"demo/echo","messages":[{"role":"system","content":"x"},{"role":"user","content":"Say it: \"über\" 你好"}])";
    const RawAnswer whole = exchange(gateway.port(), jsonRequest("/v1/chat/completions", body + '}'));
    QCOMPARE(whole.status, 200);
    QCOMPARE(whole.header("x-gatehouse-provider"), "demo");
    const QJsonObject choice = jsonOf(whole.body)["choices"_L1].toArray().first().toObject();
    QCOMPARE(choice["message"_L1].toObject()["content"_L1].toString(), u"Say it: \"über\" 你好"_s);
    QVERIFY(jsonOf(whole.body)["usage"_L1].toObject()["total_tokens"_L1].toInt() > 0);

    const RawAnswer stream =
        exchange(gateway.port(), jsonRequest("/v1/chat/completions", body + R"(,"stream":true})"));
    QVERIFY(stream.body.endsWith("data: [DONE]\n\n"));
    QString said;
    int pieces = 0;
    for (const QByteArray &event : stream.body.split('\n')) {
        const QString piece = jsonOf(event.mid(6))["choices"_L1]
                                  .toArray()
                                  .first()
                                  .toObject()["delta"_L1]
                                  .toObject()["content"_L1]
                                  .toString();
        said += piece;
        pieces += !piece.isEmpty();
    }
    QCOMPARE(said, u"Say it: \"über\" 你好"_s);
    QVERIFY(pieces >= 4);
    QVERIFY(gateway.recordOf(stream.header("x-request-id"))["output_tokens"_L1].toInt() > 0);

    // What it counts beforehand is what it bills.
    const QByteArray words =
        R"({"model":"demo/echo","max_tokens":9,"system":"be brief","messages":[{"role":"user","content":"one two three"}]})";
    const RawAnswer billed = exchange(gateway.port(), jsonRequest("/v1/messages", words));
    const RawAnswer counted = exchange(gateway.port(), jsonRequest("/v1/messages/count_tokens", words));
    QCOMPARE(jsonOf(billed.body)["usage"_L1].toObject()["input_tokens"_L1].toInt(), 5);
    QCOMPARE(jsonOf(counted.body)["input_tokens"_L1].toInt(), 5);
    const RawAnswer ofGemini =
        exchange(gateway.port(), jsonRequest("/v1beta/models/demo/echo:countTokens",
                                             R"({"contents":[{"parts":[{"text":"one two"}]}]})"));
    QCOMPARE(jsonOf(ofGemini.body)["totalTokens"_L1].toInt(), 2);
    QCOMPARE(gateway.stop(), 0);
}

void TestLifecycle::checksAConfiguration_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArrayList>("said");
    QTest::newRow("good") << configWith({R"({"preset":"deepseek","apiKey":"${DEEPSEEK_API_KEY}"})"}) << 0
                          << QByteArrayList{};
    QTest::newRow("bad") << configWith({R"({"id":"x","baseUrl":"ftp://x"})",
                                        R"({"id":"y","baseUrl":"https://y.example/v1","retry":7})"},
                                       R"(,"listener":{"port":70000})")
                         << 2
                         << QByteArrayList{"/providers/0/baseUrl", "/providers/1/retry", "/listener/port"};
}

void TestLifecycle::checksAConfiguration()
{
    QFETCH(QByteArray, config);
    QFETCH(QByteArrayList, said);
    GatehouseProcess gateway(config, {u"--check-config"_s});
    QTEST(gateway.waitForExit(), "code");
    const QByteArray output = gateway.output() + gateway.log();
    for (const QByteArray &path : said)
        QVERIFY2(output.contains(path), output.constData());
}

QTEST_GUILESS_MAIN(TestLifecycle)
#include "tst_lifecycle.moc"
