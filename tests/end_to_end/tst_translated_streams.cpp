// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/two_dialects.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Streams of another dialect, event by event, to a good end or an honest one.
class TestTranslatedStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_rig.gateway.isListening(), m_rig.gateway.log().constData()); }
    void init() { m_rig.reset(); }

    void anyPieces_data();
    void anyPieces();
    void doesNotDelayEvents();
    void breaksHonestly();
    void recordsErrorsWithoutACode_data();
    void recordsErrorsWithoutACode();
    void failsOverBeforeContent();
    void letsGoWhenTheClientLeaves();

private:
    TwoDialects m_rig;
};

void TestTranslatedStreams::anyPieces_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {1, 7, 64, 4096})
        QTest::addRow("%d bytes", int(size)) << size;
}

void TestTranslatedStreams::anyPieces()
{
    QFETCH(qsizetype, size);
    m_rig.anthropic.enqueue(FakeAnswer().sendInPieces(FakeAnswer::stream(shortMessage()).bytes(), size));
    const RawAnswer chat = m_rig.ask(streamRequest("claude"));
    QCOMPARE(chat.status, 200);
    QVERIFY(chat.header("content-type").startsWith("text/event-stream"));
    QVERIFY2(chat.whole && chat.body.endsWith("data: [DONE]\n\n"), chat.body.constData());
    QVERIFY(chat.body.contains("\"Hello\""));
    QCOMPARE(chat.body.count("\"finish_reason\":\"stop\""), 1);
    const QJsonObject record = m_rig.gateway.recordOf(chat.header("x-request-id"));
    QCOMPARE(record["input_tokens"_L1].toInt(), 5);
    QCOMPARE(record["output_tokens"_L1].toInt(), 2);

    m_rig.openAi.enqueue(
        FakeAnswer().sendInPieces(FakeAnswer::stream(shortChat().done().events()).bytes(), size));
    const RawAnswer messages = m_rig.ask(messagesRequest("gpt-4o", R"(,"stream":true)"));
    QVERIFY(messages.whole);
    QCOMPARE(messages.body.count("event: message_start\n"), 1);
    QCOMPARE(messages.body.count("event: message_stop\n"), 1);
}

void TestTranslatedStreams::doesNotDelayEvents()
{
    m_rig.anthropic.enqueue(FakeAnswer::streamHead().chunk(begunMessage().join()).wait("never"));
    RawClient client(m_rig.gateway.port());
    client.send(streamRequest("claude"));
    QVERIFY(client.readUntil("Hello").endsWith("Hello"));
}

void TestTranslatedStreams::breaksHonestly()
{
    m_rig.anthropic.enqueue(FakeAnswer::streamHead().chunk(begunMessage().join()).wait("seen").close());
    RawClient client(m_rig.gateway.port());
    client.send(streamRequest("claude"));
    const QByteArray begun = client.readUntil("Hello");
    QVERIFY(begun.endsWith("Hello"));
    m_rig.anthropic.open("seen");
    const QByteArray error = client.readUntil("\"error\"");
    QVERIFY2(error.endsWith("\"error\"") && !error.contains("[DONE]"), error.constData());
    QVERIFY(client.waitForClose());
}

void TestTranslatedStreams::recordsErrorsWithoutACode_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<bool>("stream");
    QTest::addColumn<int>("status");
    const QByteArray error = R"({"error":{"message":"Not now","type":"server_error"}})";
    QTest::newRow("in the place of an answer") << FakeAnswer::json(error) << false << 500;
    QTest::newRow("in the place of a stream")
        << FakeAnswer::stream({"data: " + error + "\n\n"}) << true << 500;
    QTest::newRow("within a stream") << FakeAnswer::stream(
                                            SseScript().role().text("Hel").data(error).events())
                                     << true << 200;
}

//! A record without a code is that of a good answer.
void TestTranslatedStreams::recordsErrorsWithoutACode()
{
    QFETCH(FakeAnswer, answer);
    QFETCH(bool, stream);
    QFETCH(int, status);
    m_rig.openAi.enqueue(answer);
    const RawAnswer told = m_rig.ask(messagesRequest("gpt-4o", stream ? R"(,"stream":true)" : ""));
    QCOMPARE(told.status, status);
    QCOMPARE(told.whole, status != 200);
    const QJsonObject record = m_rig.gateway.recordOf(told.header("x-request-id"));
    QCOMPARE(record["status"_L1].toInt(), status);
    QCOMPARE(record["error_code"_L1].toString(), u"upstream_error"_s);
}

void TestTranslatedStreams::failsOverBeforeContent()
{
    m_rig.openAi.enqueue(
        FakeAnswer::stream(SseScript().role().data(R"({"error":{"message":"x"}})").events()));
    m_rig.anthropic.enqueue(FakeAnswer::stream(shortMessage()));
    const RawAnswer answer = m_rig.ask(streamRequest("both"));
    QVERIFY2(answer.whole && answer.body.endsWith("data: [DONE]\n\n"), answer.body.constData());
    QCOMPARE(answer.body.count("\"role\""), 1);

    m_rig.anthropic.enqueue(FakeAnswer::streamHead().chunk(begunMessage().first()).close());
    m_rig.openAi.enqueue(FakeAnswer::stream(shortChat().done().events()));
    const RawAnswer reverse = m_rig.ask(streamRequest("reverse"));
    QVERIFY(reverse.whole);
    QCOMPARE(reverse.header("x-gatehouse-provider"), "open");
    QCOMPARE(reverse.header("x-gatehouse-attempts"), "2");
}

void TestTranslatedStreams::letsGoWhenTheClientLeaves()
{
    m_rig.anthropic.enqueue(FakeAnswer::streamHead().chunk(begunMessage().join()).wait("never"));
    const int abandoned = m_rig.anthropic.abandoned();
    RawClient client(m_rig.gateway.port());
    client.send(streamRequest("claude"));
    QVERIFY(client.readUntil("Hello").endsWith("Hello"));
    client.close();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig.anthropic.abandoned(), abandoned + 1, 1000);
    QTRY_VERIFY(!m_rig.gateway.recordsWithCode(u"client_closed"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestTranslatedStreams)
#include "tst_translated_streams.moc"
