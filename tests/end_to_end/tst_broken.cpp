// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! What a provider breaks never looks whole to a client.
class TestBroken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_rig.gateway.isListening(), m_rig.gateway.log().constData()); }
    void init() { m_rig.provider.reset(); }

    void beforeTheFirstByte_data();
    void beforeTheFirstByte();
    void wholeAnswersThatAreErrors_data();
    void wholeAnswersThatAreErrors();
    void streams_data();
    void streams();
    void cutBehindTheEnd();
    void anthropicStreams();
    void whatTheProviderReportsInItsStream();
    void longAnswers_data();
    void longAnswers();
    void tooLongAnEvent();
    void tooManyBytes();

private:
    Rig m_rig{
        R"(,"timeouts":{"connectSeconds":2,"firstByteSeconds":1,"idleSeconds":1},"retry":{"attempts":1})",
        noCooldown};
};

void TestBroken::beforeTheFirstByte_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const FakeAnswer json = FakeAnswer::json(chatCompletion());
    const FakeAnswer stream = FakeAnswer::stream(shortChat().done().events());
    const QString protocol = u"upstream_protocol"_s;
    const auto head = [](const QByteArray &lines) {
        return FakeAnswer::raw("HTTP/1.1 200 OK\r\n" + lines + "\r\n");
    };

    QTest::newRow("cut in the head") << json.cutAt(30) << 502 << protocol;
    QTest::newRow("cut in a JSON body") << json.cutAt(json.bytes().size() - 20) << 502 << protocol;
    QTest::newRow("reset in a JSON body")
        << FakeAnswer::raw(json.bytes().chopped(20)).reset() << 502 << protocol;
    QTest::newRow("no HTTP") << FakeAnswer::raw("SSH-2.0-OpenSSH_9.2\r\n").close() << 502 << protocol;
    QTest::newRow("a web page") << FakeAnswer::whole(200, "text/html", "<html>") << 502 << protocol;
    QTest::newRow("a web page that begins late, and stays open")
        << head("Content-Type: text/html\r\n").send(QByteArray(2'000, ' ') + "<html>") << 502 << protocol;
    QTest::newRow("a redirect") << FakeAnswer::whole(302, "text/html", "", {"Location: http://127.0.0.1:9/"})
                                << 502 << protocol;
    QTest::newRow("a bad length")
        << head("Content-Type: application/json\r\nContent-Length: 1x\r\n").send("{}").close() << 502
        << protocol;
    QTest::newRow("a bad chunk")
        << head("Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n").send("zz\r\n{}\r\n")
        << 502 << protocol;
    QTest::newRow("a stream of nothing") << FakeAnswer::stream({}) << 502 << protocol;
    QTest::newRow("a stream cut in its first event")
        << stream.cutAt(stream.bytes().indexOf("data:") + 9) << 502 << protocol;
    QTest::newRow("a head of 2 MiB")
        << head("X-Big: " + QByteArray(2 * 1024 * 1024, 'x') + "\r\nContent-Length: 2\r\n").send("{}") << 502
        << protocol;
    const QByteArray tooLong =
        R"({"error":{"message":"too long","type":"invalid_request_error","code":"context_length_exceeded"}})";
    QTest::newRow("an error as first event")
        << FakeAnswer::stream({"data: " + tooLong + "\n\n"}) << 400 << u"context_length_exceeded"_s;
    QTest::newRow("an error instead of a stream")
        << FakeAnswer::json(tooLong) << 400 << u"context_length_exceeded"_s;
    QTest::newRow("silence") << FakeAnswer().wait("never") << 504 << u"upstream_timeout"_s;
    QTest::newRow("silence after the head")
        << FakeAnswer::streamHead().wait("never") << 504 << u"upstream_timeout"_s;
}

void TestBroken::beforeTheFirstByte()
{
    QFETCH(FakeAnswer, answer);
    m_rig.provider.enqueue(answer);
    const RawAnswer read = m_rig.ask(streamRequest());
    QTEST(read.status, "status");
    QTEST(errorCode(read), "code");
    QVERIFY(read.whole);
    QCOMPARE(m_rig.provider.requestCount(), 1);
}

void TestBroken::wholeAnswersThatAreErrors_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("an error alone") << QByteArray(R"({"error":{"message":"buy more","code":402}})") << 402;
    QTest::newRow("an error behind others")
        << QByteArray(R"({"id":null,"error":{"message":"buy more","code":402}})") << 402;
    QTest::newRow("no error") << QByteArray(R"({"error":false,"choices":[]})") << 200;
    QTest::newRow("an empty error") << QByteArray(R"({"error":"","choices":[]})") << 200;
    QTest::newRow("events, where none were asked for") << shortChat().done().bytes() << 502;
    QTest::newRow("half an answer") << QByteArray(R"({"error":)") << 502;
}

