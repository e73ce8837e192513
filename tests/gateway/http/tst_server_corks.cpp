// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/http/test_server.h"

#include <QTest>

#include <vector>

namespace gatehouse {

//! What is written between cork() and uncork() leaves together, and is never lost.
class TestServerCorks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gathersUntilUncorked();
    void keepsAnswersApart();
    void letsAnEndOut_data();
    void letsAnEndOut();
    void holdsNoMoreThanItShould();
    void survivesAClientThatLeaves();
};

void TestServerCorks::gathersUntilUncorked()
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

void TestServerCorks::keepsAnswersApart()
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

void TestServerCorks::letsAnEndOut_data()
{
    QTest::addColumn<bool>("whole");
    QTest::newRow("finished") << true;
    QTest::newRow("aborted") << false;
}

void TestServerCorks::letsAnEndOut()
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

void TestServerCorks::holdsNoMoreThanItShould()
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

void TestServerCorks::survivesAClientThatLeaves()
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

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TestServerCorks)
#include "tst_server_corks.moc"
