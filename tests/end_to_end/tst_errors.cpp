// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! The table of errors of the contract's section 4, in the dialect that asked.
class TestErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_rig.provider.reset(); }

    void requests_data();
    void requests();
    void malformed_data();
    void malformed();
    void methods_data();
    void methods();
    void unusableProviders_data();
    void unusableProviders();
    void passesTheProvidersErrors_data();
    void passesTheProvidersErrors();
    void hidesAnEchoedKey();
    void wrapsWebPages();

private:
    Rig m_rig{R"(,"retry":{"attempts":1})", noCooldown};
    FakeProvider m_refusing;
    std::unique_ptr<GatehouseProcess> m_unusable;
};

void TestErrors::initTestCase()
{
    QByteArray keyless = providerAt(m_rig.provider.port(), "keyless", "keyless");
    keyless.replace("${FAKE_KEY}", "${NO_SUCH_VARIABLE}");
    const QByteArray refusing = providerAt(m_refusing.port(), "refusing", "refusing");
    QByteArray untrusted = providerAt(m_rig.provider.port(), "untrusted", "untrusted");
    untrusted.replace("http://127", "https://127");
    m_refusing.refuse();
    m_unusable = std::make_unique<GatehouseProcess>(configWith({keyless, refusing, untrusted}), QStringList(),
                                                    QStringList{fakeKeyVariable});
    QVERIFY2(m_unusable->isListening(), m_unusable->log().constData());
    QVERIFY2(m_rig.gateway.isListening(), m_rig.gateway.log().constData());
}

void TestErrors::requests_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArrayList>("headers");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("param");
    const auto row = [](const char *name, const QByteArray &path, const QByteArray &body, int status,
                        const QString &code, const QString &param = {}, const QByteArrayList &headers = {}) {
        QTest::newRow(name) << path << body << headers << status << code << param;
    };
    const QByteArray chat = "/v1/chat/completions";
    const QString missing = u"missing_required_parameter"_s;
    const QString type = u"invalid_type"_s;
    row("no body", chat, "", 400, u"invalid_json"_s);
    row("no JSON", chat, "model=gpt-4o", 400, u"invalid_json"_s);
    row("an array", chat, "[]", 400, u"invalid_json"_s);
    row("cut", chat, R"({"model":"gpt-4o","messages":[)", 400, u"invalid_json"_s);
    row("bytes behind it", chat, chatBody() + "x", 400, u"invalid_json"_s);
    row("very deep", chat, QByteArray(100'000, '['), 400, u"invalid_json"_s);
    row("no model", chat, R"({"messages":[]})", 400, missing, u"model"_s);
    row("empty model", chat, R"({"model":"","messages":[]})", 400, missing, u"model"_s);
    row("model is a number", chat, R"({"model":4,"messages":[]})", 400, type, u"model"_s);
    row("no messages", chat, R"({"model":"gpt-4o"})", 400, missing, u"messages"_s);
    row("messages is a string", chat, R"({"model":"gpt-4o","messages":"Hi"})", 400, type, u"messages"_s);
    row("no input", "/v1/embeddings", R"({"model":"gpt-4o"})", 400, missing, u"input"_s);
    row("no prompt", "/v1/images/generations", R"({"model":"gpt-4o"})", 400, missing, u"prompt"_s);
    row("two models", chat, R"({"model":"gpt-4o","messages":[],"model":"o1"})", 400, u"duplicate_key"_s);
    row("two streams", chat, R"({"stream":true,"model":"gpt-4o","messages":[],"stream":false})", 400,
        u"duplicate_key"_s);
    row("multipart without a model", "/v1/audio/transcriptions",
        "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--b--\r\n", 400, missing,
        u"model"_s, {"Content-Type: multipart/form-data; boundary=b"});
    row("unknown model", chat, chatBody("nothing-like-it"), 404, u"model_not_found"_s, u"model"_s);
    row("unknown path", "/v1/nothing", "{}", 404, u"unknown_url"_s);
    row("unknown provider", "/providers/nobody/x", "{}", 404, {});
    row("not JSON by its type", chat, chatBody(), 415, u"unsupported_media_type"_s, {},
        {"Content-Type: text/plain"});
    row("a form", chat, chatBody(), 415, u"unsupported_media_type"_s, {},
        {"Content-Type: application/x-www-form-urlencoded"});
    row("Anthropic: no JSON", "/v1/messages", "x", 400, {});
    row("Anthropic: no model", "/v1/messages", R"({"messages":[]})", 400, {});
    row("Anthropic: unknown model", "/v1/messages", chatBody("nothing-like-it"), 404, {});
    row("Anthropic: no messages", "/messages", R"({"model":"gpt-4o"})", 400, {});
    row("Anthropic: media type", "/v1/messages", chatBody(), 415, {}, {}, {"Content-Type: text/plain"});
}

void TestErrors::requests()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArrayList, headers);
    const RawAnswer answer = m_rig.ask(httpRequest("POST", path, body, headers));
    QTEST(answer.status, "status");
    QCOMPARE(answer.header("content-type"), "application/json");
    QVERIFY(!answer.header("x-request-id").isEmpty());
    const QJsonObject error = jsonOf(answer.body)["error"_L1].toObject();
    QVERIFY(!error["message"_L1].toString().isEmpty());
    if (path.endsWith("/messages")) {
        QCOMPARE(jsonOf(answer.body)["type"_L1].toString(), u"error"_s);
        QCOMPARE(error["type"_L1].toString(),
                 answer.status == 404 ? u"not_found_error"_s : u"invalid_request_error"_s);
        return;
    }
    QCOMPARE(error["type"_L1].toString(), u"invalid_request_error"_s);
    QVERIFY(error.contains("param"_L1));
    QFETCH(QString, code);
    if (!code.isEmpty())
        QCOMPARE(error["code"_L1].toString(), code);
    QFETCH(QString, param);
    if (!param.isEmpty())
        QCOMPARE(error["param"_L1].toString(), param);
    QCOMPARE(m_rig.provider.requestCount(), 0);
}

