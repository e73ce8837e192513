// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/two_dialects.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

const QByteArray answerOfGemini = "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":"
                                  "\"Hello\"}]},\"finishReason\":\"STOP\","
                                  "\"index\":0}],\"usageMetadata\":{\"promptTokenCount\":5,"
                                  "\"candidatesTokenCount\":2,\"totalTokenCount\":7}}";

QByteArray geminiRequest(const QByteArray &target, const QByteArray &more = {},
                         const QByteArrayList &headers = {})
{
    return jsonRequest(
        target, "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Hi\"}]}]" + more + '}', headers);
}

QByteArray textOf(const QJsonObject &answer)
{
    const QJsonObject candidate = answer["candidates"_L1].toArray().at(0).toObject();
    const QJsonArray parts = candidate["content"_L1].toObject()["parts"_L1].toArray();
    return parts.at(0).toObject()["text"_L1].toString().toUtf8();
}

} // namespace

//! Gemini's paths: passed on as they are to Gemini, translated for the others.
class TestGeminiPaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_gateway.isListening(), m_gateway.log().constData()); }
    void init()
    {
        m_gemini.reset();
        m_openAi.reset();
    }

    void passesOn();
    void passesStreamsOn();
    void passesArraysOn();
    void breaksHonestly();
    void renames();
    void translates();
    void translatesStreams();
    void translatesArrays();
    void countsAndEmbeds();
    void passesItsOwnVersions_data();
    void passesItsOwnVersions();
    void lists();
    void errors();

private:
    RawAnswer ask(const QByteArray &request) const { return exchange(m_gateway.port(), request); }

    FakeProvider m_gemini;
    FakeProvider m_openAi;
    GatehouseProcess m_gateway{
        configWith({providerAt(m_gemini.port(), "gem", "gemini-2.5-flash", once)
                        .replace(R"("dialect":"openai")", R"("dialect":"gemini")")
                        .replace(R"("models":[)", R"("models":[{"id":"gemini-2.5-pro","alias":"wise"},)"),
                    providerAt(m_openAi.port(), "open", "gpt-4o", once)},
                   noCooldown),
        {},
        {fakeKeyVariable}};

    static constexpr char once[] = R"(,"retry":{"attempts":1})";
};

void TestGeminiPaths::passesOn()
{
    m_gemini.enqueue(FakeAnswer::json(answerOfGemini));
    const QByteArray request =
        geminiRequest("/v1beta/models/gemini-2.5-flash:generateContent?key=mine&x=1", ", \"odd\" : 1.0",
                      {"x-goog-api-key: mine", "x-goog-api-client: genai-js/1", "anthropic-version: 1"});
    const RawAnswer answer = ask(request);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, answerOfGemini);
    const FakeRequest sent = m_gemini.nextRequest();
    QCOMPARE(sent.target, "/v1beta/models/gemini-2.5-flash:generateContent?x=1");
    QCOMPARE(sent.body, request.mid(request.indexOf("\r\n\r\n") + 4));
    QCOMPARE(sent.header("x-goog-api-key"), fakeKey);
    QCOMPARE(sent.header("x-goog-api-client"), "genai-js/1");
    QVERIFY(!sent.has("anthropic-version"));
    const QJsonObject record = m_gateway.recordOf(answer.header("x-request-id"));
    QCOMPARE(record["dialect_in"_L1].toString(), u"gemini"_s);
    QCOMPARE(record["model"_L1].toString(), u"gemini-2.5-flash"_s);
    QCOMPARE(record["input_tokens"_L1].toInt(), 5);
    QCOMPARE(record["output_tokens"_L1].toInt(), 2);
}

void TestGeminiPaths::passesStreamsOn()
{
    const QByteArray begun =
        "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Hel\"}]}}]}\r\n\r\n";
    const QByteArray rest = "data: " + answerOfGemini + "\r\n\r\n";
    m_gemini.enqueue(FakeAnswer::streamHead().chunk(begun).wait("seen").chunk(rest).lastChunk());
    RawClient client(m_gateway.port());
    client.send(geminiRequest("/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse"));
    QVERIFY(client.readUntil("Hel").endsWith("Hel"));
    m_gemini.open("seen");
    QVERIFY(client.readUntil("STOP").endsWith("STOP"));
    QCOMPARE(m_gemini.nextRequest().target, "/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse");
}

void TestGeminiPaths::passesArraysOn()
{
    const QByteArray begun = "[{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Hel\"}]}}]}";
    m_gemini.enqueue(FakeAnswer::raw("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
                                     "transfer-encoding: chunked\r\n\r\n")
                         .chunk(begun)
                         .wait("seen")
                         .chunk(",\r\n" + answerOfGemini + ']')
                         .lastChunk());
    RawClient client(m_gateway.port());
    client.send(geminiRequest("/v1beta/models/gemini-2.5-flash:streamGenerateContent"));
    const QByteArray first = client.readUntil("Hel"); // at once, although the rest is not there yet
    QVERIFY2(first.endsWith("Hel"), first.constData());
    QVERIFY(first.contains("application/json"));
    m_gemini.open("seen");
    QVERIFY(client.readUntil("}}]").endsWith("}}]"));
    QCOMPARE(m_gemini.nextRequest().target, "/v1beta/models/gemini-2.5-flash:streamGenerateContent");
}

