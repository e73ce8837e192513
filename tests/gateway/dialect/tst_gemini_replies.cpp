// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/dialects.h"
#include "gateway/dialect/gemini/gemini.h"
#include "gateway/dialect/translation.h"

#include <QTest>

using namespace gatehouse;

//! What Gemini's answers are taken for, and how a client of its dialect gets one.
class TestGeminiReplies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapesLineSeparators();
    void namesPicturesThatItLoses();
    void refusesReplies_data();
    void refusesReplies();
};

namespace {

//! Written with `'` for `"`, which is easier to read.
QByteArray quoted(const char *json)
{
    return QByteArray(json).replace('\'', '"');
}

} // namespace

//! They may stand in JSON, but Gemini CLI takes them for the end of a line.
void TestGeminiReplies::escapesLineSeparators()
{
    const QByteArray text = "a\xe2\x80\xa8"
                            "b\xe2\x80\xa9\xe2\x80\xa6";
    const ReplyContext context;
    const auto writer = geminiClient.streamWriter(context);
    QByteArray out;
    writer->start(out, "id");
    writer->partBegin(out, {PartKind::Text});
    writer->delta(out, text);
    writer->partEnd(out);
    writer->partBegin(out, {PartKind::ToolCall, "1", "f"});
    writer->delta(out, QByteArray("{\"x\":\"" + text + "\"}"));
    writer->partEnd(out);
    writer->breakOff(out, {}, QByteArray("{\"error\":\"" + text + "\"}"));
    QCOMPARE(out.count("\"a\\u2028b\\u2029\xe2\x80\xa6\""), 3);
}

void TestGeminiReplies::namesPicturesThatItLoses()
{
    const QByteArray body =
        quoted("{'candidates':[{'content':{'parts':[{'inlineData':{'mimeType':'image/png',"
               "'data':'QUJD'}}]},'finishReason':'STOP'}]}");
    const auto lost = [&](ClientForm form) -> QByteArray {
        const ClientDialect &client = *clientDialect(form);
        const auto whole = translateReply(geminiProvider, {}, client, {}, body);
        StreamTranslation stream(geminiProvider, {}, client, {});
        stream.feed(QByteArray("data: " + body + "\n\n"));
        return (whole ? whole->dropped.header() : QByteArray("no answer")) + '|' + stream.dropped().header();
    };
    QCOMPARE(lost(ClientForm::Messages), QByteArray("images|images"));
    QCOMPARE(lost(ClientForm::ChatCompletions), QByteArray("|"));
}

void TestGeminiReplies::refusesReplies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("empty") << QByteArray() << 502;
    QTest::newRow("no JSON") << QByteArray("<html>") << 502;
    QTest::newRow("no candidates") << quoted("{'candidates':[]}") << 502;
    QTest::newRow("error") << quoted("{'error':{'code':429,'message':'slow','status':'RESOURCE_EXHAUSTED'}}")
                           << 429;
    for (const char *reason :
         {"MALFORMED_FUNCTION_CALL", "MALFORMED_RESPONSE", "UNEXPECTED_TOOL_CALL", "TOO_MANY_TOOL_CALLS",
          "MISSING_THOUGHT_SIGNATURE", "OTHER", "LANGUAGE", "IMAGE_OTHER", "NO_IMAGE", "SOMETHING_NEW"})
        QTest::newRow(reason) << quoted("{'candidates':[{'finishReason':'@'}]}").replace('@', reason) << 502;
    QTest::newRow("error in a list") << quoted("[{'error':{'code':400,'message':'bad'}}]") << 400;
}

void TestGeminiReplies::refusesReplies()
{
    QFETCH(QByteArray, body);
    const Result<ChatReply> reply = geminiProvider.readReply(body, {});
    QVERIFY(!reply);
    QTEST(reply.error().status, "status");
}

QTEST_GUILESS_MAIN(TestGeminiReplies)
#include "tst_gemini_replies.moc"
