// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QCryptographicHash>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Who is let in: hosts, web origins, client keys.
class TestDoor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_open.provider.reset(); }

    void hosts_data();
    void hosts();
    void origins_data();
    void origins();
    void preflight();
    void fetchSites_data();
    void fetchSites();
    void clientKeys_data();
    void clientKeys();
    void modelsOfAClient();
    void whatNeedsNoKey();
    void tellsAPersonHowToConnect();

private:
    static constexpr char key[] = "gh-7f1c9d2a44e04bb2";
    static constexpr char narrowKey[] = "gh-0000111122223333";
    static QByteArray openListener();
    static QByteArray twoClients();

    Rig m_open{{}, openListener()};
    Rig m_locked{{}, twoClients()};
};

QByteArray TestDoor::openListener()
{
    return R"(,"listener":{"allowedHosts":["gate.lan"],"allowedOrigins":["http://localhost:*","https://app.example"]})";
}

QByteArray TestDoor::twoClients()
{
    const auto client = [](const QByteArray &name, const QByteArray &itsKey,
                           const QByteArray &models) -> QByteArray {
        return R"({"name":")" + name + R"(","keyHash":"sha256:)" +
               QCryptographicHash::hash(itsKey, QCryptographicHash::Sha256).toHex() + R"(","models":)" +
               models + '}';
    };
    return R"(,"clients":[)" + client("Editor", key, R"(["*"])") + ',' +
           client("Narrow", narrowKey, R"(["gpt-4o"])") + ']';
}

void TestDoor::initTestCase()
{
    QVERIFY2(m_open.gateway.isListening(), m_open.gateway.log().constData());
    QVERIFY2(m_locked.gateway.isListening(), m_locked.gateway.log().constData());
}

void TestDoor::hosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("allowed");
    for (const QByteArray host : {"127.0.0.1", "127.0.0.1:1337", "localhost", "LocalHost:8080", "[::1]",
                                  "[::1]:1", "gate.lan", "gate.lan:80", "GATE.lan"})
        QTest::newRow(host.constData()) << host << true;
    for (const QByteArray host :
         {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "evil.example:1337",
          "127.0.0.1@evil.example", "xlocalhost", "0.0.0.0", "2130706433", "gate.lan.evil.example"})
        QTest::newRow(host.constData()) << host << false;
}

void TestDoor::hosts()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, allowed);
    for (QByteArray request : {httpRequest("GET", "/health"), chatRequest()}) {
        const RawAnswer answer = m_open.ask(request.replace("127.0.0.1", host));
        QCOMPARE(answer.status, allowed ? 200 : 403);
        if (allowed)
            continue;
        QCOMPARE(errorCode(answer), u"host_not_allowed"_s);
        QCOMPARE(answer.header("x-gatehouse-attempts"), "0");
        QVERIFY(answer.header("server-timing").startsWith("gateway;dur="));
    }
    QCOMPARE(m_open.provider.requestCount(), allowed ? 1 : 0);
}

void TestDoor::origins_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("allowed");
    for (const QByteArray origin : {"http://localhost:3000", "http://localhost:1", "https://app.example"})
        QTest::newRow(origin.constData()) << origin << true;
    for (const QByteArray origin :
         {"null", "https://evil.example", "http://localhost.evil.example:3000", "https://localhost:3000",
          "http://localhost:3000.evil.example", "http://localhost:80@evil.example", "file://",
          "https://app.example:444", "http://app.example", "http://127.0.0.1:3000"})
        QTest::newRow(origin.constData()) << origin << false;
}

void TestDoor::origins()
{
    QFETCH(QByteArray, origin);
    QFETCH(bool, allowed);
    const RawAnswer answer = m_open.ask(chatRequest("gpt-4o", {}, {"Origin: " + origin}));
    QCOMPARE(answer.status, allowed ? 200 : 403);
    if (allowed) {
        QCOMPARE(answer.header("access-control-allow-origin"), origin);
        QVERIFY(answer.header("vary").toLower().contains("origin"));
    } else {
        QCOMPARE(errorCode(answer), u"origin_not_allowed"_s);
        QVERIFY(answer.header("access-control-allow-origin").isNull());
    }
    QCOMPARE(m_open.provider.requestCount(), allowed ? 1 : 0);
    QVERIFY(m_open.ask(chatRequest())
                .header("access-control-allow-origin")
                .isNull()); // no Origin, no answer to it
}

void TestDoor::preflight()
{
    const QByteArrayList asks = {
        "Access-Control-Request-Method: POST",
        "Access-Control-Request-Headers: authorization,content-type,x-stainless-lang"};
    const RawAnswer good = m_open.ask(httpRequest("OPTIONS", "/v1/chat/completions", {},
                                                  QByteArrayList{"Origin: http://localhost:3000"} + asks));
    QVERIFY(good.status == 204 || good.status == 200);
    QCOMPARE(good.header("access-control-allow-origin"), "http://localhost:3000");
    QVERIFY(good.header("access-control-allow-methods").contains("POST"));
    const QByteArray headers = good.header("access-control-allow-headers").toLower();
    for (const QByteArray name : {"authorization", "content-type", "x-stainless-lang"})
        QVERIFY2(headers.contains(name), headers.constData());

    const RawAnswer bad = m_open.ask(httpRequest("OPTIONS", "/v1/chat/completions", {},
                                                 QByteArrayList{"Origin: https://evil.example"} + asks));
    QCOMPARE(bad.status, 403);
    for (const QByteArray &name : bad.names())
        QVERIFY2(!name.startsWith("access-control-"), name.constData());
    QCOMPARE(m_open.provider.requestCount(), 0);
    // A browser sends no key with a preflight.
    QVERIFY(m_locked
                .ask(httpRequest("OPTIONS", "/v1/models", {},
                                 QByteArrayList{"Origin: http://localhost:3000"} + asks))
                .status < 300);
}

