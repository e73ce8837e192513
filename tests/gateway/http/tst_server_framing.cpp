// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/http/test_server.h"

#include <QTest>

namespace gatehouse {

//! Where an answer ends, and whether the connection goes on behind it.
class TestServerFraming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesOutTheBodyForHead();
    void closesWhenAsked_data();
    void closesWhenAsked();
    void framesByLength();
    void frames10ByClosing();
    void hasNoBodyFor204();
};

void TestServerFraming::leavesOutTheBodyForHead()
{
    bool stream = false;
    TestServer server([&](Incoming &&, Reply &&reply) {
        if (!stream)
            return reply.send(200, "", "hello");
        reply.begin(200, "", 5);
        reply.write("hello");
        reply.finish();
    });
    LoopClient client(server.port());
    for (int i = 0; i < 4; ++i) {
        stream = i > 1;
        client.send(request("HEAD /"));
        QCOMPARE(client.answer(true).field("content-length"), "5");
        QCOMPARE(client.rest(), "");
    }
    client.send("HEAD /v1/messages HTTP/1.1\r\nHost: evil\r\n\r\n");
    QCOMPARE(client.answer(true).status, 403);
    QVERIFY(client.closed());
    QCOMPARE(client.rest(), "");
}

void TestServerFraming::closesWhenAsked_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("connection");
    QTest::newRow("1.1 close") << request("GET /", "Connection: close\r\n") << QByteArray("close");
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n") << QByteArray("close");
    QTest::newRow("1.0 keep-alive")
        << QByteArray("GET / HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n")
        << QByteArray("keep-alive");
}

void TestServerFraming::closesWhenAsked()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, connection);
    TestServer server;
    LoopClient client(server.port());
    const LoopAnswer answer = client.ask(bytes);
    QCOMPARE(answer.body, "/");
    QCOMPARE(answer.field("connection"), connection);
    if (connection == "close")
        QVERIFY(client.closed());
    else
        QCOMPARE(client.ask(bytes).body, "/");
}

void TestServerFraming::framesByLength()
{
    std::vector<Reply> waiting;
    TestServer server([&](Incoming &&, Reply &&reply) { waiting.push_back(std::move(reply)); });
    LoopClient client(server.port());
    client.send(request("GET /"));
    QTRY_COMPARE(waiting.size(), 1u);
    waiting[0].begin(200, "", 10);
    waiting[0].write("01234");
    waiting[0].write("56789 and too much");
    // The client has it all: its next request counts, though finish() is still to come.
    QCOMPARE(client.answer().body, "0123456789");
    client.send(request("GET /"));
    QTRY_COMPARE(waiting.size(), 2u);
    waiting[0].finish();
    waiting[1].begin(200, "", 10);
    waiting[1].write("01234");
    waiting[1].finish(); // too early: must not look whole
    const LoopAnswer answer = client.answer();
    QCOMPARE(answer.body, "01234");
    QVERIFY(!answer.whole);
    QVERIFY(client.closed());
}

void TestServerFraming::frames10ByClosing()
{
    TestServer server([&](Incoming &&, Reply &&reply) {
        reply.begin(200, "");
        reply.write("to the end");
        reply.finish();
    });
    LoopClient client(server.port());
    const LoopAnswer answer =
        client.ask("GET / HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");
    QCOMPARE(answer.field("transfer-encoding"), "");
    QCOMPARE(answer.field("connection"), "close");
    QCOMPARE(answer.body, "to the end");
}

void TestServerFraming::hasNoBodyFor204()
{
    TestServer server([&](Incoming &&in, Reply &&reply) {
        if (in.path == "/send")
            return reply.send(204, "", "");
        reply.begin(204, "");
        reply.finish();
    });
    LoopClient client(server.port());
    for (const char *path : {"GET /send", "GET /begin", "GET /send"}) {
        const LoopAnswer answer = client.ask(request(path));
        QCOMPARE(answer.status, 204);
        QCOMPARE(answer.field("content-length"), "");
        QCOMPARE(answer.field("transfer-encoding"), "");
        QCOMPARE(client.rest(), "");
    }
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TestServerFraming)
#include "tst_server_framing.moc"
