// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/http/test_server.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

//! Requests in, answers out.
class TestServerBasics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReachedOverIPv4AtEveryAddress();
    void serves();
    void keepsAlive();
    void takesRequestsInAnyPieces();
    void takesLargeBodies();
    void answersLater();
    void dropsPipelinedRequests();
    void dropsWhatComesDuringAnAnswer();
    void asksForTheBody();
    void refusesInTheDialectOfThePath_data();
    void refusesInTheDialectOfThePath();
    void tellsWhyItCannotListen();
    void stops();
};

void TestServerBasics::isReachedOverIPv4AtEveryAddress()
{
    Listener listener;
    listener.host = u"::"_s;
    TestServer server(echo, {}, listener);
    QCOMPARE(LoopClient(server.port()).ask(request("GET /")).status, 200);
}

void TestServerBasics::serves()
{
    Incoming seen;
    TestServer server([&](Incoming &&in, Reply &&reply) {
        seen = std::move(in);
        reply.send(404, "x-a: b\r\n", "gone");
    });
    LoopClient client(server.port());
    const LoopAnswer answer =
        client.ask(request("POST /v1/a%20b?c=d", "X-E: f\r\nContent-Length: 2\r\n", "{}"));
    QCOMPARE(answer.status, 404);
    QVERIFY(answer.head.startsWith("HTTP/1.1 404 Not Found\r\n"));
    QCOMPARE(answer.body, "gone");
    QCOMPARE(answer.field("x-a"), "b");
    QCOMPARE(answer.field("x-content-type-options"), "nosniff");
    QCOMPARE(answer.field("connection"), "");
    QCOMPARE(answer.field("access-control-allow-origin"), "");
    const QDateTime date = QDateTime::fromString(QString::fromLatin1(answer.field("date")), Qt::RFC2822Date);
    QVERIFY(answer.field("date").endsWith(" GMT"));
    QVERIFY(qAbs(date.secsTo(QDateTime::currentDateTimeUtc())) <= 2);
    QCOMPARE(seen.method, "POST");
    QCOMPARE(seen.path, "/v1/a b");
    QCOMPARE(seen.query, "c=d");
    QCOMPARE(seen.header("x-e"), "f");
    QCOMPARE(seen.body, "{}");
    QCOMPARE(seen.peerPort, client.socket().localPort());
    QVERIFY(seen.arrived <= Clock::now() && Clock::now() - seen.arrived < std::chrono::seconds(5));
}

void TestServerBasics::keepsAlive()
{
    TestServer server;
    LoopClient client(server.port());
    for (int i = 0; i < 200; ++i) {
        const QByteArray body = "body " + QByteArray::number(i);
        QCOMPARE(client.ask(post(body)).body, body);
        QCOMPARE(client.ask(request("GET /" + QByteArray::number(i))).body,
                 QByteArray("/" + QByteArray::number(i)));
    }
    QCOMPARE(server.requests(), 400);
    QCOMPARE(server->connections(), 1);
}

void TestServerBasics::takesRequestsInAnyPieces()
{
    TestServer server;
    LoopClient client(server.port());
    const QByteArray bytes =
        request("POST /", "Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n1\r\n!\r\n0\r\n\r\n");
    for (qsizetype split = 1; split < bytes.size(); ++split) {
        client.send(bytes.first(split));
        settle();
        QCOMPARE(client.ask(bytes.sliced(split)).body, "hello!");
    }
    for (const char c : bytes) {
        client.send(QByteArray(1, c));
        settle();
    }
    QCOMPARE(client.answer().body, "hello!");
}

