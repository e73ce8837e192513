// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/http/guard_outcome.h"

#include <QTest>

namespace gatehouse {

class TestGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void accepts_data();
    void accepts();
    void limitsTheHead_data();
    void limitsTheHead();
    void keepsAlive_data();
    void keepsAlive();
};

void TestGuard::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto bad = [](const char *name, const QByteArray &bytes, int status = 400) {
        QTest::newRow(name) << bytes << status;
    };
    const auto field = [&](const char *name, const QByteArray &lines, int status = 400) {
        bad(name, "POST / HTTP/1.1\r\nHost: localhost\r\n" + lines + "\r\n\r\nhello", status);
    };
    const auto chunked = [&](const char *name, const QByteArray &body, int status = 400) {
        bad(name, "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n" + body, status);
    };
    field("length negative", "Content-Length: -5");
    field("length signed", "Content-Length: +5");
    field("length a word", "Content-Length: abc");
    field("length hexadecimal", "Content-Length: 0x5");
    field("length empty", "Content-Length: ");
    field("length beyond 64 bits", "Content-Length: 99999999999999999999999");
    field("length beyond 63 bits", "Content-Length: 18446744073709551615");
    field("length a list", "Content-Length: 5, 5");
    field("length with a space", "Content-Length: 5 5");
    field("length twice", "Content-Length: 5\r\nContent-Length: 3");
    field("length twice, equal", "Content-Length: 5\r\nContent-Length: 5");
    field("length and chunked", "Content-Length: 5\r\nTransfer-Encoding: chunked");
    field("chunked and length", "Transfer-Encoding: chunked\r\nContent-Length: 5");
    field("xchunked", "Transfer-Encoding: xchunked");
    field("gzip, chunked", "Transfer-Encoding: gzip, chunked");
    field("gzip", "Transfer-Encoding: gzip\r\nContent-Length: 5");
    field("chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked");
    field("two hosts", "Host: localhost");
    field("field without colon", "Nonsense");
    field("space before colon", "Content-Length : 5");
    field("empty name", ": value");
    field("folded", "X: a\r\n b");
    field("folded, empty line first", "X:\r\n b");
    field("NUL in a value", QByteArray("X: a\0b", 6));
    field("control character", "X: a\x01"
                               "b");
    field("bare CR", "X: a\rb");
    field("bare LF", "X: a\nY: b");
    field("Upgrade", "Connection: Upgrade\r\nUpgrade: websocket");
    field("two origins", "Origin: http://localhost:1\r\nOrigin: http://localhost:1");
    field("two fetch sites", "Sec-Fetch-Site: none\r\nSec-Fetch-Site: none");
    field("length over the limit", "Content-Length: 100001", 413);
    bad("no host", "GET / HTTP/1.1\r\n\r\n");
    bad("no host, HTTP/1.0", "GET / HTTP/1.0\r\n\r\n");
    bad("foreign host", "GET / HTTP/1.1\r\nHost: evil.test\r\n\r\n", 403);
    bad("foreign origin", "GET / HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.test\r\n\r\n", 403);
    bad("absolute target", "GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n");
    bad("asterisk", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n");
    bad("CONNECT", "CONNECT evil.test:443 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    bad("fragment", "GET /a#b HTTP/1.1\r\nHost: localhost\r\n\r\n");
    bad("escape cut short", "GET /a%4 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    bad("escape without hex", "GET /a%zz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    bad("encoded NUL", "GET /a%00b HTTP/1.1\r\nHost: localhost\r\n\r\n");
    bad("encoded line end", "GET /a%0d%0ab HTTP/1.1\r\nHost: localhost\r\n\r\n");
    bad("no version", "GET /\r\nHost: localhost\r\n\r\n");
    bad("lower-case version", "GET / http/1.1\r\nHost: localhost\r\n\r\n");
    bad("two spaces", "GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    bad("two empty lines first", "\r\n\r\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    bad("empty line with a bare LF first", "\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    bad("CR first", "\rGET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    bad("empty line and a blank first", "\r\n GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    bad("LF only", "GET / HTTP/1.1\nHost: localhost\n\n");
    bad("TLS hello", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11));
    bad("HTTP/9.9", "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", 505);
    bad("HTTP/1.2", "GET / HTTP/1.2\r\nHost: localhost\r\n\r\n", 505);
    bad("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    chunked("chunk size a word", "zz\r\nhello\r\n0\r\n\r\n");
    chunked("chunk size negative", "-5\r\nhello\r\n0\r\n\r\n");
    chunked("chunk size prefixed", "0x5\r\nhello\r\n0\r\n\r\n");
    chunked("chunk size empty", "\r\nhello\r\n0\r\n\r\n");
    chunked("chunk size beyond 64 bits", "10000000000000005\r\nhello\r\n0\r\n\r\n");
    chunked("chunk size of 64 bits", "ffffffffffffffff\r\nhello\r\n0\r\n\r\n", 413);
    chunked("chunk longer than told", "4\r\nhello\r\n0\r\n\r\n");
    chunked("chunk with bare LF", "5\nhello\n0\n\n");
    chunked("bad extension", "5 x\r\nhello\r\n0\r\n\r\n");
    chunked("endless extension", "5;" + QByteArray(20'000, 'x'));
    chunked("endless trailer", "0\r\nX: " + QByteArray(20'000, 'x'));
    chunked("trailer without colon", "0\r\nnonsense\r\n\r\n");
    chunked("length in the trailer", "0\r\nContent-Length: 5\r\n\r\n");
    chunked("chunks over the limit", "c350\r\n" + QByteArray(50'000, 'x') + "\r\nc351\r\n", 413);
}

void TestGuard::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const Outcome atOnce = feed({bytes});
    QCOMPARE(atOnce.status, status);
    if (status == 400)
        QCOMPARE(atOnce.code, "malformed_request");
    QCOMPARE(feed(bytewise(bytes)), atOnce);
}

void TestGuard::accepts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("body");
    const QByteArray host = " HTTP/1.1\r\nHost: localhost\r\n";
    const auto row = [](const char *name, const QByteArray &bytes, const char *path, const char *query = "",
                        const char *body = "") {
        QTest::newRow(name) << bytes << QByteArray(path) << QByteArray(query) << QByteArray(body);
    };
    row("plain", "GET /v1/models" + host + "\r\n", "/v1/models");
    row("query", "GET /a?b=%00&c" + host + "\r\n", "/a", "b=%00&c");
    row("escapes", "GET /a%2Fb%20c%e4%BD%a0" + host + "\r\n", "/a/b c\xe4\xbd\xa0");
    row("HTTP/1.0", "GET / HTTP/1.0\r\nHost: localhost\r\n\r\n", "/");
    row("empty line first", "\r\nGET /a" + host + "\r\n", "/a");
    row("odd method", "BREW /pot" + host + "\r\n", "/pot");
    row("length", "POST /" + host + "Content-Length: 5\r\n\r\nhello", "/", "", "hello");
    row("length zero", "POST /" + host + "Content-Length: 0\r\n\r\n", "/");
    row("leading zeros", "POST /" + host + "Content-Length: 0005\r\n\r\nhello", "/", "", "hello");
    row("chunks",
        "POST /" + host + "transfer-encoding: Chunked\r\n\r\n5\r\nhello\r\n1;a=\"b\"\r\n!\r\n0\r\n\r\n", "/",
        "", "hello!");
    row("no chunk", "POST /" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "/");
    row("trailer",
        "POST /" + host + "Transfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\nHost: x\r\nY: z\r\n\r\n", "/",
        "", "hi");
    row("unknown expectation", "POST /" + host + "Expect: tea\r\nContent-Length: 2\r\n\r\nhi", "/", "", "hi");
}

void TestGuard::accepts()
{
    QFETCH(QByteArray, bytes);
    const Outcome atOnce = feed({bytes});
    QCOMPARE(atOnce.status, 0);
    QVERIFY(atOnce.in);
    QTEST(atOnce.in->path, "path");
    QTEST(atOnce.in->query.toByteArray(), "query");
    QTEST(atOnce.in->body, "body");
    QCOMPARE(atOnce.in->header("HOST"), "localhost");
    QVERIFY(viewsHold(*atOnce.in));
    QVERIFY(!atOnce.pipelined);
    QVERIFY(atOnce.in->body.isEmpty() ||
            atOnce.in->body.capacity() - atOnce.in->body.size() >= Incoming::bodyPadding);
    QCOMPARE(feed(bytewise(bytes)), atOnce);
    for (qsizetype split = 1; split < bytes.size(); ++split) {
        QCOMPARE(feed({bytes.first(split), bytes.sliced(split)}), atOnce);
        QVERIFY(feed({bytes.first(split)}).open());
    }
}

void TestGuard::limitsTheHead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status"); // 0: whole, -1: wants more
    QTest::addColumn<QByteArray>("code");
    const QByteArray host = "Host: localhost\r\n";
    const auto line = [](qsizetype size) -> QByteArray {
        return "GET /" + QByteArray(size - 14, 'x') + " HTTP/1.1\r\n";
    };
    const auto fields = [&](int count) -> QByteArray {
        return "GET / HTTP/1.1\r\n" + host + QByteArray("X: y\r\n").repeated(count - 1);
    };
    const auto block = [&](qsizetype size) -> QByteArray { // with the empty line
        return "GET / HTTP/1.1\r\n" + host + "X: " + QByteArray(size - host.size() - 7, 'x') + "\r\n\r\n";
    };
    QTest::newRow("line of 8 KiB") << line(8192) + host + "\r\n" << 0 << QByteArray();
    QTest::newRow("line of 8 KiB and one") << line(8193) + host + "\r\n" << 414 << QByteArray("uri_too_long");
    QTest::newRow("endless line") << "GET /" + QByteArray(8190, 'x') << 414 << QByteArray("uri_too_long");
    QTest::newRow("100 fields") << fields(100) + "\r\n" << 0 << QByteArray();
    QTest::newRow("101 fields") << fields(101) << 431 << QByteArray("headers_too_large");
    QTest::newRow("fields of 64 KiB") << block(65536) << 0 << QByteArray();
    QTest::newRow("fields of 64 KiB and one") << block(65537) << 431 << QByteArray("headers_too_large");
    QTest::newRow("endless field") << "GET / HTTP/1.1\r\nX: " + QByteArray(65536, 'x') << 431
                                   << QByteArray("headers_too_large");
    QTest::newRow("still within") << "GET / HTTP/1.1\r\nX: " + QByteArray(65000, 'x') << -1 << QByteArray();
}

void TestGuard::limitsTheHead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    for (const Outcome &outcome : {feed({bytes}), feed(bytewise(bytes))}) {
        QCOMPARE(outcome.status, qMax(0, status));
        QCOMPARE(outcome.open(), status == -1);
        QTEST(outcome.code, "code");
    }
}

void TestGuard::keepsAlive_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<bool>("keepAlive");
    QTest::newRow("1.1") << QByteArray("1.1") << QByteArray() << true;
    QTest::newRow("1.1 close") << QByteArray("1.1") << QByteArray("Connection: TE, Close\r\n") << false;
    QTest::newRow("1.0") << QByteArray("1.0") << QByteArray() << false;
    QTest::newRow("1.0 keep-alive") << QByteArray("1.0") << QByteArray("Connection: Keep-Alive\r\n") << true;
}

void TestGuard::keepsAlive()
{
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, lines);
    const Outcome outcome = feed({"GET / HTTP/" + version + "\r\nHost: localhost\r\n" + lines + "\r\n"});
    QVERIFY(outcome.in);
    QTEST(outcome.keepAlive, "keepAlive");
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TestGuard)
#include "tst_guard.moc"
