// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QRegularExpression>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Which header fields pass, in either direction (contract, section 3).
class TestHeaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_rig.gateway.isListening(), m_rig.gateway.log().constData()); }
    void init() { m_rig.provider.reset(); }

    void passesTheClientsHeaders();
    void withholdsWhatIsNotForTheProvider_data();
    void withholdsWhatIsNotForTheProvider();
    void putsOnKeyAndHeaders();
    void takesTheKeyOutOfTheQuery();
    void filtersTheAnswersHeaders();
    void givesPagesNoPower_data();
    void givesPagesNoPower();
    void addsItsOwn();
    void tellsAnthropicsClientsTheRequestId();
    void answersEverythingWithNosniff_data();
    void answersEverythingWithNosniff();

private:
    FakeRequest arrived(const QByteArrayList &headers)
    {
        m_rig.provider.enqueue(FakeAnswer::json(chatCompletion()));
        m_answer = m_rig.ask(chatRequest("gpt-4o", {}, headers));
        return m_rig.provider.nextRequest();
    }

    Rig m_rig{R"(,"headers":{"OpenAI-Organization":"org-of-config","X-Extra":"e"})"};
    RawAnswer m_answer;
};

void TestHeaders::passesTheClientsHeaders()
{
    const QByteArrayList sent = {"User-Agent: OpenAI/JS 6.0",
                                 "Accept: application/json",
                                 "OpenAI-Project: proj",
                                 "X-Stainless-Lang: js",
                                 "X-Custom: \xc3\xa4 1",
                                 "Idempotency-Key: k",
                                 "X-Empty:"};
    const FakeRequest request = arrived(sent);
    QCOMPARE(m_answer.status, 200);
    for (const QByteArray &line : sent) {
        const qsizetype colon = line.indexOf(':');
        QCOMPARE(request.header(line.left(colon)), line.mid(colon + 1).trimmed());
    }
    QCOMPARE(request.header("content-type"), "application/json");
}

void TestHeaders::withholdsWhatIsNotForTheProvider_data()
{
    QTest::addColumn<QByteArrayList>("sent");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const QByteArray &line) {
        const QByteArray name = line.left(line.indexOf(':'));
        QTest::newRow(name.constData()) << QByteArrayList{line} << name;
    };
    for (const QByteArray &line : QByteArrayList{
             "x-api-key: client-secret", "api-key: client-secret", "x-goog-api-key: client-secret",
             "Cookie: a=client-secret", "Origin: http://localhost:3000", "Referer: http://localhost:3000/x",
             "Sec-Fetch-Mode: cors", "Sec-Fetch-Site: same-origin", "Sec-CH-UA: x", "Keep-Alive: timeout=5",
             "TE: trailers", "Trailer: x", "Proxy-Authorization: Basic client-secret",
             "Proxy-Connection: keep-alive", "anthropic-version: 2023-06-01", "anthropic-beta: x",
             "x-goog-user-project: x"})
        row(line);
    QTest::newRow("named by Connection")
        << QByteArrayList{"Connection: keep-alive, X-Hop", "X-Hop: 1"} << QByteArray("X-Hop");
}

void TestHeaders::withholdsWhatIsNotForTheProvider()
{
    QFETCH(QByteArrayList, sent);
    QFETCH(QByteArray, name);
    const FakeRequest request = arrived(sent);
    QCOMPARE(m_answer.status, 200);
    QVERIFY2(!request.has(name), request.header(name).constData());
}

void TestHeaders::putsOnKeyAndHeaders()
{
    const FakeRequest request = arrived({"Authorization: Bearer client-secret",
                                         "OpenAI-Organization: org-of-client", "Accept-Encoding: zstd"});
    int keys = 0;
    for (const auto &[name, value] : request.headers) {
        QVERIFY2(!value.contains("client-secret"), QByteArray(name + ": " + value).constData());
        keys += name.compare("authorization", Qt::CaseInsensitive) == 0;
    }
    QCOMPARE(keys, 1);
    QCOMPARE(request.header("authorization"), "Bearer " + fakeKey);
    QCOMPARE(request.header("openai-organization"), "org-of-config");
    QCOMPARE(request.header("x-extra"), "e");
    QCOMPARE(request.header("host"), "127.0.0.1:" + QByteArray::number(m_rig.provider.port()));
    QCOMPARE(request.header("content-length"), QByteArray::number(request.body.size()));
    QVERIFY(!request.header("accept-encoding").contains("zstd"));
    QVERIFY(!request.has("expect"));
}

void TestHeaders::takesTheKeyOutOfTheQuery()
{
    m_rig.provider.enqueue(FakeAnswer::json(chatCompletion()));
    m_rig.ask(jsonRequest("/v1/chat/completions?a=1&key=client-secret&b=k%26ey", chatBody()));
    QCOMPARE(m_rig.provider.nextRequest().target, "/v1/chat/completions?a=1&b=k%26ey");
}