void TestServerBasics::takesLargeBodies()
{
    QByteArray body(64 * 1024 * 1024, Qt::Uninitialized);
    for (qsizetype i = 0; i < body.size(); ++i)
        body[i] = char(i * 7 + i / 251);
    bool same = false;
    bool padded = false;
    TestServer server([&](Incoming &&in, Reply &&reply) {
        same = in.body == body;
        padded = in.body.capacity() - in.body.size() >= Incoming::bodyPadding;
        reply.send(200, "", "ok");
    });
    LoopClient client(server.port());
    client.send(post(body));
    QCOMPARE(client.answer(false, 20'000).body, "ok");
    QVERIFY(same);
    QVERIFY(padded);
    QCOMPARE(client.ask(request("GET /")).body, "ok");
    QVERIFY(!same);
}

void TestServerBasics::answersLater()
{
    HoldingServer server;
    LoopClient client(server.port());
    for (int i = 0; i < 20; ++i) {
        Reply &reply = server.replyTo(client);
        reply.begin(200, "content-type: text/event-stream\r\n");
        QVERIFY(reply.begun());
        reply.write("data: 1\n\n");
        reply.write("");
        reply.write(QByteArray(70'000, 'x'));
        reply.finish();
        const LoopAnswer answer = client.answer();
        QVERIFY(answer.whole);
        QCOMPARE(answer.field("transfer-encoding"), "chunked");
        QCOMPARE(answer.body, QByteArray("data: 1\n\n" + QByteArray(70'000, 'x')));
        QCOMPARE(reply.bytesOut(), 70'009);
    }
}

void TestServerBasics::dropsPipelinedRequests()
{
    TestServer server;
    LoopClient client(server.port());
    const LoopAnswer answer = client.ask(post("one") + post("two") + request("GET /three"));
    QCOMPARE(answer.body, "one");
    QCOMPARE(answer.field("connection"), "close");
    QVERIFY(client.closed());
    QCOMPARE(client.rest(), "");
    QCOMPARE(server.requests(), 1);
}

void TestServerBasics::dropsWhatComesDuringAnAnswer()
{
    std::vector<Reply> waiting;
    TestServer server([&](Incoming &&, Reply &&reply) { waiting.push_back(std::move(reply)); });
    LoopClient client(server.port());
    client.send(request("GET /"));
    QTRY_COMPARE(waiting.size(), 1u);
    waiting[0].begin(200, "");
    waiting[0].write("first");
    client.send(request("GET /second"));
    QTest::qWait(50); // for what must not happen
    waiting[0].write(", last");
    waiting[0].finish();
    QCOMPARE(client.answer().body, "first, last");
    QVERIFY(client.closed());
    QCOMPARE(client.rest(), "");
    QCOMPARE(server.requests(), 1);
}

void TestServerBasics::asksForTheBody()
{
    TestServer server;
    LoopClient client(server.port());
    for (int i = 0; i < 2; ++i) {
        client.send(request("POST /", "Expect: 100-continue\r\nContent-Length: 5\r\n"));
        QCOMPARE(client.answer().head, "HTTP/1.1 100 Continue\r\n\r\n");
        QCOMPARE(client.ask("hello").body, "hello");
    }
}

void TestServerBasics::refusesInTheDialectOfThePath_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("key"); // that only this dialect has
    QTest::newRow("openai") << QByteArray("/v1/chat/completions") << u"param"_s;
    QTest::newRow("anthropic") << QByteArray("/v1/messages?beta=true") << u"type"_s;
    QTest::newRow("gemini") << QByteArray("/v1beta/models/x:generateContent") << u"status"_s;
}

void TestServerBasics::refusesInTheDialectOfThePath()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, key);
    TestServer server;
    LoopClient client(server.port());
    const LoopAnswer answer = client.ask(request("POST " + path, "Content-Length: x\r\n"));
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.field("content-type"), "application/json");
    QVERIFY(answer.field("x-request-id").startsWith("req_"));
    QVERIFY(client.closed());
    const QJsonObject root = QJsonDocument::fromJson(answer.body).object();
    const QJsonObject error = root.value(u"error"_s).toObject();
    QVERIFY(key == u"type"_s ? root.contains(key) : error.contains(key));
    QCOMPARE(server.requests(), 0);
}

void TestServerBasics::tellsWhyItCannotListen()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Server server(echo);
    Listener listener;
    listener.port = other.serverPort();
    QVERIFY(!server.listen(listener));
    QVERIFY(server.addressInUse());
    QVERIFY(!server.errorString().isEmpty());
    listener.host = u"not an address"_s;
    QVERIFY(!server.listen(listener));
    QVERIFY(!server.addressInUse());
    QVERIFY(server.errorString().contains(listener.host));
    listener.host = u"localhost"_s;
    listener.port = 0;
    QVERIFY(server.listen(listener));
    QCOMPARE(LoopClient(server.port()).ask(request("GET /")).body, "/");
}

void TestServerBasics::stops()
{
    std::vector<Reply> waiting;
    TestServer server([&](Incoming &&, Reply &&reply) { waiting.push_back(std::move(reply)); });
    LoopClient idle(server.port());
    LoopClient busy(server.port());
    busy.send(request("GET /"));
    QTRY_COMPARE(waiting.size(), 1u);
    server->stopAccepting();
    QVERIFY(idle.closed());
    waiting[0].send(200, "", "still served");
    const LoopAnswer answer = busy.answer();
    QCOMPARE(answer.body, "still served");
    QCOMPARE(answer.field("connection"), "close");
    QVERIFY(busy.closed());
    QTcpSocket late;
    late.connectToHost(u"127.0.0.1"_s, server.port());
    QVERIFY(!late.waitForConnected(200));
    QTRY_COMPARE(server->connections(), 0);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TestServerBasics)
#include "tst_server.moc"
