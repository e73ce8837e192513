// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/http/test_server.h"

#include <QTest>

#include <vector>

namespace gatehouse {

//! When answers leave: what is written between cork() and uncork() together, and nothing is ever lost.
class TestServerFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gathersUntilUncorked();
    void keepsAnswersApart();
    void letsAnEndOut_data();
    void letsAnEndOut();
    void holdsNoMoreThanItShould();
    void survivesAClientThatLeaves();
    void tellsWhenTheAnswerBeforeHasDrained();
};

void TestServerFlow::gathersUntilUncorked()
{
    std::vector<Reply> waiting;
    TestServer server([&](Incoming &&, Reply &&reply) { waiting.push_back(std::move(reply)); });
    LoopClient client(server.port());
    client.send(request("GET /"));
    QTRY_COMPARE(waiting.size(), 1u);
    Reply &reply = waiting[0];
    reply.cork();
    reply.begin(200, "");
    reply.write("one ");
    reply.write("two ");
    settle();
    QCOMPARE(client.rest(), QByteArray());
    reply.uncork();
    QTRY_VERIFY(client.rest().endsWith("\r\n4\r\none \r\n4\r\ntwo \r\n"));
    reply.write("three");
    QTRY_VERIFY(client.rest().endsWith("\r\n5\r\nthree\r\n"));
    reply.finish();
    const LoopAnswer answer = client.answer();
    QCOMPARE(answer.body, "one two three");
    QVERIFY(answer.whole);
}

void TestServerFlow::keepsAnswersApart()
{
    std::vector<Reply> waiting;
    TestServer server([&](Incoming &&, Reply &&reply) { waiting.push_back(std::move(reply)); });
    LoopClient first(server.port());
    LoopClient second(server.port());
    LoopClient third(server.port());
    first.send(request("GET /"));
    QTRY_COMPARE(waiting.size(), 1u);
    second.send(request("GET /"));
    QTRY_COMPARE(waiting.size(), 2u);
    for (Reply &reply : waiting) {
        reply.cork();
        reply.begin(200, "");
    }
    for (const char *word : {"a", "b", "c"}) {
        waiting[0].write(QByteArray("first ").append(word));
        waiting[1].write(QByteArray("second ").append(word));
    }
    third.send("nonsense\r\n\r\n");
    QCOMPARE(third.answer().status, 400);
    for (Reply &reply : waiting)
        reply.finish();
    QCOMPARE(first.answer().body, "first afirst bfirst c");
    QCOMPARE(second.answer().body, "second asecond bsecond c");
}

void TestServerFlow::letsAnEndOut_data()
{
    QTest::addColumn<bool>("whole");
    QTest::newRow("finished") << true;
    QTest::newRow("aborted") << false;
}

void TestServerFlow::letsAnEndOut()
{
    QFETCH(bool, whole);
    TestServer server([&](Incoming &&, Reply &&reply) {
        reply.cork();
        reply.begin(200, "");
        reply.write("text");
        if (whole)
            reply.finish();
        else
            reply.abort();
    });
    LoopClient client(server.port());
    const LoopAnswer answer = client.ask(request("GET /"));
    QCOMPARE(answer.body, "text");
    QCOMPARE(answer.whole, whole);
    if (whole)
        QCOMPARE(client.ask(request("GET /")).body, "text");
    else
        QVERIFY(client.closed());
}

void TestServerFlow::holdsNoMoreThanItShould()
{
    std::vector<Reply> waiting;
    TestServer server([&](Incoming &&, Reply &&reply) { waiting.push_back(std::move(reply)); });
    LoopClient client(server.port());
    client.send(request("GET /"));
    QTRY_COMPARE(waiting.size(), 1u);
    constexpr qsizetype size = 100'000;
    waiting[0].cork();
    waiting[0].begin(200, "", size);
    for (qsizetype sent = 0; sent + 1'000 < size; sent += 1'000)
        waiting[0].write(QByteArray(1'000, 'x'));
    QTRY_VERIFY(client.rest().size() > size - 20'000);
    waiting[0].write(QByteArray(1'000, 'x')); // the last ones: that ends it
    const LoopAnswer answer = client.answer();
    QVERIFY(answer.body == QByteArray(size, 'x'));
}

void TestServerFlow::survivesAClientThatLeaves()
{
    std::vector<Reply> waiting;
    TestServer server([&](Incoming &&, Reply &&reply) { waiting.push_back(std::move(reply)); });
    {
        LoopClient client(server.port());
        client.send(request("GET /"));
        QTRY_COMPARE(waiting.size(), 1u);
        waiting[0].cork();
        waiting[0].begin(200, "");
        waiting[0].write("for nobody");
    }
    QTRY_COMPARE(server->connections(), 0);
    LoopClient other(server.port());
    other.send(request("GET /"));
    QTRY_COMPARE(waiting.size(), 2u);
    waiting[1].send(200, "", "for somebody");
    QCOMPARE(other.answer().body, "for somebody");
    waiting[0].uncork();
}

void TestServerFlow::tellsWhenTheAnswerBeforeHasDrained()
{
    const QByteArray much(8 * 1024 * 1024, 'x');
    std::vector<Reply> waiting;
    TestServer server([&](Incoming &&, Reply &&reply) { waiting.push_back(std::move(reply)); });
    LoopClient client(server.port());
    client.socket().setReadBufferSize(1);
    client.send(request("GET /"));
    QTRY_COMPARE(waiting.size(), 1u);
    waiting[0].send(200, "", much);
    client.send(request("GET /")); // though it has not read what it asked for before
    QTRY_COMPARE(waiting.size(), 2u);
    QVERIFY(waiting[1].pending() >= Reply::highWater);
    bool drained = false;
    waiting[1].onDrained([&] { drained = true; });
    client.socket().setReadBufferSize(0);
    QVERIFY(client.answer().body == much);
    QTRY_VERIFY(drained);
    waiting[1].send(200, "", "second");
    QCOMPARE(client.answer().body, "second");
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TestServerFlow)
#include "tst_server_flow.moc"
