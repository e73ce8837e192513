// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Streams pass event by event, unchanged but for the usage chunk that the gateway itself asked for.
class TestStreaming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_rig.gateway.isListening(), m_rig.gateway.log().constData()); }
    void init() { m_rig.provider.reset(); }

    void asksForUsage_data();
    void asksForUsage();
    void leavesUsageAloneWhereTold();
    void passesUnchanged_data();
    void passesUnchanged();
    void takesItsUsageChunkOutAgain_data();
    void takesItsUsageChunkOutAgain();
    void recordsTheUsage();
    void doesNotDelayEvents();
    void sendsTogetherWhatCameTogether();
    void losesNothingBeforeASlowClient();
    void finishesAtDone();
    void speaksToHttp10();
    void passesResponses();

private:
    RawAnswer stream(const FakeAnswer &script, const QByteArray &more = {})
    {
        m_rig.provider.enqueue(script);
        return m_rig.ask(streamRequest("gpt-4o", more));
    }

    Rig m_rig{R"(,"preset":"openai")"}; // so that it has /responses itself
};

static const QByteArray asksItself = R"(,"stream_options":{"include_usage":true})";

void TestStreaming::asksForUsage_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("arrives");
    const auto row = [](const char *name, const QByteArray &sent, const QByteArray &arrives) {
        QTest::newRow(name) << sent << arrives;
    };
    row("added as the last member", R"({"stream":true,"model":"gpt-4o","messages":[] } )",
        R"({"stream":true,"model":"gpt-4o","messages":[] ,"stream_options":{"include_usage":true}} )");
    row("together with the model", R"({"model":"fast","messages":[],"stream":true})",
        R"({"model":"gpt-4o-mini","messages":[],"stream":true,"stream_options":{"include_usage":true}})");
    for (const QByteArray options :
         {R"({"include_usage":false})", "{}", "null", R"({"include_obfuscation":false})"}) {
        const QByteArray body =
            R"({"stream":true,"stream_options":)" + options + R"(,"model":"gpt-4o","messages":[]})";
        row(QByteArray("not if the client sent " + options).constData(), body, body);
    }
    const QByteArray plain = R"({"model":"gpt-4o","stream":false,"messages":[]})";
    row("not without a stream", plain, plain);
}

void TestStreaming::asksForUsage()
{
    QFETCH(QByteArray, sent);
    m_rig.provider.enqueue(sent.contains("\"stream\":true") ? FakeAnswer::stream(shortChat().done().events())
                                                            : FakeAnswer::json(chatCompletion()));
    QCOMPARE(m_rig.ask(jsonRequest("/v1/chat/completions", sent)).status, 200);
    QTEST(m_rig.provider.nextRequest().body, "arrives");
}

void TestStreaming::leavesUsageAloneWhereTold()
{
    Rig rig(R"(,"streamUsage":"asIs")");
    const SseScript script = shortChat().usage(9, 3).done();
    rig.provider.enqueue(FakeAnswer::stream(script.events()));
    QCOMPARE(rig.ask(streamRequest()).body, script.bytes());
    QCOMPARE(rig.provider.nextRequest().body, chatBody("gpt-4o", R"(,"stream":true)"));
}