void TestBroken::wholeAnswersThatAreErrors()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    for (const QByteArray type :
         {"application/json", "text/plain"}) { // endpoints say what it is, not headers
        m_rig.provider.enqueue(FakeAnswer::whole(200, type, body));
        const RawAnswer read = m_rig.ask(chatRequest());
        QCOMPARE(read.status, status);
        QCOMPARE(read.body.contains("buy more"), status == 402);
    }
}

void TestBroken::streams_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<QString>("code");
    FakeAnswer begun = FakeAnswer::streamHead();
    for (const QByteArray &event : SseScript().role().text("Hel").events())
        begun.chunk(event);
    const auto with = [&](auto change) {
        FakeAnswer answer = begun;
        change(answer);
        return answer;
    };
    const QByteArray half = R"(data: {"choices":[{"delta":{"content":")";
    const QString protocol = u"upstream_protocol"_s;
    QTest::newRow("cut between events") << with([](auto &a) { a.close(); }) << protocol;
    QTest::newRow("cut in an event") << with([&](auto &a) { a.chunk(half).close(); }) << protocol;
    QTest::newRow("cut in a character")
        << with([&](auto &a) { a.chunk(half + "\xe4\xbd").close(); }) << protocol;
    QTest::newRow("cut in a chunk") << with([&](auto &a) { a.send("40\r\n" + half).close(); }) << protocol;
    QTest::newRow("ended properly but too early") << with([](auto &a) { a.lastChunk(); }) << protocol;
    QTest::newRow("reset") << with([](auto &a) { a.reset(); }) << protocol;
    QTest::newRow("bad chunk") << with([](auto &a) { a.send("xyz\r\n"); }) << protocol;
    QTest::newRow("stall") << with([](auto &a) { a.wait("never"); }) << u"upstream_timeout"_s;
    QTest::newRow("stall in an event")
        << with([&](auto &a) { a.chunk(half).wait("never"); }) << u"upstream_timeout"_s;
}

void TestBroken::streams()
{
    QFETCH(FakeAnswer, answer);
    QFETCH(QString, code);
    m_rig.provider.enqueue(answer);
    RawClient client(m_rig.gateway.port());
    client.send(streamRequest());
    const RawAnswer read = client.readAnswer();
    QCOMPARE(read.status, 200);
    QVERIFY(!read.whole);
    QVERIFY(client.waitForClose());

    const QByteArray passed = SseScript().role().text("Hel").bytes();
    QCOMPARE(read.body.left(passed.size()), passed);
    const QByteArray event = read.body.mid(passed.size());
    QVERIFY2(event.startsWith("data: {\"error\":") && event.endsWith("\n\n"), event.constData());
    QCOMPARE(event.count("\n\n"), 1);
    QCOMPARE(jsonOf(event.mid(6))["error"_L1].toObject()["code"_L1].toString(), code);
    QVERIFY(!read.body.contains("[DONE]"));

    QCOMPARE(m_rig.gateway.recordOf(read.header("x-request-id"))["error_code"_L1].toString(), code);
    if (!answer.bytes().endsWith("0\r\n\r\n"))
        QTRY_COMPARE_WITH_TIMEOUT(m_rig.provider.connectionsNow(), 0, 1000); // not kept, not used again
    QCOMPARE(m_rig.provider.requestCount(), 1);
}

//! The end of the answer was seen: how the connection ends does not matter any more.
void TestBroken::cutBehindTheEnd()
{
    const SseScript script = SseScript().role().text("Hel").finish();
    m_rig.provider.enqueue(FakeAnswer::streamHead().chunk(script.bytes()).close());
    const RawAnswer answer = m_rig.ask(streamRequest());
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.whole);
    QCOMPARE(answer.body, script.bytes());
    QCOMPARE(m_rig.gateway.recordOf(answer.header("x-request-id"))["error_code"_L1].toString(), QString());
}

