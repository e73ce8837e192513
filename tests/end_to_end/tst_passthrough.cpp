// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Between equal dialects the bytes are the client's and the provider's own.
class TestPassthrough : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_rig.gateway.isListening(), m_rig.gateway.log().constData()); }
    void init() { m_rig.provider.reset(); }

    void endpoints_data();
    void endpoints();
    void keepsTheBody_data();
    void keepsTheBody();
    void splicesTheModelOnly_data();
    void splicesTheModelOnly();
    void takesChunkedBodies();
    void mapsTheModelOfMultipart();
    void passesBinaryAnswers();
    void passesAnswersWithoutLength();
    void passesGzip();
    void passesToTheProvidersOwnPaths_data();
    void passesToTheProvidersOwnPaths();
    void tellsTheLengthWithoutABody_data();
    void tellsTheLengthWithoutABody();

private:
    Rig m_rig{R"(,"preset":"openai")"}; // so that it has /responses itself
};

void TestPassthrough::endpoints_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    const std::pair<QByteArray, QByteArray> endpoints[] = {
        {"/chat/completions", R"({"messages":[{"role":"user","content":"Hi"}],"model":"gpt-4o"})"},
        {"/completions", R"({"prompt":["a","b"],"model":"gpt-4o"})"},
        {"/embeddings", R"({"model":"gpt-4o","input":[1,2,3],"encoding_format":"base64"})"},
        {"/moderations", R"({"model":"gpt-4o","input":"x"})"},
        {"/images/generations", R"({"model":"gpt-4o","prompt":"a cat"})"},
        {"/rerank", R"({"model":"gpt-4o","query":"q","documents":["a"]})"},
        {"/responses", R"({"model":"gpt-4o","input":"Hi","store":false})"},
        {"/audio/speech", R"({"model":"gpt-4o","input":"Hi","voice":"alloy"})"},
    };
    for (const auto &[path, body] : endpoints) {
        QTest::addRow("/v1%s", path.constData()) << QByteArray("/v1" + path) << body;
        QTest::newRow(path.constData()) << path << body;
    }
}

void TestPassthrough::endpoints()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    const QByteArray reply = R"({ "z":1, "a":[12345678901234567890, 1.0],"usage":{"total_tokens":1} })";
    m_rig.provider.enqueue(FakeAnswer::json(reply, 201));
    const RawAnswer answer = m_rig.ask(jsonRequest(path, body));
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.header("content-type"), "application/json");
    QCOMPARE(answer.body, reply);

    const FakeRequest request = m_rig.provider.nextRequest();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.target, path.startsWith("/v1/") ? path : "/v1" + path);
    QCOMPARE(request.body, body);
}

void TestPassthrough::keepsTheBody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("odd order and spaces")
        << QByteArray("\r\n { \"stream\" : false ,\t\"messages\":[ ] , \"model\" : \"gpt-4o\" }\n\n");
    QTest::newRow("numbers") << QByteArray(
        R"({"model":"gpt-4o","seed":123456789012345678901234567890,"t":1.0,"u":1e400,"v":-0.0,"messages":[]})");
    QTest::newRow("unicode") << QByteArray("{\"messages\":[{\"content\":\"你好 \xf0\x9f\x98\x80 "
                                           "\\u4f60\\ud83d\\ude00 \\/\"}],\"model\":\"gpt-4o\"}");
    QTest::newRow("lone surrogate") << QByteArray(R"({"model":"gpt-4o","messages":[{"content":"\ud800"}]})");
    QTest::newRow("doubled keys further in")
        << QByteArray(R"({"model":"gpt-4o","messages":[{"model":"x","model":"y"}],"x":1,"x":2})");
    QTest::newRow("text that looks like keys") << QByteArray(
        R"({"user":"\"model\":\"o1\",\"stream\":true","model":"gpt-4o","messages":[{"content":"}{]["}]})");
}

void TestPassthrough::keepsTheBody()
{
    QFETCH(QByteArray, body);
    m_rig.provider.enqueue(FakeAnswer::json(chatCompletion()));
    QCOMPARE(m_rig.ask(jsonRequest("/v1/chat/completions", body)).status, 200);
    QCOMPARE(m_rig.provider.nextRequest().body, body);
}