void TestGeminiPaths::breaksHonestly()
{
    m_gemini.enqueue(FakeAnswer::raw("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
                                     "transfer-encoding: chunked\r\n\r\n")
                         .chunk("[{\"candidates\":[]},")
                         .lastChunk());
    const RawAnswer array = ask(geminiRequest("/v1beta/models/gemini-2.5-flash:streamGenerateContent"));
    QVERIFY(!array.whole);
    QCOMPARE(m_gateway.recordOf(array.header("x-request-id"))["error_code"_L1].toString(),
             u"upstream_protocol"_s);

    const QByteArray begun = "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Hel\"}]}}]}\n\n";
    m_gemini.enqueue(FakeAnswer::stream({begun})); // ends, but not the answer
    const RawAnswer answer =
        ask(geminiRequest("/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse"));
    QVERIFY2(answer.body.contains("data: {\"error\":{\"code\":502"), answer.body.constData());
    QVERIFY(!answer.whole);
}

void TestGeminiPaths::renames()
{
    m_gemini.enqueue(FakeAnswer::json("{\"embeddings\":[{\"values\":[0.5]}]}"));
    const RawAnswer answer = ask(jsonRequest(
        "/v1beta/models/wise:batchEmbedContents",
        "{\"requests\":[{\"model\":\"models/wise\",\"content\":{\"parts\":[{\"text\":\"a\"}]}}]}"));
    QCOMPARE(answer.status, 200);
    const FakeRequest sent = m_gemini.nextRequest();
    QCOMPARE(sent.target, "/v1beta/models/gemini-2.5-pro:batchEmbedContents");
    QCOMPARE(
        sent.body,
        "{\"requests\":[{\"model\":\"models/gemini-2.5-pro\",\"content\":{\"parts\":[{\"text\":\"a\"}]}}]}");
}