void TestDoor::fetchSites_data()
{
    QTest::addColumn<QByteArrayList>("headers");
    QTest::addColumn<int>("status");
    QTest::newRow("cross-site") << QByteArrayList{"Sec-Fetch-Site: cross-site"} << 403;
    QTest::newRow("cross-site with an allowed origin")
        << QByteArrayList{"Sec-Fetch-Site: cross-site", "Origin: http://localhost:3000"} << 200;
    QTest::newRow("cross-site with another origin")
        << QByteArrayList{"Sec-Fetch-Site: cross-site", "Origin: https://evil.example"} << 403;
    QTest::newRow("same-origin") << QByteArrayList{"Sec-Fetch-Site: same-origin"} << 200;
    QTest::newRow("none") << QByteArrayList{"Sec-Fetch-Site: none"} << 200;
}

void TestDoor::fetchSites()
{
    QFETCH(QByteArrayList, headers);
    QTEST(m_open.ask(chatRequest("gpt-4o", {}, headers)).status, "status");
    QTEST(m_open.ask(httpRequest("GET", "/v1/models", {}, headers)).status,
          "status"); // as a picture's source
}

void TestDoor::clientKeys_data()
{
    QTest::addColumn<QByteArrayList>("headers");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<bool>("allowed");
    const QByteArray right = key;
    const auto row = [](const char *name, const QByteArrayList &headers, bool allowed,
                        const QByteArray &query = {}) { QTest::newRow(name) << headers << query << allowed; };
    row("Authorization", {"Authorization: Bearer " + right}, true);
    row("authorization, lower case", {"authorization: bearer " + right}, true);
    row("x-api-key", {"x-api-key: " + right}, true);
    row("api-key", {"api-key: " + right}, true);
    row("x-goog-api-key", {"x-goog-api-key: " + right}, true);
    row("query", {}, true, "?key=" + right);
    row("none", {}, false);
    row("wrong", {"Authorization: Bearer " + right + "0"}, false);
    row("beginning only", {"Authorization: Bearer " + right.chopped(1)}, false);
    row("empty", {"Authorization: Bearer "}, false);
    row("Basic", {"Authorization: Basic " + right}, false);
    row("the hash",
        {"x-api-key: sha256:" + QCryptographicHash::hash(right, QCryptographicHash::Sha256).toHex()}, false);
}

void TestDoor::clientKeys()
{
    QFETCH(QByteArrayList, headers);
    QFETCH(QByteArray, query);
    QFETCH(bool, allowed);
    m_locked.provider.reset();
    const RawAnswer answer = m_locked.ask(jsonRequest("/v1/chat/completions" + query, chatBody(), headers));
    QCOMPARE(answer.status, allowed ? 200 : 401);
    if (!allowed) {
        QCOMPARE(errorCode(answer), u"invalid_api_key"_s);
        QCOMPARE(m_locked.provider.requestCount(), 0);
        QCOMPARE(m_locked.ask(httpRequest("GET", "/v1/models" + query, {}, headers)).status, 401);
        QCOMPARE(m_locked.ask(httpRequest("GET", "/providers/openai/files" + query, {}, headers)).status,
                 401);
        return;
    }
    const FakeRequest request = m_locked.provider.nextRequest();
    QCOMPARE(request.target, "/v1/chat/completions");
    for (const auto &[name, value] : request.headers)
        QVERIFY2(!value.contains(key), name.constData());
    QCOMPARE(m_locked.gateway.recordOf(answer.header("x-request-id"))["client"_L1].toString(), u"Editor"_s);
    QVERIFY(!m_locked.gateway.log().contains(key));
}

void TestDoor::modelsOfAClient()
{
    const QByteArrayList headers = {QByteArray("x-api-key: ") + narrowKey};
    QCOMPARE(m_locked.ask(chatRequest("gpt-4o", {}, headers)).status, 200);
    for (const QByteArray model : {"fast", "gpt-4o-mini", "o1", "openai/gpt-4o-mini"}) {
        const RawAnswer answer = m_locked.ask(chatRequest(model, {}, headers));
        QCOMPARE(answer.status, 403);
        QCOMPARE(errorCode(answer), u"model_not_allowed"_s);
    }
    const QByteArray list = m_locked.ask(httpRequest("GET", "/v1/models", {}, headers)).body;
    QVERIFY(list.contains("\"gpt-4o\""));
    QVERIFY(!list.contains("\"fast\""));
}

void TestDoor::whatNeedsNoKey()
{
    QCOMPARE(m_locked.ask(httpRequest("GET", "/health")).status, 200);
    QCOMPARE(m_locked.ask(httpRequest("GET", "/health/ready")).status, 200);
    const RawAnswer home = m_locked.ask(httpRequest("GET", "/"));
    QCOMPARE(home.status, 200);
    QVERIFY(home.header("content-type").startsWith("text/html"));
    for (const QByteArray outside : {"src=\"http", "href=\"http", "url(http", "<script"})
        QVERIFY2(!home.body.contains(outside), outside.constData());
}

void TestDoor::tellsAPersonHowToConnect()
{
    const RawAnswer page = exchange(m_locked.gateway.port(), httpRequest("GET", "/"));
    QCOMPARE(page.status, 200);
    QVERIFY(page.header("content-type").startsWith("text/html"));
    QVERIFY(page.body.contains("<code>http://127.0.0.1"));
    QVERIFY(page.body.contains("/v1/models"));
    QVERIFY(!page.body.contains("{{host}}"));
}

QTEST_GUILESS_MAIN(TestDoor)
#include "tst_door.moc"