void TestPassthrough::splicesTheModelOnly_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("arrives");
    QTest::newRow("first") << QByteArray(R"({"model" : "fast", "messages":[]})")
                           << QByteArray(R"({"model" : "gpt-4o-mini", "messages":[]})");
    QTest::newRow("last")
        << QByteArray("{ \"messages\":[{\"model\":\"fast\"}],\"n\":1.50,\"model\":\"fast\"\n}")
        << QByteArray("{ \"messages\":[{\"model\":\"fast\"}],\"n\":1.50,\"model\":\"gpt-4o-mini\"\n}");
    QTest::newRow("escaped") << QByteArray(R"({"model":"f\u0061st","messages":[]})")
                             << QByteArray(R"({"model":"gpt-4o-mini","messages":[]})");
    QTest::newRow("with its provider") << QByteArray(R"({"messages":[],"model":"openai/gpt-x/y"})")
                                       << QByteArray(R"({"messages":[],"model":"gpt-x/y"})");
}

void TestPassthrough::splicesTheModelOnly()
{
    QFETCH(QByteArray, sent);
    m_rig.provider.enqueue(FakeAnswer::json(chatCompletion()));
    QCOMPARE(m_rig.ask(jsonRequest("/v1/chat/completions", sent)).status, 200);
    QTEST(m_rig.provider.nextRequest().body, "arrives");
}

void TestPassthrough::takesChunkedBodies()
{
    m_rig.provider.enqueue(FakeAnswer::json(chatCompletion()));
    const QByteArray body = chatBody();
    QByteArray request =
        "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (char c : body)
        request += chunkOf(QByteArray(1, c));
    QCOMPARE(m_rig.ask(request + "0\r\n\r\n").status, 200);
    const FakeRequest arrived = m_rig.provider.nextRequest();
    QCOMPARE(arrived.body, body);
    QCOMPARE(arrived.header("content-length"), QByteArray::number(body.size()));
    QVERIFY(!arrived.has("transfer-encoding"));
}

void TestPassthrough::mapsTheModelOfMultipart()
{
    QByteArray file(100'000, Qt::Uninitialized);
    QRandomGenerator random(7);
    for (char &byte : file)
        byte = char(random.bounded(256));
    file += "\r\n--b\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nfast\r\n--"; // not our boundary
    const auto body = [&](const QByteArray &model) -> QByteArray {
        return QByteArray(
                   "--b0undary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mp3\"\r\n"
                   "Content-Type: audio/mpeg\r\n\r\n") +
               file + "\r\n--b0undary\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\n" + model +
               "\r\n--b0undary\r\nContent-Disposition: form-data; "
               "name=\"language\"\r\n\r\nen\r\n--b0undary--\r\n";
    };
    for (const QByteArray path : {"/v1/audio/transcriptions", "/v1/audio/translations", "/v1/images/edits"}) {
        m_rig.provider.enqueue(FakeAnswer::whole(200, "text/plain", "WEBVTT"));
        const RawAnswer answer = m_rig.ask(httpRequest(
            "POST", path, body("fast"), {"Content-Type: multipart/form-data; boundary=\"b0undary\""}));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, "WEBVTT");
        const FakeRequest arrived = m_rig.provider.nextRequest();
        QCOMPARE(arrived.target, path);
        QCOMPARE(arrived.header("content-type"), "multipart/form-data; boundary=\"b0undary\"");
        QVERIFY(arrived.body == body("gpt-4o-mini"));
    }
}

