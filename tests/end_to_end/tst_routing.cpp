// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Which provider serves a request, and what is callable (contract, section 2).
class TestRouting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void resolves_data();
    void resolves();
    void namesTheClosest();
    void movesOnBeforeTheFirstByte_data();
    void movesOnBeforeTheFirstByte();
    void staysAfterTheFirstByte();
    void listsWhatIsCallable();
    void listsInAnthropicsShape();
    void findsOneModel_data();
    void findsOneModel();

private:
    RawAnswer ask(const QByteArray &request) const { return exchange(m_gateway->port(), request); }

    FakeProvider m_first;
    FakeProvider m_second;
    FakeProvider m_gone;
    std::unique_ptr<GatehouseProcess> m_gateway;
};

void TestRouting::initTestCase()
{
    const QByteArray gone = providerAt(m_gone.port(), "gone", "flaky");
    m_gone.refuse();
    const QByteArray config = configWith(
        {gone, providerAt(m_first.port(), "first", "gpt-4o,shared,org/deep-model:free,o*"),
         providerAt(m_second.port(), "second", "shared,flaky,claude-4=sonnet,o3-*"),
         providerAt(m_second.port(), "disabled", "hidden", R"(,"enabled":false)")},
        R"(,"routes":[{"model":"smart","policy":"priority","targets":[{"provider":"gone","model":"x"},{"provider":"second","model":"claude-4"}]},
                      {"model":"both","targets":[{"provider":"first","model":"gpt-4o"},{"provider":"second","model":"claude-4"}]}])" +
            noCooldown);
    m_gateway = std::make_unique<GatehouseProcess>(config, QStringList(), QStringList{fakeKeyVariable});
    QVERIFY2(m_gateway->isListening(), m_gateway->log().constData());
}

void TestRouting::init()
{
    for (FakeProvider *provider : {&m_first, &m_second}) {
        provider->reset();
        provider->answerWith([](const FakeRequest &) { return FakeAnswer::json(chatCompletion()); });
    }
}

void TestRouting::resolves_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("provider");
    QTest::addColumn<QByteArray>("upstreamModel");
    const auto row = [](const QByteArray &model, const QByteArray &provider,
                        const QByteArray &upstreamModel) {
        QTest::newRow(model.constData()) << model << provider << upstreamModel;
    };
    row("gpt-4o", "first", "gpt-4o");
    row("shared", "first", "shared");
    row("sonnet", "second", "claude-4");
    row("claude-4", "second", "claude-4");
    row("second/shared", "second", "shared");
    row("second/never-listed", "second", "never-listed");
    row("org/deep-model:free", "first", "org/deep-model:free");
    row("o1-mini", "first", "o1-mini");
    row("o3-pro", "second", "o3-pro"); // the longer pattern
    row("smart", "second", "claude-4");
    row("both", "first", "gpt-4o");
    row("flaky", "second", "flaky");
}

void TestRouting::resolves()
{
    QFETCH(QByteArray, model);
    const RawAnswer answer = ask(chatRequest(model));
    QCOMPARE(answer.status, 200);
    QTEST(answer.header("x-gatehouse-provider"), "provider");
    QTEST(answer.header("x-gatehouse-model"), "upstreamModel");
    FakeProvider &provider = answer.header("x-gatehouse-provider") == "first" ? m_first : m_second;
    QFETCH(QByteArray, upstreamModel);
    QCOMPARE(provider.nextRequest().body, chatBody(upstreamModel));
}

void TestRouting::namesTheClosest()
{
    for (const QByteArray model : {"gpt-4", "hidden", "disabled/hidden", "nobody/x"}) {
        const RawAnswer answer = ask(chatRequest(model));
        QCOMPARE(answer.status, 404);
        QCOMPARE(errorCode(answer), u"model_not_found"_s);
        QVERIFY(answer.body.contains(model));
    }
    QVERIFY(ask(chatRequest("gpt-4")).body.contains("gpt-4o"));
    QCOMPARE(m_first.requestCount() + m_second.requestCount(), 0);

    Rig rig({}, R"(,"defaultModel":"fast")");
    rig.provider.enqueue(FakeAnswer::json(chatCompletion()));
    QCOMPARE(rig.ask(chatRequest("unheard-of")).header("x-gatehouse-model"), "gpt-4o-mini");
    QCOMPARE(rig.provider.nextRequest().body, chatBody("gpt-4o-mini"));
}

void TestRouting::movesOnBeforeTheFirstByte_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::newRow("closed without a word") << FakeAnswer().close();
    QTest::newRow("reset") << FakeAnswer().reset();
    QTest::newRow("cut in the head") << FakeAnswer::raw("HTTP/1.1 200 OK\r\nConte").close();
}

