// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QElapsedTimer>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! What is tried again on one provider, how often, and what is passed on at once.
class TestRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersThatAreNone_data();
    void answersThatAreNone();
    void answersThatLookOdd_data();
    void answersThatLookOdd();
    void whatWasWorkedOnIsNotBoughtTwice();
    void statuses_data();
    void statuses();
    void givesUpAfterItsTries();
    void waitsAsAskedAfter429();
    void passesALong429On();
    void quotaIsNotWaitedFor_data();
    void quotaIsNotWaitedFor();
    void aDeadConnectionIsNotAnAttempt();
    void passesThroughOnlyOnce();

private:
    static constexpr char retry[] = R"(,"retry":{"attempts":2,"baseDelayMs":1,"maxDelayMs":1500})";
};

void TestRetry::answersThatAreNone_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::newRow("nothing") << FakeAnswer::json("");
    QTest::newRow("an error in disguise") << FakeAnswer::json(R"({ "error" : {"message":"overloaded"}})");
    QTest::newRow("half, without a length")
        << FakeAnswer::raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: "
                           "close\r\n\r\n{\"choices\":[{")
               .close();
    QTest::newRow("a web page") << FakeAnswer::whole(200, "text/html", "<html>");
    QTest::newRow("a web page without words") << FakeAnswer::whole(200, "text/html", "");
    QTest::newRow("an error labelled as a web page")
        << FakeAnswer::whole(200, "text/html", R"({"error":{"message":"overloaded"}})");
    QTest::newRow("nothing but an empty error") << FakeAnswer::json(R"({"error":{}})");
    QTest::newRow("a number of an error") << FakeAnswer::json(R"({"error":7,"choices":[]})");
}

void TestRetry::answersThatAreNone()
{
    QFETCH(FakeAnswer, answer);
    Rig rig(retry);
    rig.provider.enqueue(answer);
    rig.provider.enqueue(FakeAnswer::json(chatCompletion()));
    const RawAnswer read = rig.ask(chatRequest());
    QCOMPARE(read.status, 200);
    QCOMPARE(read.body, chatCompletion());
    QCOMPARE(rig.provider.requestCount(), 2);
    QVERIFY(rig.gateway.recordOf(read.header("x-request-id"))["first_byte_ms"_L1].toDouble() > 0);
}

//! Some put an empty error into every answer, or call JSON a web page.
void TestRetry::answersThatLookOdd_data()
{
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QByteArray>("contentType");
    for (const QByteArray error : {"null", "false", R"("")", "{}", "{ }", "[]", "0"})
        QTest::newRow(error.constData()) << error << QByteArray("application/json");
    QTest::newRow("labelled as a web page") << QByteArray("null") << QByteArray("text/html; charset=utf-8");
}

void TestRetry::answersThatLookOdd()
{
    QFETCH(QByteArray, error);
    QFETCH(QByteArray, contentType);
    Rig rig(retry);
    const QByteArray member = "\"error\":" + error;
    const QByteArray first = '{' + member + ',' + chatCompletion().sliced(1);
    const QByteArray last = chatCompletion().chopped(1) + ',' + member + '}';
    for (const QByteArray &body : {first, last}) {
        rig.provider.enqueue(FakeAnswer::whole(200, contentType, body));
        const RawAnswer answer = rig.ask(chatRequest());
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("content-type"), "application/json");
        QCOMPARE(answer.body, body);
        rig.provider.enqueue(FakeAnswer::whole(200, contentType, body));
        const RawAnswer translated =
            rig.ask(jsonRequest("/v1/messages", chatBody("gpt-4o", R"(,"max_tokens":5)")));
        QCOMPARE(translated.status, 200);
        QVERIFY2(translated.body.contains(R"("text":"Hi")"), translated.body.constData());
    }
    QCOMPARE(rig.provider.requestCount(), 4);
    if (contentType != "application/json")
        return;
    const QByteArray chunk = R"("choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":)";
    const SseScript script = SseScript()
                                 .data('{' + member + ',' + chunk + "null}]}")
                                 .data('{' + chunk + R"("stop"}],)" + member + '}')
                                 .done();
    for (const QByteArray path : {"/v1/chat/completions", "/v1/messages"}) {
        rig.provider.enqueue(FakeAnswer::stream(script.events()));
        const RawAnswer stream =
            rig.ask(jsonRequest(path, chatBody("gpt-4o", R"(,"max_tokens":5,"stream":true)")));
        QVERIFY2(stream.status == 200 && stream.whole && stream.body.contains("Hi"), stream.body.constData());
    }
    QCOMPARE(rig.provider.requestCount(), 6);
}

void TestRetry::whatWasWorkedOnIsNotBoughtTwice()
{
    Rig rig(retry);
    rig.provider.answerWith([](const FakeRequest &) { return FakeAnswer::json(chatCompletion()); });
    QCOMPARE(errorCode(rig.ask(streamRequest())), u"upstream_protocol"_s);
    QCOMPARE(rig.provider.requestCount(), 1);
    rig.provider.answerWith(
        [](const FakeRequest &) { return FakeAnswer::stream(shortChat().done().events()); });
    QCOMPARE(errorCode(rig.ask(chatRequest())), u"upstream_protocol"_s);
    QCOMPARE(rig.provider.requestCount(), 2);
}

void TestRetry::statuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("again");
    for (int status : {408, 409, 500, 502, 503, 504, 529})
        QTest::addRow("%d", status) << status << true;
    for (int status : {400, 404, 413, 422, 501})
        QTest::addRow("%d", status) << status << false;
}

