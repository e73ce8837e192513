// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/error_body.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TestErrorBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapes_data();
    void shapes();
    void details();
    void headers_data();
    void headers();
    void events_data();
    void events();
    void strings_data();
    void strings();
    void dialects_data();
    void dialects();
    void headersTell_data();
    void headersTell();
};

void TestErrorBody::shapes_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("openai")
        << Dialect::OpenAi << 404
        << QByteArray(R"({"error":{"message":"No \"x\"","type":"a_type","param":"model","code":"a_code"}})");
    QTest::newRow("azure")
        << Dialect::AzureOpenAi << 404
        << QByteArray(R"({"error":{"message":"No \"x\"","type":"a_type","param":"model","code":"a_code"}})");
    const auto anthropic = [](int status, const char *type) {
        QTest::addRow("anthropic %d", status)
            << Dialect::Anthropic << status
            << R"({"type":"error","error":{"type":")" + QByteArray(type) + R"(","message":"No \"x\""}})";
    };
    anthropic(400, "invalid_request_error");
    anthropic(401, "authentication_error");
    anthropic(403, "permission_error");
    anthropic(404, "not_found_error");
    anthropic(408, "invalid_request_error");
    anthropic(413, "request_too_large");
    anthropic(429, "rate_limit_error");
    anthropic(502, "api_error");
    anthropic(504, "timeout_error");
    anthropic(529, "overloaded_error");
    const auto gemini = [](int status, const char *name) {
        QTest::addRow("gemini %d", status) << Dialect::Gemini << status
                                           << R"({"error":{"code":)" + QByteArray::number(status) +
                                                  R"(,"message":"No \"x\"","status":")" + name + R"("}})";
    };
    gemini(400, "INVALID_ARGUMENT");
    gemini(401, "UNAUTHENTICATED");
    gemini(403, "PERMISSION_DENIED");
    gemini(404, "NOT_FOUND");
    gemini(429, "RESOURCE_EXHAUSTED");
    gemini(500, "INTERNAL");
    gemini(503, "UNAVAILABLE");
    gemini(504, "DEADLINE_EXCEEDED");
}

void TestErrorBody::shapes()
{
    QFETCH(Dialect, dialect);
    QFETCH(int, status);
    const QByteArray body = errorBody({status, "a_type", "a_code", u"No \"x\""_s, "model"}, dialect);
    QTEST(body, "body");
    QVERIFY(QJsonDocument::fromJson(body).isObject());
    if (dialect == Dialect::OpenAi) {
        QVERIFY(
            errorBody({500, "server_error", "", u"m"_s}, dialect).contains(R"("param":null,"code":null)"));
    }
}

void TestErrorBody::details()
{
    Error error{400, {}, {}, u"No"_s};
    error.details = R"({"error_code":"c"})";
    QCOMPARE(
        errorBody(error, Dialect::Anthropic),
        R"({"type":"error","error":{"type":"invalid_request_error","message":"No","details":{"error_code":"c"}}})");
    QVERIFY(!errorBody(error, Dialect::OpenAi).contains("details"));
}

void TestErrorBody::headers_data()
{
    QTest::addColumn<int>("wait"); // ms, -1: none
    QTest::addColumn<QByteArray>("allow");
    QTest::addColumn<QByteArray>("lines");
    const QByteArray type = "content-type: application/json\r\n";
    QTest::newRow("plain") << -1 << QByteArray() << type;
    QTest::newRow("at once") << 0 << QByteArray() << type + "retry-after: 1\r\n";
    QTest::newRow("rounded up") << 1001 << QByteArray() << type + "retry-after: 2\r\n";
    QTest::newRow("whole") << 15000 << QByteArray() << type + "retry-after: 15\r\n";
    QTest::newRow("methods") << -1 << QByteArray("GET, HEAD") << type + "allow: GET, HEAD\r\n";
}

void TestErrorBody::headers()
{
    QFETCH(int, wait);
    QFETCH(QByteArray, allow);
    Error error{429, "t", "c", u"m"_s};
    if (wait >= 0)
        error.retryAfter = std::chrono::milliseconds(wait);
    error.allow = allow;
    QTEST(errorHeaders(error), "lines");
}

