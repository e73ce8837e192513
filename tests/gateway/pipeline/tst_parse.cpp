// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/parse.h"
#include "tests/gateway/pipeline/sample.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! What a body must be for its endpoint.
class TestParse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *name, const char *target, const char *type, const char *body,
                            const char *code) {
            QTest::newRow(name) << QByteArray(target) << QByteArray(type) << QByteArray(body)
                                << QByteArray(code);
        };
        const char *chat = R"({"model":"m","messages":[]})";
        row("JSON", "/v1/chat/completions", "application/json", chat, "");
        row("JSON with a charset", "/v1/chat/completions", "Application/JSON; charset=utf-8", chat, "");
        row("no type", "/v1/chat/completions", "", chat, "");
        row("form", "/v1/chat/completions", "application/x-www-form-urlencoded", chat,
            "unsupported_media_type");
        row("text", "/v1/chat/completions", "text/plain", chat, "unsupported_media_type");
        row("no messages", "/v1/chat/completions", "", R"({"model":"m"})", "missing_required_parameter");
        row("responses need no messages", "/v1/responses", "", R"({"model":"m","input":"x"})", "");
        row("responses without input", "/v1/responses", "", R"({"model":"m"})", "missing_required_parameter");
        row("responses with a kept prompt", "/v1/responses", "", R"({"model":"m","prompt":{"id":"p"}})", "");
        row("responses input of a wrong type", "/v1/responses", "", R"({"model":"m","input":7})",
            "invalid_type");
        row("embeddings", "/v1/embeddings", "", R"({"model":"m","input":["a"]})", "");
        row("embeddings without input", "/v1/embeddings", "", R"({"model":"m"})",
            "missing_required_parameter");
        row("JSON where multipart belongs", "/v1/audio/transcriptions", "application/json", chat,
            "unsupported_media_type");
        row("multipart", "/v1/audio/transcriptions", "multipart/form-data; boundary=B",
            "--B\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nm\r\n--B--\r\n", "");
        const char *gemini = "/v1beta/models/m:generateContent";
        row("contents", gemini, "", R"({"contents":[]})", "");
        row("a model in the body too", gemini, "", R"({"model":7,"contents":[],"stream":"x"})", "");
        row("no contents", gemini, "", R"({"generationConfig":{}})", "missing_required_parameter");
        row("contents of a wrong type", gemini, "", R"({"contents":{}})", "invalid_type");
        row("a request to count", "/v1beta/models/m:countTokens", "",
            R"({"generateContentRequest":{"contents":[]}})", "");
        row("content", "/v1beta/models/m:embedContent", "", R"({"content":{"parts":[]}})", "");
        row("content of a wrong type", "/v1beta/models/m:embedContent", "", R"({"content":[]})",
            "invalid_type");
        row("requests", "/v1beta/models/m:batchEmbedContents", "", R"({"requests":[]})", "");
        row("no model of Gemini's for this client", "/v1beta/models/x:generateContent", "",
            R"({"contents":[]})", "model_not_allowed");
        row("no model for this client", "/v1/chat/completions", "", R"({"model":"x","messages":[]})",
            "model_not_allowed");
    }

    void streams_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<bool>("stream");
        QTest::addColumn<bool>("asArray");
        const auto row = [](const char *target, bool stream, bool asArray) {
            QTest::newRow(target) << QByteArray(target) << stream << asArray;
        };
        row("/v1beta/models/m:generateContent?alt=sse", false, false);
        row("/v1beta/models/m:streamGenerateContent?alt=sse", true, false);
        row("/v1beta/models/m:streamGenerateContent?key=k&alt=sse", true, false);
        row("/v1beta/models/m:streamGenerateContent", true, true);
        row("/v1beta/models/m:streamGenerateContent?alt=json&x=alt=sse", true, true);
    }

    void streams()
    {
        QFETCH(QByteArray, target);
        const auto snapshot = sample::snapshot({});
        const Incoming in = sample::request("POST", target, {}, R"({"contents":[]})");
        JsonPeek json;
        const auto call = parse(json, in, *matchEndpoint(in), {}, [](const Peek &) {});
        QVERIFY(call);
        QTEST(call->peek.stream, "stream");
        QTEST(call->asArray, "asArray");
    }

    void reads()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, code);
        Config config;
        config.clients = {sample::client(u"A"_s, "a", {u"m"_s})};
        const auto snapshot = sample::snapshot(config);
        const QByteArrayList lines =
            type.isEmpty() ? QByteArrayList() : QByteArrayList{"Content-Type: " + type};
        const Incoming in = sample::request("POST", target, lines, body);
        JsonPeek json;
        const auto call =
            parse(json, in, *matchEndpoint(in), Caller{&snapshot->clients.front()}, [](const Peek &) {});
        QCOMPARE(call ? QByteArray() : call.error().code, code);
        if (call)
            QCOMPARE(call->peek.model, "m");
    }
};

QTEST_GUILESS_MAIN(TestParse)
#include "tst_parse.moc"