void TestRetry::statuses()
{
    QFETCH(int, status);
    QFETCH(bool, again);
    Rig rig(retry);
    const QByteArray words = R"({"error":{"message":"no","type":"x","param":null,"code":"c"}})";
    rig.provider.enqueue(FakeAnswer::json(words, status));
    rig.provider.enqueue(FakeAnswer::json(chatCompletion()));
    const RawAnswer answer = rig.ask(chatRequest());
    QCOMPARE(answer.status, again ? 200 : status);
    QCOMPARE(answer.body, again ? chatCompletion() : words);
    QCOMPARE(rig.provider.requestCount(), again ? 2 : 1);
    QCOMPARE(answer.header("x-gatehouse-attempts"), again ? "2" : "1");
    const QJsonObject record = rig.gateway.recordOf(answer.header("x-request-id"));
    QCOMPARE(record["attempts"_L1].toInt(), again ? 2 : 1);
}

void TestRetry::givesUpAfterItsTries()
{
    Rig rig(R"(,"retry":{"attempts":3,"baseDelayMs":1,"maxDelayMs":5})");
    rig.provider.answerWith(
        [](const FakeRequest &) { return FakeAnswer::json(R"({"error":{"message":"busy"}})", 503); });
    const RawAnswer answer = rig.ask(streamRequest());
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.body, R"({"error":{"message":"busy"}})"); // the provider's own words
    QCOMPARE(rig.provider.requestCount(), 3);
}

void TestRetry::waitsAsAskedAfter429()
{
    Rig rig(retry);
    rig.provider.enqueue(FakeAnswer::json("{}", 429, {"retry-after-ms: 600", "retry-after: 60"}));
    rig.provider.enqueue(FakeAnswer::json(chatCompletion()));
    QElapsedTimer timer;
    timer.start();
    const RawAnswer answer = rig.ask(chatRequest());
    QCOMPARE(answer.status, 200);
    QVERIFY2(timer.elapsed() >= 600, QByteArray::number(timer.elapsed()).constData());
    QCOMPARE(rig.provider.requestCount(), 2);
    // The wait is no work of the gateway's.
    const QByteArray timing = answer.header("server-timing");
    QVERIFY2(timing.mid(12, timing.indexOf(',') - 12).toDouble() < 300, timing.constData());
    const QJsonObject record = rig.gateway.recordOf(answer.header("x-request-id"));
    QVERIFY(record["gateway_us"_L1].toDouble() < 300'000);
    QVERIFY(record["total_ms"_L1].toDouble() >= 600);
}

void TestRetry::passesALong429On()
{
    Rig rig(retry);
    rig.provider.enqueue(FakeAnswer::json(R"({"error":{"message":"slow down"}})", 429, {"Retry-After: 60"}));
    const RawAnswer first = rig.ask(chatRequest());
    QCOMPARE(first.status, 429);
    QCOMPARE(first.header("retry-after"), "60");
    QCOMPARE(first.body, R"({"error":{"message":"slow down"}})");

    const RawAnswer second = rig.ask(chatRequest()); // cooling: answered at once, the provider is not asked
    QCOMPARE(second.status, 503);
    QCOMPARE(errorCode(second), u"no_healthy_provider"_s);
    const int wait = second.header("retry-after").toInt();
    QVERIFY2(wait > 50 && wait <= 60, second.head.constData());
    QCOMPARE(rig.provider.requestCount(), 1);

    const RawAnswer other = rig.ask(chatRequest("o3")); // another model of the same key
    QCOMPARE(other.status, 200);

    const QJsonObject health = jsonOf(rig.ask(httpRequest("GET", "/health")).body);
    const QJsonObject provider = health["providers"_L1].toArray().first().toObject();
    QCOMPARE(provider["status"_L1].toString(), u"cooling"_s);
    QVERIFY(provider["until"_L1].toString().endsWith(u'Z'));
    QVERIFY(!provider["reason"_L1].toString().isEmpty());
}

void TestRetry::quotaIsNotWaitedFor_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("429") << 429 << QByteArray(R"({"error":{"code":"insufficient_quota"}})");
    QTest::newRow("402") << 402 << QByteArray(R"({"error":{"message":"Insufficient Balance"}})");
}

void TestRetry::quotaIsNotWaitedFor()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    Rig rig(retry);
    rig.provider.answerWith(
        [=](const FakeRequest &) { return FakeAnswer::json(body, status, {"retry-after-ms: 1"}); });
    const RawAnswer answer = rig.ask(chatRequest());
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body, body);
    QCOMPARE(rig.provider.requestCount(), 1);
}

void TestRetry::aDeadConnectionIsNotAnAttempt()
{
    Rig rig(R"(,"retry":{"attempts":1})");
    rig.provider.enqueue(FakeAnswer::json(chatCompletion()).close());
    rig.provider.enqueue(FakeAnswer::json(chatCompletion()));
    QCOMPARE(rig.ask(chatRequest()).status, 200);
    const RawAnswer second = rig.ask(chatRequest());
    QCOMPARE(second.status, 200);
    QCOMPARE(second.header("x-gatehouse-attempts"), "1");
    QCOMPARE(rig.provider.requestCount(), 2);
}

void TestRetry::passesThroughOnlyOnce()
{
    Rig rig(retry);
    rig.provider.answerWith([](const FakeRequest &) { return FakeAnswer::json("{}", 503); });
    QCOMPARE(rig.ask(jsonRequest("/providers/openai/batches", "{}")).status, 503);
    QCOMPARE(rig.provider.requestCount(), 1);
    QCOMPARE(rig.ask(httpRequest("GET", "/providers/openai/files")).status, 503);
    QCOMPARE(rig.provider.requestCount(), 3);
}

QTEST_GUILESS_MAIN(TestRetry)
#include "tst_retry.moc"