void TestPassthrough::passesBinaryAnswers()
{
    QByteArray sound;
    for (int i = 0; i < 300'000; ++i)
        sound += char(i * 31 + i / 256);
    FakeAnswer spoken =
        FakeAnswer::raw("HTTP/1.1 200 OK\r\nContent-Type: audio/mpeg\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (qsizetype at = 0; at < sound.size(); at += 9000)
        spoken.chunk(sound.mid(at, 9000));
    m_rig.provider.enqueue(spoken.lastChunk());
    const RawAnswer answer = m_rig.ask(jsonRequest("/v1/audio/speech", R"({"model":"gpt-4o","input":"Hi"})"));
    QCOMPARE(answer.header("content-type"), "audio/mpeg");
    QVERIFY(answer.whole);
    QVERIFY(answer.body == sound);
}

void TestPassthrough::passesAnswersWithoutLength()
{
    m_rig.provider.enqueue(
        FakeAnswer::raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"a\":1}").close());
    const RawAnswer answer = m_rig.ask(chatRequest());
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, R"({"a":1})");
}

void TestPassthrough::passesGzip()
{
    const QByteArray packed =
        QByteArray::fromHex("1f8b0800000000000203ab564a54b232ac0500afac1b5607000000"); // {"a":1}
    m_rig.provider.enqueue(FakeAnswer::json(packed, 200, {"Content-Encoding: gzip"}));
    const RawAnswer answer = m_rig.ask(chatRequest());
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.header("content-encoding").isNull());
    QCOMPARE(answer.body, R"({"a":1})");
}

void TestPassthrough::tellsTheLengthWithoutABody_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("length");
    QTest::newRow("known") << QByteArray("Content-Length: 1234") << QByteArray("1234");
    QTest::newRow("unknown") << QByteArray("Transfer-Encoding: chunked") << QByteArray();
    QTest::newRow("nothing") << QByteArray("Content-Length: 0") << QByteArray("0");
}

void TestPassthrough::tellsTheLengthWithoutABody()
{
    QFETCH(QByteArray, line);
    m_rig.provider.enqueue(
        FakeAnswer::raw("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n" + line + "\r\n\r\n"));
    RawClient client(m_rig.gateway.port());
    client.send(httpRequest("HEAD", "/providers/openai/files/1/content"));
    const RawAnswer head = client.readAnswer(std::chrono::seconds(5), true);
    QCOMPARE(head.status, 200);
    QTEST(head.header("content-length"), "length");
    client.send(httpRequest("GET", "/health")); // the connection is as it was
    QCOMPARE(client.readAnswer().status, 200);
    QCOMPARE(m_rig.provider.nextRequest().method, "HEAD");
}

void TestPassthrough::passesToTheProvidersOwnPaths_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("arrives");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("GET") << QByteArray("GET") << QByteArray("/providers/openai/files?limit=2&after=a%2Fb")
                         << QByteArray("/v1/files?limit=2&after=a%2Fb") << QByteArray();
    QTest::newRow("version") << QByteArray("GET") << QByteArray("/providers/openai/v1/files")
                             << QByteArray("/v1/files") << QByteArray();
    QTest::newRow("raw path") << QByteArray("GET") << QByteArray("/providers/openai/files/a%2Fb%20c/content")
                              << QByteArray("/v1/files/a%2Fb%20c/content") << QByteArray();
    QTest::newRow("DELETE") << QByteArray("DELETE") << QByteArray("/providers/openai/files/1")
                            << QByteArray("/v1/files/1") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("POST") << QByteArray("/providers/openai/new/thing?key=mine&x=1")
                              << QByteArray("/v1/new/thing?x=1") << QByteArray("not { json \0 at all", 19);
    QTest::newRow("PUT") << QByteArray("PUT") << QByteArray("/providers/openai/x") << QByteArray("/v1/x")
                         << QByteArray("y");
}

void TestPassthrough::passesToTheProvidersOwnPaths()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    m_rig.provider.enqueue(FakeAnswer::whole(200, "application/jsonl", "{}\n{}\n"));
    const RawAnswer answer = m_rig.ask(httpRequest(method, target, body));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, "{}\n{}\n");
    const FakeRequest arrived = m_rig.provider.nextRequest();
    QCOMPARE(arrived.method, method);
    QTEST(arrived.target, "arrives");
    QCOMPARE(arrived.body, body);
    QCOMPARE(arrived.header("authorization"), "Bearer " + fakeKey);
}

QTEST_GUILESS_MAIN(TestPassthrough)
#include "tst_passthrough.moc"
