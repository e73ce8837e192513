// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/translation.h"
#include "golden.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

//! What one client says and hears, with a provider that always says the same.
class Talk
{
public:
    Result<ChatRequest> ask(const QByteArray &body, const QByteArray &client = "one")
    {
        m_body = body;
        m_in = {.body = m_body, .model = "m", .client = client, .memory = &m_memory};
        return readChat(*clientDialect(ClientForm::Responses), m_in);
    }

    Result<WholeReply> answer(const ChatRequest &chat, const QByteArray &token)
    {
        return answer(chat, token, Dialect::OpenAi,
                      "{\"id\":\"c\",\"choices\":[{\"finish_reason\":\"stop\",\"message\":"
                      "{\"role\":\"assistant\",\"content\":\"Four.\"}}]}");
    }
    Result<WholeReply> answer(const ChatRequest &chat, const QByteArray &token, Dialect dialect,
                              const QByteArray &said)
    {
        ReplyContext context = replyContext(m_in, chat, nullptr, {});
        context.token = token;
        context.memory = &m_memory;
        return translateReply(*providerDialect(dialect), {}, *clientDialect(ClientForm::Responses), context,
                              said);
    }

private:
    QByteArray m_body;
    ClientRequest m_in;
    ReplyMemory m_memory;
};

QByteArray textOf(const ChatMessage &message)
{
    const auto *text = message.parts.first().as<TextPart>();
    return text ? text->text : QByteArray();
}

} // namespace

