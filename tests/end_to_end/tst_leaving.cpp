// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Clients that leave, at every moment: the provider is let go at once, and nothing breaks.
class TestLeaving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_rig.gateway.isListening(), m_rig.gateway.log().constData()); }
    void init() { m_rig.provider.reset(); }

    void cancelsTheRequest_data();
    void cancelsTheRequest();
    void isNoFaultOfTheProvider();
    void thousandClients();
    void cleanupTestCase()
    {
        QVERIFY2(m_rig.gateway.stop() == 0, m_rig.gateway.log().right(5000).constData());
    }

private:
    Rig m_rig;
};

void TestLeaving::cancelsTheRequest_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<QByteArray>("seen");
    QTest::addColumn<QByteArray>("way");
    const FakeAnswer silent = FakeAnswer().wait("never");
    const FakeAnswer begun = FakeAnswer::streamHead().chunk(SseScript().role().bytes()).wait("never");
    for (const QByteArray way : {"close", "reset", "half-close"}) {
        QTest::addRow("before the answer, %s", way.constData()) << silent << QByteArray() << way;
        QTest::addRow("in the stream, %s", way.constData()) << begun << QByteArray("assistant") << way;
    }
}

void TestLeaving::cancelsTheRequest()
{
    QFETCH(FakeAnswer, answer);
    QFETCH(QByteArray, seen);
    QFETCH(QByteArray, way);
    m_rig.provider.enqueue(answer);
    const qsizetype before = m_rig.gateway.recordsWithCode(u"client_closed"_s).size();
    const int abandoned = m_rig.provider.abandoned();
    RawClient client(m_rig.gateway.port());
    client.send(streamRequest());
    QCOMPARE(m_rig.provider.nextRequest().method, "POST");
    if (!seen.isEmpty())
        QVERIFY(client.readUntil(seen).endsWith(seen));
    if (way == "close")
        client.close();
    else if (way == "reset")
        client.reset();
    else
        client.finishSending();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig.provider.abandoned(), abandoned + 1, 1000);
    QTRY_COMPARE(m_rig.gateway.recordsWithCode(u"client_closed"_s).size(), before + 1);
    const QJsonObject record = m_rig.gateway.recordsWithCode(u"client_closed"_s).last();
    QCOMPARE(record["status"_L1].toInt(), 499);
    QCOMPARE(record["provider"_L1].toString(), u"openai"_s);
    QCOMPARE(record["attempts"_L1].toInt(), 1);
}

void TestLeaving::isNoFaultOfTheProvider()
{
    m_rig.provider.enqueue(FakeAnswer::json(chatCompletion()));
    QCOMPARE(m_rig.ask(chatRequest()).status, 200);
    const QJsonObject provider =
        jsonOf(m_rig.ask(httpRequest("GET", "/health")).body)["providers"_L1].toArray().first().toObject();
    QCOMPARE(provider["status"_L1].toString(), u"ok"_s);
    QCOMPARE(provider["in_flight"_L1].toInt(), 0);
}

//! A thousand clients, a hundred at a time, leave at random moments: in the request, while they wait, in
//! the answer; by closing or with a reset.
void TestLeaving::thousandClients()
{
    constexpr int crowd = 100;
    constexpr int rounds = 10;
    m_rig.provider.answerWith([](const FakeRequest &request) {
        if (!request.body.contains("\"stream\":true"))
            return FakeAnswer::json(chatCompletion(QByteArray(20'000, 'x')));
        FakeAnswer answer = FakeAnswer::streamHead();
        for (int i = 0; i < 20; ++i)
            answer.chunk(SseScript().text(QByteArray(500, 'y')).bytes()).pause(std::chrono::milliseconds(3));
        return answer.chunk(SseScript().finish().usage(1, 20).done().bytes()).lastChunk();
    });
    QRandomGenerator random(20);
    const QByteArray stream = streamRequest();
    const QByteArray plain = chatRequest();
    for (int round = 0; round < rounds; ++round) {
        std::vector<RawClient> clients;
        for (int i = 0; i < crowd; ++i) {
            clients.emplace_back(m_rig.gateway.port());
            const QByteArray &request = i % 3 == 0 ? plain : stream;
            const bool whole = random.bounded(10) < 8;
            QVERIFY(clients.back().send(whole ? request : request.left(random.bounded(int(request.size())))));
        }
        std::shuffle(clients.begin(), clients.end(), random);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < crowd; ++i) {
            // The moment is random, and so is how much it has read until then.
            const qint64 moment = 80 * i / crowd;
            while (timer.elapsed() < moment)
                clients[size_t(i)].readUntil("never", std::chrono::milliseconds(1));
            if (random.bounded(2) == 0)
                clients[size_t(i)].reset();
            else
                clients[size_t(i)].close();
        }
    }
    // Every request is over: none hangs, none is counted twice.
    QTRY_COMPARE_WITH_TIMEOUT(jsonOf(m_rig.ask(httpRequest("GET", "/health")).body)["providers"_L1]
                                  .toArray()
                                  .first()
                                  .toObject()["in_flight"_L1]
                                  .toInt(),
                              0, 10'000);
    QCOMPARE(m_rig.ask(plain).status, 200);
    QVERIFY(m_rig.gateway.recordsWithCode(u"client_closed"_s).size() > crowd);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig.provider.requestCount() <= m_rig.gateway.records().size(), true, 5000);
}

QTEST_GUILESS_MAIN(TestLeaving)
#include "tst_leaving.moc"
