// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/answer_outline.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! What an answer says, told from its bytes in each dialect.
class TestAnswerOutline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whole_data();
    void whole();
    void anythingElseIsEmpty_data();
    void anythingElseIsEmpty();
};

void TestAnswerOutline::whole_data()
{
    QTest::addColumn<int>("form");
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char *name, ClientForm form, const QByteArray &answer) {
        QTest::newRow(name) << int(form) << answer;
    };
    row("chat", ClientForm::ChatCompletions,
        "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"reasoning_content\":\"Hm\",\"content\":\"Hi "
        "\xc3\xa9\","
        "\"tool_calls\":[{\"id\":\"a\",\"type\":\"function\",\"function\":{\"name\":\"look\",\"arguments\":"
        "\"{}\"}}]},"
        "\"finish_reason\":\"tool_calls\"}]}");
    row("chat stream", ClientForm::ChatCompletions,
        "data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"Hm\"}}]}\n\n"
        "data: {\"choices\":[{\"delta\":{\"content\":\"Hi \"}}]}\n\ndata: "
        "{\"choices\":[{\"delta\":{\"content\":\"\xc3\xa9\"}}]}\n\n"
        "data: "
        "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"look\","
        "\"arguments\":\"{\"}}]}}]}\n\n"
        "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"}\"}}]},"
        "\"finish_reason\":\"tool_calls\"}]}\n\ndata: [DONE]\n\n");
    row("messages", ClientForm::Messages,
        "{\"content\":[{\"type\":\"thinking\",\"thinking\":\"Hm\",\"signature\":\"\"},{\"type\":\"text\","
        "\"text\":\"Hi "
        "\xc3\xa9\"},{\"type\":\"tool_use\",\"id\":\"a\",\"name\":\"look\",\"input\":{}}],\"stop_reason\":"
        "\"tool_use\"}");
    row("gemini", ClientForm::Gemini,
        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Hm\",\"thought\":true},{\"text\":\"Hi "
        "\xc3\xa9\"},"
        "{\"functionCall\":{\"name\":\"look\",\"args\":{}}}]},\"finishReason\":\"STOP\"}]}");
    const QByteArray response = "{\"output\":[{\"type\":\"reasoning\",\"summary\":[{\"type\":\"summary_"
                                "text\",\"text\":\"Hm\"}]},{\"type\":"
                                "\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"Hi "
                                "\xc3\xa9\"}]},{\"type\":\"function_call\","
                                "\"name\":\"look\",\"arguments\":\"{}\"}]}";
    row("responses", ClientForm::Responses, response);
    row("responses stream", ClientForm::Responses,
        QByteArray("event: response.completed\ndata: {\"type\":\"response.completed\",\"response\":" +
                   response + "}\n\n"));
}

void TestAnswerOutline::whole()
{
    QFETCH(int, form);
    QFETCH(QByteArray, answer);
    const AnswerOutline expected{u"Hi é"_s, u"Hm"_s, {{u"look"_s, u"{}"_s}}};
    const AnswerOutline outline = outlineOf(ClientForm(form), answer);
    QCOMPARE(outline.text, expected.text);
    QCOMPARE(outline.reasoning, expected.reasoning);
    QVERIFY(outline.tools == expected.tools);
}

void TestAnswerOutline::anythingElseIsEmpty_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half") << QByteArray("{\"choices\":[{");
    QTest::newRow("text") << QByteArray("plain");
    QTest::newRow("bytes") << QByteArray("\0\xff{", 3);
    QTest::newRow("deep") << QByteArray(100'000, '[');
}

void TestAnswerOutline::anythingElseIsEmpty()
{
    QFETCH(QByteArray, answer);
    for (const ClientForm form :
         {ClientForm::ChatCompletions, ClientForm::Responses, ClientForm::Messages, ClientForm::Gemini})
        QVERIFY(outlineOf(form, answer).tools.isEmpty());
}

QTEST_GUILESS_MAIN(TestAnswerOutline)
#include "tst_answer_outline.moc"
