// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/reading.h"
#include "gateway/pipeline/relay.h"
#include "tests/gateway/http/test_server.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

QByteArray sentEvent(const QByteArray &name, const QByteArray &more = {})
{
    return "event: " + name + "\ndata: {\"type\":\"" + name + '"' + more + "}\n\n";
}

const QByteArray opening =
    sentEvent("message_start", R"(,"message":{"id":"msg_1","role":"assistant","usage":{"input_tokens":3}})");
const QByteArray text =
    sentEvent("content_block_start", R"(,"index":0,"content_block":{"type":"text","text":""})") +
    sentEvent("content_block_delta", R"(,"index":0,"delta":{"type":"text_delta","text":"Hello"})");
const QByteArray ending =
    sentEvent("content_block_stop", R"(,"index":0)") +
    sentEvent("message_delta", R"(,"delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":2})") +
    sentEvent("message_stop");

const Error broken{502, "provider_error", "upstream_protocol", u"It broke."_s};

//! A client of one dialect that waits for the answer of an Anthropic provider.
class Line final
{
public:
    explicit Line(ClientForm form, bool stream = true)
        : m_reading{*clientDialect(form), *providerDialect(Dialect::Anthropic), m_redactor,
                    form == ClientForm::Messages ? Dialect::Anthropic : Dialect::OpenAi}
        , m_server([this](Incoming &&, Reply &&reply) { m_reply = std::move(reply); })
        , client(m_server.port())
    {
        m_redactor.setSecrets({"sk-very-secret-key"});
        m_reading.context.model = "asked";
        m_reading.context.token = "t";
        client.send(request("GET /"));
        if (!QTest::qWaitFor([this] { return m_server.requests() == 1; }))
            qFatal("no request came");
        auto headers = [](const QByteArray &contentType, const Dropped &) {
            return QByteArray("content-type: " + contentType + "\r\n");
        };
        relay = stream ? makeTranslatedStream(m_reply, m_reading, headers)
                       : makeTranslatedBody(m_reply, m_reading, headers);
    }

private:
    Redactor m_redactor;
    Reading m_reading;
    Reply m_reply;
    TestServer m_server;

public:
    LoopClient client;
    std::unique_ptr<Relay> relay;
};

} // namespace

