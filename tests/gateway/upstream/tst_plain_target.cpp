// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/plain_target.h"

#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

Link linkTo(const QByteArray &baseUrl)
{
    Link link;
    link.baseUrl = baseUrl;
    link.proxy = u"none"_s;
    return link;
}

QByteArray addressOf(const PlainTarget &target)
{
    char text[INET6_ADDRSTRLEN] = {};
    if (target.address.ss_family == AF_INET6) {
        const auto *six = reinterpret_cast<const sockaddr_in6 *>(&target.address);
        inet_ntop(AF_INET6, &six->sin6_addr, text, sizeof text);
        return QByteArray(text) + " port " + QByteArray::number(ntohs(six->sin6_port));
    }
    const auto *four = reinterpret_cast<const sockaddr_in *>(&target.address);
    inet_ntop(AF_INET, &four->sin_addr, text, sizeof text);
    return QByteArray(text) + " port " + QByteArray::number(ntohs(four->sin_port));
}

} // namespace

//! Which requests need no libcurl, and where they go.
class TestPlainTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFound_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("host");
        const auto row = [](const char *base, const char *address, const char *host) {
            QTest::newRow(base) << QByteArray(base) << QByteArray(address) << QByteArray(host);
        };
        row("http://127.0.0.1:11434/v1", "127.0.0.1 port 11434", "127.0.0.1:11434");
        row("http://127.0.0.1:1", "127.0.0.1 port 1", "127.0.0.1:1");
        row("http://192.168.1.20/a/b", "192.168.1.20 port 80", "192.168.1.20");
        row("http://192.168.1.20:80/a", "192.168.1.20 port 80", "192.168.1.20");
        row("http://[::1]:8080/v1", "::1 port 8080", "[::1]:8080");
        row("http://[fd00::1]", "fd00::1 port 80", "[fd00::1]");
    }

    void isFound()
    {
        QFETCH(QByteArray, base);
        const auto target = plainTarget(linkTo(base));
        QVERIFY(target);
        QTEST(addressOf(*target), "address");
        QTEST(target->host, "host");
        const QByteArray url = base + "/x?y=%20";
        QCOMPARE(plainPath(*target, linkTo(base), url), QByteArrayView(url).sliced(target->originSize));
    }

    void isLeftToLibcurl_data()
    {
        QTest::addColumn<QByteArray>("base");
        for (const char *base : {"https://127.0.0.1/v1",
                                 "http://localhost:11434/v1",
                                 "http://by-name.localhost:1/v1",
                                 "http://example.org/v1",
                                 "http://127.1/v1",
                                 "http://2130706433/v1",
                                 "http://0x7f.0.0.1/",
                                 "http://127.0.0.1.example.org/",
                                 "http://127.0.0.1:0/",
                                 "http://127.0.0.1:65536/",
                                 "http://127.0.0.1:/",
                                 "http://127.0.0.1:8a/",
                                 "http://user@127.0.0.1/",
                                 "http://[::1/v1",
                                 "http://::1/v1",
                                 "http://[fe80::1%25eth0]/v1",
                                 "http://[::1]x:80/",
                                 "http://",
                                 "http:///v1",
                                 "http://127.0.0.1/a b",
                                 "http://127.0.0.1/v1?x=1",
                                 "http://127.0.0.1/#x",
                                 "127.0.0.1:80",
                                 ""})
            QTest::newRow(base) << QByteArray(base);
    }

    void isLeftToLibcurl()
    {
        QFETCH(QByteArray, base);
        QVERIFY(!plainTarget(linkTo(base)));
    }

    void dependsOnTheWay()
    {
        Link link = linkTo("http://192.168.1.20/v1");
        link.proxy = u"system"_s;
        QVERIFY(!plainTarget(link));
        link.proxy = u"http://10.0.0.1:3128"_s;
        QVERIFY(!plainTarget(link));
        link.baseUrl = "http://127.0.0.1/v1"; // reached straight, whatever the system's proxy
        link.proxy = u"system"_s;
        QVERIFY(plainTarget(link));
    }

    void leavesHeadersOfTheConnectionToLibcurl()
    {
        for (const char *line : {"Host: example.org", "transfer-encoding: chunked", "Connection: close",
                                 "CONTENT-LENGTH: 1", "expect: 100-continue", "Accept-Encoding: gzip"}) {
            Link link = linkTo("http://127.0.0.1/v1");
            link.headers = {"X-Mine: 1", line};
            QVERIFY2(!plainTarget(link), line);
        }
        Link link = linkTo("http://127.0.0.1/v1");
        link.headers = {"X-Mine: 1", "Hosts: 2"};
        QVERIFY(plainTarget(link));
    }

    void asksOnlyUnderTheBaseUrl()
    {
        const Link link = linkTo("http://127.0.0.1:8080/v1");
        const auto target = plainTarget(link);
        QVERIFY(target);
        const auto path = [&](const QByteArray &url) { return plainPath(*target, link, url).toByteArray(); };
        QCOMPARE(path("http://127.0.0.1:8080/v1"), "/v1");
        QCOMPARE(path("http://127.0.0.1:8080/v1/models?a=b"), "/v1/models?a=b");
        QCOMPARE(path("http://127.0.0.1:8080/v1?a=b"), "/v1?a=b");
        for (const char *other :
             {"http://127.0.0.1:8080/v2", "http://127.0.0.1:8080/v1.example/x", "http://127.0.0.1:8080/",
              "http://127.0.0.1/v1", "http://127.0.0.1:8080/v1/a b", "http://127.0.0.1:8080/v1/a\r\nX: y",
              "http://127.0.0.1:8080/v1/\xc3\xa4", "http://127.0.0.1:8080/v1/#a", ""})
            QCOMPARE(path(other), QByteArray());

        Link versioned = link; // where the client may write the version of the API
        versioned.root = "http://127.0.0.1:8080";
        QCOMPARE(plainPath(*target, versioned, "http://127.0.0.1:8080/v2/x"), QByteArrayView("/v2/x"));
        QVERIFY(plainPath(*target, versioned, "http://127.0.0.1:80801/v1/x").isEmpty());
        QVERIFY(plainPath(*target, versioned, "http://127.0.0.1:8080@example.org/").isEmpty());

        const Link bare = linkTo("http://127.0.0.1:8080");
        const auto origin = plainTarget(bare);
        QVERIFY(origin);
        QCOMPARE(plainPath(*origin, bare, "http://127.0.0.1:8080/x"), QByteArrayView("/x"));
        QVERIFY(plainPath(*origin, bare, "http://127.0.0.1:8080?x").isEmpty());
        QVERIFY(plainPath(*origin, bare, "http://127.0.0.1:8080").isEmpty());
        QVERIFY(plainPath(*origin, bare, "http://127.0.0.1:8080@example.org/").isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPlainTarget)
#include "tst_plain_target.moc"
