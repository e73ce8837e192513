// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/two_dialects.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Azure OpenAI: the deployment in the address, or the newer base URL; OpenAI's bodies either way.
class TestAzure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_gateway.isListening(), m_gateway.log().constData()); }
    void init()
    {
        m_older.reset();
        m_newer.reset();
    }

    void asksTheDeployment()
    {
        m_older.enqueue(FakeAnswer::json(chatCompletion("Hello")));
        const QByteArray request = chatRequest("gpt-4o", R"(,"odd": 1.0)");
        const RawAnswer answer = ask(request);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, chatCompletion("Hello"));
        const FakeRequest sent = m_older.nextRequest();
        QCOMPARE(sent.target, "/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21");
        QCOMPARE(sent.header("api-key"), fakeKey);
        QVERIFY(!sent.has("authorization"));
        QCOMPARE(sent.body, request.mid(request.indexOf("\r\n\r\n") + 4));
    }

    void letsTheClientChooseTheVersion()
    {
        m_older.enqueue(FakeAnswer::json(chatCompletion("Hello")));
        const QByteArray asked = chatRequest("gpt-4o").replace(
            "/chat/completions HTTP", "/chat/completions?a=1&api-version=2025-01-01 HTTP");
        QCOMPARE(ask(asked).status, 200);
        QCOMPARE(m_older.nextRequest().target,
                 "/openai/deployments/gpt-4o/chat/completions?a=1&api-version=2025-01-01");
    }

    void translatesResponsesForTheOlder()
    {
        m_older.enqueue(FakeAnswer::json(chatCompletion("Hello")));
        QCOMPARE(ask(jsonRequest("/v1/responses", R"({"model":"gpt-4o","input":"Hi"})")).status, 200);
        QVERIFY(m_older.nextRequest().target.startsWith("/openai/deployments/gpt-4o/chat/completions"));
    }

    void asksTheNewerBaseUrl()
    {
        m_newer.enqueue(FakeAnswer::json(chatCompletion("Hello")));
        QCOMPARE(ask(chatRequest("gpt-5")).status, 200);
        const FakeRequest sent = m_newer.nextRequest();
        QCOMPARE(sent.target, "/openai/v1/chat/completions");
        QCOMPARE(sent.header("api-key"), fakeKey);
    }

    void translates()
    {
        m_older.enqueue(FakeAnswer::stream(shortChat().usage(5, 2).done().events()));
        const RawAnswer answer = ask(messagesRequest("gpt-4o", R"(,"stream":true)"));
        QVERIFY(answer.whole && answer.body.contains("event: message_stop\n"));
        QCOMPARE(m_older.nextRequest().target,
                 "/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21");
    }

    void embeds()
    {
        const QByteArray vector =
            R"({"object":"list","data":[{"object":"embedding","index":0,"embedding":[0.5]}]})";
        m_older.enqueue(FakeAnswer::json(vector));
        QCOMPARE(ask(jsonRequest("/v1/embeddings", R"({"model":"gpt-4o","input":"a"})")).body, vector);
        QCOMPARE(m_older.nextRequest().target,
                 "/openai/deployments/gpt-4o/embeddings?api-version=2024-10-21");
    }

private:
    RawAnswer ask(const QByteArray &request) const { return exchange(m_gateway.port(), request); }
    static QByteArray azure(quint16 port, const QByteArray &id, const QByteArray &model,
                            const QByteArray &path)
    {
        return providerAt(port, id, model, R"(,"streamUsage":"asIs")")
            .replace(R"("dialect":"openai")", R"("dialect":"azure-openai")")
            .replace("/v1\"", QByteArray(path).append('"'));
    }

    FakeProvider m_older;
    FakeProvider m_newer;
    GatehouseProcess m_gateway{configWith({azure(m_older.port(), "old", "gpt-4o", ""),
                                           azure(m_newer.port(), "new", "gpt-5", "/openai/v1")}),
                               {},
                               {fakeKeyVariable}};
};

QTEST_GUILESS_MAIN(TestAzure)
#include "tst_azure.moc"
