// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Sizes, rates and crowds.
class TestLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodiesOf64MiB();
    void bodiesOf65MiB_data();
    void bodiesOf65MiB();
    void answersExpect();
    void requestsPerMinute_data();
    void requestsPerMinute();
    void concurrentRequests_data();
    void concurrentRequests();
    void tooManyConnections();

private:
    static constexpr qint64 mebibyte = 1024 * 1024;
};

void TestLimits::bodiesOf64MiB()
{
    Rig rig;
    rig.provider.answerWith([](const FakeRequest &) { return FakeAnswer::json(chatCompletion()); });
    const QByteArray frame = R"({"model":"fast","messages":[],"user":""})";
    const QByteArray filler(64 * mebibyte - frame.size(), 'x');
    const QByteArray body = R"({"model":"fast","messages":[],"user":")" + filler + R"("})";
    QCOMPARE(body.size(), 64 * mebibyte);
    RawClient client(rig.gateway.port());
    QVERIFY(client.send(jsonRequest("/v1/chat/completions", body), std::chrono::seconds(30)));
    QCOMPARE(client.readAnswer(std::chrono::seconds(30)).status, 200);
    const QByteArray arrived = rig.provider.nextRequest().body;
    QCOMPARE(arrived.size(), body.size() + 7); // gpt-4o-mini for fast
    QVERIFY(arrived == R"({"model":"gpt-4o-mini","messages":[],"user":")" + filler + R"("})");
}

void TestLimits::bodiesOf65MiB_data()
{
    QTest::addColumn<QByteArray>("framing");
    QTest::newRow("told") << QByteArray("Content-Length: 68157440\r\n");
    QTest::newRow("told, awaiting leave")
        << QByteArray("Content-Length: 68157440\r\nExpect: 100-continue\r\n");
    QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked\r\n");
}

void TestLimits::bodiesOf65MiB()
{
    QFETCH(QByteArray, framing);
    Rig rig;
    RawClient client(rig.gateway.port());
    client.send("POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\n" + framing + "\r\n");
    if (framing.startsWith("Transfer")) {
        const QByteArray chunk = chunkOf(QByteArray(mebibyte, 'x'));
        for (int i = 0; i < 65 && client.send(chunk); ++i) {
        }
    }
    // Answered before a byte of the body was sent, where its length was told.
    const RawAnswer answer = client.readAnswer(std::chrono::seconds(5));
    QCOMPARE(answer.status, 413);
    QCOMPARE(errorCode(answer), u"request_too_large"_s);
    QVERIFY(client.waitForClose());
    QCOMPARE(rig.provider.requestCount(), 0);
}

void TestLimits::answersExpect()
{
    Rig rig;
    rig.provider.enqueue(FakeAnswer::json(chatCompletion()));
    RawClient client(rig.gateway.port());
    const QByteArray body = chatBody();
    client.send(
        "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: " +
        QByteArray::number(body.size()) + "\r\n\r\n");
    QCOMPARE(client.readUntil("\r\n\r\n", std::chrono::seconds(1)), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send(body);
    QCOMPARE(client.readAnswer().status, 200);
}

void TestLimits::requestsPerMinute_data()
{
    QTest::addColumn<QByteArray>("ofProvider");
    QTest::addColumn<QByteArray>("ofConfig");
    const QByteArray limits = R"(,"limits":{"requestsPerMinute":2})";
    QTest::newRow("provider") << limits << QByteArray();
    // The hash is that of the word "key".
    QTest::newRow("client")
        << QByteArray()
        << QByteArray(
               R"(,"clients":[{"name":"c","keyHash":)"
               R"("sha256:2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683","models":["*"])" +
               limits + "}]");
}

void TestLimits::requestsPerMinute()
{
    QFETCH(QByteArray, ofProvider);
    QFETCH(QByteArray, ofConfig);
    Rig rig(ofProvider, ofConfig);
    QVERIFY2(rig.gateway.isListening(), rig.gateway.log().constData());
    const QByteArray request = chatRequest("gpt-4o", {}, {"x-api-key: key"});
    QCOMPARE(rig.ask(request).status, 200);
    QCOMPARE(rig.ask(request).status, 200);
    const RawAnswer third = rig.ask(request);
    QCOMPARE(third.status, 429);
    QCOMPARE(errorCode(third), u"rate_limit_exceeded"_s);
    QCOMPARE(jsonOf(third.body)["error"_L1].toObject()["type"_L1].toString(), u"rate_limit_error"_s);
    const int wait = third.header("retry-after").toInt();
    QVERIFY2(wait >= 1 && wait <= 60, third.head.constData());
    QCOMPARE(rig.provider.requestCount(), 2);
}

void TestLimits::concurrentRequests_data()
{
    requestsPerMinute_data();
}

void TestLimits::concurrentRequests()
{
    QFETCH(QByteArray, ofProvider);
    QFETCH(QByteArray, ofConfig);
    const auto concurrent = [](QByteArray text) { return text.replace("requestsPerMinute", "concurrent"); };
    Rig rig(concurrent(ofProvider), concurrent(ofConfig));
    rig.provider.answerWith([](const FakeRequest &) {
        return FakeAnswer::streamHead()
            .chunk(SseScript().role().bytes())
            .wait()
            .chunk(SseScript().finish().done().bytes())
            .lastChunk();
    });
    const QByteArray request = chatRequest("gpt-4o", R"(,"stream":true)", {"x-api-key: key"});
    RawClient first(rig.gateway.port());
    RawClient second(rig.gateway.port());
    for (RawClient *client : {&first, &second}) {
        client->send(request);
        QVERIFY(client->readUntil("assistant").endsWith("assistant"));
    }
    const RawAnswer third = rig.ask(request);
    QCOMPARE(third.status, 429);
    QCOMPARE(errorCode(third), u"rate_limit_exceeded"_s);
    QVERIFY(!third.header("retry-after").isEmpty());
    // A place becomes free when one leaves, and when one ends.
    first.close();
    QTRY_COMPARE(rig.provider.abandoned(), 1);
    rig.provider.open();
    QTRY_COMPARE(rig.ask(request).status, 200);
    QVERIFY(second.readUntil("[DONE]").endsWith("[DONE]"));
}

void TestLimits::tooManyConnections()
{
    Rig rig({}, R"(,"listener":{"maxConnections":5})");
    std::vector<RawClient> clients;
    for (int i = 0; i < 5; ++i) {
        clients.emplace_back(rig.gateway.port());
        clients.back().send(httpRequest("GET", "/health"));
        QCOMPARE(clients.back().readAnswer().status, 200);
    }
    RawClient sixth(rig.gateway.port());
    sixth.send(httpRequest("GET", "/health"));
    const RawAnswer answer = sixth.readAnswer();
    QCOMPARE(answer.status, 503);
    QCOMPARE(errorCode(answer), u"too_many_connections"_s);
    QVERIFY(sixth.waitForClose());
    clients.clear();
    QTRY_COMPARE(rig.ask(httpRequest("GET", "/health")).status, 200);
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