//! Answers of another dialect: nothing goes out before there is content, and nothing broken ends well.
class TestRelayTranslated : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsBackUntilContent()
    {
        Line line(ClientForm::ChatCompletions);
        QCOMPARE(line.relay->body(opening), Relay::Go);
        QVERIFY(!line.relay->begun());
        QCOMPARE(line.relay->body(text), Relay::Go);
        QVERIFY(line.relay->begun());
        QCOMPARE(line.relay->body(ending), Relay::Stop);
        const RelayEnd end = line.relay->end({}, {});
        QVERIFY(end.sent && end.whole);
        const LoopAnswer answer = line.client.answer();
        QVERIFY(answer.whole);
        QVERIFY(answer.field("content-type").startsWith("text/event-stream"));
        QVERIFY2(answer.body.contains("\"Hello\"") && answer.body.endsWith("data: [DONE]\n\n"),
                 answer.body.constData());
        QCOMPARE(line.relay->tokens()->input, 3);
        QCOMPARE(line.relay->tokens()->output, 2);
    }

    void anotherCanTakeOverBeforeContent_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<TransferEnd::Kind>("kind");
        const QByteArray error =
            sentEvent("error", R"(,"error":{"type":"overloaded_error","message":"busy"})");
        QTest::newRow("empty") << QByteArray() << TransferEnd::Complete;
        QTest::newRow("only its beginning") << opening << TransferEnd::Complete;
        QTest::newRow("cut") << opening << TransferEnd::Broken;
        QTest::newRow("an error") << error << TransferEnd::Complete;
        QTest::newRow("an error in one piece with content")
            << QByteArray(opening + text + error) << TransferEnd::Complete;
        QTest::newRow("no events at all") << QByteArray("what?\n\n") << TransferEnd::Complete;
    }

    void anotherCanTakeOverBeforeContent()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(TransferEnd::Kind, kind);
        Line line(ClientForm::ChatCompletions);
        if (!bytes.isEmpty())
            (void)line.relay->body(bytes);
        const RelayEnd end = line.relay->end({kind, {}}, broken);
        QVERIFY(!end.sent && !end.whole && end.error);
        QVERIFY(!line.relay->begun());
    }

    void brokenStreamsEndInAnError_data()
    {
        QTest::addColumn<ClientForm>("form");
        QTest::addColumn<QByteArray>("last");
        QTest::addColumn<QByteArray>("never");
        QTest::newRow("chat") << ClientForm::ChatCompletions << QByteArray("data: {\"error\":")
                              << QByteArray("[DONE]");
        QTest::newRow("messages") << ClientForm::Messages << QByteArray("event: error\n")
                                  << QByteArray("message_stop");
    }

    void brokenStreamsEndInAnError()
    {
        QFETCH(ClientForm, form);
        QFETCH(QByteArray, last);
        QFETCH(QByteArray, never);
        Line line(form);
        QCOMPARE(line.relay->body(QByteArray(opening + text)), Relay::Go);
        const RelayEnd end = line.relay->end({TransferEnd::Broken, {}}, broken);
        QVERIFY(end.sent && !end.whole);
        QCOMPARE(end.error->code, broken.code);
        const LoopAnswer answer = line.client.answer();
        QVERIFY(!answer.whole);
        QVERIFY2(answer.body.contains(last) && answer.body.contains("It broke."), answer.body.constData());
        QVERIFY(!answer.body.contains(never));
    }

    void keysInErrorsAreHidden()
    {
        Line line(ClientForm::ChatCompletions);
        (void)line.relay->body(
            sentEvent("error", R"(,"error":{"type":"api_error","message":"bad key sk-very-secret-key"})"));
        const RelayEnd end = line.relay->end({}, {});
        QVERIFY(end.error);
        QVERIFY2(!end.error->message.contains(u"secret"), qPrintable(end.error->message));
    }

    void saysSomethingInSilence()
    {
        Line line(ClientForm::ChatCompletions);
        line.relay->ping();
        QVERIFY(line.relay->begun());
        settle();
        line.relay->ping();
        (void)line.relay->body(QByteArray(opening + text + ending));
        QVERIFY(line.relay->end({}, {}).whole);
        const LoopAnswer answer = line.client.answer();
        QVERIFY(answer.whole);
        QCOMPARE(answer.body.count("\"role\""), 1); // it began once
        QVERIFY2(answer.body.count("\n\n:") + answer.body.startsWith(':') >= 1, answer.body.constData());
    }

    void translatesWholeAnswers_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("sent");
        QTest::newRow("an answer")
            << QByteArray(
                   R"({"id":"msg_1","type":"message","role":"assistant","content":[{"type":"text","text":"Hello"}],)"
                   R"("stop_reason":"end_turn","usage":{"input_tokens":3,"output_tokens":2}})")
            << true;
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("half") << QByteArray(R"({"id":"msg_1","content":[)") << false;
        QTest::newRow("an error") << QByteArray(R"({"type":"error","error":{"message":"no"}})") << false;
        QTest::newRow("too long") << QByteArray(33 * 1024 * 1024, ' ') << false;
    }

    void translatesWholeAnswers()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, sent);
        Line line(ClientForm::ChatCompletions, false);
        if (!body.isEmpty())
            (void)line.relay->body(body);
        const RelayEnd end = line.relay->end({}, {});
        QCOMPARE(end.sent, sent);
        QCOMPARE(end.error.has_value(), !sent);
        if (!sent)
            return;
        const LoopAnswer answer = line.client.answer();
        QCOMPARE(answer.field("content-type"), "application/json");
        QVERIFY2(answer.body.contains("\"Hello\"") && answer.body.contains("\"asked\""),
                 answer.body.constData());
        QCOMPARE(line.relay->tokens()->input, 3);
    }
};

QTEST_GUILESS_MAIN(TestRelayTranslated)
#include "tst_relay_translated.moc"