void TestRouting::movesOnBeforeTheFirstByte()
{
    QFETCH(FakeAnswer, answer);
    m_first.answerWith([answer](const FakeRequest &) { return answer; });
    const RawAnswer read = ask(chatRequest("both"));
    QCOMPARE(read.status, 200);
    QCOMPARE(read.header("x-gatehouse-provider"), "second");
    QVERIFY(read.header("x-gatehouse-attempts").toInt() >= 2);
    QCOMPARE(m_second.nextRequest().body, chatBody("claude-4"));
    QVERIFY(m_first.requestCount() >= 1);

    QCOMPARE(ask(chatRequest("smart")).header("x-gatehouse-attempts"), "2"); // refused, then served
}

void TestRouting::staysAfterTheFirstByte()
{
    m_first.answerWith([](const FakeRequest &) {
        return FakeAnswer::streamHead().chunk(SseScript().role().text("Hel").bytes()).close();
    });
    const RawAnswer answer = ask(streamRequest("both"));
    QCOMPARE(answer.header("x-gatehouse-provider"), "first");
    QVERIFY(answer.body.contains("\"error\""));
    QCOMPARE(m_second.requestCount(), 0);
}

void TestRouting::listsWhatIsCallable()
{
    for (const QByteArray path : {"/v1/models", "/models"}) {
        const RawAnswer answer = ask(httpRequest("GET", path));
        QCOMPARE(answer.status, 200);
        QCOMPARE(jsonOf(answer.body)["object"_L1].toString(), u"list"_s);
        QStringList ids;
        for (const QJsonValue &value : jsonOf(answer.body)["data"_L1].toArray()) {
            const QJsonObject model = value.toObject();
            QCOMPARE(model["object"_L1].toString(), u"model"_s);
            QVERIFY(model["created"_L1].isDouble());
            QVERIFY(model["owned_by"_L1].isString());
            ids.append(model["id"_L1].toString());
        }
        for (const QString &id : {u"smart"_s, u"both"_s, u"gpt-4o"_s, u"shared"_s, u"sonnet"_s, u"claude-4"_s,
                                  u"org/deep-model:free"_s})
            QCOMPARE(ids.count(id), 1);
        QVERIFY(!ids.contains(u"hidden"_s));   // its provider is off
        QVERIFY(ids.filter(u"*"_s).isEmpty()); // a pattern is no name
    }
    const RawAnswer head = [&] {
        RawClient client(m_gateway->port());
        client.send(httpRequest("HEAD", "/v1/models") + httpRequest("GET", "/health"));
        return client.readAnswer(std::chrono::seconds(5), true);
    }();
    QCOMPARE(head.status, 200);
    QVERIFY(head.header("content-length").toInt() > 100);
}

void TestRouting::listsInAnthropicsShape()
{
    const RawAnswer answer = ask(httpRequest("GET", "/v1/models", {}, {"anthropic-version: 2023-06-01"}));
    const QJsonObject list = jsonOf(answer.body);
    QCOMPARE(list["has_more"_L1].toBool(true), false);
    QVERIFY(list.contains("first_id"_L1));
    const QJsonObject model = list["data"_L1].toArray().first().toObject();
    QCOMPARE(model["type"_L1].toString(), u"model"_s);
    QVERIFY(model.contains("display_name"_L1));
    QVERIFY(model.contains("created_at"_L1));
    const RawAnswer unknown =
        ask(httpRequest("GET", "/v1/models/nothing", {}, {"anthropic-version: 2023-06-01"}));
    QCOMPARE(unknown.status, 404);
    QCOMPARE(jsonOf(unknown.body)["error"_L1].toObject()["type"_L1].toString(), u"not_found_error"_s);
}

void TestRouting::findsOneModel_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("id");
    QTest::newRow("plain") << QByteArray("/v1/models/gpt-4o") << u"gpt-4o"_s;
    QTest::newRow("route") << QByteArray("/models/smart") << u"smart"_s;
    QTest::newRow("with a slash") << QByteArray("/v1/models/org/deep-model:free") << u"org/deep-model:free"_s;
    QTest::newRow("with an encoded slash")
        << QByteArray("/v1/models/org%2Fdeep-model%3Afree") << u"org/deep-model:free"_s;
    QTest::newRow("unknown") << QByteArray("/v1/models/nothing") << QString();
}

void TestRouting::findsOneModel()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, id);
    const RawAnswer answer = ask(httpRequest("GET", path));
    QCOMPARE(answer.status, id.isEmpty() ? 404 : 200);
    if (id.isEmpty())
        QCOMPARE(errorCode(answer), u"model_not_found"_s);
    QCOMPARE(jsonOf(answer.body)["id"_L1].toString(), id);
}

QTEST_GUILESS_MAIN(TestRouting)
#include "tst_routing.moc"
