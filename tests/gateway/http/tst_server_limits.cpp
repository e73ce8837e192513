// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/http/test_server.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {

//! How long the client waited for what it got.
template<typename F>
std::chrono::milliseconds timed(F &&wait)
{
    const TimePoint begin = Clock::now();
    wait();
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin);
}

//! What a client may not do: send too much, be too slow.
class TestServerLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesTooLargeABody_data();
    void refusesTooLargeABody();
    void letsARefusedClientReadTheAnswer_data();
    void letsARefusedClientReadTheAnswer();
    void takesOverNewLimits();
    void refusesSlowHeads_data();
    void refusesSlowHeads();
    void refusesSilentBodies_data();
    void refusesSilentBodies();
    void allowsSlowBodies();
    void closesIdleConnections();
    void closesWhatLingers();
    void dropsThoseThatTakeNothing();
    void keepsThoseThatTakeLittle();
};

void TestServerLimits::refusesTooLargeABody_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("length") << request("POST /", "Content-Length: 1001\r\n");
    QTest::newRow("length, expecting")
        << request("POST /", "Expect: 100-continue\r\nContent-Length: 1001\r\n");
    QTest::newRow("one chunk") << request("POST /", "Transfer-Encoding: chunked\r\n", "3e9\r\n");
    QTest::newRow("chunks") << request("POST /", "Transfer-Encoding: chunked\r\n",
                                       "3e8\r\n" + QByteArray(1000, 'x') + "\r\n1\r\n");
}

void TestServerLimits::refusesTooLargeABody()
{
    QFETCH(QByteArray, bytes);
    Listener listener;
    listener.maxBodyBytes = 1000;
    TestServer server(echo, {}, listener);
    QCOMPARE(LoopClient(server.port()).ask(post(QByteArray(1000, 'x'))).status, 200);
    LoopClient client(server.port());
    const LoopAnswer answer = client.ask(bytes);
    QCOMPARE(answer.status, 413);
    QVERIFY(answer.body.contains("request_too_large"));
    QCOMPARE(answer.field("connection"), "close");
    QVERIFY(client.closed());
    QCOMPARE(server.requests(), 1);
}

void TestServerLimits::letsARefusedClientReadTheAnswer_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::newRow("a body in one line") << QByteArray(1024 * 1024, 'x');
    // A parser that was shown it would find a request line.
    QTest::newRow("a body in lines") << QByteArray("abcdefg\n").repeated(128 * 1024);
}

