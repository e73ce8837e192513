// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/http/test_server.h"

#include <QTest>

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
    HoldingServer server;
    LoopClient client(server.port());
    Reply &reply = server.replyTo(client);
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
    HoldingServer server;
    LoopClient first(server.port());
    LoopClient second(server.port());
    LoopClient third(server.port());
    Reply &toFirst = server.replyTo(first);
    Reply &toSecond = server.replyTo(second);
    for (Reply *reply : {&toFirst, &toSecond}) {
        reply->cork();
        reply->begin(200, "");
    }
    for (const char *word : {"a", "b", "c"}) {
        toFirst.write(QByteArray("first ").append(word));
        toSecond.write(QByteArray("second ").append(word));
    }
    third.send("nonsense\r\n\r\n");
    QCOMPARE(third.answer().status, 400);
    toFirst.finish();
    toSecond.finish();
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
    HoldingServer server;
    LoopClient client(server.port());
    Reply &reply = server.replyTo(client);
    constexpr qsizetype size = 100'000;
    reply.cork();
    reply.begin(200, "", size);
    for (qsizetype sent = 0; sent + 1'000 < size; sent += 1'000)
        reply.write(QByteArray(1'000, 'x'));
    QTRY_VERIFY(client.rest().size() > size - 20'000);
    reply.write(QByteArray(1'000, 'x')); // the last ones: that ends it
    const LoopAnswer answer = client.answer();
    QVERIFY(answer.body == QByteArray(size, 'x'));
}

void TestServerFlow::survivesAClientThatLeaves()
{
    HoldingServer server;
    Reply *toNobody = nullptr;
    {
        LoopClient client(server.port());
        toNobody = &server.replyTo(client);
        toNobody->cork();
        toNobody->begin(200, "");
        toNobody->write("for nobody");
    }
    QTRY_COMPARE(server->connections(), 0);
    LoopClient other(server.port());
    server.replyTo(other).send(200, "", "for somebody");
    QCOMPARE(other.answer().body, "for somebody");
    toNobody->uncork();
}

void TestServerFlow::tellsWhenTheAnswerBeforeHasDrained()
{
    const QByteArray much(8 * 1024 * 1024, 'x');
    HoldingServer server;
    LoopClient client(server.port());
    client.socket().setReadBufferSize(1);
    server.replyTo(client).send(200, "", much);
    Reply &reply = server.replyTo(client); // though it has not read what it asked for before
    QVERIFY(reply.pending() >= Reply::highWater);
    bool drained = false;
    reply.onDrained([&] { drained = true; });
    client.socket().setReadBufferSize(0);
    QVERIFY(client.answer().body == much);
    QTRY_VERIFY(drained);
    reply.send(200, "", "second");
    QCOMPARE(client.answer().body, "second");
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TestServerFlow)
#include "tst_server_flow.moc"
