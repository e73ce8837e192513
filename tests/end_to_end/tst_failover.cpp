// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

FakeAnswer error(int status, const QByteArray &body = R"({"error":{"message":"no"}})")
{
    return FakeAnswer::json(body, status);
}

//! Two providers behind one route, under different names.
struct Pair
{
    FakeProvider first;
    FakeProvider second;
    GatehouseProcess gateway;

    explicit Pair(const QByteArray &more = R"(,"retry":{"attempts":1})",
                  const QByteArray &policy = "priority", int firstWeight = 1,
                  const QByteArray &configMore = {})
        : gateway(
              configWith({providerAt(first.port(), "one", "big", R"(,"headers":{"X-Own":"one"})" + more),
                          providerAt(second.port(), "two", "large", R"(,"headers":{"X-Own":"two"})" + more)},
                         R"(,"routes":[{"model":"smart","policy":")" + policy +
                             R"(","targets":[{"provider":"one","model":"big","weight":)" +
                             QByteArray::number(firstWeight) +
                             R"(},{"provider":"two","model":"large","weight":1}]}])" + configMore),
              {}, {fakeKeyVariable})
    {
        second.answerWith([](const FakeRequest &request) {
            return request.body.contains("\"stream\":true") ? FakeAnswer::stream(shortChat().done().events())
                                                            : FakeAnswer::json(chatCompletion("from two"));
        });
    }
    RawAnswer ask(const QByteArray &request = chatRequest("smart")) const
    {
        return exchange(gateway.port(), request);
    }
};

} // namespace

//! Another provider answers when the first cannot, as long as the client has seen nothing.
class TestFailover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesToTheNext_data();
    void goesToTheNext();
    void everythingFollowsTheCandidate();
    void policyRefusalsStay();
    void nothingAfterTheFirstContent();
    void connectionRefused();
    void keysInTurn();
    void aLimitedKeyGivesWayToTheNext();
    void unsetKeysAreSkipped();
    void sharesByWeight();
    void prefersTheFastest();
};

void TestFailover::goesToTheNext_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    for (int status : {401, 402, 403, 429, 500, 502, 503, 504, 529})
        QTest::addRow("%d", status) << error(status);
    QTest::newRow("reset before the head") << FakeAnswer().reset();
    QTest::newRow("closed before the head") << FakeAnswer().close();
    QTest::newRow("a web page") << FakeAnswer::whole(200, "text/html", "<html>log in</html>");
    QTest::newRow("an empty stream") << FakeAnswer::stream({});
    QTest::newRow("a stream without content") << FakeAnswer::stream(SseScript().role().done().events());
    QTest::newRow("an error as first event")
        << FakeAnswer::stream(SseScript().data(R"({"error":{"message":"overloaded"}})").events());
    QTest::newRow("an error behind the role")
        << FakeAnswer::stream(SseScript().role().data(R"({"error":{"message":"overloaded"}})").events());
    QTest::newRow("cut behind the role")
        << FakeAnswer::streamHead().chunk(SseScript().role().bytes()).close();
}

void TestFailover::goesToTheNext()
{
    QFETCH(FakeAnswer, answer);
    Pair pair;
    pair.first.enqueue(answer);
    const RawAnswer read = pair.ask(streamRequest("smart"));
    QCOMPARE(read.status, 200);
    QVERIFY2(read.whole && read.body.endsWith("data: [DONE]\n\n"), read.body.constData());
    QCOMPARE(read.body.count("\"role\""), 1); // nothing of the first answer is in it
    QCOMPARE(read.header("x-gatehouse-provider"), "two");
    QCOMPARE(read.header("x-gatehouse-attempts"), "2");
    QCOMPARE(pair.first.requestCount(), 1);
    QCOMPARE(pair.second.requestCount(), 1);
}

void TestFailover::everythingFollowsTheCandidate()
{
    Pair pair;
    pair.first.enqueue(error(500));
    const RawAnswer answer = pair.ask();
    QCOMPARE(answer.header("x-gatehouse-model"), "large");
    const FakeRequest first = pair.first.nextRequest();
    const FakeRequest second = pair.second.nextRequest();
    QVERIFY(first.body.contains("\"model\":\"big\""));
    QVERIFY(second.body.contains("\"model\":\"large\""));
    QCOMPARE(first.header("x-own"), "one");
    QCOMPARE(second.header("x-own"), "two");
    const QJsonObject record = pair.gateway.recordOf(answer.header("x-request-id"));
    QCOMPARE(record["attempts"_L1].toInt(), 2);
    QCOMPARE(record["tried"_L1].toString(), u"one/big 500 upstream_500, two/large 200"_s);
}

void TestFailover::policyRefusalsStay()
{
    Pair pair;
    const QByteArray words =
        R"({"error":{"message":"flagged by moderation","code":"content_policy_violation"}})";
    for (int status : {400, 403}) {
        pair.first.enqueue(error(status, words));
        const RawAnswer answer = pair.ask();
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.body, words);
    }
    QCOMPARE(pair.second.requestCount(), 0);
}

