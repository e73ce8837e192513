// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <sys/resource.h>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! What does not grow: memory, and the time of an answer, whatever clients and providers do.
class TestMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void slowReadersHoldTheProviderBack_data();
    void slowReadersHoldTheProviderBack();
    void slowHeaders();
    void manyRequestsLeaveNothingBehind();

private:
    //! What sanitizers add to memory is not ours to judge.
    void verifyResident(const GatehouseProcess &gateway, qint64 limitKiB)
    {
#ifndef GATEHOUSE_SANITIZED
        QVERIFY2(gateway.residentKiB() < limitKiB, qPrintable(u"%1 KiB"_s.arg(gateway.residentKiB())));
#else
        Q_UNUSED(gateway)
        Q_UNUSED(limitKiB)
#endif
    }
};

void TestMemory::initTestCase()
{
    // 500 connections here, as many again in the gateway and the provider.
    rlimit limit = {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 4096);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

void TestMemory::slowReadersHoldTheProviderBack_data()
{
    QTest::addColumn<bool>("stream");
    QTest::newRow("stream") << true;
    QTest::newRow("binary") << false;
}

void TestMemory::slowReadersHoldTheProviderBack()
{
    QFETCH(bool, stream);
    constexpr qint64 size = 200 * 1024 * 1024;
    Rig rig;
    QVERIFY2(rig.gateway.isListening(), rig.gateway.log().constData());
    const qint64 before = rig.gateway.residentKiB();
    const QByteArray end = SseScript().finish().done().bytes();
    rig.provider.enqueue(
        stream ? FakeAnswer::streamHead().flood(size).chunk(end).lastChunk()
               : FakeAnswer::raw(
                     "HTTP/1.1 200 OK\r\nContent-Type: audio/mpeg\r\nTransfer-Encoding: chunked\r\n\r\n")
                     .flood(size)
                     .chunk(end)
                     .lastChunk());
    RawClient client(rig.gateway.port(), 64 * 1024);
    client.send(stream ? streamRequest()
                       : jsonRequest("/v1/audio/speech", R"({"model":"gpt-4o","input":"Hi"})"));
    QVERIFY(client.readUntil("\r\n\r\n").startsWith("HTTP/1.1 200"));
    // Until the provider can send no more: its counter stands still.
    qint64 sent = -1;
    int same = 0;
    QTRY_VERIFY((same = std::exchange(sent, rig.provider.bytesSent()) == rig.provider.bytesSent() ? same + 1
                                                                                                  : 0) > 4);
    QVERIFY2(rig.provider.bytesSent() < size / 8, qPrintable(QString::number(rig.provider.bytesSent())));
    verifyResident(rig.gateway, before + 8 * 1024);
    QCOMPARE(rig.ask(httpRequest("GET", "/health")).status, 200);

    // When it reads again it gets all of it.
    const QByteArray all = client.readUntil("[DONE]\n\n", std::chrono::seconds(30));
    QVERIFY2(all.size() > size && all.endsWith("[DONE]\n\n"), qPrintable(QString::number(all.size())));
    verifyResident(rig.gateway, before + 16 * 1024);
}

//! 500 clients dribble their headers: others are served at once, memory stays low, and after ten
//! seconds the slow ones are told so.
void TestMemory::slowHeaders()
{
    constexpr int count = 500;
    Rig rig;
    QVERIFY2(rig.gateway.isListening(), rig.gateway.log().constData());
    std::vector<RawClient> slow;
    QElapsedTimer age;
    age.start();
    for (int i = 0; i < count; ++i) {
        slow.emplace_back(rig.gateway.port());
        QVERIFY(slow.back().send("POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nX-Slow: "));
    }
    std::vector<qint64> times;
    for (int i = 0; age.elapsed() < 4000 || i < 20; ++i) {
        slow[size_t(i % count)].send("x");
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(rig.ask(httpRequest("GET", "/health")).status, 200);
        times.push_back(timer.elapsed());
        QTest::qWait(20);
    }
    std::sort(times.begin(), times.end());
#ifndef GATEHOUSE_SANITIZED
    QVERIFY2(times[times.size() * 95 / 100] <= 50, qPrintable(QString::number(times.back())));
#endif
    verifyResident(rig.gateway, 80 * 1024);

    const RawAnswer answer = slow.back().readAnswer(std::chrono::seconds(12));
    QCOMPARE(answer.status, 408);
    QCOMPARE(errorCode(answer), u"request_timeout"_s);
    QVERIFY(age.elapsed() >= 9000);
    QVERIFY(age.elapsed() < 13'000);
    QVERIFY(slow.back().waitForClose());
    QVERIFY(slow.front().waitForClose());
}

void TestMemory::manyRequestsLeaveNothingBehind()
{
    Rig rig;
    rig.provider.answerWith([](const FakeRequest &request) {
        return request.body.contains("\"stream\":true")
                   ? FakeAnswer::stream(shortChat().usage(1, 1).done().events())
                   : FakeAnswer::json(chatCompletion(QByteArray(30'000, 'x')));
    });
    RawClient client(rig.gateway.port());
    const auto run = [&](int requests) {
        for (int i = 0; i < requests; ++i) {
            QVERIFY(client.send(i % 2 ? chatRequest() : streamRequest()));
            QCOMPARE(client.readAnswer().status, 200);
        }
    };
    run(300);
    const qint64 warm = rig.gateway.residentKiB();
    run(1500);
    verifyResident(rig.gateway, warm + 4 * 1024);
}

QTEST_GUILESS_MAIN(TestMemory)
#include "tst_memory.moc"