//! Responses clients are served by both kinds of provider.
class TestResponses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openai_data() { addGoldenRows(u"responses-openai"_s); }
    void openai() { exchange(); }
    void gemini_data() { addGoldenRows(u"responses-gemini"_s); }
    void gemini() { exchange(); }
    void azure_data() { addGoldenRows(u"responses-azure-openai"_s); }
    void azure() { exchange(); }
    void anthropic_data() { addGoldenRows(u"responses-anthropic"_s); }
    void anthropic() { exchange(); }

    void findsWhatIsOnlyNamed()
    {
        Talk talk;
        Result<ChatRequest> first = talk.ask("{\"input\":\"Two and two?\"}");
        QVERIFY(first);
        const Result<WholeReply> said = talk.answer(*first, "a");
        QVERIFY(said && said->body.contains("\"msg_a_0\""));
        const QByteArray named = "{\"input\":[{\"role\":\"user\",\"content\":\"Two and two?\"},"
                                 "{\"type\":\"item_reference\",\"id\":\"msg_a_0\"},"
                                 "{\"role\":\"user\",\"content\":\"Sure?\"}]";
        for (const char *end : {"}", ",\"store\":false}"}) {
            const Result<ChatRequest> second = talk.ask(named + end);
            QVERIFY(second);
            QCOMPARE(second->messages.size(), 3);
            QCOMPARE(second->messages[1].role, ChatMessage::Assistant);
            QCOMPARE(textOf(second->messages[1]), "Four.");
            QCOMPARE(textOf(second->messages[2]), "Sure?");
        }
        // What it names again is found where the conversation is remembered under the next answer, too.
        const Result<ChatRequest> second = talk.ask(named + "}");
        QVERIFY(talk.answer(*second, "b"));
        const Result<ChatRequest> third =
            talk.ask("{\"input\":\"Yes?\",\"previous_response_id\":\"resp_b\"}");
        QVERIFY(third);
        QCOMPARE(third->messages.size(), 5);
        QCOMPARE(textOf(third->messages[1]), "Four.");

        for (const char *id : {"msg_a_1", "msg_c_0", "msg_a", "", "_", "__"}) {
            const Result<ChatRequest> unknown =
                talk.ask(QByteArray("{\"input\":[{\"type\":\"item_reference\",\"id\":\"") + id + "\"}]}");
            QVERIFY(!unknown);
            QCOMPARE(unknown.error().status, 400);
        }
        QVERIFY(!talk.ask(named + "}", "two")); // of another client
    }

    void findsThoughtsThatAreOnlyNamed()
    {
        Talk talk;
        Result<ChatRequest> first = talk.ask("{\"input\":\"Two and two?\"}");
        QVERIFY(first);
        const Result<WholeReply> said =
            talk.answer(*first, "a", Dialect::Anthropic,
                        "{\"id\":\"c\",\"role\":\"assistant\",\"stop_reason\":\"end_turn\",\"content\":["
                        "{\"type\":\"thinking\",\"thinking\":\"Hm.\",\"signature\":\"c2lnbmVk\"},"
                        "{\"type\":\"text\",\"text\":\"Four.\"}]}");
        QVERIFY(said && said->body.contains("\"rs_a_0\"") && !said->body.contains("encrypted_content"));
        const auto again = [](const QByteArray &id) -> QByteArray {
            return QByteArray("{\"input\":[{\"role\":\"user\",\"content\":\"Two and two?\"},"
                              "{\"type\":\"reasoning\",\"id\":\"") +
                   id +
                   "\",\"summary\":[{\"type\":\"summary_text\",\"text\":\"Hm.\"}]},"
                   "{\"role\":\"assistant\",\"content\":\"Four.\"},{\"role\":\"user\",\"content\":\"Sure?\"}]"
                   "}";
        };
        const auto signatureOf = [&](const QByteArray &body) {
            const Result<ChatRequest> read = talk.ask(body);
            const auto *thoughts = read ? read->messages[1].parts.first().as<ReasoningPart>() : nullptr;
            return thoughts ? thoughts->signature.value : QByteArray("no thoughts");
        };
        QCOMPARE(signatureOf(again("rs_a_0")), "c2lnbmVk");
        QCOMPARE(signatureOf(again("rs_c_0")), ""); // of an answer that nobody remembers
    }

    void remembersWhatWasSaid()
    {
        Talk talk;
        Result<ChatRequest> first = talk.ask("{\"input\":\"Two and two?\",\"instructions\":\"Be brief.\"}");
        QVERIFY(first);
        QVERIFY(talk.answer(*first, "a"));
        Result<ChatRequest> second = talk.ask("{\"input\":\"Sure?\",\"previous_response_id\":\"resp_a\"}");
        QVERIFY(second);
        QVERIFY(second->system.isEmpty()); // instructions are of one request alone
        QCOMPARE(second->messages.size(), 3);
        QCOMPARE(textOf(second->messages[0]), "Two and two?");
        QCOMPARE(textOf(second->messages[1]), "Four.");
        QCOMPARE(textOf(second->messages[2]), "Sure?");
        QVERIFY(talk.answer(*second, "b"));
        const Result<ChatRequest> third = talk.ask("{\"input\":[{\"role\":\"user\",\"content\":\"Yes?\"}],"
                                                   "\"previous_response_id\":\"resp_b\"}");
        QVERIFY(third);
        QCOMPARE(third->messages.size(), 5);
    }

    void forgetsWhatIsNotToBeStored()
    {
        Talk talk;
        const Result<ChatRequest> first = talk.ask("{\"input\":\"Two and two?\",\"store\":false}");
        QVERIFY(first);
        QVERIFY(talk.answer(*first, "a"));
        const auto again = talk.ask("{\"input\":\"Sure?\",\"previous_response_id\":\"resp_a\"}");
        QVERIFY(!again);
        QCOMPARE(again.error().code, "previous_response_not_found");
    }

    void keepsClientsApart()
    {
        Talk talk;
        const Result<ChatRequest> first = talk.ask("{\"input\":\"Two and two?\"}");
        QVERIFY(first);
        QVERIFY(talk.answer(*first, "a"));
        QVERIFY(!talk.ask("{\"input\":\"Sure?\",\"previous_response_id\":\"resp_a\"}", "two"));
        QVERIFY(talk.ask("{\"input\":\"Sure?\",\"previous_response_id\":\"resp_a\"}"));
    }

    void refusesWhatIsNoRequest_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("an array") << QByteArray("[]");
        QTest::newRow("cut") << QByteArray("{\"input\":[{\"role\":");
        QTest::newRow("numbers") << QByteArray("{\"input\":5}");
        QTest::newRow("items of numbers") << QByteArray("{\"input\":[1,null,[]]}");
        QTest::newRow("no role") << QByteArray("{\"input\":[{\"type\":\"message\",\"content\":\"a\"}]}");
        QTest::newRow("content") << QByteArray("{\"input\":[{\"role\":\"user\",\"content\":[{}]}]}");
    }
    void refusesWhatIsNoRequest()
    {
        QFETCH(QByteArray, body);
        const Result<ChatRequest> read = Talk().ask(body);
        QVERIFY(!read);
        QCOMPARE(read.error().status, 400);
    }

private:
    static void exchange()
    {
        QFETCH(QString, file);
        QCOMPARE(goldenProblem(file), QString());
    }
};

QTEST_GUILESS_MAIN(TestResponses)
#include "tst_responses.moc"
