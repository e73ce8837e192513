// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/two_dialects.h"

#include <QTest>

using namespace gatehouse;

//! The features that a client asks Anthropic for: added to the configured ones, kept from everybody else.
class TestBetas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_gateway.isListening(), m_gateway.log().constData()); }

    void addsUp()
    {
        m_anthropic.enqueue(FakeAnswer::json(wholeMessage()));
        (void)exchange(m_gateway.port(), asking("claude", {"anthropic-beta: one,two", "anthropic-beta: three",
                                                           "anthropic-version: 2024-01-01"}));
        const FakeRequest sent = m_anthropic.nextRequest();
        QCOMPARE(sent.target, "/v1/messages?beta=true");
        QCOMPARE(sent.header("anthropic-beta"), "mine,one,two,three");
        QCOMPARE(sent.header("anthropic-version"), "2024-01-01");
        const auto betas = [](const auto &header) { return header.first.toLower() == "anthropic-beta"; };
        QCOMPARE(std::count_if(sent.headers.cbegin(), sent.headers.cend(), betas), 1);
    }

    void staysConfigured()
    {
        m_anthropic.enqueue(FakeAnswer::json(wholeMessage()));
        (void)exchange(m_gateway.port(), asking("claude", {}));
        QCOMPARE(m_anthropic.nextRequest().header("anthropic-beta"), "mine");
    }

    void staysAtHome()
    {
        m_openAi.enqueue(FakeAnswer::json(chatCompletion()));
        const QByteArrayList headers{"anthropic-beta: one",
                                     "anthropic-dangerous-direct-browser-access: true"};
        const RawAnswer answer = exchange(m_gateway.port(), asking("gpt-4o", headers));
        QCOMPARE(answer.status, 200);
        const FakeRequest sent = m_openAi.nextRequest();
        for (const auto &[name, value] : sent.headers)
            QVERIFY2(!name.toLower().startsWith("anthropic"), name.constData());
        QCOMPARE(sent.target, "/v1/chat/completions"); // without the other dialect's query
    }

private:
    static QByteArray asking(const QByteArray &model, const QByteArrayList &headers)
    {
        return jsonRequest("/v1/messages?beta=true",
                           "{\"model\":\"" + model +
                               "\",\"max_tokens\":64,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}",
                           headers);
    }

    FakeProvider m_openAi;
    FakeProvider m_anthropic;
    GatehouseProcess m_gateway{
        configWith({providerAt(m_openAi.port(), "open", "gpt-4o"),
                    providerAt(m_anthropic.port(), "ant", "claude", R"(,"headers":{"anthropic-beta":"mine"})")
                        .replace(R"("dialect":"openai")", R"("dialect":"anthropic")")}),
        {},
        {fakeKeyVariable}};
};

QTEST_GUILESS_MAIN(TestBetas)
#include "tst_betas.moc"
