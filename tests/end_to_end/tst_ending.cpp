// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>
#include <csignal>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! What becomes of requests when the program is told to end (contract, section 1).
class TestEnding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finishesWhatRuns_data();
    void finishesWhatRuns();
    void endsWhatDoesNotEnd();
    void endsThemOnASecondSignal_data();
    void endsThemOnASecondSignal();
    void turnsAwayWhatIsNotWhole_data();
    void turnsAwayWhatIsNotWhole();
};

void TestEnding::finishesWhatRuns_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestEnding::finishesWhatRuns()
{
    QFETCH(int, number);
    Rig rig;
    const SseScript script = shortChat().done();
    rig.provider.enqueue(FakeAnswer::streamHead()
                             .chunk(script.events().first())
                             .wait()
                             .chunk(script.bytes().mid(script.events().first().size()))
                             .lastChunk());
    RawClient running(rig.gateway.port());
    RawClient idle(rig.gateway.port());
    idle.send(httpRequest("GET", "/health"));
    QCOMPARE(idle.readAnswer().status, 200);
    running.send(streamRequest());
    QVERIFY(running.readUntil("assistant").endsWith("assistant"));

    rig.gateway.signal(number);
    QVERIFY(idle.waitForClose());
    QTRY_COMPARE(rig.ask(httpRequest("GET", "/health")).status == 200, false); // no longer accepted, or 503
    rig.provider.open();
    QVERIFY(running.readUntil("[DONE]").endsWith("[DONE]"));
    QCOMPARE(rig.gateway.waitForExit(), 0);
    QCOMPARE(rig.gateway.records().last()["error_code"_L1].toString(), QString());
}

void TestEnding::endsWhatDoesNotEnd()
{
    Rig rig;
    rig.provider.enqueue(FakeAnswer::streamHead().chunk(SseScript().role().bytes()).wait("never"));
    RawClient client(rig.gateway.port());
    client.send(streamRequest());
    QVERIFY(client.readUntil("assistant").endsWith("assistant"));
    QElapsedTimer timer;
    timer.start();
    rig.gateway.signal(SIGTERM);
    const QByteArray rest = client.readUntil("never", std::chrono::seconds(14));
    QVERIFY2(rest.contains("shutting_down") && !rest.contains("[DONE]"), rest.constData());
    QCOMPARE(rig.gateway.waitForExit(), 0);
    QVERIFY(timer.elapsed() >= 9000);
    QVERIFY(timer.elapsed() < 13'000);
    QCOMPARE(rig.gateway.recordsWithCode(u"shutting_down"_s).size(), 1);
}

void TestEnding::endsThemOnASecondSignal_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("last");
    QTest::newRow("OpenAI") << QByteArray("/v1/chat/completions") << QByteArray("data: {\"error\":{");
    QTest::newRow("Anthropic") << QByteArray("/v1/messages") << QByteArray("event: error\n");
}

void TestEnding::endsThemOnASecondSignal()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, last);
    Rig rig;
    rig.provider.enqueue(
        FakeAnswer::streamHead().chunk(SseScript().role().text("one").bytes()).wait("never"));
    RawClient client(rig.gateway.port());
    client.send(jsonRequest(path, chatBody("gpt-4o", R"(,"stream":true,"max_tokens":9)")));
    QVERIFY(client.readUntil("one").endsWith("one"));
    rig.gateway.signal(SIGTERM);
    QTRY_VERIFY(rig.gateway.log().contains("Stopping"));
    QElapsedTimer timer;
    timer.start();
    rig.gateway.signal(SIGINT);
    const QByteArray rest = client.readUntil("never");
    QVERIFY2(rest.contains(last) && rest.contains("shutting down"), rest.constData());
    QVERIFY2(!rest.contains("[DONE]") && !rest.contains("message_stop"), rest.constData());
    QCOMPARE(rig.gateway.waitForExit(), 0);
    QVERIFY(timer.elapsed() < 5000);
    QCOMPARE(rig.gateway.recordsWithCode(u"shutting_down"_s).size(), 1);
    QCOMPARE(rig.gateway.recordsWithCode(u"client_closed"_s).size(), 0);
}

void TestEnding::turnsAwayWhatIsNotWhole_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    const QByteArray request = chatRequest();
    QTest::newRow("half a head") << QByteArray() << request.left(40);
    QTest::newRow("half a body") << QByteArray() << request.chopped(10);
    QTest::newRow("half a body over a kept connection")
        << httpRequest("GET", "/health") << request.chopped(10);
}

//! A request that is still on its way when the end comes would be refused: it need not be waited for.
void TestEnding::turnsAwayWhatIsNotWhole()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    Rig rig;
    RawClient client(rig.gateway.port());
    if (!first.isEmpty()) {
        QVERIFY(client.send(first));
        QCOMPARE(client.readAnswer().status, 200);
    }
    QVERIFY(client.send(second));
    QCOMPARE(rig.ask(httpRequest("GET", "/health")).status, 200); // by now the other has been read too
    QElapsedTimer timer;
    timer.start();
    rig.gateway.signal(SIGTERM);
    const RawAnswer answer = client.readAnswer();
    QCOMPARE(answer.status, 503);
    QCOMPARE(errorCode(answer), u"shutting_down"_s);
    QCOMPARE(answer.header("connection"), "close");
    client.close();
    QCOMPARE(rig.gateway.waitForExit(), 0);
    QVERIFY(timer.elapsed() < 8000);
    QCOMPARE(rig.provider.requestCount(), 0);
}

QTEST_GUILESS_MAIN(TestEnding)
#include "tst_ending.moc"
