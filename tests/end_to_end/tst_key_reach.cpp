// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Who is asked, and with which key, is for the configuration to say: neither requests nor answers lead
//! elsewhere.
class TestKeyReach : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_rig.gateway.isListening(), m_rig.gateway.log().constData()); }
    void init() { m_rig.provider.reset(); }

    void requestsNameNoHost_data();
    void requestsNameNoHost();
    void answersNameNoHost_data();
    void answersNameNoHost();
    void namesEndNoLine_data();
    void namesEndNoLine();

private:
    QByteArray trapUrl() const { return "http://127.0.0.1:" + QByteArray::number(m_trap.port()); }

    Rig m_rig{R"(,"retry":{"attempts":1})", noCooldown};
    FakeProvider m_trap; //!< hears whoever is led astray
};

void TestKeyReach::requestsNameNoHost_data()
{
    QTest::addColumn<QByteArray>("request");
    const auto body = [this](const QByteArray &name) {
        QTest::addRow("body: %s", name.constData())
            << chatRequest("gpt-4o", ",\"" + name + "\":\"" + trapUrl() + '"');
    };
    for (const char *name :
         {"api_base", "base_url", "baseUrl", "api_key", "endpoint", "proxy", "user_config"})
        body(name);
    const auto field = [](const QByteArray &name, const QByteArray &value) {
        QTest::newRow(name.constData()) << chatRequest("gpt-4o", {}, {name + ": " + value});
    };
    for (const char *name :
         {"X-Base-Url", "X-Api-Base", "X-Forwarded-Server", "X-Original-URL", "X-Rewrite-URL"})
        field(name, trapUrl());
    for (const char *name : {"X-Forwarded-Host", "X-Host", "Forwarded"})
        field(name, trapUrl().mid(7));
    QTest::newRow("query") << jsonRequest("/v1/chat/completions?api_base=" + trapUrl() + "&host=" + trapUrl(),
                                          chatBody());
    QTest::newRow("behind the provider's path")
        << httpRequest("POST", "/providers/openai/@" + trapUrl().mid(7) + "/x", "{}");
    QTest::newRow("in the place of a path") << httpRequest("POST", "/providers/openai/" + trapUrl(), "{}");
}

void TestKeyReach::requestsNameNoHost()
{
    QFETCH(QByteArray, request);
    m_rig.provider.enqueue(FakeAnswer::json(chatCompletion()));
    QCOMPARE(m_rig.ask(request).status, 200);
    QCOMPARE(m_rig.provider.nextRequest().header("authorization"), "Bearer " + fakeKey);
    QCOMPARE(m_trap.connectionsOpened(), 0);
}

void TestKeyReach::answersNameNoHost_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("line"); // with @ for the trap's address
    QTest::addColumn<int>("told");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status << QByteArray("Location: @/land") << 502;
    for (const QByteArray way : {"Basic realm=\"@\"", "Digest realm=\"x\", nonce=\"y\", domain=\"@\"",
                                 "Negotiate", "Bearer realm=\"@/token\""})
        QTest::newRow(way.constData()) << 401 << QByteArray("WWW-Authenticate: " + way) << 401;
    for (const QByteArray line :
         {"Location: @/land", "Content-Location: @/land", "Refresh: 0; url=@/land",
          "Link: <@/land>; rel=\"next\"", "Alt-Svc: http/1.1=\"@\"", "Proxy-Authenticate: Basic"})
        QTest::newRow(line.constData()) << 200 << line << 200;
}

void TestKeyReach::answersNameNoHost()
{
    QFETCH(int, status);
    QFETCH(QByteArray, line);
    const QByteArray field = line.replace('@', trapUrl());
    m_rig.provider.answerWith([=](const FakeRequest &) {
        return FakeAnswer::json(status < 300 ? chatCompletion() : QByteArray(R"({"error":{"message":"no"}})"),
                                status, {field});
    });
    const RawAnswer answer = m_rig.ask(chatRequest());
    QTEST(answer.status, "told");
    QVERIFY2(!answer.head.contains(trapUrl()), answer.head.constData());
    QVERIFY(answer.header("www-authenticate").isNull());
    QCOMPARE(m_rig.provider.requestCount(), 1); // nor is the provider itself asked twice
    QCOMPARE(m_trap.connectionsOpened(), 0);
}

void TestKeyReach::namesEndNoLine_data()
{
    QTest::addColumn<QByteArray>("model"); // as JSON has it
    QTest::newRow("line end") << QByteArray(R"(openai/a\r\nX-Evil: 1)");
    QTest::newRow("line feed") << QByteArray(R"(openai/a\nX-Evil: 1)");
    QTest::newRow("two line ends") << QByteArray(R"(openai/a\r\n\r\nX-Evil: 1)");
    QTest::newRow("NUL") << QByteArray(R"(openai/a\u0000X-Evil: 1)");
    QTest::newRow("line separator") << QByteArray(R"(openai/a\u2028X-Evil: 1)");
}

//! A model's name stands in the provider's request and above the client's answer: it begins no line of
//! either.
void TestKeyReach::namesEndNoLine()
{
    QFETCH(QByteArray, model);
    m_rig.provider.enqueue(FakeAnswer::json(chatCompletion()));
    const RawAnswer answer = m_rig.ask(chatRequest(model));
    QCOMPARE(answer.status, 200);
    QVERIFY2(!answer.names().contains("x-evil"), answer.head.constData());
    QVERIFY(answer.header("x-gatehouse-model").contains("X-Evil"));
    QCOMPARE(answer.body, chatCompletion());
    const FakeRequest request = m_rig.provider.nextRequest();
    QVERIFY(!request.has("x-evil"));
    QCOMPARE(jsonOf(request.body)["model"_L1], jsonOf(R"({"model":")" + model.mid(7) + R"("})")["model"_L1]);
    // The paths that carry a name refuse it as it is.
    QCOMPARE(m_rig
                 .ask(jsonRequest("/v1beta/models/openai/a%0d%0aX-Evil:%201:generateContent",
                                  R"({"contents":[]})"))
                 .status,
             400);
}

QTEST_GUILESS_MAIN(TestKeyReach)
#include "tst_key_reach.moc"
