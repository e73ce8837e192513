// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/pipeline/prepared_sample.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! What Gatehouse wrote in the place of another dialect's provider does not reach one of the client's own.
class TestPrepareLeftovers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
        row("around the model", "/v1/messages",
            R"({"messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"t","signature":"gatehouse.YQ.s"},{"type":"tool_use","id":"call_1","name":"n","input":{}}]}],"model":"m","thinking":{"type":"enabled","budget_tokens":1024}})",
            "claude-x",
            R"({"messages":[{"role":"assistant","content":[{"type":"tool_use","id":"call_1","name":"n","input":{}}]}],"model":"claude-x","thinking":{"type":"disabled"}})");
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
        row("Gemini, called by another", "/v1beta/models/m:generateContent",
            R"({"contents":[{"role":"model","parts":[{"functionCall":{"id":"toolu_1","name":"f"}}]}]})",
            "gemini-3-pro",
            R"({"contents":[{"role":"model","parts":[{"thoughtSignature":"skip_thought_signature_validator","functionCall":{"id":"toolu_1","name":"f"}}]}]})");
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
        const Prepared request = prepared(config, sample::request("POST", path, {}, body), model);
        QTEST(bodyOf(request.outgoing), "sent");
        QCOMPARE(request.dropped.header(), bodyOf(request.outgoing).contains("disabled") ? "thinking" : "");
    }

    void givesCallsOfAnotherModelThoughts()
    {
        Config config = openAi();
        config.providers.first().baseUrl = u"https://api.deepseek.com"_s;
        const auto sent = [&](const QByteArray &body) {
            const Incoming in = sample::request("POST", "/v1/chat/completions", {}, body);
            return bodyOf(prepared(config, in, "m").outgoing);
        };
        const QByteArray body =
            R"({"model":"m","messages":[{"role":"user","content":"u"},{"role":"assistant","tool_calls":[{"id":"toolu_1"}]}]})";
        QVERIFY(sent(body).contains("reasoning_content"));
        config.providers.first().baseUrl = u"https://one.example/v1"_s;
        QCOMPARE(sent(body), body);
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
        row("an answer, and no input",
            R"({"previous_response_id":"resp_TOKEN","model":"m","prompt":{"id":"p"}})",
            R"({"input":[{"role":"user","content":"u"},{"id":"msg_TOKEN_1","type":"message","role":"assistant","content":[]}],"model":"m","prompt":{"id":"p"}})");
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
};

QTEST_GUILESS_MAIN(TestPrepareLeftovers)
#include "tst_prepare_leftovers.moc"
