// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/endpoints.h"
#include "tests/gateway/pipeline/sample.h"

#include <QTest>

using namespace gatehouse;

//! Every path of the contract's section 3 leads where it should.
class TestEndpoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("argument");
        const auto row = [](const char *method, const char *target, const char *path,
                            const char *argument = "") {
            QTest::newRow(target) << QByteArray(method) << QByteArray(target) << QByteArray(path)
                                  << QByteArray(argument);
        };
        for (const char *target :
             {"/v1/chat/completions", "/v1/responses", "/v1/completions", "/v1/embeddings", "/v1/moderations",
              "/v1/images/generations", "/v1/images/edits", "/v1/rerank", "/v1/audio/speech",
              "/v1/audio/transcriptions", "/v1/audio/translations", "/v1/messages",
              "/v1/messages/count_tokens"})
            row("POST", target, target + 3);
        row("POST", "/chat/completions", "/chat/completions");
        row("POST", "/v1/chat/completions/", "/chat/completions");
        row("POST", "/v1/messages?beta=true", "/messages");
        row("GET", "/v1/models", "/models");
        row("HEAD", "/models", "/models");
        row("GET", "/v1/models/gpt-4o", "/models/", "gpt-4o");
        row("GET", "/v1/models/openai/gpt-4o", "/models/", "openai/gpt-4o");
        row("GET", "/v1/models/openai%2Fgpt-4o", "/models/", "openai/gpt-4o");
        for (const char *verb : {":generateContent", ":streamGenerateContent", ":countTokens",
                                 ":embedContent", ":batchEmbedContents"}) {
            row("POST", QByteArray("/v1beta/models/m").append(verb).constData(), verb, "m");
            row("POST", QByteArray("/v1/models/m").append(verb).constData(), verb, "m");
        }
        row("POST", "/models/m:generateContent", ":generateContent", "m");
        row("POST", "/v1alpha/models/m:generateContent", ":generateContent", "m");
        row("POST", "/v1beta/models/ollama/llama3:8b:generateContent", ":generateContent",
            "ollama/llama3:8b");
        row("POST", "/v1beta/models/a%2Fb:streamGenerateContent?alt=sse", ":streamGenerateContent", "a/b");
        row("GET", "/v1beta/models", "/models");
        row("GET", "/v1beta/models/a/b", "/models/", "a/b");
        row("GET", "/v1/models/llama3:8b", "/models/", "llama3:8b");
        row("GET", "/health", "/health");
        row("GET", "/health/ready", "/health/ready");
        row("GET", "/metrics", "/metrics");
        row("HEAD", "/metrics", "/metrics");
        row("GET", "/", "/");
        row("DELETE", "/providers/openai/files/f-1", "/providers/", "openai");
        row("GET", "/providers/openai", "/providers/", "openai");
    }

    void finds()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        const Incoming in = sample::request(method, target);
        const auto match = matchEndpoint(in);
        QVERIFY2(match, match ? "" : qPrintable(match.error().message));
        QTEST(match->endpoint->path.toByteArray(), "path");
        QTEST(match->argument, "argument");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("allow");
        const auto row = [](const char *method, const char *target, int status, const char *allow = "") {
            QTest::addRow("%s %s", method, target)
                << QByteArray(method) << QByteArray(target) << status << QByteArray(allow);
        };
        row("GET", "/v1/chat/completions", 405, "POST");
        row("POST", "/v1/models", 405, "GET, HEAD");
        row("DELETE", "/health", 405, "GET, HEAD");
        row("POST", "/v1/nothing", 404);
        row("GET", "/v1beta/models/m:generateContent", 405, "POST");
        row("POST", "/v1beta/models/m:predict", 405, "GET, HEAD");
        row("POST", "/v1beta/models/:generateContent", 405, "GET, HEAD");
        row("POST", "/v1beta/chat/completions", 404);
        row("GET", "/v1beta/health", 404);
        row("GET", "/v1/models/", 200);
        row("GET", "/v2/models", 404);
        row("GET", "/v1", 404);
        row("GET", "//health", 404);
        row("GET", "/providers/openai/../../etc", 404);
        row("GET", "/providers/openai/%2e%2e/x", 404);
        row("GET", "/providers/", 404);
        row("TRACE", "/providers/openai/files", 405, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        row("trace", "/providers/openai/files", 405, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        row("PROPFIND", "/providers/openai/files", 200);
    }

    void refuses()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(int, status);
        const auto match = matchEndpoint(sample::request(method, target));
        QCOMPARE(match ? 200 : match.error().status, status);
        if (!match)
            QTEST(match.error().allow, "allow");
    }

    void keepsTheRawRest()
    {
        const Incoming in = sample::request("GET", "/providers/openai/files/a%2Fb%20c?x=1");
        const auto match = matchEndpoint(in);
        QVERIFY(match);
        QCOMPARE(match->rest.toByteArray(), "/files/a%2Fb%20c");
    }
};

QTEST_GUILESS_MAIN(TestEndpoints)
#include "tst_endpoints.moc"