void TestHeaders::filtersTheAnswersHeaders()
{
    const QByteArrayList pass = {"retry-after: 1.5",
                                 "retry-after-ms: 1500",
                                 "request-id: req_p",
                                 "x-should-retry: false",
                                 "x-ratelimit-remaining-tokens: 5",
                                 "x-ratelimit-reset-requests: 6m0s",
                                 "anthropic-ratelimit-requests-limit: 9",
                                 "openai-processing-ms: 12",
                                 "openai-version: 2020-10-01"};
    const QByteArrayList stay = {
        "Set-Cookie: a=b", "Access-Control-Allow-Origin: *",       "Server: cloudflare", "CF-Ray: 1",
        "X-Powered-By: x", "Strict-Transport-Security: max-age=1", "Alt-Svc: h3",        "Via: 1.1 x"};
    m_rig.provider.enqueue(FakeAnswer::json(chatCompletion(), 200, pass + stay));
    const RawAnswer answer = m_rig.ask(chatRequest());
    for (const QByteArray &line : pass)
        QCOMPARE(answer.header(line.left(line.indexOf(':'))), line.mid(line.indexOf(':') + 2));
    for (const QByteArray &line : stay)
        QVERIFY2(answer.header(line.left(line.indexOf(':'))).isNull(), line.constData());
}

void TestHeaders::givesPagesNoPower_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("page");
    for (const QByteArray type : {"text/html", "TEXT/HTML; charset=utf-8", "application/xhtml+xml",
                                  "image/svg+xml", "text/xml", "application/xml"})
        QTest::newRow(type.constData()) << type << true;
    for (const QByteArray type : {"application/json", "audio/mpeg", "text/plain", "image/png"})
        QTest::newRow(type.constData()) << type << false;
}

//! What passes straight through may be a web page, and it would be one of this address.
void TestHeaders::givesPagesNoPower()
{
    QFETCH(QByteArray, type);
    QFETCH(bool, page);
    const QByteArray body = "<script>fetch('/v1/models')</script>";
    m_rig.provider.enqueue(FakeAnswer::whole(200, type, body));
    const RawAnswer answer = m_rig.ask(httpRequest("GET", "/providers/openai/page"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("content-type"), type);
    QCOMPARE(answer.body, body);
    QCOMPARE(answer.header("content-security-policy"), page ? "default-src 'none'; sandbox" : QByteArray());
}

void TestHeaders::addsItsOwn()
{
    m_rig.provider.enqueue(FakeAnswer::json(chatCompletion(), 200, {"x-request-id: req_of_provider"}));
    RawAnswer answer = m_rig.ask(chatRequest("fast"));
    QCOMPARE(answer.header("x-request-id"), "req_of_provider");
    QCOMPARE(answer.header("x-gatehouse-provider"), "openai");
    QCOMPARE(answer.header("x-gatehouse-model"), "gpt-4o-mini");
    QCOMPARE(answer.header("x-gatehouse-attempts"), "1");
    static const QRegularExpression timing(u"^gateway;dur=\\d+(\\.\\d+)?, upstream;dur=\\d+(\\.\\d+)?$"_s);
    QVERIFY2(timing.match(QString::fromLatin1(answer.header("server-timing"))).hasMatch(),
             answer.head.constData());
    QCOMPARE(answer.names().count("x-request-id"), 1);
    QCOMPARE(answer.names().count("content-type"), 1);

    const RawAnswer first = m_rig.ask(chatRequest());
    const RawAnswer second = m_rig.ask(chatRequest());
    QVERIFY(first.header("x-request-id").size() > 16);
    QVERIFY(first.header("x-request-id") != second.header("x-request-id"));
    QVERIFY(first.header("request-id").isNull());
}

//! Anthropic's SDKs look for the id of a request under another name.
void TestHeaders::tellsAnthropicsClientsTheRequestId()
{
    const QByteArray body = R"({"model":"fast","max_tokens":9,"messages":[{"role":"user","content":"hi"}]})";
    m_rig.provider.enqueue(FakeAnswer::json(chatCompletion()));
    for (const QByteArray &sent : {body, QByteArray("{")}) { // translated, and refused
        const RawAnswer answer = m_rig.ask(jsonRequest("/v1/messages", sent));
        QVERIFY(!answer.header("request-id").isEmpty());
        QCOMPARE(answer.header("request-id"), answer.header("x-request-id"));
    }
    const RawAnswer early = m_rig.ask("POST /v1/messages HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
    QCOMPARE(early.status, 400);
    QCOMPARE(early.header("request-id"), early.header("x-request-id"));
}

void TestHeaders::answersEverythingWithNosniff_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("answer") << chatRequest();
    QTest::newRow("refused") << chatRequest("unknown");
    QTest::newRow("health") << httpRequest("GET", "/health");
    QTest::newRow("home") << httpRequest("GET", "/");
    QTest::newRow("unknown path") << httpRequest("GET", "/nothing");
    QTest::newRow("malformed") << QByteArray("GET / HTTP/1.1\r\nno colon\r\n\r\n");
    QTest::newRow("preflight") << httpRequest(
        "OPTIONS", "/v1/models", {}, {"Origin: http://localhost:1", "Access-Control-Request-Method: GET"});
}

void TestHeaders::answersEverythingWithNosniff()
{
    QFETCH(QByteArray, request);
    const RawAnswer answer = m_rig.ask(request);
    QVERIFY(answer.status > 0);
    QCOMPARE(answer.header("x-content-type-options"), "nosniff");
    QCOMPARE(answer.names().count("x-content-type-options"), 1);
}

QTEST_GUILESS_MAIN(TestHeaders)
#include "tst_headers.moc"