void TestErrorBody::events_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("openai") << Dialect::OpenAi << QByteArray(R"(data: {"error":{"message":"m)");
    QTest::newRow("anthropic") << Dialect::Anthropic << QByteArray("event: error\ndata: {\"type\":\"error\"");
    QTest::newRow("gemini") << Dialect::Gemini << QByteArray(R"(data: {"error":{"code":502)");
}

void TestErrorBody::events()
{
    QFETCH(Dialect, dialect);
    QFETCH(QByteArray, begin);
    const QByteArray event = errorEvent({502, "t", "c", u"m\n\nm"_s}, dialect);
    QVERIFY(event.startsWith(begin));
    QCOMPARE(event.indexOf("\n\n"), event.size() - 2); // the message cannot end the event
}

void TestErrorBody::strings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QString() << QByteArray(R"("")");
    QTest::newRow("plain") << u"a b/c"_s << QByteArray(R"("a b/c")");
    QTest::newRow("escapes") << u"\"\\\b\t\n\f\r"_s << QByteArray(R"("\"\\\b\t\n\f\r")");
    QTest::newRow("control") << QString(QChar(u'\x01')) + QChar(u'\x1f') + QChar(u'\0')
                             << QByteArray(R"("\u0001\u001f\u0000")");
    QTest::newRow("beyond ASCII") << u"é你😀\u2028"_s << QByteArray("\"é你😀\xe2\x80\xa8\"");
    QTest::newRow("lone high") << u"a"_s + QChar(0xd83d) + u"b"_s
                               << QByteArray("\"a\xef\xbf\xbd"
                                             "b\"");
    QTest::newRow("lone low") << u"a"_s + QChar(0xde00) << QByteArray("\"a\xef\xbf\xbd\"");
    QTest::newRow("high at the end") << QString(QChar(0xd83d)) << QByteArray("\"\xef\xbf\xbd\"");
    QTest::newRow("broken UTF-8") << QString::fromUtf8("a\xff") << QByteArray("\"a\xef\xbf\xbd\"");
}

void TestErrorBody::strings()
{
    QFETCH(QString, text);
    QTEST(jsonString(text), "json");
}

void TestErrorBody::dialects_data()
{
    QTest::addColumn<Dialect>("dialect");
    const auto row = [](const char *path, Dialect dialect) { QTest::newRow(path) << dialect; };
    for (const char *path :
         {"", "/", "/v1/chat/completions", "/v1/messagesx", "/messagesx", "/v1beta", "/x/v1/messages"})
        row(path, Dialect::OpenAi);
    for (const char *path :
         {"/v1/messages", "/messages", "/v1/messages/count_tokens", "/v1/messages?beta=true"})
        row(path, Dialect::Anthropic);
    row("/v1beta/models/x:generateContent", Dialect::Gemini);
}

void TestErrorBody::dialects()
{
    QFETCH(Dialect, dialect);
    QVERIFY(dialectOfPath(QTest::currentDataTag()) == dialect);
}

void TestErrorBody::headersTell_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArrayList>("names");
    QTest::addColumn<Dialect>("dialect");
    const auto row = [](const char *name, const char *path, const QByteArrayList &names, Dialect dialect) {
        QTest::newRow(name) << QByteArray(path) << names << dialect;
    };
    row("nothing", "/v1/models", {}, Dialect::OpenAi);
    row("Anthropic", "/v1/models", {"anthropic-version", "x-api-key"}, Dialect::Anthropic);
    row("Anthropic, another path", "/v1/files", {"anthropic-version"}, Dialect::OpenAi);
    row("Google", "/v1/models", {"X-Goog-Api-Key"}, Dialect::Gemini);
    row("Google without a key", "/v1/models/a", {"x-goog-api-client"}, Dialect::Gemini);
    row("Google, unknown path", "/v1/tunings", {"x-goog-api-key"}, Dialect::Gemini);
    row("Google beside Anthropic", "/v1/models", {"x-goog-api-key", "anthropic-version"}, Dialect::Anthropic);
    row("Google beside a bearer", "/v1/models", {"x-goog-api-key", "authorization"}, Dialect::OpenAi);
}

void TestErrorBody::headersTell()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArrayList, names);
    QFETCH(Dialect, dialect);
    Incoming in;
    in.path = path;
    for (const QByteArray &name : std::as_const(names))
        in.headers.append({name, "x"});
    QVERIFY(dialectAsked(in) == dialect);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TestErrorBody)
#include "tst_error_body.moc"
