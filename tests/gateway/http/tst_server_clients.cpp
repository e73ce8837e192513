// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/http/test_server.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {

//! What becomes of an answer when its client, or its Reply, goes away.
class TestServerClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsThatTheClientLeft_data();
    void tellsThatTheClientLeft();
    void saysNothingOnceFinished();
    void endsAnAnswerNobodyBegan();
    void cutsAnAnswerNobodyFinished();
    void deliversWhatCameBeforeAnAbort();
    void tellsWhenDrained();
    void mayDestroyTheReplyWhenCalled();
    void survivesClientsThatLeaveAnywhere();
    void survivesTheEndOfTheServer();
};

void TestServerClients::tellsThatTheClientLeft_data()
{
    QTest::addColumn<bool>("begun");
    QTest::addColumn<bool>("hard");
    QTest::newRow("before the answer") << false << false;
    QTest::newRow("before the answer, reset") << false << true;
    QTest::newRow("within the answer") << true << false;
    QTest::newRow("within the answer, reset") << true << true;
}

void TestServerClients::tellsThatTheClientLeft()
{
    QFETCH(bool, begun);
    QFETCH(bool, hard);
    HoldingServer server;
    LoopClient client(server.port());
    Reply &reply = server.replyTo(client);
    int left = 0;
    reply.onLeft([&] { ++left; });
    if (begun) {
        reply.begin(200, "");
        reply.write("x");
    }
    const TimePoint gone = Clock::now();
    if (hard)
        client.socket().abort();
    else
        client.socket().disconnectFromHost();
    QTRY_COMPARE(left, 1);
    QVERIFY(Clock::now() - gone < 1s);
    QCOMPARE(reply.pending(), 0);
    QCOMPARE(reply.bytesOut(), begun ? 1 : 0);
    QTRY_COMPARE(server->connections(), 0);
    reply.begin(200, "");
    reply.write("nobody hears");
    reply.abort();
    server.forgetReplies();
    settle();
    QCOMPARE(left, 1);
}

void TestServerClients::saysNothingOnceFinished()
{
    int left = 0;
    std::vector<Reply> waiting;
    TestServer server([&](Incoming &&, Reply &&reply) {
        reply.onLeft([&] { ++left; });
        reply.send(200, "", "ok");
        waiting.push_back(std::move(reply));
    });
    {
        LoopClient client(server.port());
        QCOMPARE(client.ask(request("GET /")).body, "ok");
    }
    QTRY_COMPARE(server->connections(), 0);
    waiting.clear();
    QCOMPARE(left, 0);
}

void TestServerClients::endsAnAnswerNobodyBegan()
{
    TestServer server([&](Incoming &&, Reply &&reply) { const Reply forgotten(std::move(reply)); });
    LoopClient client(server.port());
    QCOMPARE(client.ask(request("GET /")).status, 500);
    QCOMPARE(client.ask(request("GET /")).status, 500);
}

void TestServerClients::cutsAnAnswerNobodyFinished()
{
    TestServer server([&](Incoming &&, Reply &&reply) {
        Reply mine;
        mine = std::move(reply);
        mine.begin(200, "");
        mine.write("half");
    });
    LoopClient client(server.port());
    const LoopAnswer answer = client.ask(request("GET /"));
    QCOMPARE(answer.body, "half");
    QVERIFY(!answer.whole);
    QVERIFY(client.closed());
}

void TestServerClients::deliversWhatCameBeforeAnAbort()
{
    const QByteArray much(3 * 1024 * 1024, 'x');
    TestServer server([&](Incoming &&, Reply &&reply) {
        reply.begin(200, "");
        reply.write(much);
        reply.write("the end");
        reply.abort();
    });
    LoopClient client(server.port());
    const LoopAnswer answer = client.ask(request("GET /"));
    QVERIFY(answer.body == much + "the end");
    QVERIFY(!answer.whole);
    QVERIFY(client.closed());
}