void TestErrors::malformed_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &request, int status = 400,
                        const QString &code = u"malformed_request"_s) {
        QTest::newRow(name) << request << status << code;
    };
    const QByteArray post = "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\n";
    const QByteArray get = "GET /health HTTP/1.1\r\nHost: localhost\r\n";
    row("bad length", post + "Content-Length: 1x\r\n\r\n{}");
    row("negative length", post + "Content-Length: -1\r\n\r\n");
    row("two lengths", post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}");
    row("length and encoding",
        post + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
    row("unknown encoding", post + "Transfer-Encoding: xchunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
    row("bad chunk", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");
    row("no Host", "GET /health HTTP/1.1\r\n\r\n");
    row("two Hosts", get + "Host: localhost\r\n\r\n");
    row("a field without a colon", get + "nothing\r\n\r\n");
    row("a folded field", get + "X-A: 1\r\n 2\r\n\r\n");
    row("a control character", get + QByteArray("X-A: 1\0002\r\n\r\n", 12));
    row("a space before the colon", get + "X-A : 1\r\n\r\n");
    row("Upgrade", get + "Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    row("no HTTP", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 hello\r\n\r\n");
    row("HTTP/2.0", "GET /health HTTP/2.0\r\nHost: localhost\r\n\r\n", 505, u"http_version"_s);
    row("a space in the path", "GET /health now HTTP/1.1\r\nHost: localhost\r\n\r\n", 400);
    row("HTTP/0.9", "GET /health HTTP/0.9\r\nHost: localhost\r\n\r\n", 505, u"http_version"_s);
    row("a long line", "GET /" + QByteArray(9 * 1024, 'x') + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 414,
        u"uri_too_long"_s);
    row("big fields", get + "X-A: " + QByteArray(65 * 1024, 'x') + "\r\n\r\n", 431, u"headers_too_large"_s);
    QByteArray many = get;
    for (int i = 0; i < 101; ++i)
        many += "X-" + QByteArray::number(i) + ": 1\r\n";
    row("many fields", many + "\r\n", 431, u"headers_too_large"_s);
}

void TestErrors::malformed()
{
    QFETCH(QByteArray, request);
    RawClient client(m_rig.gateway.port());
    client.send(request);
    const RawAnswer answer = client.readAnswer();
    QTEST(answer.status, "status");
    QTEST(errorCode(answer), "code");
    QCOMPARE(answer.header("connection").toLower(), "close");
    QVERIFY(client.waitForClose(std::chrono::seconds(2)));
    QCOMPARE(m_rig.provider.requestCount(), 0);
}

void TestErrors::methods_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("allow");
    QTest::newRow("GET chat") << QByteArray("GET") << QByteArray("/v1/chat/completions")
                              << QByteArray("POST");
    QTest::newRow("DELETE models") << QByteArray("DELETE") << QByteArray("/v1/models") << QByteArray("GET");
    QTest::newRow("POST health") << QByteArray("POST") << QByteArray("/health") << QByteArray("GET");
}

void TestErrors::methods()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, allow);
    const RawAnswer answer = m_rig.ask(httpRequest(method, path));
    QCOMPARE(answer.status, 405);
    QCOMPARE(errorCode(answer), u"method_not_allowed"_s);
    QVERIFY2(answer.header("allow").contains(allow), answer.header("allow").constData());
}