void TestStreaming::passesUnchanged_data()
{
    QTest::addColumn<FakeAnswer>("script");
    QTest::addColumn<QByteArray>("body");
    for (const QByteArray lineEnd : {"\n", "\r\n"}) {
        const char *name = lineEnd == "\n" ? "LF" : "CRLF";
        const SseScript script =
            SseScript(lineEnd)
                .comment("OPENROUTER PROCESSING")
                .role()
                .comment("")
                .text("\xe4\xbd\xa0\xe5\xa5\xbd \xf0\x9f\x98\x80 \\ud83d\\ude00 data: [DONE]\\n\\n")
                .data(R"({"choices":[],"prompt_filter_results":[{"prompt_index":0}]})")
                .data("not json")
                .data("\xff\xfe broken UTF-8")
                .finish()
                .data(R"({"choices":[],"timings":{"predicted_ms":1}})")
                .done();
        const FakeAnswer whole = FakeAnswer::stream(script.events());
        QTest::newRow(name) << whole << script.bytes();
        QTest::addRow("%s, split at every byte", name)
            << FakeAnswer().sendInPieces(whole.bytes(), 1) << script.bytes();
        QTest::addRow("%s, in sevens", name) << FakeAnswer().sendInPieces(whole.bytes(), 7) << script.bytes();
        QTest::addRow("%s, in one piece", name) << FakeAnswer::raw(whole.bytes()) << script.bytes();
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n\r\n";
        QTest::addRow("%s, ended by closing", name)
            << FakeAnswer::raw(head + script.bytes()).close() << script.bytes();
    }
    const SseScript noDone = shortChat();
    QTest::newRow("without [DONE]") << FakeAnswer::stream(noDone.events()) << noDone.bytes();
    const SseScript named = shortChat().done();
    for (const QByteArray type : {"application/json", "text/html; charset=utf-8"}) {
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n";
        const FakeAnswer whole = FakeAnswer::raw(head + named.bytes()).close();
        QTest::addRow("labelled %s", type.constData()) << whole << named.bytes();
        QTest::addRow("labelled %s, split at every byte", type.constData())
            << FakeAnswer().sendInPieces(whole.bytes(), 1).close() << named.bytes();
        QTest::addRow("labelled %s, far behind its beginning", type.constData())
            << FakeAnswer()
                   .sendInPieces(head + "\xef\xbb\xbf" + QByteArray(2'000, '\n') + named.bytes(), 1)
                   .close()
            << named.bytes();
    }
    const SseScript longLine = SseScript().role().text(QByteArray(1024 * 1024, 'x')).finish().done();
    QTest::newRow("a line of 1 MiB") << FakeAnswer::stream(longLine.events()) << longLine.bytes();
}

void TestStreaming::passesUnchanged()
{
    QFETCH(FakeAnswer, script);
    QFETCH(QByteArray, body);
    const RawAnswer answer = stream(script);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.header("content-type").startsWith("text/event-stream"));
    QVERIFY(answer.whole);
    QVERIFY2(answer.body == body, answer.body.left(2000).constData());
}

void TestStreaming::takesItsUsageChunkOutAgain_data()
{
    QTest::addColumn<FakeAnswer>("script");
    QTest::addColumn<QByteArray>("lineEnd");
    for (const QByteArray lineEnd : {"\n", "\r\n"}) {
        const char *name = lineEnd == "\n" ? "LF" : "CRLF";
        const FakeAnswer whole = FakeAnswer::stream(shortChat(lineEnd).usage(9, 3).done().events());
        QTest::newRow(name) << whole << lineEnd;
        QTest::addRow("%s, split at every byte", name)
            << FakeAnswer().sendInPieces(whole.bytes(), 1) << lineEnd;
        QTest::addRow("%s, in one piece", name) << FakeAnswer::raw(whole.bytes()) << lineEnd;
    }
}

void TestStreaming::takesItsUsageChunkOutAgain()
{
    QFETCH(FakeAnswer, script);
    QFETCH(QByteArray, lineEnd);
    const RawAnswer answer = stream(script);
    QVERIFY(answer.whole);
    QVERIFY2(answer.body == shortChat(lineEnd).done().bytes(),
             answer.body.right(40).toPercentEncoding(" {}[]:,\"").constData());
    // The client that asks itself gets it.
    const RawAnswer asked = stream(script, asksItself);
    QVERIFY2(asked.body == shortChat(lineEnd).usage(9, 3).done().bytes(),
             asked.body.right(40).toPercentEncoding(" {}[]:,\"").constData());
}

void TestStreaming::recordsTheUsage()
{
    const RawAnswer answer = stream(FakeAnswer::stream(shortChat().usage(21, 34).done().events()));
    const QJsonObject record = m_rig.gateway.recordOf(answer.header("x-request-id"));
    QCOMPARE(record["input_tokens"_L1].toInt(), 21);
    QCOMPARE(record["output_tokens"_L1].toInt(), 34);
    QCOMPARE(record["stream"_L1].toBool(), true);
    QCOMPARE(record["status"_L1].toInt(), 200);
    QCOMPARE(record["error_code"_L1].toString(), QString());
    QCOMPARE(record["path"_L1].toString(), u"/v1/chat/completions"_s);
    QCOMPARE(record["provider"_L1].toString(), u"openai"_s);
}

void TestStreaming::doesNotDelayEvents()
{
    const SseScript script = shortChat().done();
    FakeAnswer answer = FakeAnswer::streamHead();
    for (const QByteArray &event : script.events())
        answer.chunk(event).wait(event);
    m_rig.provider.enqueue(answer.lastChunk());
    RawClient client(m_rig.gateway.port());
    client.send(streamRequest());
    // Each event must come before the next one is let go.
    for (const QByteArray &event : script.events()) {
        QVERIFY2(client.readUntil(event).endsWith(event), event.constData());
        m_rig.provider.open(event);
    }
}

//! A system call for each event of a burst would cost most of the time under load.
void TestStreaming::sendsTogetherWhatCameTogether()
{
    const SseScript script = shortChat().done();
    QByteArray burst;
    for (int i = 0; i < 40; ++i)
        burst += chunkOf(script.events()[1]);
    for (const QByteArray &event : script.events())
        burst += chunkOf(event);
    m_rig.provider.enqueue(FakeAnswer::streamHead().send(burst).lastChunk());
    RawClient client(m_rig.gateway.port());
    client.send(streamRequest());
    const RawAnswer answer = client.readAnswer();
    QVERIFY(answer.whole);
    QCOMPARE(answer.body.count("data: "), 40 + script.events().size());
    if (client.segments() >= 0)
        QVERIFY2(client.segments() <= 4, QByteArray::number(client.segments()).constData());
}

//! A mislabelled stream is told by its second piece, while answers before it are still on their way.
void TestStreaming::losesNothingBeforeASlowClient()
{
    const SseScript script = shortChat().done();
    RawClient client(m_rig.gateway.port(), 4 * 1024);
    for (int i = 0; i < 30; ++i) {
        m_rig.provider.enqueue(FakeAnswer::json(chatCompletion(QByteArray(250 * 1024, 'x'))));
        QVERIFY(client.send(chatRequest()));
        (void)m_rig.provider.nextRequest();
        QTRY_VERIFY(exchange(m_rig.gateway.port(), httpRequest("GET", "/metrics"))
                        .body.contains("gatehouse_requests_in_flight{provider=\"openai\"} 0\n"));
    }
    m_rig.provider.enqueue(FakeAnswer::raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
                               .sendInPieces(script.bytes(), 1)
                               .close());
    QVERIFY(client.send(streamRequest()));
    (void)m_rig.provider.nextRequest();
    QByteArray all;
    while (!all.endsWith("data: [DONE]\n\n")) {
        const QByteArray more = client.readUntil("\n\n", std::chrono::seconds(20));
        QVERIFY(!more.isEmpty());
        all = more.size() < 1024 ? all + more : more; // the end is of interest
    }
    for (const QByteArray &event : script.events())
        QVERIFY2(all.contains(event), all.constData());
}

void TestStreaming::finishesAtDone()
{
    const SseScript script = shortChat().done();
    FakeAnswer answer = FakeAnswer::streamHead();
    for (const QByteArray &event : script.events())
        answer.chunk(event);
    m_rig.provider.enqueue(answer.wait("never"));
    RawClient client(m_rig.gateway.port());
    client.send(streamRequest());
    const RawAnswer read = client.readAnswer(std::chrono::seconds(3));
    QVERIFY(read.whole);
    QCOMPARE(read.body, script.bytes());
    // The provider is let go of after two seconds.
    QTRY_COMPARE_WITH_TIMEOUT(m_rig.provider.connectionsNow() == 0 || m_rig.provider.abandoned() > 0, true,
                              4000);
}

void TestStreaming::speaksToHttp10()
{
    const SseScript script = shortChat().done();
    m_rig.provider.enqueue(FakeAnswer::stream(script.events()));
    const QByteArray request = streamRequest().replace("HTTP/1.1", "HTTP/1.0");
    RawClient client(m_rig.gateway.port());
    client.send(request);
    const RawAnswer answer = client.readAnswer();
    QVERIFY(answer.header("transfer-encoding").isNull());
    QCOMPARE(answer.body, script.bytes());
    QVERIFY(answer.whole); // ended by closing
}

void TestStreaming::passesResponses()
{
    const SseScript script =
        SseScript()
            .event("response.created", R"({"type":"response.created","sequence_number":0})")
            .event("response.output_text.delta", R"({"type":"response.output_text.delta","delta":"x"})")
            .event(
                "response.completed",
                R"({"type":"response.completed","response":{"usage":{"input_tokens":7,"output_tokens":2}}})");
    m_rig.provider.enqueue(FakeAnswer::stream(script.events()));
    const QByteArray body = R"({"model":"gpt-4o","input":"Hi","stream":true})";
    const RawAnswer answer = m_rig.ask(jsonRequest("/v1/responses", body));
    QVERIFY(answer.whole);
    QCOMPARE(answer.body, script.bytes());
    QCOMPARE(m_rig.provider.nextRequest().body, body);
    QCOMPARE(m_rig.gateway.recordOf(answer.header("x-request-id"))["input_tokens"_L1].toInt(), 7);
}

QTEST_GUILESS_MAIN(TestStreaming)
#include "tst_streaming.moc"
