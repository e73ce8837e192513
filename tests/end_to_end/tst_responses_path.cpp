// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/two_dialects.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

QByteArray responsesRequest(const QByteArray &model, const QByteArray &input, const QByteArray &more = {})
{
    return jsonRequest("/v1/responses", "{\"model\":\"" + model + "\",\"input\":" + input + more + '}');
}

QByteArrayList textsOf(const QJsonObject &body, QLatin1StringView key)
{
    QByteArrayList texts;
    for (const QJsonValue &message : body[key].toArray())
        texts.append(QJsonDocument(message.toObject()).toJson(QJsonDocument::Compact));
    return texts;
}

} // namespace

//! The Responses API before providers that do not have it.
class TestResponsesPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_rig.gateway.isListening(), m_rig.gateway.log().constData()); }
    void init() { m_rig.reset(); }

    void translates();
    void remembers();
    void forgetsWhatIsNotStored();
    void numbersItsEvents();
    void breaksHonestly();
    void refusesBuiltInTools();

private:
    TwoDialects m_rig;
};

void TestResponsesPath::translates()
{
    m_rig.openAi.enqueue(FakeAnswer::json(chatCompletion("Hello")));
    const RawAnswer answer =
        m_rig.ask(responsesRequest("gpt-4o", "\"Hi\"", R"(,"instructions":"Be brief.")"));
    QCOMPARE(answer.status, 200);
    const QJsonObject body = jsonOf(answer.body);
    QCOMPARE(body["status"_L1].toString(), u"completed"_s);
    QVERIFY2(answer.body.contains("\"text\":\"Hello\""), answer.body.constData());
    const FakeRequest sent = m_rig.openAi.nextRequest();
    QCOMPARE(sent.target, "/v1/chat/completions");
    QCOMPARE(jsonOf(sent.body)["messages"_L1].toArray().size(), 2);
    QCOMPARE(m_rig.gateway.recordOf(answer.header("x-request-id"))["path"_L1].toString(), u"/v1/responses"_s);
}

void TestResponsesPath::remembers()
{
    m_rig.anthropic.enqueue(FakeAnswer::json(wholeMessage()));
    const QByteArray id =
        jsonOf(m_rig.ask(responsesRequest("claude", "\"First\"")).body)["id"_L1].toString().toUtf8();
    QVERIFY(id.startsWith("resp_"));
    (void)m_rig.anthropic.nextRequest();
    m_rig.openAi.enqueue(FakeAnswer::json(chatCompletion("Again")));
    const RawAnswer answer =
        m_rig.ask(responsesRequest("gpt-4o", "\"Second\"", ",\"previous_response_id\":\"" + id + '"'));
    QCOMPARE(answer.status, 200);
    const QByteArrayList messages = textsOf(jsonOf(m_rig.openAi.nextRequest().body), "messages"_L1);
    QCOMPARE(messages.size(), 3);
    QVERIFY(messages[0].contains("First") && messages[1].contains("Hello") && messages[2].contains("Second"));
}

void TestResponsesPath::forgetsWhatIsNotStored()
{
    m_rig.anthropic.enqueue(FakeAnswer::json(wholeMessage()));
    const QByteArray id =
        jsonOf(m_rig.ask(responsesRequest("claude", "\"a\"", R"(,"store":false)")).body)["id"_L1]
            .toString()
            .toUtf8();
    const RawAnswer answer =
        m_rig.ask(responsesRequest("claude", "\"b\"", ",\"previous_response_id\":\"" + id + '"'));
    QCOMPARE(answer.status, 400);
    QCOMPARE(errorCode(answer), u"previous_response_not_found"_s);
}

void TestResponsesPath::numbersItsEvents()
{
    m_rig.anthropic.enqueue(FakeAnswer::stream(shortMessage()));
    const RawAnswer answer = m_rig.ask(responsesRequest("claude", "\"Hi\"", R"(,"stream":true)"));
    QVERIFY(answer.whole);
    QStringList types;
    for (const QByteArray &line : answer.body.split('\n')) {
        if (!line.startsWith("data: "))
            continue;
        const QJsonObject event = jsonOf(line.sliced(6));
        QCOMPARE(event["sequence_number"_L1].toInt(-1), types.size());
        types.append(event["type"_L1].toString().sliced(u"response."_s.size()));
    }
    QCOMPARE(types, (QStringList{u"created"_s, u"in_progress"_s, u"output_item.added"_s,
                                 u"content_part.added"_s, u"output_text.delta"_s, u"output_text.done"_s,
                                 u"content_part.done"_s, u"output_item.done"_s, u"completed"_s}));
    QVERIFY(!answer.body.contains("[DONE]"));
}

void TestResponsesPath::breaksHonestly()
{
    m_rig.anthropic.enqueue(FakeAnswer::stream(begunMessage()));
    const RawAnswer answer = m_rig.ask(responsesRequest("claude", "\"Hi\"", R"(,"stream":true)"));
    QVERIFY(!answer.whole);
    QVERIFY2(answer.body.contains("event: error\n") && answer.body.contains("event: response.failed\n"),
             answer.body.constData());
}

void TestResponsesPath::refusesBuiltInTools()
{
    const RawAnswer answer =
        m_rig.ask(responsesRequest("gpt-4o", "\"Hi\"", R"(,"tools":[{"type":"code_interpreter"}])"));
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.body.contains("code_interpreter"));
    QCOMPARE(m_rig.openAi.requestCount(), 0);
}

QTEST_GUILESS_MAIN(TestResponsesPath)
#include "tst_responses_path.moc"
