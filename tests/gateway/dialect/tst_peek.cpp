// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/peek.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! The peek finds what routing needs, refuses what is not an object, and never touches a byte.
class TestPeek : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsModelAndStream_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("span");
        QTest::addColumn<bool>("stream");
        QTest::addColumn<bool>("options");
        const auto row = [](const char *name, const char *body, const char *model, const char *span,
                            bool stream, bool options) {
            QTest::newRow(name) << QByteArray(body) << QByteArray(model) << QByteArray(span) << stream
                                << options;
        };
        row("plain", R"({"model":"gpt-4o","messages":[]})", "gpt-4o", R"("gpt-4o")", false, false);
        row("stream", R"({"stream":true,"model":"m","messages":[]})", "m", R"("m")", true, false);
        row("stream null", R"({"stream":null,"model":"m","messages":[]})", "m", R"("m")", false, false);
        row("options",
            R"({"messages":[],"model":"m","stream":true,"stream_options":{"include_usage":false}})", "m",
            R"("m")", true, true);
        row("space", " \n{ \"model\" :\t\"m\" , \"messages\" : [ ] } \r\n", "m", R"("m")", false, false);
        row("escapes", "{\"model\":\"a\\/b\\u0041\",\"messages\":[]}", "a/bA", "\"a\\/b\\u0041\"", false,
            false);
        row("escaped key", "{\"mod\\u0065l\":\"m\",\"messages\":[]}", "m", R"("m")", false, false);
        row("nested decoys", R"({"messages":[{"model":"no","stream":true}],"model":"yes"})", "yes",
            R"("yes")", false, false);
        row("decoy in text", "{\"messages\":[\"\\\"model\\\":\\\"no\\\"\"],\"model\":\"yes\"}", "yes",
            R"("yes")", false, false);
        row("big number", R"({"model":"m","seed":123456789012345678901234567890,"messages":[]})", "m",
            R"("m")", false, false);
        row("numbers", R"({"model":"m","a":1e400,"b":[-0.5E-3, 0 ],"messages":[]})", "m", R"("m")", false,
            false);
        row("unicode", "{\"model\":\"模型\",\"messages\":[]}", "模型", "\"模型\"", false, false);
    }

    void findsModelAndStream()
    {
        QFETCH(QByteArray, body);
        JsonPeek json;
        for (const bool padded : {false, true}) {
            if (padded)
                body.reserve(body.size() + 64);
            const auto peek = json.read(body, "messages");
            QVERIFY2(peek, peek ? "" : qPrintable(peek.error().message));
            QTEST(peek->model, "model");
            QTEST(body.mid(peek->modelSpan.begin, peek->modelSpan.length), "span");
            QTEST(peek->stream, "stream");
            QTEST(peek->streamOptions, "options");
            QCOMPARE(body[peek->objectEnd], '}');
            QCOMPARE(body.trimmed().size(), peek->objectEnd + 1 - body.indexOf('{'));
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("param");
        const auto row = [](const char *name, const QByteArray &body, const char *code,
                            const char *param = "") {
            QTest::newRow(name) << body << QByteArray(code) << QByteArray(param);
        };
        row("empty", "", "invalid_json");
        row("text", "hello", "invalid_json");
        row("array", "[1]", "invalid_json");
        row("string", "\"x\"", "invalid_json");
        row("cut", R"({"model":"m","messages":[)", "invalid_json");
        row("cut in string", "{\"model\":\"m", "invalid_json");
        row("wrong bracket", R"({"model":"m","messages":[}])", "invalid_json");
        row("missing comma", R"({"model":"m","messages":[{"a":1 "b":2}]})", "invalid_json");
        row("missing value", R"({"model":"m","messages":[{"a":}]})", "invalid_json");
        row("trailing comma", R"({"model":"m","messages":[1,]})", "invalid_json");
        row("bad literal", R"({"model":"m","messages":[tru]})", "invalid_json");
        row("bad number", R"({"model":"m","messages":[1.2.3]})", "invalid_json");
        row("leading zero", R"({"model":"m","messages":[01]})", "invalid_json");
        row("lone minus", R"({"model":"m","messages":[-]})", "invalid_json");
        row("no digit behind the point", R"({"model":"m","messages":[1.]})", "invalid_json");
        row("no exponent", R"({"model":"m","messages":[1e]})", "invalid_json");
        row("hexadecimal", R"({"model":"m","messages":[0x1F]})", "invalid_json");
        row("two objects", R"({"model":"m","messages":[]}{"model":"n"})", "invalid_json");
        row("control character", "{\"model\":\"m\",\"messages\":[\"a\nb\"]}", "invalid_json");
        row("invalid UTF-8", "{\"model\":\"m\",\"messages\":[\"\xff\"]}", "invalid_json");
        row("no model", R"({"messages":[]})", "missing_required_parameter", "model");
        row("empty model", R"({"model":"","messages":[]})", "missing_required_parameter", "model");
        row("model a number", R"({"model":7,"messages":[]})", "invalid_type", "model");
        row("model null", R"({"model":null,"messages":[]})", "invalid_type", "model");
        row("stream a string", R"({"model":"m","stream":"yes","messages":[]})", "invalid_type", "stream");
        row("no messages", R"({"model":"m"})", "missing_required_parameter", "messages");
        row("messages a string", R"({"model":"m","messages":"hi"})", "invalid_type", "messages");
        row("two models", R"({"model":"m","messages":[],"model":"n"})", "duplicate_key", "model");
        row("two models, one escaped", "{\"model\":\"m\",\"messages\":[],\"mod\\u0065l\":\"n\"}",
            "duplicate_key", "model");
        row("two streams", R"({"model":"m","messages":[],"stream":true,"stream":false})", "duplicate_key",
            "stream");
        row("deep",
            "{\"model\":\"m\",\"messages\":" + QByteArray(100000, '[') + QByteArray(100000, ']') + '}',
            "invalid_json");
    }

    void refuses()
    {
        QFETCH(QByteArray, body);
        JsonPeek json;
        const auto peek = json.read(body, "messages");
        QVERIFY(!peek);
        QCOMPARE(peek.error().status, 400);
        QTEST(peek.error().code, "code");
        QTEST(peek.error().param, "param");
    }

    void tellsTheModelOfWhatItRefuses_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("model");
        QTest::newRow("no messages") << QByteArray(R"({"model":"m","stream":true})") << QByteArray("m");
        QTest::newRow("wrong messages first")
            << QByteArray(R"({"messages":"hi","model":"m","stream":true})") << QByteArray("m");
        QTest::newRow("wrong messages, no model") << QByteArray(R"({"messages":7})") << QByteArray();
        QTest::newRow("two models") << QByteArray(R"({"model":"m","model":"n","messages":[]})")
                                    << QByteArray();
        QTest::newRow("cut") << QByteArray(R"({"model":"m","messages":"hi")") << QByteArray();
        QTest::newRow("large") << QByteArray(R"({"model":"m","stream":true,"x":")") +
                                      QByteArray(5 << 20, 'x') + "\"}"
                               << QByteArray("m");
    }
    void tellsTheModelOfWhatItRefuses()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, model);
        JsonPeek json;
        QVERIFY(!json.read(R"({"model":"earlier"})", "messages"));
        QVERIFY(!json.read(body, "messages"));
        QCOMPARE(json.refused().model, model);
        QCOMPARE(json.refused().stream, !model.isEmpty());
        QVERIFY(json.read(R"({"model":"later","messages":[]})", "messages"));
        QCOMPARE(json.refused().model, QByteArray());
    }

    void takesInputAsStringOrArray()
    {
        JsonPeek json;
        QVERIFY(json.read(R"({"model":"m","input":"text"})", "input"));
        QVERIFY(json.read(R"({"model":"m","input":["a","b"]})", "input"));
        QCOMPARE(json.read(R"({"model":"m","input":7})", "input").error().code, "invalid_type");
        QVERIFY(json.read(R"({"model":"m"})", {}));
    }

    void survivesTruncationAndMutation()
    {
        const QByteArray whole =
            "{\"model\":\"gpt\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":"
            "\"text\",\"text\":\"h\\u00e9\\\\llo\"}]}],\"n\":-1.5e3,\"x\":null}";
        JsonPeek json;
        for (qsizetype n = 0; n < whole.size(); ++n)
            QVERIFY(!json.read(whole.left(n), "messages"));
        QRandomGenerator random(7);
        for (int i = 0; i < 20000; ++i) {
            QByteArray mutated = whole;
            for (int k = random.bounded(1, 4); k > 0; --k)
                mutated[random.bounded(int(mutated.size()))] = char(random.bounded(256));
            const auto peek = json.read(mutated, "messages");
            if (peek)
                QVERIFY(peek->modelSpan.begin > 0 &&
                        peek->modelSpan.begin + peek->modelSpan.length <= mutated.size());
        }
    }

    void readsMultipart()
    {
        const QByteArray type = "multipart/form-data; boundary=\"xYz\"";
        const QByteArray body =
            "--xYz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"model\"\r\n"
            "Content-Type: audio/wav\r\n\r\n\x01\x02--xYz not a boundary\r\n--xYz\r\n"
            "content-disposition: form-data; name=model\r\n\r\nwhisper-1\r\n--xYz\r\n"
            "Content-Disposition: form-data; name=\"stream\"\r\n\r\ntrue\r\n--xYz--\r\n";
        const auto peek = peekMultipart(body, type);
        QVERIFY2(peek, peek ? "" : qPrintable(peek.error().message));
        QCOMPARE(peek->model, "whisper-1");
        QCOMPARE(body.mid(peek->modelSpan.begin, peek->modelSpan.length), "whisper-1");
        QVERIFY(peek->stream);
        QVERIFY(!peek->jsonModel);
        for (qsizetype n = 0; n < body.size() - 4; ++n)
            QVERIFY(!peekMultipart(body.left(n), type));
    }

    void refusesBadMultipart_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("code");
        const QByteArray part = "--b\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nm\r\n";
        QTest::newRow("no boundary") << part + "--b--" << QByteArray("multipart/form-data")
                                     << QByteArray("invalid_multipart");
        QTest::newRow("other boundary") << part + "--b--" << QByteArray("multipart/form-data; boundary=c")
                                        << QByteArray("invalid_multipart");
        QTest::newRow("dashes for ever")
            << "--b" + QByteArray(1000000, '-') << QByteArray("multipart/form-data; boundary=b")
            << QByteArray("missing_required_parameter");
        QTest::newRow("no model")
            << QByteArray("--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nm\r\n--b--")
            << QByteArray("multipart/form-data; boundary=b") << QByteArray("missing_required_parameter");
        QTest::newRow("two models") << part + part + "--b--" << QByteArray("multipart/form-data; boundary=b")
                                    << QByteArray("duplicate_key");
        QTest::newRow("empty") << QByteArray() << QByteArray("multipart/form-data; boundary=b")
                               << QByteArray("invalid_multipart");
    }

    void refusesBadMultipart()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        const auto peek = peekMultipart(body, type);
        QVERIFY(!peek);
        QTEST(peek.error().code, "code");
    }
};

QTEST_GUILESS_MAIN(TestPeek)
#include "tst_peek.moc"
