// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/pipeline/prepared_sample.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

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

    //! A client's library may write the version of the API itself.
    void saysTheVersionOnce_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QString>("base");
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<QByteArray>("url");
        const auto row = [](Dialect dialect, const char *base, const char *rest, const char *url) {
            QTest::addRow("%s %s", base, rest)
                << dialect << QString::fromLatin1(base) << QByteArray(rest) << QByteArray(url);
        };
        const auto openAi = Dialect::OpenAi;
        const auto anthropic = Dialect::Anthropic;
        const auto gemini = Dialect::Gemini;
        row(anthropic, "https://a.example", "/v1/messages", "https://a.example/v1/messages");
        row(anthropic, "https://a.example/x/v1", "/v1/messages?beta=true",
            "https://a.example/x/v1/messages?beta=true");
        row(anthropic, "https://a.example/v1", "/messages", "https://a.example/v1/messages");
        row(anthropic, "https://a.example/v1", "/v1x/messages", "https://a.example/v1/v1x/messages");
        row(gemini, "https://g.example", "/v1/models/m:generateContent",
            "https://g.example/v1/models/m:generateContent");
        row(gemini, "https://g.example/v1beta", "/v1beta/models", "https://g.example/v1beta/models");
        row(gemini, "https://g.example/v1beta", "/v1alpha/models", "https://g.example/v1alpha/models");
        row(gemini, "https://g.example/v1beta", "/models", "https://g.example/v1beta/models");
        row(gemini, "https://g.example/v1beta", "/upload/v1beta/files",
            "https://g.example/upload/v1beta/files");
        row(gemini, "https://g.example/v1alpha", "/v1alpha/models", "https://g.example/v1alpha/models");
        row(gemini, "https://g.example/v1alpha", "/models", "https://g.example/v1alpha/models");
        row(anthropic, "https://a.example/v4", "/v4/messages", "https://a.example/v4/messages");
        row(anthropic, "https://a.example/v4", "/messages", "https://a.example/v4/v1/messages");
        row(anthropic, "https://a.example/v4", "/v1/messages", "https://a.example/v4/v1/messages");
        row(openAi, "https://o.example/v1", "/v1/chat/completions", "https://o.example/v1/chat/completions");
        row(openAi, "https://o.example/v1", "/chat/completions", "https://o.example/v1/chat/completions");
        row(openAi, "https://o.example/v1", "/v1beta/x", "https://o.example/v1/v1beta/x");
        row(openAi, "https://o.example/paas/v4", "/v1/x", "https://o.example/paas/v4/v1/x");
        row(openAi, "https://o.example/paas/v4", "/v4/x", "https://o.example/paas/v4/x");
        row(openAi, "https://o.example/paas/v4", "/v4", "https://o.example/paas/v4");
        row(openAi, "https://o.example/paas/v4", "/v4x/x", "https://o.example/paas/v4/v4x/x");
        row(openAi, "https://o.example/v", "/v/x", "https://o.example/v/v/x");
        row(openAi, "https://o.example", "/v1/x", "https://o.example/v1/x");
        row(Dialect::AzureOpenAi, "https://z.example/openai/v1", "/v1/files",
            "https://z.example/openai/v1/files");
        row(openAi, "https://o.example/v1", "", "https://o.example/v1");
    }

    void saysTheVersionOnce()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QString, base);
        QFETCH(QByteArray, rest);
        Config config = openAi();
        config.providers.first().dialect = dialect;
        config.providers.first().baseUrl = base;
        const QByteArray target = "/providers/one" + rest;
        const Incoming in = sample::request("GET", target.constData());
        QTEST(prepared(config, in, {}).outgoing.url, "url");
    }
};

QTEST_GUILESS_MAIN(TestPrepare)
#include "tst_prepare.moc"