void TestFailover::nothingAfterTheFirstContent()
{
    Pair pair;
    pair.first.enqueue(FakeAnswer::streamHead().chunk(SseScript().role().text("Hel").bytes()).reset());
    const RawAnswer answer = pair.ask(streamRequest("smart"));
    QVERIFY(answer.body.contains("Hel"));
    QVERIFY(answer.body.contains("\"error\""));
    QVERIFY(!answer.body.contains("[DONE]"));
    QVERIFY(!answer.whole);
    QCOMPARE(pair.second.requestCount(), 0);
}

void TestFailover::connectionRefused()
{
    Pair pair(R"(,"retry":{"attempts":3})");
    pair.first.refuse();
    const RawAnswer answer = pair.ask();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("x-gatehouse-attempts"), "2"); // the next one at once
}

void TestFailover::keysInTurn()
{
    FakeProvider provider;
    provider.answerWith([](const FakeRequest &) { return FakeAnswer::json(chatCompletion()); });
    GatehouseProcess gateway(
        configWith({R"({"id":"one","baseUrl":"http://127.0.0.1:)" + QByteArray::number(provider.port()) +
                    R"(/v1","apiKey":["${K1}","${UNSET}","${K2}"],"models":[{"id":"gpt-4o"}]})"}),
        {}, {u"K1=key-one-0123456789"_s, u"K2=key-two-0123456789"_s});
    QVERIFY2(gateway.isListening(), gateway.log().constData());
    QHash<QByteArray, int> used;
    for (int i = 0; i < 12; ++i) {
        QCOMPARE(exchange(gateway.port(), chatRequest()).status, 200);
        ++used[provider.nextRequest().header("authorization")];
    }
    QCOMPARE(used.size(), 2);
    QVERIFY(used.value("Bearer key-one-0123456789") >= 4 && used.value("Bearer key-two-0123456789") >= 4);
}

void TestFailover::aLimitedKeyGivesWayToTheNext()
{
    FakeProvider provider;
    provider.answerWith([](const FakeRequest &request) {
        return request.header("authorization").contains("one")
                   ? FakeAnswer::json("{}", 429, {"Retry-After: 100"})
                   : FakeAnswer::json(chatCompletion());
    });
    GatehouseProcess gateway(
        configWith({R"({"id":"one","baseUrl":"http://127.0.0.1:)" + QByteArray::number(provider.port()) +
                    R"(/v1","apiKey":["${K1}","${K2}"],"models":[{"id":"gpt-4o"}],"retry":{"attempts":1}})"}),
        {}, {u"K1=key-one-0123456789"_s, u"K2=key-two-0123456789"_s});
    QVERIFY2(gateway.isListening(), gateway.log().constData());
    for (int i = 0; i < 6; ++i)
        QCOMPARE(exchange(gateway.port(), chatRequest()).status, 200);
    QCOMPARE(provider.requestCount(), 7); // the limited key was asked once, and then left alone
}

void TestFailover::unsetKeysAreSkipped()
{
    FakeProvider provider;
    provider.answerWith([](const FakeRequest &) { return FakeAnswer::json(chatCompletion()); });
    const QByteArray keyless =
        R"({"id":"none","baseUrl":"https://none.invalid/v1","apiKey":"${NOT_SET_ANYWHERE}","models":[{"id":"gpt-4o"},{"id":"only"}]})";
    GatehouseProcess gateway(configWith({keyless, providerAt(provider.port(), "two", "gpt-4o")}), {},
                             {fakeKeyVariable});
    QVERIFY2(gateway.isListening(), gateway.log().constData());
    const RawAnswer answer = exchange(gateway.port(), chatRequest());
    QCOMPARE(answer.header("x-gatehouse-provider"), "two");
    QCOMPARE(answer.header("x-gatehouse-attempts"), "1");
    const RawAnswer missing = exchange(gateway.port(), chatRequest("only"));
    QCOMPARE(missing.status, 503);
    QCOMPARE(errorCode(missing), u"provider_key_missing"_s);
    QVERIFY(missing.body.contains("NOT_SET_ANYWHERE"));
}

void TestFailover::sharesByWeight()
{
    Pair pair({}, "weighted", 3);
    pair.first.answerWith([](const FakeRequest &) { return FakeAnswer::json(chatCompletion("from one")); });
    for (int i = 0; i < 16; ++i)
        QCOMPARE(pair.ask().status, 200);
    QCOMPARE(pair.first.requestCount(), 12);
    QCOMPARE(pair.second.requestCount(), 4);
}

void TestFailover::prefersTheFastest()
{
    Pair pair({}, "fastest");
    pair.first.answerWith([](const FakeRequest &) {
        return FakeAnswer()
            .pause(std::chrono::milliseconds(60))
            .send(FakeAnswer::json(chatCompletion()).bytes());
    });
    for (int i = 0; i < 12; ++i)
        QCOMPARE(pair.ask().status, 200);
    QVERIFY2(pair.second.requestCount() >= 9, QByteArray::number(pair.second.requestCount()).constData());
    QVERIFY(pair.first.requestCount() >= 1); // measured once
}

QTEST_GUILESS_MAIN(TestFailover)
#include "tst_failover.moc"
