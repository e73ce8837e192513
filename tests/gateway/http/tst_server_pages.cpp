// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/http/test_server.h"

#include <QTest>

namespace gatehouse {

//! What web pages get to see (CORS).
class TestServerPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsInvitedPagesRead();
    void keepsOthersOut_data();
    void keepsOthersOut();
    void answersPreflights();
    void refusesPreflightsOfOthers();
    void leavesOtherOptionsToTheHandler();
};

void TestServerPages::letsInvitedPagesRead()
{
    TestServer server;
    LoopClient client(server.port());
    const QByteArray origin = "Origin: http://localhost:5173\r\nSec-Fetch-Site: cross-site\r\n";
    const LoopAnswer answer = client.ask(request("GET /", origin));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("access-control-allow-origin"), "http://localhost:5173");
    QCOMPARE(answer.field("vary"), "Origin");
    QCOMPARE(answer.field("access-control-expose-headers"), "*");
    QCOMPARE(answer.field("access-control-allow-credentials"), "");
    // The permission belongs to the request, not to the connection.
    QCOMPARE(client.ask(request("GET /")).field("access-control-allow-origin"), "");
    // A page that was let in may also read why its request was refused.
    const LoopAnswer refusal = client.ask(request("POST /", origin + "Content-Length: 999999999\r\n"));
    QCOMPARE(refusal.status, 413);
    QCOMPARE(refusal.field("access-control-allow-origin"), "http://localhost:5173");
}

void TestServerPages::keepsOthersOut_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("foreign") << QByteArray("Origin: https://evil.test\r\n");
    QTest::newRow("null") << QByteArray("Origin: null\r\n");
    QTest::newRow("cross-site without origin") << QByteArray("Sec-Fetch-Site: cross-site\r\n");
}

void TestServerPages::keepsOthersOut()
{
    QFETCH(QByteArray, lines);
    TestServer server;
    LoopClient client(server.port());
    const LoopAnswer answer =
        client.ask(request("POST /v1/chat/completions", lines + "Content-Length: 2\r\n", "{}"));
    QCOMPARE(answer.status, 403);
    QVERIFY(answer.body.contains("origin_not_allowed"));
    QVERIFY(!answer.head.toLower().contains("access-control"));
    QVERIFY(client.closed());
    QCOMPARE(server.requests(), 0);
}

void TestServerPages::answersPreflights()
{
    TestServer server;
    LoopClient client(server.port());
    const QByteArray lines = "Origin: http://127.0.0.1:8080\r\nAccess-Control-Request-Method: POST\r\n"
                             "Access-Control-Request-Headers: authorization,content-type\r\n";
    for (int i = 0; i < 3; ++i) {
        const LoopAnswer answer = client.ask(request("OPTIONS /v1/chat/completions", lines));
        QCOMPARE(answer.status, 204);
        QCOMPARE(answer.field("access-control-allow-origin"), "http://127.0.0.1:8080");
        QCOMPARE(answer.field("access-control-allow-methods"), "POST");
        QCOMPARE(answer.field("access-control-allow-headers"), "authorization,content-type");
        QVERIFY(answer.field("access-control-max-age").toInt() > 0);
        QCOMPARE(answer.field("access-control-allow-private-network"), "");
    }
    const LoopAnswer local =
        client.ask(request("OPTIONS /", lines + "Access-Control-Request-Private-Network: true\r\n"));
    QCOMPARE(local.field("access-control-allow-private-network"), "true");
    QCOMPARE(server.requests(), 0);
    // The request itself comes over the same connection.
    QCOMPARE(client.ask(post("hello")).body, "hello");
}

void TestServerPages::refusesPreflightsOfOthers()
{
    TestServer server;
    LoopClient client(server.port());
    const LoopAnswer answer = client.ask(
        request("OPTIONS /", "Origin: https://evil.test\r\nAccess-Control-Request-Method: POST\r\n"));
    QCOMPARE(answer.status, 403);
    QVERIFY(!answer.head.toLower().contains("access-control"));
}

void TestServerPages::leavesOtherOptionsToTheHandler()
{
    TestServer server;
    LoopClient client(server.port());
    QCOMPARE(client.ask(request("OPTIONS /a")).body, "/a");
    QCOMPARE(client.ask(request("OPTIONS /b", "Origin: http://localhost:1\r\n")).body, "/b");
    QCOMPARE(client.ask(request("OPTIONS /c", "Access-Control-Request-Method: POST\r\n")).body, "/c");
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TestServerPages)
#include "tst_server_pages.moc"
