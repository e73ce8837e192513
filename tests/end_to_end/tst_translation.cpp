// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/two_dialects.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Clients of one dialect before providers of another: whole answers, errors, and who answers.
class TestTranslation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_rig.gateway.isListening(), m_rig.gateway.log().constData()); }
    void init() { m_rig.reset(); }

    void chatToAnthropic();
    void messagesToOpenAi();
    void callsTools();
    void tellsWhatWasDropped();
    void refusesWhatCannotBeDropped();
    void goesOnToWhoCanCarryIt();
    void failsOverToAnotherDialect();
    void mapsErrors_data();
    void mapsErrors();
    void whatIsNoAnswer();
    void errorsUnderAGoodStatus();
    void tellsNoKeyInDisguise();
    void estimatesTokens();

private:
    TwoDialects m_rig;
};

void TestTranslation::chatToAnthropic()
{
    m_rig.anthropic.enqueue(FakeAnswer::json(wholeMessage()));
    const RawAnswer answer = m_rig.ask(chatRequest("claude"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("content-type"), "application/json");
    QCOMPARE(answer.header("x-gatehouse-provider"), "ant");
    QVERIFY(!answer.header("x-request-id").isEmpty());
    QVERIFY(answer.header("x-gatehouse-dropped").isNull());
    const QJsonObject body = jsonOf(answer.body);
    const QJsonObject choice = body["choices"_L1].toArray().at(0).toObject();
    QCOMPARE(choice["message"_L1].toObject()["content"_L1].toString(), u"Hello"_s);
    QCOMPARE(choice["finish_reason"_L1].toString(), u"stop"_s);
    QCOMPARE(body["model"_L1].toString(), u"claude"_s);
    QCOMPARE(body["usage"_L1].toObject()["prompt_tokens"_L1].toInt(), 5);

    const FakeRequest request = m_rig.anthropic.nextRequest();
    QCOMPARE(request.target, "/v1/messages");
    QCOMPARE(request.header("x-api-key"), fakeKey);
    QVERIFY(request.has("anthropic-version"));
    QVERIFY(jsonOf(request.body)["max_tokens"_L1].toInt() > 0);

    const QJsonObject record = m_rig.gateway.recordOf(answer.header("x-request-id"));
    QCOMPARE(record["dialect_in"_L1].toString(), u"openai"_s);
    QCOMPARE(record["dialect_out"_L1].toString(), u"anthropic"_s);
    QCOMPARE(record["input_tokens"_L1].toInt(), 5);
    QCOMPARE(record["output_tokens"_L1].toInt(), 2);
}

void TestTranslation::messagesToOpenAi()
{
    m_rig.openAi.enqueue(FakeAnswer::json(chatCompletion("Hello")));
    const RawAnswer answer = m_rig.ask(messagesRequest("gpt-4o[1m]", R"(,"system":"Be brief.")"));
    QCOMPARE(answer.status, 200);
    const QJsonObject body = jsonOf(answer.body);
    QCOMPARE(body["type"_L1].toString(), u"message"_s);
    QCOMPARE(body["content"_L1].toArray().at(0).toObject()["text"_L1].toString(), u"Hello"_s);
    const FakeRequest request = m_rig.openAi.nextRequest();
    QCOMPARE(request.target, "/v1/chat/completions");
    QCOMPARE(jsonOf(request.body)["model"_L1].toString(), u"gpt-4o"_s);
    QCOMPARE(jsonOf(request.body)["messages"_L1].toArray().size(), 2);
    QVERIFY(!request.has("anthropic-version"));
}

void TestTranslation::callsTools()
{
    m_rig.anthropic.enqueue(FakeAnswer::json(wholeMessage(
        R"({"type":"tool_use","id":"toolu_1","name":"look","input":{"city":"Bonn"}})", "tool_use")));
    const RawAnswer answer = m_rig.ask(chatRequest(
        "claude",
        R"(,"tools":[{"type":"function","function":{"name":"look","parameters":{"type":"object"}}}])"));
    const QJsonObject choice = jsonOf(answer.body)["choices"_L1].toArray().at(0).toObject();
    QCOMPARE(choice["finish_reason"_L1].toString(), u"tool_calls"_s);
    const QJsonObject call =
        choice["message"_L1].toObject()["tool_calls"_L1].toArray().at(0).toObject()["function"_L1].toObject();
    QCOMPARE(call["name"_L1].toString(), u"look"_s);
    QCOMPARE(jsonOf(call["arguments"_L1].toString().toUtf8())["city"_L1].toString(), u"Bonn"_s);
    const QJsonArray tools = jsonOf(m_rig.anthropic.nextRequest().body)["tools"_L1].toArray();
    QCOMPARE(tools.at(0).toObject()["name"_L1].toString(), u"look"_s);
}

void TestTranslation::tellsWhatWasDropped()
{
    m_rig.anthropic.enqueue(FakeAnswer::json(wholeMessage()));
    const RawAnswer answer = m_rig.ask(chatRequest("claude", R"(,"seed":7)"));
    QCOMPARE(answer.header("x-gatehouse-dropped"), "seed");
    QVERIFY(m_rig.gateway.log().contains("seed"));
}

void TestTranslation::refusesWhatCannotBeDropped()
{
    const RawAnswer answer = m_rig.ask(chatRequest("claude", R"(,"n":2)"));
    QCOMPARE(answer.status, 400);
    QCOMPARE(errorCode(answer), u"unsupported_value"_s);
    QCOMPARE(m_rig.anthropic.requestCount(), 0);
}

void TestTranslation::goesOnToWhoCanCarryIt()
{
    m_rig.openAi.enqueue(FakeAnswer::json(chatCompletion()));
    const RawAnswer answer = m_rig.ask(chatRequest("reverse", R"(,"n":2)"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("x-gatehouse-provider"), "open");
    QCOMPARE(answer.header("x-gatehouse-attempts"), "1");
    QVERIFY(m_rig.openAi.nextRequest().body.contains("\"n\":2"));
}

void TestTranslation::failsOverToAnotherDialect()
{
    m_rig.openAi.enqueue(FakeAnswer::json(R"({"error":{"message":"down"}})", 503));
    m_rig.anthropic.enqueue(FakeAnswer::json(wholeMessage()));
    const RawAnswer answer = m_rig.ask(chatRequest("both"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("x-gatehouse-provider"), "ant");
    QCOMPARE(answer.header("x-gatehouse-attempts"), "2");
    QVERIFY(answer.body.contains("Hello"));
}

void TestTranslation::mapsErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("type");
    QTest::newRow("429") << 429 << u"rate_limit_error"_s;
    QTest::newRow("400") << 400 << u"invalid_request_error"_s;
    QTest::newRow("413") << 413 << u"request_too_large"_s;
}

void TestTranslation::mapsErrors()
{
    QFETCH(int, status);
    const QByteArrayList retry{"retry-after: 600"};
    m_rig.openAi.enqueue(
        FakeAnswer::json("{\"error\":{\"message\":\"No, " + fakeKey + "\",\"type\":\"x\"}}", status, retry));
    const RawAnswer messages = m_rig.ask(messagesRequest("gpt-4o"));
    QCOMPARE(messages.status, status);
    QCOMPARE(messages.header("retry-after"), "600");
    const QJsonObject body = jsonOf(messages.body);
    QCOMPARE(body["type"_L1].toString(), u"error"_s);
    QTEST(body["error"_L1].toObject()["type"_L1].toString(), "type");
    QVERIFY(body["error"_L1].toObject()["message"_L1].toString().startsWith("No, "_L1));
    QVERIFY(!messages.body.contains(fakeKey));

    m_rig.anthropic.enqueue(
        FakeAnswer::json(R"({"type":"error","error":{"type":"x","message":"Too bad"}})", status, retry));
    const RawAnswer chat = m_rig.ask(chatRequest("claude"));
    QCOMPARE(chat.status, status);
    const QJsonObject error = jsonOf(chat.body)["error"_L1].toObject();
    QCOMPARE(error["message"_L1].toString(), u"Too bad"_s);
    QVERIFY(!jsonOf(chat.body).contains("type"_L1));
}

void TestTranslation::whatIsNoAnswer()
{
    m_rig.anthropic.enqueue(FakeAnswer::json("[]"));
    const RawAnswer answer = m_rig.ask(chatRequest("claude"));
    QCOMPARE(answer.status, 502);
    QCOMPARE(errorCode(answer), u"upstream_protocol"_s);
}

void TestTranslation::errorsUnderAGoodStatus()
{
    m_rig.openAi.enqueue(FakeAnswer::json(R"({"error":{"message":"Too much","code":429}})"));
    const RawAnswer limited = m_rig.ask(messagesRequest("gpt-4o"));
    QCOMPARE(limited.status, 429);
    QCOMPARE(m_rig.openAi.requestCount(), 1); // not the same key again at once
    m_rig.openAi.enqueue(FakeAnswer::json(R"({"error":{"message":"Bad","code":400}})"));
    QCOMPARE(m_rig.ask(messagesRequest("both")).status, 400);
    QCOMPARE(m_rig.anthropic.requestCount(), 0); // the request's own fault: nobody else is asked
}

void TestTranslation::tellsNoKeyInDisguise()
{
    QByteArray disguised = fakeKey;
    disguised.replace(0, 1, QByteArray("\\u00").append(fakeKey.left(1).toHex()));
    m_rig.openAi.enqueue(FakeAnswer::json(
        R"({"error":{"message":"No: )" + disguised + R"(","code":")" + fakeKey + R"("}})", 400));
    const RawAnswer answer = m_rig.ask(messagesRequest("gpt-4o"));
    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.body.contains("No: ") && !answer.body.contains(fakeKey), answer.body.constData());
    QVERIFY(!m_rig.gateway.log().contains(fakeKey));
}

void TestTranslation::estimatesTokens()
{
    const RawAnswer answer = m_rig.ask(messagesRequest("gpt-4o", {}, "/v1/messages/count_tokens"));
    QCOMPARE(answer.status, 200);
    QVERIFY(jsonOf(answer.body)["input_tokens"_L1].toInt() > 0);
    QCOMPARE(answer.header("x-gatehouse-attempts"), "0");
    QCOMPARE(m_rig.openAi.requestCount(), 0);
}

QTEST_GUILESS_MAIN(TestTranslation)
#include "tst_translation.moc"
