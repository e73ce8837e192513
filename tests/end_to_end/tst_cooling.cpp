// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QElapsedTimer>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Who is left alone after failing, and until when.
class TestCooling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefusedKeyIsLeftAlone();
    void aReplacedKeyIsUsedAtOnce();
    void failuresCoolTheProvider();
    void aProbeIsOverWhenItsAnswerBegins();

private:
    static constexpr char retry[] = R"(,"retry":{"attempts":2,"baseDelayMs":1,"maxDelayMs":1500})";
};

void TestCooling::aRefusedKeyIsLeftAlone()
{
    Rig rig(retry);
    rig.provider.answerWith(
        [](const FakeRequest &) { return FakeAnswer::json(R"({"error":{"message":"bad key"}})", 401); });
    QCOMPARE(rig.ask(chatRequest()).status, 401);
    QCOMPARE(errorCode(rig.ask(chatRequest("o3"))), u"no_healthy_provider"_s);
    QCOMPARE(rig.provider.requestCount(), 1);
}

void TestCooling::aReplacedKeyIsUsedAtOnce()
{
    FakeProvider provider;
    provider.answerWith([](const FakeRequest &request) {
        return request.header("authorization") == "Bearer new-key-0123456789"
                   ? FakeAnswer::json(chatCompletion())
                   : FakeAnswer::json("{}", 401);
    });
    const auto config = [&](const QByteArray &variable) {
        return configWith({R"({"id":"openai","baseUrl":"http://127.0.0.1:)" +
                           QByteArray::number(provider.port()) + R"(/v1","apiKey":"${)" + variable +
                           R"(}","models":[{"id":"gpt-4o"}]})"});
    };
    GatehouseProcess gateway(config("OLD"), {}, {u"OLD=old-key-0123456789"_s, u"NEW=new-key-0123456789"_s});
    QVERIFY2(gateway.isListening(), gateway.log().constData());
    QCOMPARE(exchange(gateway.port(), chatRequest()).status, 401);
    gateway.saveConfig(config("NEW"));
    QTRY_COMPARE(exchange(gateway.port(), chatRequest()).status, 200);
}

void TestCooling::failuresCoolTheProvider()
{
    Rig rig(R"(,"retry":{"attempts":1})");
    rig.provider.answerWith([](const FakeRequest &) { return FakeAnswer::json("{}", 500); });
    for (int i = 0; i < 3; ++i)
        QCOMPARE(rig.ask(chatRequest()).status, 500);
    for (int i = 0; i < 5; ++i) {
        const RawAnswer answer = rig.ask(chatRequest("o3"));
        QCOMPARE(answer.status, 503);
        QCOMPARE(errorCode(answer), u"no_healthy_provider"_s);
        QVERIFY(answer.header("retry-after").toInt() >= 1);
    }
    QCOMPARE(rig.provider.requestCount(), 3);
    QCOMPARE(rig.ask(httpRequest("GET", "/health/ready")).status, 503);
}

void TestCooling::aProbeIsOverWhenItsAnswerBegins()
{
    Rig rig(R"(,"retry":{"attempts":1,"baseDelayMs":0,"maxDelayMs":0})", R"(,"cooldown":{"maxSeconds":1})");
    for (int i = 0; i < 3; ++i)
        rig.provider.enqueue(FakeAnswer::json("{}", 500));
    const QByteArrayList events = shortChat().done().events();
    rig.provider.enqueue(FakeAnswer::streamHead().chunk(events[0]).chunk(events[1]).wait());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(rig.ask(chatRequest()).status, 500);
    RawClient probe(rig.gateway.port());
    const auto begins = [&] {
        probe.send(streamRequest());
        return probe.readUntil("\r\n\r\n").contains(" 200 ") && probe.readUntil("Hel").contains("Hel");
    };
    bool begun = false; // the macro looks once more
    QTRY_VERIFY(begun = begun || begins());
    rig.provider.answerWith([](const FakeRequest &) { return FakeAnswer::json(chatCompletion()); });
    QCOMPARE(rig.ask(chatRequest()).status, 200);
    QCOMPARE(rig.ask(httpRequest("GET", "/health/ready")).status, 200);
}

QTEST_GUILESS_MAIN(TestCooling)
#include "tst_cooling.moc"