void TestErrors::unusableProviders_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("no key") << QByteArray("keyless") << 503 << u"provider_key_missing"_s;
    QTest::newRow("refused") << QByteArray("refusing") << 502 << u"upstream_unreachable"_s;
    QTest::newRow("no TLS there") << QByteArray("untrusted") << 502 << u"upstream_tls"_s;
}

void TestErrors::unusableProviders()
{
    QFETCH(QByteArray, model);
    const RawAnswer answer = exchange(m_unusable->port(), chatRequest(model));
    QTEST(answer.status, "status");
    QTEST(errorCode(answer), "code");
    QCOMPARE(jsonOf(answer.body)["error"_L1].toObject()["type"_L1].toString(), u"provider_error"_s);
    QVERIFY(answer.body.contains(model)); // the provider is named alike
    QVERIFY(!answer.body.contains(fakeKey));
}

void TestErrors::passesTheProvidersErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArrayList>("headers");
    QTest::newRow("400") << 400 << QByteArrayList{};
    QTest::newRow("404") << 404 << QByteArrayList{"x-request-id: req_1"};
    QTest::newRow("413") << 413 << QByteArrayList{};
    QTest::newRow("422") << 422 << QByteArrayList{};
    QTest::newRow("429") << 429
                         << QByteArrayList{"retry-after: 20", "retry-after-ms: 20000",
                                           "x-ratelimit-remaining-requests: 0"};
    QTest::newRow("500") << 500 << QByteArrayList{};
    QTest::newRow("529") << 529 << QByteArrayList{"x-should-retry: true"};
}

void TestErrors::passesTheProvidersErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArrayList, headers);
    const QByteArray body = R"({ "error" : {"message":"no","type":"x","code":123,"extra":[1.0]}})";
    m_rig.provider.enqueue(FakeAnswer::json(body, status, headers));
    const RawAnswer answer = m_rig.ask(streamRequest());
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body, body);
    for (const QByteArray &line : headers)
        QCOMPARE(answer.header(line.left(line.indexOf(':'))), line.mid(line.indexOf(':') + 2));
}

void TestErrors::hidesAnEchoedKey()
{
    for (const QByteArray &said : QByteArrayList{fakeKey, fakeKey.left(14), fakeKey.right(10)}) {
        m_rig.provider.enqueue(FakeAnswer::json(R"({"error":{"message":"Incorrect API key provided: )" +
                                                    said + R"(.","code":"invalid_api_key"}})",
                                                401));
        const RawAnswer answer = m_rig.ask(chatRequest());
        QCOMPARE(answer.status, 401);
        QVERIFY2(!answer.body.contains(said), answer.body.constData());
        QVERIFY(answer.body.contains("Incorrect API key provided: "));
        QVERIFY(answer.whole); // its length fits
    }
    QVERIFY(!m_rig.gateway.log().contains(fakeKey));
}

void TestErrors::wrapsWebPages()
{
    m_rig.provider.enqueue(FakeAnswer::whole(502, "text/html", "<html><h1>502 Bad Gateway</h1></html>"));
    const RawAnswer answer = m_rig.ask(chatRequest());
    QCOMPARE(answer.status, 502);
    QCOMPARE(answer.header("content-type"), "application/json");
    QVERIFY(!jsonOf(answer.body)["error"_L1].toObject()["message"_L1].toString().isEmpty());
    QVERIFY(!answer.body.contains("<html>"));
}

QTEST_GUILESS_MAIN(TestErrors)
#include "tst_errors.moc"