void TestServerClients::tellsWhenDrained()
{
    HoldingServer server;
    LoopClient client(server.port());
    Reply &reply = server.replyTo(client);
    const QByteArray piece(10'000, 'x');
    const qint64 total = 20'000'000;
    int drained = 0;
    qint64 most = 0;
    const auto pump = [&] {
        while (reply.pending() < Reply::highWater && reply.bytesOut() < total) {
            reply.write(piece);
            most = qMax(most, reply.pending());
        }
        if (reply.bytesOut() == total)
            reply.finish();
    };
    reply.onDrained([&] {
        QVERIFY(reply.pending() < Reply::lowWater);
        ++drained;
        pump();
    });
    reply.begin(200, "");
    pump();
    QVERIFY(reply.pending() >= Reply::highWater);
    const LoopAnswer answer = client.answer();
    QVERIFY(answer.whole);
    QCOMPARE(answer.body.size(), total);
    QVERIFY(drained > 0);
    QVERIFY(most <= Reply::highWater + piece.size() + 16);
}

void TestServerClients::mayDestroyTheReplyWhenCalled()
{
    std::unique_ptr<Reply> reply;
    TestServer server([&](Incoming &&, Reply &&given) { reply = std::make_unique<Reply>(std::move(given)); });
    {
        LoopClient client(server.port());
        client.send(request("GET /"));
        QTRY_VERIFY(reply);
        reply->onLeft([&] { reply.reset(); });
    }
    QTRY_VERIFY(!reply);

    LoopClient client(server.port());
    client.socket().setReadBufferSize(1);
    client.send(request("GET /"));
    QTRY_VERIFY(reply);
    reply->onDrained([&] { reply.reset(); });
    reply->begin(200, "");
    while (reply->pending() < Reply::highWater)
        reply->write(QByteArray(100'000, 'x'));
    client.socket().setReadBufferSize(0);
    QVERIFY(!client.answer().whole);
    QVERIFY(!reply);
}

//! Streams to its client, bit by bit, until that has left or has had enough.
class Streamer final : public QObject
{
public:
    Streamer(Reply given, int &running)
        : reply(std::move(given))
        , m_running(running)
    {
        ++m_running;
        reply.onLeft([this] { delete this; });
        connect(&m_timer, &QTimer::timeout, this, [this] {
            if (m_left-- == 0)
                return delete this;
            if (!reply.begun())
                reply.begin(200, "content-type: text/event-stream\r\n");
            reply.write(QByteArray(m_left % 7 * 5000 + 1, 'x'));
            if (m_left == 0)
                reply.finish();
        });
        m_timer.start(QRandomGenerator::global()->bounded(3));
    }
    ~Streamer() override { --m_running; }

    Reply reply;

private:
    QTimer m_timer;
    int m_left = 40;
    int &m_running;
};

void TestServerClients::survivesClientsThatLeaveAnywhere()
{
    QRandomGenerator random(3);
    int running = 0;
    TestServer server([&](Incoming &&, Reply &&reply) { new Streamer(std::move(reply), running); });
    const QByteArray bytes = post(QByteArray(50'000, 'x'));
    for (int round = 0; round < 20; ++round) {
        std::vector<std::unique_ptr<LoopClient>> clients;
        for (int i = 0; i < 50; ++i) {
            clients.push_back(std::make_unique<LoopClient>(server.port()));
            const qsizetype size = random.bounded(4) ? bytes.size() : random.bounded(bytes.size());
            clients.back()->send(bytes.first(size) + (random.bounded(8) ? "" : "GET / HTTP/1.1\r\n"));
        }
        while (!clients.empty()) {
            if (random.bounded(3) == 0)
                QCoreApplication::processEvents(QEventLoop::AllEvents);
            const auto at = clients.begin() + random.bounded(int(clients.size()));
            if (random.bounded(2))
                (*at)->socket().abort();
            clients.erase(at);
        }
    }
    QTRY_COMPARE(running, 0);
    QTRY_COMPARE(server->connections(), 0);
    QVERIFY(server.requests() > 300);
    LoopClient client(server.port());
    QVERIFY(client.ask(request("GET /")).whole);
    QTRY_COMPARE(running, 0);
}

void TestServerClients::survivesTheEndOfTheServer()
{
    int left = 0;
    std::vector<Reply> waiting;
    auto server = std::make_unique<TestServer>(
        [&](Incoming &&, Reply &&reply) { waiting.push_back(std::move(reply)); });
    LoopClient first(server->port());
    LoopClient second(server->port());
    first.send(request("GET /"));
    second.send(request("GET /"));
    QTRY_COMPARE(waiting.size(), 2u);
    for (Reply &reply : waiting)
        reply.onLeft([&] { ++left; });
    waiting[0].begin(200, "");
    (*server)->closeAll();
    QCOMPARE(left, 2);
    server.reset();
    waiting[0].write("x");
    waiting[1].send(200, "", "x");
    waiting.clear();
    QVERIFY(first.closed());
    QCOMPARE(left, 2);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TestServerClients)
#include "tst_server_clients.moc"
