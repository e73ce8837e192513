// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Limits of providers are waited for in turn, those of clients are told; background checks.
class TestProviderLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsInTurnForTheOnlyProvider();
    void skipsAProviderAtItsLimit();
    void aWaitingClientMayLeave();
    void countsTokensOfClients();
    void checksHealthWithoutTraffic();
    void takesNoListForNoFailure_data();
    void takesNoListForNoFailure();
    void seesAProviderGoDown();
    void checksNobodyWhoAnswersAnyway();
};

void TestProviderLimits::waitsInTurnForTheOnlyProvider()
{
    Rig rig(R"(,"limits":{"concurrent":1})");
    rig.provider.answerWith([](const FakeRequest &) {
        return FakeAnswer()
            .pause(std::chrono::milliseconds(30))
            .send(FakeAnswer::json(chatCompletion()).bytes());
    });
    std::vector<RawClient> clients;
    for (int i = 0; i < 6; ++i) {
        clients.emplace_back(rig.gateway.port());
        QVERIFY(clients.back().send(chatRequest("gpt-4o", ",\"user\":\"" + QByteArray::number(i) + '"')));
        QTRY_VERIFY(rig.provider.requestCount() >= 1); // the first is under way, the others queue in order
    }
    for (RawClient &client : clients)
        QCOMPARE(client.readAnswer().status, 200);
    QCOMPARE(rig.provider.requestCount(), 6);
    QCOMPARE(rig.provider.requests().first().body.contains("\"user\":\"0\""), true);
    QTRY_COMPARE(rig.gateway.records().size(), 6);
    const QJsonObject last = rig.gateway.records().last(); // waited for five others, and did nothing then
    const double total = last["total_ms"_L1].toDouble();
    QVERIFY(total >= 150);
    QVERIFY2(last["gateway_us"_L1].toDouble() / 1000 < total / 2, QJsonDocument(last).toJson().constData());
}

void TestProviderLimits::skipsAProviderAtItsLimit()
{
    FakeProvider busy;
    FakeProvider free;
    busy.answerWith([](const FakeRequest &) { return FakeAnswer().wait("never"); });
    free.answerWith([](const FakeRequest &) { return FakeAnswer::json(chatCompletion()); });
    GatehouseProcess gateway(
        configWith({providerAt(busy.port(), "busy", "gpt-4o", R"(,"limits":{"concurrent":1})"),
                    providerAt(free.port(), "free", "gpt-4o")}),
        {}, {fakeKeyVariable});
    QVERIFY2(gateway.isListening(), gateway.log().constData());
    RawClient held(gateway.port());
    QVERIFY(held.send(chatRequest()));
    QTRY_COMPARE(busy.requestCount(), 1);
    QCOMPARE(exchange(gateway.port(), chatRequest()).header("x-gatehouse-provider"), "free");
}

void TestProviderLimits::aWaitingClientMayLeave()
{
    Rig rig(R"(,"limits":{"concurrent":1})");
    rig.provider.answerWith([](const FakeRequest &) {
        return FakeAnswer().wait("go").send(FakeAnswer::json(chatCompletion()).bytes());
    });
    RawClient first(rig.gateway.port());
    QVERIFY(first.send(chatRequest()));
    QTRY_COMPARE(rig.provider.requestCount(), 1);
    RawClient second(rig.gateway.port());
    QVERIFY(second.send(chatRequest()));
    second.close();
    QTRY_COMPARE(rig.gateway.recordsWithCode(u"client_closed"_s).size(), 1);
    rig.provider.open();
    QCOMPARE(first.readAnswer().status, 200);
    QCOMPARE(rig.ask(chatRequest()).status, 200);
    QCOMPARE(rig.provider.requestCount(), 2);
}

void TestProviderLimits::countsTokensOfClients()
{
    const QByteArray hash = QCryptographicHash::hash("key-a", QCryptographicHash::Sha256).toHex();
    Rig rig({}, R"(,"clients":[{"name":"A","keyHash":"sha256:)" + hash +
                    R"(","limits":{"tokensPerMinute":1000}}])");
    rig.provider.answerWith([](const FakeRequest &) {
        return FakeAnswer::json(
            R"({"id":"x","object":"chat.completion","choices":[],"usage":{"prompt_tokens":700,"completion_tokens":250,"total_tokens":950}})");
    });
    const QByteArray request = chatRequest("gpt-4o", {}, {"Authorization: Bearer key-a"});
    QCOMPARE(rig.ask(request).status, 200);
    QCOMPARE(rig.ask(chatRequest("gpt-4o", ",\"user\":\"" + QByteArray(400, 'x') + '"', {"x-api-key: key-a"}))
                 .status,
             429);
}

void TestProviderLimits::checksHealthWithoutTraffic()
{
    Rig rig({}, R"(,"health":{"intervalSeconds":1})");
    rig.provider.answerWith([](const FakeRequest &) { return FakeAnswer::json(R"({"data":[]})"); });
    const FakeRequest check = rig.provider.nextRequest();
    QCOMPARE(check.method, "GET");
    QCOMPARE(check.target, "/v1/models");
    QCOMPARE(check.header("authorization"), "Bearer " + fakeKey);
    const auto status = [&] {
        return jsonOf(rig.ask(httpRequest("GET", "/health")).body)["providers"_L1]
            .toArray()[0]
            .toObject()["status"_L1]
            .toString();
    };
    QTRY_COMPARE(status(), u"ok"_s);
    QVERIFY(rig.gateway.records().isEmpty());
}

//! Some have no list of models: that says nothing of the rest.
void TestProviderLimits::takesNoListForNoFailure_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {404, 405, 501})
        QTest::addRow("%d", status) << status;
}

void TestProviderLimits::takesNoListForNoFailure()
{
    QFETCH(int, status);
    Rig rig({}, R"(,"health":{"intervalSeconds":1})");
    rig.provider.answerWith([=](const FakeRequest &) { return FakeAnswer::json("{}", status); });
    QTRY_VERIFY_WITH_TIMEOUT(rig.provider.requestCount() >= 3, 8000);
    const QJsonObject health = jsonOf(rig.ask(httpRequest("GET", "/health")).body);
    QCOMPARE(health["providers"_L1].toArray().first().toObject()["status"_L1].toString(), u"ok"_s);
    QCOMPARE(rig.ask(httpRequest("GET", "/health/ready")).status, 200);
}

void TestProviderLimits::seesAProviderGoDown()
{
    Rig rig({}, R"(,"health":{"intervalSeconds":1})");
    rig.provider.refuse();
    const auto status = [&] {
        return jsonOf(rig.ask(httpRequest("GET", "/health")).body)["providers"_L1]
            .toArray()[0]
            .toObject()["status"_L1]
            .toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(status(), u"down"_s, 8000);
}

void TestProviderLimits::checksNobodyWhoAnswersAnyway()
{
    Rig rig({}, R"(,"health":{"intervalSeconds":1})");
    rig.provider.answerWith([](const FakeRequest &) { return FakeAnswer::json(chatCompletion()); });
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 2500)
        QCOMPARE(rig.ask(chatRequest()).status, 200);
    int checks = 0;
    const auto requests = rig.provider.requests();
    for (const FakeRequest &request : requests)
        checks += request.method == "GET";
    QCOMPARE(checks, 0);
}

QTEST_GUILESS_MAIN(TestProviderLimits)
#include "tst_provider_limits.moc"