void TestBroken::anthropicStreams()
{
    FakeProvider provider;
    QByteArray claude = providerAt(provider.port(), "claude", "claude-x");
    claude.replace(R"("dialect":"openai")", R"("dialect":"anthropic")");
    GatehouseProcess gateway(configWith({claude}), {}, {fakeKeyVariable});
    QVERIFY2(gateway.isListening(), gateway.log().constData());
    const SseScript script =
        SseScript()
            .event("message_start",
                   R"({"type":"message_start","message":{"usage":{"input_tokens":10,"output_tokens":1}}})")
            .event("content_block_delta", R"({"type":"content_block_delta","index":0})");
    provider.enqueue(FakeAnswer::streamHead().chunk(script.bytes()).close());
    const RawAnswer answer =
        exchange(gateway.port(), jsonRequest("/v1/messages", chatBody("claude-x", R"(,"stream":true)")));
    QCOMPARE(answer.status, 200);
    QVERIFY(!answer.whole);
    QCOMPARE(answer.body.left(script.bytes().size()), script.bytes());
    const QByteArray event = answer.body.mid(script.bytes().size());
    QVERIFY2(event.startsWith("event: error\ndata: {") && event.endsWith("\n\n"), event.constData());
    const QJsonObject error = jsonOf(event.mid(event.indexOf('{')));
    QCOMPARE(error["type"_L1].toString(), u"error"_s);
    QVERIFY(!error["error"_L1].toObject()["message"_L1].toString().isEmpty());

    const FakeRequest request = provider.nextRequest();
    QCOMPARE(request.target, "/v1/messages");
    QCOMPARE(request.header("x-api-key"), fakeKey);
    QCOMPARE(request.header("anthropic-version"), "2023-06-01");
    QVERIFY(!request.has("authorization"));
}

void TestBroken::whatTheProviderReportsInItsStream()
{
    const SseScript script =
        SseScript().role().text("Hel").data(R"({"error":{"message":"overloaded","type":"server_error"}})");
    m_rig.provider.enqueue(FakeAnswer::stream(script.events()));
    const RawAnswer answer = m_rig.ask(streamRequest());
    QCOMPARE(answer.body, script.bytes());
    QCOMPARE(m_rig.gateway.recordOf(answer.header("x-request-id"))["error_code"_L1].toString(),
             u"upstream_error"_s);
}

void TestBroken::longAnswers_data()
{
    QTest::addColumn<bool>("reset");
    QTest::newRow("cut") << false;
    QTest::newRow("reset") << true;
}

//! An answer too long to be held back has begun when it breaks: the client must see that it did.
void TestBroken::longAnswers()
{
    QFETCH(bool, reset);
    const FakeAnswer whole = FakeAnswer::whole(200, "audio/mpeg", QByteArray(2'000'000, 'x'));
    FakeAnswer broken = FakeAnswer::raw(whole.bytes().left(1'000'000));
    m_rig.provider.enqueue(reset ? broken.reset() : broken.close());
    const RawAnswer answer = m_rig.ask(jsonRequest("/v1/audio/speech", R"({"model":"gpt-4o","input":"Hi"})"));
    QVERIFY(answer.status == 200 || answer.status == 502); // a reset may overtake the bytes
    QVERIFY(answer.status == 502 || !answer.whole);
}

void TestBroken::tooLongAnEvent()
{
    const SseScript script = SseScript().role().text("Hel").text(QByteArray(5 * 1024 * 1024, 'x')).done();
    m_rig.provider.enqueue(FakeAnswer::stream(script.events()));
    const RawAnswer answer = m_rig.ask(streamRequest());
    QCOMPARE(answer.status, 200);
    QVERIFY(!answer.whole);
    QVERIFY(answer.body.contains("upstream_protocol"));
    QVERIFY(answer.body.size() < 1024 * 1024);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig.provider.connectionsNow(), 0, 1000);
}

void TestBroken::tooManyBytes()
{
    const QByteArray more = FakeAnswer::json(R"({"smuggled":true})").bytes();
    m_rig.provider.enqueue(FakeAnswer::raw(FakeAnswer::json(chatCompletion("1")).bytes() + more));
    m_rig.provider.enqueue(FakeAnswer::json(chatCompletion("2")));
    QCOMPARE(m_rig.ask(chatRequest()).body, chatCompletion("1"));
    QCOMPARE(m_rig.ask(chatRequest()).body, chatCompletion("2"));
}

QTEST_GUILESS_MAIN(TestBroken)
#include "tst_broken.moc"
