// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/parse.h"
#include "gateway/pipeline/prepare.h"
#include "tests/gateway/pipeline/sample.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

QByteArray bodyOf(const Outgoing &out)
{
    QByteArray body;
    for (QByteArrayView part : out.body)
        body.append(part);
    return body;
}

//! The request as it goes to the first provider of \a config, under the name \a model.
Prepared prepared(const Config &config, const Incoming &in, const QByteArray &model,
                  ReplyMemory *memory = nullptr)
{
    const auto snapshot = sample::snapshot(config);
    JsonPeek json;
    const auto call = parse(json, in, *matchEndpoint(in), {}, [](const Peek &) {});
    if (!call)
        qFatal("%s", qPrintable(call.error().message));
    Picked picked;
    picked.provider = &snapshot->providers.front();
    picked.model = model;
    picked.authorization = "Authorization: Bearer provider-key";
    return prepare(in, *call, picked, memory);
}

Config openAi(StreamUsage usage = StreamUsage::Ask)
{
    Config config;
    config.providers = {sample::provider(u"one"_s, {})};
    config.providers.first().streamUsage = usage;
    return config;
}

} // namespace

//! The provider's request is the client's, but for what the contract's section 3 names.
class TestPrepare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splicesTheBody_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<bool>("hides");
        const auto row = [](const char *name, const char *body, const char *model, const char *sent,
                            bool hides) {
            QTest::newRow(name) << QByteArray(body) << QByteArray(model) << QByteArray(sent) << hides;
        };
        const char *odd = "{ \"z\":1e400,\"messages\" : [],\t\"model\":\"m\" }\n";
        row("unchanged", odd, "m", odd, false);
        row("mapped", odd, "longer", "{ \"z\":1e400,\"messages\" : [],\t\"model\":\"longer\" }\n", false);
        row("mapped to quotes", R"({"model":"m","messages":[]})", "a\"b",
            "{\"model\":\"a\\\"b\",\"messages\":[]}", false);
        row("stream", R"({"model":"m","messages":[],"stream":true})", "m",
            R"({"model":"m","messages":[],"stream":true,"stream_options":{"include_usage":true}})", true);
        row("stream, mapped", R"({"model":"m","stream":true,"messages":[] } )", "n",
            R"({"model":"n","stream":true,"messages":[] ,"stream_options":{"include_usage":true}} )", true);
        row("stream with options", R"({"model":"m","messages":[],"stream":true,"stream_options":null})", "m",
            R"({"model":"m","messages":[],"stream":true,"stream_options":null})", false);
    }

    void splicesTheBody()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, model);
        const Incoming in = sample::request("POST", "/v1/chat/completions", {}, body);
        const Prepared sent = prepared(openAi(), in, model);
        QTEST(bodyOf(sent.outgoing), "sent");
        QTEST(sent.hideUsage, "hides");
    }

    //! Each body holds what Gatehouse itself wrote; what it reads like otherwise stays where it is.
    void takesItsOwnThoughtsOut_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("sent");
        const auto row = [](const char *name, const char *path, const char *body, const char *model,
                            const char *sent) {
            QTest::newRow(name) << QByteArray(path) << QByteArray(body) << QByteArray(model)
                                << QByteArray(sent);
        };
        row("before the model", "/v1/messages",
            R"({"messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"t","signature":"gatehouse.YQ.s"},{"type":"text","text":"a"}]}],"model":"m"})",
            "claude-x",
            R"({"messages":[{"role":"assistant","content":[{"type":"text","text":"a"}]}],"model":"claude-x"})");
        row("behind the model", "/v1/messages",
            R"({"model":"m","messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"t","signature":"gatehouse.YQ.s"},{"type":"text","text":"a"}]}]} )",
            "n",
            R"({"model":"n","messages":[{"role":"assistant","content":[{"type":"text","text":"a"}]}]} )");
        row("unsigned", "/v1/messages",
            R"({"model":"m","messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"t","signature" : ""},{"type":"text","text":"a"}]}]})",
            "claude-x",
            R"({"model":"claude-x","messages":[{"role":"assistant","content":[{"type":"text","text":"a"}]}]})");
        row("unsigned, not for Claude", "/v1/messages",
            R"({"model":"m","messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"t","signature":""},{"type":"text","text":"a"}]}]})",
            "m",
            R"({"model":"m","messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"t","signature":""},{"type":"text","text":"a"}]}]})");
        row("called by another", "/v1/messages",
            R"({"model":"m","thinking":{"type":"enabled","budget_tokens":1024},"messages":[{"role":"assistant","content":[{"type":"tool_use","id":"call_1","name":"n","input":{}}]}]})",
            "claude-x",
            R"({"model":"claude-x","thinking":{"type":"disabled"},"messages":[{"role":"assistant","content":[{"type":"tool_use","id":"call_1","name":"n","input":{}}]}]})");
        row("said", "/v1/messages",
            R"({"model":"m","messages":[{"role":"user","content":"gatehouse.YQ.s"}]})", "m",
            R"({"model":"m","messages":[{"role":"user","content":"gatehouse.YQ.s"}]})");
        row("Gemini", "/v1beta/models/m:generateContent",
            R"({"contents":[{"role":"model","parts":[{"text":"a","thoughtSignature":"Z2F0ZWhvdXNlLllRLnM="}]}]})",
            "m", R"({"contents":[{"role":"model","parts":[{"text":"a"}]}]})");
        row("Responses", "/v1/responses",
            R"({"model":"m","stream":true,"input":[{"type":"reasoning","id":"rs_0123456789abcdef0123456789abcdef_0","summary":[]},{"role":"user","content":"u"}]})",
            "m", R"({"model":"m","stream":true,"input":[{"role":"user","content":"u"}]})");
    }

    void takesItsOwnThoughtsOut()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, model);
        Config config = openAi();
        config.providers.first().dialect = path.startsWith("/v1beta") ? Dialect::Gemini
                                           : path == "/v1/messages"   ? Dialect::Anthropic
                                                                      : Dialect::OpenAi;
        QTEST(bodyOf(prepared(config, sample::request("POST", path, {}, body), model).outgoing), "sent");
    }

    void saysWhatTheClientOnlyNames_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("sent");
        const auto row = [](const char *name, QByteArray body, const char *sent) {
            body.replace("TOKEN", "0123456789abcdef0123456789abcdef");
            QTest::newRow(name) << body
                                << QByteArray(sent).replace("TOKEN", "0123456789abcdef0123456789abcdef");
        };
        row("an answer", R"({"previous_response_id":"resp_TOKEN","model":"m","input":"v"})",
            R"({"model":"m","input":[{"role":"user","content":"u"},{"id":"msg_TOKEN_1","type":"message","role":"assistant","content":[]},{"role":"user","content":"v"}]})");
        row("an item",
            R"({"model":"m","input":[{"role":"user","content":"u"},{"type":"item_reference","id":"rs_TOKEN_0"},{"type":"item_reference","id":"msg_TOKEN_1"},{"role":"user","content":"v"}]})",
            R"({"model":"m","input":[{"role":"user","content":"u"},{"id":"msg_TOKEN_1","type":"message","role":"assistant","content":[]},{"role":"user","content":"v"}]})");
        row("what is not remembered",
            R"({"model":"m","previous_response_id":"resp_fedcba9876543210fedcba9876543210","input":"v"})",
            R"({"model":"m","previous_response_id":"resp_fedcba9876543210fedcba9876543210","input":"v"})");
        row("an item that is not remembered",
            R"({"model":"m","input":[{"type":"item_reference","id":"msg_fedcba9876543210fedcba9876543210_1"} ]})",
            R"({"model":"m","input":[{"type":"item_reference","id":"msg_fedcba9876543210fedcba9876543210_1"} ]})");
        row("the provider's own", R"({"model":"m","previous_response_id":"resp_68af40","input":"v"})",
            R"({"model":"m","previous_response_id":"resp_68af40","input":"v"})");
    }

    void saysWhatTheClientOnlyNames()
    {
        QFETCH(QByteArray, body);
        ReplyMemory memory;
        const QByteArray token = "0123456789abcdef0123456789abcdef";
        memory.keep(
            {}, "resp_" + token,
            QByteArray(
                R"([{"role":"user","content":"u"},{"id":"rs_TOKEN_0","type":"reasoning","summary":[]},)"
                R"({"id":"msg_TOKEN_1","type":"message","role":"assistant","content":[]}])")
                .replace("TOKEN", token));
        const Incoming in = sample::request("POST", "/v1/responses", {}, body);
        QTEST(bodyOf(prepared(openAi(), in, "m", &memory).outgoing), "sent");
    }

    void leavesStreamsAsTheyAreWhereTheProviderRefuses()
    {
        const Incoming in =
            sample::request("POST", "/chat/completions", {}, R"({"model":"m","messages":[],"stream":true})");
        const Prepared sent = prepared(openAi(StreamUsage::AsIs), in, "m");
        QCOMPARE(bodyOf(sent.outgoing), in.body);
        QVERIFY(!sent.hideUsage);
    }

    void mapsMultipart()
    {
        const QByteArray body =
            "--B\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nm\r\n--B\r\n"
            "Content-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\nmodel\r\n--B--\r\n";
        const Incoming in = sample::request("POST", "/v1/audio/transcriptions",
                                            {"Content-Type: multipart/form-data; boundary=B"}, body);
        QByteArray expected = body;
        expected.replace("\r\n\r\nm\r\n", "\r\n\r\nwhisper-1\r\n");
        QCOMPARE(bodyOf(prepared(openAi(), in, "whisper-1").outgoing), expected);
    }

    void choosesHeaders()
    {
        const Incoming in = sample::request("POST", "/v1/chat/completions?a=b&key=secret&c",
                                            {"Host: 127.0.0.1:1337",
                                             "Authorization: Bearer client-key",
                                             "x-api-key: client-key",
                                             "Cookie: a=b",
                                             "Origin: http://localhost",
                                             "Referer: x",
                                             "Sec-Fetch-Mode: cors",
                                             "Accept-Encoding: br",
                                             "Connection: x-hop",
                                             "X-Hop: 1",
                                             "TE: trailers",
                                             "User-Agent: tool/1",
                                             "X-Custom: kept",
                                             "OpenAI-Organization: org-client",
                                             "OpenAI-Beta: assistants",
                                             "anthropic-version: 2023-06-01",
                                             "x-goog-api-client: g",
                                             "X-Stainless-Lang: js",
                                             "Content-Length: 27",
                                             "Content-Type: application/json"},
                                            R"({"model":"m","messages":[]})");
        Config config = openAi();
        config.providers.first().headers = {{"OpenAI-Organization", "org-own"}};
        const Outgoing out = prepared(config, in, "m").outgoing;
        QCOMPARE(out.headers,
                 (QByteArrayList{"User-Agent: tool/1", "X-Custom: kept", "OpenAI-Beta: assistants",
                                 "X-Stainless-Lang: js", "Content-Type: application/json"}));
        QCOMPARE(out.link->headers, QByteArrayList{"OpenAI-Organization: org-own"});
        QCOMPARE(out.url, "https://one.example/v1/chat/completions?a=b&c");
        QCOMPARE(out.authorization, "Authorization: Bearer provider-key");
    }

    void keepsAnthropicToAnthropic()
    {
        Config config;
        config.providers = {sample::provider(u"ant"_s, {}, Dialect::Anthropic)};
        config.providers.first().baseUrl = u"https://ant.example"_s;
        const QByteArray body = R"({"model":"m","messages":[]})";
        const Incoming plain = sample::request("POST", "/messages?beta=true", {}, body);
        const Outgoing out = prepared(config, plain, "m").outgoing;
        QCOMPARE(out.url, "https://ant.example/v1/messages?beta=true");
        QCOMPARE(out.headers,
                 (QByteArrayList{"Content-Type: application/json", "anthropic-version: 2023-06-01"}));
        const Incoming versioned =
            sample::request("POST", "/v1/messages",
                            {"anthropic-version: 2024-01-01", "Content-Type: application/json"}, body);
        QCOMPARE(prepared(config, versioned, "m").outgoing.headers,
                 (QByteArrayList{"anthropic-version: 2024-01-01", "Content-Type: application/json"}));
    }

    void passesProviderPathsRaw()
    {
        const Incoming in = sample::request("GET", "/providers/one/files/a%2Fb?limit=2&key=k");
        const Outgoing out = prepared(openAi(), in, {}).outgoing;
        QCOMPARE(out.url, "https://one.example/v1/files/a%2Fb?limit=2");
        QCOMPARE(out.method, "GET");
        QVERIFY(bodyOf(out).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPrepare)
#include "tst_prepare.moc"