void TestServerLimits::letsARefusedClientReadTheAnswer()
{
    QFETCH(QByteArray, piece);
    TestServer server;
    LoopClient client(server.port());
    // A client that writes all of its 65 MiB before it reads anything.
    client.socket().setReadBufferSize(1);
    client.send(request("POST /", "Content-Length: 68157440\r\n", piece.first(20'000)));
    for (int i = 0; i < 65; ++i) {
        client.socket().write(piece);
        QTRY_COMPARE(client.socket().bytesToWrite(), 0);
        QCOMPARE(client.socket().state(), QAbstractSocket::ConnectedState);
    }
    client.socket().setReadBufferSize(0);
    QCOMPARE(client.answer().status, 413);
    QVERIFY(client.closed());
    QTRY_COMPARE(server->connections(), 0);
    QCOMPARE(server.requests(), 0);
}

void TestServerLimits::takesOverNewLimits()
{
    TestServer server;
    LoopClient client(server.port());
    QCOMPARE(client.ask(post("hello")).status, 200);
    Listener listener;
    listener.maxBodyBytes = 4;
    listener.allowedHosts = {u"gate.lan"_s};
    server->setListener(listener);
    QCOMPARE(client.ask("GET / HTTP/1.1\r\nHost: gate.lan\r\n\r\n").status, 200);
    QCOMPARE(client.ask(post("hello")).status, 413);
}

void TestServerLimits::refusesSlowHeads_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a line") << QByteArray("GET / HT");
    QTest::newRow("no empty line") << QByteArray("GET / HTTP/1.1\r\nHost: localhost\r\n");
}

void TestServerLimits::refusesSlowHeads()
{
    QFETCH(QByteArray, begin);
    Patience patience;
    patience.head = 200ms;
    TestServer server(echo, patience);
    for (const bool reused : {false, true}) {
        if (begin.isEmpty() && (reused || asksBefore()))
            continue; // such a connection may be idle
        LoopClient client(server.port());
        if (reused)
            QCOMPARE(client.ask(request("GET /")).status, 200);
        client.send(begin);
        LoopAnswer answer;
        // Bytes that trickle in buy no time.
        QTimer drip;
        connect(&drip, &QTimer::timeout, this, [&] { client.send(begin.isEmpty() ? "" : "x"); });
        drip.start(30ms);
        const auto waited = timed([&] { answer = client.answer(); });
        drip.stop();
        QCOMPARE(answer.status, 408);
        QVERIFY(answer.body.contains("request_timeout"));
        QVERIFY(waited >= 190ms && waited < 2s);
        QVERIFY(client.closed());
    }
}

void TestServerLimits::refusesSilentBodies_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("length") << request("POST /", "Content-Length: 5\r\n", "hell");
    QTest::newRow("nothing of it") << request("POST /", "Content-Length: 5\r\n");
    QTest::newRow("chunks") << request("POST /", "Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n");
}

void TestServerLimits::refusesSilentBodies()
{
    QFETCH(QByteArray, begin);
    Patience patience;
    patience.body = 200ms;
    TestServer server(echo, patience);
    LoopClient client(server.port());
    client.send(begin);
    LoopAnswer answer;
    const auto waited = timed([&] { answer = client.answer(); });
    QCOMPARE(answer.status, 408);
    QVERIFY(waited >= 190ms && waited < 2s);
    const QByteArray timing = answer.field("server-timing"); // silence is no work of the gateway's
    QVERIFY2(timing.mid(12, timing.indexOf(',') - 12).toDouble() < 100, timing.constData());
    QVERIFY(client.closed());
    QCOMPARE(server.requests(), 0);
}

void TestServerLimits::allowsSlowBodies()
{
    Patience patience;
    patience.head = 300ms;
    patience.body = 300ms;
    TestServer server(echo, patience);
    LoopClient client(server.port());
    client.send(request("POST /", "Content-Length: 8\r\n"));
    for (int i = 0; i < 8; ++i) {
        QTest::qWait(100);
        client.send("x");
    }
    QCOMPARE(client.answer().body, "xxxxxxxx");
}

void TestServerLimits::closesIdleConnections()
{
    Patience patience;
    patience.head = 100ms;
    patience.idle = 400ms;
    TestServer server(echo, patience);
    LoopClient client(server.port());
    QCOMPARE(client.ask(request("GET /")).status, 200);
    const auto waited = timed([&] { QVERIFY(client.closed()); });
    QVERIFY(waited >= 390ms);
    QCOMPARE(client.rest(), ""); // nobody asked, so nothing is answered
    QTRY_COMPARE(server->connections(), 0);
}

void TestServerLimits::closesWhatLingers()
{
    Patience patience;
    patience.linger = 200ms;
    TestServer server(echo, patience);
    LoopClient client(server.port());
    client.socket().setReadBufferSize(1); // never gets to see that the server has ended
    client.send(request("GET /", "Connection: close\r\n"));
    QTRY_COMPARE(server.requests(), 1);
    QCOMPARE(server->connections(), 1);
    QTRY_COMPARE(server->connections(), 0);
}

void TestServerLimits::dropsThoseThatTakeNothing()
{
    Patience patience;
    patience.send = 300ms;
    std::vector<Reply> waiting;
    TestServer server([&](Incoming &&, Reply &&reply) { waiting.push_back(std::move(reply)); }, patience);
    LoopClient client(server.port());
    client.socket().setReadBufferSize(1);
    client.send(request("GET /"));
    QTRY_COMPARE(waiting.size(), 1u);
    int left = 0;
    waiting[0].onLeft([&] { ++left; });
    waiting[0].begin(200, "");
    const QByteArray piece(256 * 1024, 'x');
    while (waiting[0].pending() < Reply::highWater)
        waiting[0].write(piece);
    QVERIFY(left == 0);
    const auto waited = timed([&] { QTRY_COMPARE(left, 1); });
    QVERIFY(waited >= 250ms);
    QTRY_COMPARE(server->connections(), 0);
    waiting[0].write("into the void");
    waiting[0].finish();
    QCOMPARE(left, 1);
}

//! The system's buffer is larger than what such a client reads in the time that it has.
void TestServerLimits::keepsThoseThatTakeLittle()
{
    int left = 0; // outlives the server, which tells of it at its end
    Patience patience;
    patience.send = 300ms;
    HoldingServer server(patience);
    LoopClient client(server.port());
    client.socket().setReadBufferSize(16 * 1024);
    Reply &reply = server.replyTo(client);
    reply.onLeft([&] { ++left; });
    reply.begin(200, "");
    const QByteArray piece(256 * 1024, 'x');
    while (reply.pending() < Reply::highWater)
        reply.write(piece);
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < 1000) {
        client.socket().read(64 * 1024);
        QTest::qWait(20);
    }
    QCOMPARE(left, 0);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TestServerLimits)
#include "tst_server_limits.moc"
