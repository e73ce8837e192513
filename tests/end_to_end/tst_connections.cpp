// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! How connections are used, on either side.
class TestConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_rig.gateway.isListening(), m_rig.gateway.log().constData()); }
    void init() { m_rig.provider.reset(); }

    void keepsConnections();
    void overlooksAnEmptyLine();
    void closesWhenAsked_data();
    void closesWhenAsked();
    void answersHeadWithoutABody();
    void neverMixesPipelinedRequests_data();
    void neverMixesPipelinedRequests();
    void usesConnectionsToTheProviderAgain();
    void triesAgainOnAKeptConnectionThatWasClosed();
    void fortyStreamsAtOnce();

private:
    Rig m_rig;
};

void TestConnections::keepsConnections()
{
    RawClient client(m_rig.gateway.port());
    for (int i = 0; i < 20; ++i) {
        const QByteArray body = chatCompletion(QByteArray::number(i));
        m_rig.provider.enqueue(FakeAnswer::json(body));
        QVERIFY(client.send(i % 2 ? chatRequest() : httpRequest("GET", "/health") + chatRequest().left(0)));
        const RawAnswer answer = client.readAnswer();
        QCOMPARE(answer.status, 200);
        if (i % 2)
            QVERIFY(answer.body.contains("chatcmpl-1"));
    }
}

//! Some clients send a line break too many behind a body (RFC 9112, 2.2).
void TestConnections::overlooksAnEmptyLine()
{
    RawClient client(m_rig.gateway.port());
    for (int i = 0; i < 3; ++i) {
        QVERIFY(client.send("\r\n" + chatRequest()));
        QCOMPARE(client.readAnswer().status, 200);
    }
    QCOMPARE(m_rig.provider.requestCount(), 3);
    QVERIFY(client.send("\r\n\r\n" + chatRequest()));
    QCOMPARE(client.readAnswer().status, 400);
}

void TestConnections::closesWhenAsked_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("connection");
    QTest::addColumn<bool>("closes");
    QTest::newRow("1.1") << QByteArray("1.1") << QByteArray() << false;
    QTest::newRow("1.1 close") << QByteArray("1.1") << QByteArray("Connection: close") << true;
    QTest::newRow("1.1 Close in a list") << QByteArray("1.1") << QByteArray("Connection: x, Close") << true;
    QTest::newRow("1.0") << QByteArray("1.0") << QByteArray() << true;
    QTest::newRow("1.0 keep-alive") << QByteArray("1.0") << QByteArray("Connection: keep-alive") << false;
}

void TestConnections::closesWhenAsked()
{
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, connection);
    QFETCH(bool, closes);
    QByteArray request =
        chatRequest("gpt-4o", {}, connection.isEmpty() ? QByteArrayList() : QByteArrayList{connection});
    request.replace("1.1", version);
    RawClient client(m_rig.gateway.port());
    client.send(request);
    QCOMPARE(client.readAnswer().status, 200);
    if (closes) {
        QVERIFY(client.waitForClose(std::chrono::seconds(2)));
    } else if (version == "1.1") {
        client.send(request);
        QCOMPARE(client.readAnswer().status, 200);
    }
}

void TestConnections::answersHeadWithoutABody()
{
    RawClient client(m_rig.gateway.port());
    client.send(httpRequest("HEAD", "/health"));
    const RawAnswer head = client.readAnswer(std::chrono::seconds(5), true);
    QCOMPARE(head.status, 200);
    QVERIFY(head.header("content-length").toInt() > 0);
    client.send(httpRequest("GET", "/health"));
    QCOMPARE(client.readAnswer().status, 200); // no stray body came between
}

void TestConnections::neverMixesPipelinedRequests_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::newRow("behind an answer") << chatRequest("gpt-4o", R"(,"n":1)");
    QTest::newRow("behind a stream") << streamRequest("gpt-4o", R"(,"n":1)");
}

//! Answers come in order, or the connection is closed after the current one.
void TestConnections::neverMixesPipelinedRequests()
{
    QFETCH(QByteArray, first);
    const SseScript script = shortChat().done();
    m_rig.provider.answerWith([script](const FakeRequest &request) {
        const bool isFirst = request.body.contains("\"n\":1");
        FakeAnswer answer;
        if (isFirst)
            answer.wait();
        const FakeAnswer content = request.body.contains("\"stream\":true")
                                       ? FakeAnswer::stream(script.events())
                                       : FakeAnswer::json(chatCompletion(isFirst ? "one" : "two"));
        return answer.send(content.bytes());
    });
    RawClient client(m_rig.gateway.port());
    client.send(first + chatRequest("gpt-4o", R"(,"n":2)") + httpRequest("GET", "/health"));
    m_rig.provider.nextRequest();
    m_rig.provider.open();
    const RawAnswer one = client.readAnswer();
    QVERIFY(one.whole);
    QVERIFY2(one.body == script.bytes() || one.body == chatCompletion("one"), one.body.constData());
    const RawAnswer two = client.readAnswer();
    if (two.status == 0) {
        QVERIFY(client.waitForClose());
        return;
    }
    QCOMPARE(two.body, chatCompletion("two"));
    QVERIFY(client.readAnswer().body.contains("\"providers\""));
}

void TestConnections::usesConnectionsToTheProviderAgain()
{
    m_rig.provider.answerWith([](const FakeRequest &request) {
        return request.body.contains("\"stream\":true") ? FakeAnswer::stream(shortChat().done().events())
                                                        : FakeAnswer::json(chatCompletion());
    });
    m_rig.ask(chatRequest());
    const int before = m_rig.provider.connectionsOpened();
    for (int i = 0; i < 10; ++i)
        QCOMPARE(m_rig.ask(i % 2 ? chatRequest() : streamRequest()).status, 200);
    QVERIFY2(m_rig.provider.connectionsOpened() <= before + 1,
             qPrintable(QString::number(m_rig.provider.connectionsOpened())));
}

void TestConnections::triesAgainOnAKeptConnectionThatWasClosed()
{
    // The provider closes a kept connection just as the next request comes, as servers do when it has idled
    // too long.
    m_rig.provider.answerWith({});
    QCOMPARE(m_rig.ask(chatRequest()).status, 200);
    m_rig.provider.reset();
    m_rig.provider.enqueue(FakeAnswer().close());
    m_rig.provider.enqueue(FakeAnswer::json(chatCompletion("again")));
    const RawAnswer answer = m_rig.ask(chatRequest());
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, chatCompletion("again"));
    QCOMPARE(m_rig.provider.requestCount(), 2);
}

//! All move at once: none waits for another's end, though the provider speaks HTTP/1.1 only.
void TestConnections::fortyStreamsAtOnce()
{
    constexpr int count = 40;
    m_rig.provider.answerWith([](const FakeRequest &) {
        return FakeAnswer::streamHead()
            .chunk(SseScript().role().bytes())
            .wait("first")
            .chunk(SseScript().text("one").bytes())
            .wait("second")
            .chunk(SseScript().finish().done().bytes())
            .lastChunk();
    });
    std::vector<RawClient> clients;
    for (int i = 0; i < count; ++i) {
        clients.emplace_back(m_rig.gateway.port());
        clients.back().send(streamRequest());
    }
    for (const auto &[marker, gate] :
         {std::pair<QByteArray, QByteArray>{"assistant", "first"}, {"one", "second"}, {"[DONE]", ""}}) {
        for (RawClient &client : clients)
            QVERIFY(client.readUntil(marker).endsWith(marker));
        m_rig.provider.open(gate);
    }
    QCOMPARE(m_rig.provider.requestCount(), count);
}

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"
