// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_provider.h"
#include "tests/support/raw_client.h"
#include "tests/support/sse_script.h"

#include <QTest>

using namespace gatehouse;

//! The provider and the client that other tests trust do what they promise.
class TestSupport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersRequests();
    void readsChunkedRequests();
    void playsAStreamInPieces();
    void faults_data();
    void faults();
    void waitsAtAGate();
    void floodsOnlyAsFastAsItIsRead();
    void seesThatThePeerLeft();
};

void TestSupport::remembersRequests()
{
    FakeProvider provider;
    provider.enqueue(FakeAnswer::json(R"({"a":1})", 201, {"X-One: 1"}));
    RawClient client(provider.port());
    client.send(jsonRequest("/v1/x?y=1", R"({"b":2})", {"X-Two: 2"}) + httpRequest("GET", "/z"));

    const RawAnswer first = client.readAnswer();
    QCOMPARE(first.status, 201);
    QCOMPARE(first.header("x-one"), "1");
    QCOMPARE(first.body, R"({"a":1})");
    QCOMPARE(client.readAnswer().body, "{}");
    const FakeRequest request = provider.nextRequest();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.target, "/v1/x?y=1");
    QCOMPARE(request.body, R"({"b":2})");
    QCOMPARE(request.header("X-TWO"), "2");
    QVERIFY(!request.has("x-three"));
    QCOMPARE(provider.nextRequest().target, "/z");
    QCOMPARE(provider.connectionsOpened(), 1);
}

void TestSupport::readsChunkedRequests()
{
    FakeProvider provider;
    RawClient client(provider.port());
    client.send("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
    client.send("2\r\nde\r\n0\r\n\r\n");
    QVERIFY(client.readAnswer().whole);
    QCOMPARE(provider.nextRequest().body, "abcde");
}

void TestSupport::playsAStreamInPieces()
{
    FakeProvider provider;
    const SseScript script = shortChat("\r\n").usage(9, 3).done();
    provider.enqueue(FakeAnswer::stream(script.events()));
    provider.enqueue(FakeAnswer().sendInPieces(FakeAnswer::stream(script.events()).bytes(), 1));
    for (int i = 0; i < 2; ++i) {
        const RawAnswer answer = exchange(provider.port(), httpRequest("GET", "/"));
        QVERIFY(answer.whole);
        QCOMPARE(answer.body, script.bytes());
    }
}

void TestSupport::faults_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const FakeAnswer whole = FakeAnswer::json("0123456789");
    const qsizetype head = whole.bytes().size() - 10;
    QTest::newRow("cut before the head") << whole.cutAt(0) << 0 << QByteArray();
    QTest::newRow("cut in the head") << whole.cutAt(20) << 0 << QByteArray();
    QTest::newRow("cut in the body") << whole.cutAt(head + 4) << 200 << QByteArray("0123");
    QTest::newRow("reset") << FakeAnswer().reset() << 0 << QByteArray();
    QTest::newRow("reset in the body")
        << FakeAnswer::raw(whole.bytes().left(head + 4)).reset() << 200 << QByteArray("0123");
}

void TestSupport::faults()
{
    QFETCH(FakeAnswer, answer);
    FakeProvider provider;
    provider.enqueue(answer);
    RawClient client(provider.port());
    client.send(httpRequest("GET", "/"));
    const RawAnswer read = client.readAnswer();
    QTEST(read.status, "status");
    QTEST(read.body, "body");
    QVERIFY(!read.whole);
    QVERIFY(client.waitForClose());
    QCOMPARE(provider.abandoned(), 0);
}

void TestSupport::waitsAtAGate()
{
    FakeProvider provider;
    provider.enqueue(
        FakeAnswer::streamHead().chunk("data: a\n\n").wait("b").chunk("data: b\n\n").lastChunk());
    RawClient client(provider.port());
    client.send(httpRequest("GET", "/"));
    QVERIFY(client.readUntil("data: a\n\n").endsWith("data: a\n\n"));
    QVERIFY(!client.readUntil("data: b", std::chrono::milliseconds(50)).contains("data: b"));
    provider.open("b");
    QVERIFY(client.readUntil("0\r\n\r\n").contains("data: b\n\n"));
}

void TestSupport::floodsOnlyAsFastAsItIsRead()
{
    constexpr qint64 size = 64 * 1024 * 1024;
    FakeProvider provider;
    provider.enqueue(FakeAnswer::streamHead().flood(size).lastChunk());
    RawClient client(provider.port(), 64 * 1024);
    client.send(httpRequest("GET", "/"));
    QVERIFY(client.readUntil("\r\n\r\n").startsWith("HTTP/1.1 200"));
    QTest::qWait(100);
    QVERIFY2(provider.bytesSent() < size / 4, qPrintable(QString::number(provider.bytesSent())));
    QVERIFY(client.readUntil("\r\n0\r\n\r\n", std::chrono::seconds(20)).size() > size);
}

void TestSupport::seesThatThePeerLeft()
{
    FakeProvider provider;
    provider.answerWith([](const FakeRequest &) { return FakeAnswer::streamHead().wait(); });
    RawClient closing(provider.port());
    RawClient resetting(provider.port());
    for (RawClient *client : {&closing, &resetting}) {
        client->send(httpRequest("GET", "/"));
        client->readUntil("\r\n\r\n");
    }
    QCOMPARE(provider.connectionsNow(), 2);
    closing.close();
    resetting.reset();
    QTRY_COMPARE(provider.abandoned(), 2);
    QCOMPARE(provider.connectionsNow(), 0);
}

QTEST_GUILESS_MAIN(TestSupport)
#include "tst_support.moc"
