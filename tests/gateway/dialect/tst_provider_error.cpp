// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/provider_error.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! Errors are understood in every shape in which providers send them.
class TestProviderError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("is"); // status type code: message
        const auto row = [](const char *name, int status, const char *body, const char *is) {
            QTest::newRow(name) << status << QByteArray(body) << QByteArray(is);
        };
        row("OpenAI", 404, "{'error':{'message':'No','type':'x','param':null,'code':'model_not_found'}}",
            "404 invalid_request_error model_not_found: No");
        row("OpenAI, own code", 400, "{'error':{'message':'No','code':'context_length_exceeded'}}",
            "400 invalid_request_error context_length_exceeded: No");
        row("Anthropic", 529, "{'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}}",
            "529 server_error overloaded: Overloaded");
        row("Anthropic in a stream", 0,
            "{'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}}",
            "529 server_error overloaded: Overloaded");
        row("Gemini", 429, "{'error':{'code':429,'message':'Slow','status':'RESOURCE_EXHAUSTED'}}",
            "429 rate_limit_error RESOURCE_EXHAUSTED: Slow");
        row("Gemini in an array", 0, "[{'error':{'code':503,'message':'Busy','status':'UNAVAILABLE'}}]",
            "503 server_error UNAVAILABLE: Busy");
        row("OpenRouter", 0, "{'error':{'code':402,'message':'Pay','metadata':{}}}",
            "402 insufficient_quota : Pay");
        row("Ollama", 404, "{'error':'model not found'}",
            "404 invalid_request_error model_not_found: model not found");
        row("Mistral", 422, "{'detail':[{'loc':['body'],'msg':'Field required'}]}",
            "422 invalid_request_error : Field required");
        row("DashScope", 400, "{'code':'InvalidParameter','message':'Bad','request_id':'1'}",
            "400 invalid_request_error InvalidParameter: Bad");
        row("MiniMax", 0, "{'base_resp':{'status_code':1004,'status_msg':'login fail'}}",
            "502 server_error : login fail");
        row("Qianfan", 400, "{'error_code':336,'error_msg':'Bad'}", "400 invalid_request_error : Bad");
        row("plain text", 500, "upstream connect error", "500 server_error : upstream connect error");
        row("web page", 502, "<html><body>Bad gateway</body></html>",
            "502 server_error : The provider answered with an error (502).");
        row("nothing", 401, "",
            "401 authentication_error invalid_api_key: "
            "The provider answered with an error (401).");
        row("no words", 0, "{'error':{}}", "502 server_error : The provider answered with an error (502).");
        row("broken JSON", 500, "{'error':", "500 server_error : The provider answered with an error (500).");
    }

    void reads()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        body.replace('\'', '"');
        const Error error = readProviderError(status, body);
        QTEST(QByteArray(QByteArray::number(error.status) + ' ' + error.type + ' ' + error.code + ": " +
                         error.message.toUtf8()),
              "is");
    }

    void outlivesTheBody()
    {
        Error error;
        {
            QByteArray body = "{\"error\":{\"code\":\"own_code\",\"param\":\"messages\",\"message\":\"No\"}}";
            error = readProviderError(400, body);
            body.fill('#');
        }
        QCOMPARE(error.code, QByteArray("own_code"));
        QCOMPARE(error.param, QByteArray("messages"));
    }

    void tellsErrors_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("is");
        QTest::newRow("object") << QByteArray("{\"error\":{\"message\":\"x\"}}") << true;
        QTest::newRow("text") << QByteArray("{\"error\":\"x\"}") << true;
        QTest::newRow("null") << QByteArray("{\"error\":null}") << false;
        QTest::newRow("empty") << QByteArray("{\"error\":\"\"}") << false;
        QTest::newRow("false") << QByteArray("{\"error\":false}") << false;
        for (const char *empty : {"{}", "{ }", "[]", "0", "0.0", "\"\"", "null"})
            QTest::addRow("%s in an answer", empty)
                << QByteArray("{\"choices\":[],\"error\":") + empty + '}' << false;
        for (const char *alone : {"{}", "[]", "0"})
            QTest::addRow("nothing but %s", alone) << QByteArray("{\"error\":") + alone + '}' << true;
        QTest::newRow("number") << QByteArray("{\"error\":1,\"choices\":[]}") << true;
        QTest::newRow("list") << QByteArray("{\"error\":[1],\"choices\":[]}") << true;
        QTest::newRow("none") << QByteArray("{\"choices\":[]}") << false;
        QTest::newRow("MiniMax") << QByteArray("{\"base_resp\":{\"status_code\":1004}}") << true;
        QTest::newRow("MiniMax, well") << QByteArray("{\"base_resp\":{\"status_code\":0}}") << false;
        QTest::newRow("array") << QByteArray("[{\"error\":{\"code\":1}}]") << true;
    }

    void tellsErrors()
    {
        QFETCH(QByteArray, body);
        JsonDocument document;
        QTEST(holdsError(document.parse(body)), "is");
    }
};

QTEST_GUILESS_MAIN(TestProviderError)
#include "tst_provider_error.moc"