void TestGeminiPaths::translates()
{
    m_openAi.enqueue(FakeAnswer::json(chatCompletion("Hello")));
    const RawAnswer answer = ask(geminiRequest("/v1beta/models/open%2Fgpt-4o:generateContent?key=mine"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(textOf(jsonOf(answer.body)), "Hello");
    QCOMPARE(jsonOf(answer.body)["modelVersion"_L1].toString(), u"open/gpt-4o"_s);
    const FakeRequest sent = m_openAi.nextRequest();
    QCOMPARE(sent.target, "/v1/chat/completions");
    QCOMPARE(sent.header("authorization"), QByteArray("Bearer " + fakeKey));
    QCOMPARE(jsonOf(sent.body)["model"_L1].toString(), u"gpt-4o"_s);
    QVERIFY(!sent.has("x-goog-api-key"));
}

void TestGeminiPaths::translatesStreams()
{
    m_openAi.enqueue(FakeAnswer::stream(shortChat().usage(5, 2).done().events()));
    const RawAnswer answer = ask(geminiRequest("/v1beta/models/gpt-4o:streamGenerateContent?alt=sse"));
    QVERIFY(answer.whole);
    QVERIFY(answer.header("content-type").startsWith("text/event-stream"));
    QCOMPARE(answer.body.count("\"finishReason\":\"STOP\""), 1);
    QVERIFY2(answer.body.contains("\"promptTokenCount\":5"), answer.body.constData());
    QVERIFY(jsonOf(m_openAi.nextRequest().body)["stream"_L1].toBool());
}

void TestGeminiPaths::translatesArrays()
{
    m_openAi.enqueue(FakeAnswer::stream(shortChat().usage(5, 2).done().events()));
    const RawAnswer answer = ask(geminiRequest("/v1beta/models/gpt-4o:streamGenerateContent"));
    QVERIFY(answer.whole);
    QVERIFY(answer.header("content-type").startsWith("application/json"));
    const QJsonArray chunks = QJsonDocument::fromJson(answer.body).array();
    QVERIFY2(chunks.size() >= 2, answer.body.constData());
    QVERIFY(!textOf(chunks.at(0).toObject()).isEmpty());

    m_openAi.enqueue(FakeAnswer::stream(SseScript().role().text("Hel").events()));
    const RawAnswer broken = ask(geminiRequest("/v1beta/models/gpt-4o:streamGenerateContent"));
    QVERIFY(!broken.whole);
    const QJsonArray told = QJsonDocument::fromJson(broken.body).array();
    QVERIFY2(told.last().toObject().contains("error"_L1), broken.body.constData());
}

void TestGeminiPaths::countsAndEmbeds()
{
    const RawAnswer count = ask(geminiRequest("/v1beta/models/gpt-4o:countTokens"));
    QCOMPARE(count.status, 200);
    QVERIFY(jsonOf(count.body)["totalTokens"_L1].toInt() > 0);

    m_openAi.enqueue(FakeAnswer::json(
        R"({"object":"list","data":[{"object":"embedding","index":0,"embedding":[0.5,-1]}],"model":"m","usage":{"prompt_tokens":1,"total_tokens":1}})"));
    const RawAnswer answer =
        ask(jsonRequest("/v1beta/models/gpt-4o:embedContent", R"({"content":{"parts":[{"text":"a"}]}})"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(jsonOf(answer.body)["embedding"_L1].toObject()["values"_L1].toArray().size(), 2);
    QCOMPARE(m_openAi.nextRequest().target, "/v1/embeddings");

    m_gemini.enqueue(FakeAnswer::json(R"({"totalTokens":12})"));
    const RawAnswer messages = ask(messagesRequest("gemini-2.5-flash", {}, "/v1/messages/count_tokens"));
    QCOMPARE(jsonOf(messages.body)["input_tokens"_L1].toInt(), 12);
    QCOMPARE(m_gemini.nextRequest().target, "/v1beta/models/gemini-2.5-flash:countTokens");

    m_gemini.enqueue(FakeAnswer::json(R"({"embedding":{"values":[0.5]}})"));
    const RawAnswer embedding =
        ask(jsonRequest("/v1/embeddings", R"({"model":"gemini-2.5-flash","input":"a"})"));
    QCOMPARE(embedding.status, 200);
    QCOMPARE(jsonOf(embedding.body)["data"_L1].toArray().size(), 1);
}

void TestGeminiPaths::passesItsOwnVersions_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("arrives");
    const auto row = [](const char *target, const char *arrives) {
        QTest::newRow(target) << QByteArray(target) << QByteArray(arrives);
    };
    row("/files", "/v1beta/files");
    row("/v1beta/files", "/v1beta/files");
    row("/v1/models/m:generateContent", "/v1/models/m:generateContent");
    row("/v1alpha/x?key=mine&a=b", "/v1alpha/x?a=b");
    row("/upload/v1beta/files", "/upload/v1beta/files");
}

void TestGeminiPaths::passesItsOwnVersions()
{
    QFETCH(QByteArray, target);
    m_gemini.enqueue(FakeAnswer::json("{}"));
    QCOMPARE(ask(jsonRequest("/providers/gem" + target, "{}")).status, 200);
    QTEST(m_gemini.nextRequest().target, "arrives");
}

void TestGeminiPaths::lists()
{
    const RawAnswer list = ask(httpRequest("GET", "/v1beta/models?pageSize=50"));
    QCOMPARE(list.status, 200);
    QStringList names;
    for (const QJsonValue &model : jsonOf(list.body)["models"_L1].toArray())
        names.append(model.toObject()["name"_L1].toString());
    QVERIFY2(names.contains(u"models/wise"_s) && names.contains(u"models/gpt-4o"_s), list.body.constData());
    const RawAnswer one = ask(httpRequest("GET", "/v1beta/models/gpt-4o"));
    QCOMPARE(jsonOf(one.body)["name"_L1].toString(), u"models/gpt-4o"_s);
    QVERIFY(jsonOf(ask(httpRequest("GET", "/v1/models")).body).contains("data"_L1));
    // Newer libraries of Google's ask under /v1.
    const QByteArrayList google = {"x-goog-api-key: k", "x-goog-api-client: google-genai-sdk/3.6.1"};
    QVERIFY(jsonOf(ask(httpRequest("GET", "/v1/models?pageSize=50", {}, google)).body).contains("models"_L1));
    const RawAnswer named = ask(httpRequest("GET", "/v1/models/gpt-4o", {}, google));
    QCOMPARE(jsonOf(named.body)["name"_L1].toString(), u"models/gpt-4o"_s);
    const RawAnswer unknown = ask(httpRequest("GET", "/v1/cachedContents", {}, google));
    QCOMPARE(unknown.status, 404);
    QCOMPARE(jsonOf(unknown.body)["error"_L1].toObject()["status"_L1].toString(), u"NOT_FOUND"_s);
}

void TestGeminiPaths::errors()
{
    const RawAnswer unknown = ask(geminiRequest("/v1beta/models/none:generateContent"));
    QCOMPARE(unknown.status, 404);
    QCOMPARE(jsonOf(unknown.body)["error"_L1].toObject()["status"_L1].toString(), u"NOT_FOUND"_s);
    const RawAnswer missing = ask(jsonRequest("/v1/models/gpt-4o:generateContent", "{}"));
    QCOMPARE(missing.status, 400);
    QCOMPARE(jsonOf(missing.body)["error"_L1].toObject()["status"_L1].toString(), u"INVALID_ARGUMENT"_s);
    m_openAi.enqueue(
        FakeAnswer::json(R"({"error":{"message":"Slow","type":"x"}})", 429, {"retry-after: 600"}));
    const RawAnswer limited = ask(geminiRequest("/v1beta/models/gpt-4o:generateContent"));
    QCOMPARE(limited.status, 429);
    QCOMPARE(jsonOf(limited.body)["error"_L1].toObject()["status"_L1].toString(), u"RESOURCE_EXHAUSTED"_s);
}

QTEST_GUILESS_MAIN(TestGeminiPaths)
#include "tst_gemini_paths.moc"
