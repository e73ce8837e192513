// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/two_dialects.h"

#include <QTest>

using namespace gatehouse;

//! What comes of Gemini's answers that others do not have.
class TestGeminiAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_gateway.isListening(), m_gateway.log().constData()); }
    void init() { m_gemini.reset(); }

    void namesWhatItsClientHasNoPlaceFor()
    {
        const QByteArray picture =
            R"({"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"image/png","data":"QUJD"}}]},)"
            R"("finishReason":"STOP"}]})";
        m_gemini.enqueue(FakeAnswer::json(picture));
        const RawAnswer answer = exchange(m_gateway.port(), messagesRequest("gemini-2.5-flash"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("x-gatehouse-dropped"), "images");
    }

    //! Nor is its provider left alone for it.
    void asksAgainWhereTheModelFailed()
    {
        const QByteArray failed =
            R"({"candidates":[{"content":{},"finishReason":"MALFORMED_FUNCTION_CALL"}]})";
        for (int i = 0; i < 4; ++i) {
            m_gemini.enqueue(FakeAnswer::json(failed));
            m_gemini.enqueue(FakeAnswer::json(failed));
            const RawAnswer answer = exchange(m_gateway.port(), messagesRequest("gemini-2.5-flash"));
            QCOMPARE(answer.status, 502);
            QVERIFY2(answer.body.contains("MALFORMED_FUNCTION_CALL"), answer.body.constData());
        }
    }

private:
    FakeProvider m_gemini;
    GatehouseProcess m_gateway{
        configWith({providerAt(m_gemini.port(), "gem", "gemini-2.5-flash",
                               R"(,"retry":{"attempts":2,"baseDelayMs":10,"maxDelayMs":20})")
                        .replace(R"("dialect":"openai")", R"("dialect":"gemini")")}),
        {},
        {fakeKeyVariable}};
};

QTEST_GUILESS_MAIN(TestGeminiAnswers)
#include "tst_gemini_answers.moc"
