// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"
#include "tests/end_to_end/usage_rows.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! What is wrong is posted to the webhook, once, and without secrets.
class TestAlerts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefusedKey()
    {
        FakeProvider hook;
        Rig rig({}, to(hook));
        rig.provider.answerWith([](const FakeRequest &) {
            return FakeAnswer::json(QByteArray("{\"error\":{\"message\":\"bad key " + fakeKey + "\"}}"), 401);
        });
        rig.ask(chatRequest());
        const QJsonObject alert = next(hook);
        QCOMPARE(alert.value("event"_L1).toString(), u"key_refused"_s);
        QCOMPARE(alert.value("subject"_L1).toString(), u"openai"_s);
        QVERIFY(!alert.value("message"_L1).toString().isEmpty());
        rig.ask(chatRequest());
        QCOMPARE(rig.gateway.stop(), 0);
        QCOMPARE(hook.requestCount(), 1);
    }

    void aProviderThatIsDown()
    {
        FakeProvider hook;
        Rig rig(R"(,"retry":{"attempts":1})", to(hook) + noCooldown);
        rig.provider.answerWith([](const FakeRequest &) { return FakeAnswer::json("{}", 500); });
        for (int i = 0; i < 4; ++i)
            rig.ask(chatRequest());
        QCOMPARE(next(hook).value("event"_L1).toString(), u"provider_down"_s);
        rig.provider.answerWith([](const FakeRequest &) { return FakeAnswer::json(answerWith(1, 1)); });
        rig.ask(chatRequest());
        QCOMPARE(next(hook).value("event"_L1).toString(), u"provider_up"_s);
    }

    void aBudget()
    {
        FakeProvider hook;
        FakeProvider provider;
        const QByteArray models = "[{\"id\":\"big\",\"price\":{\"input\":0,\"output\":1000}}]";
        GatehouseProcess gateway(configWith({providerWith(provider.port(), models)},
                                            to(hook) + ",\"budget\":{\"monthlyUsd\":0.1}"));
        QVERIFY(gateway.isListening());
        provider.answerWith([](const FakeRequest &) { return FakeAnswer::json(answerWith(1, 85)); });
        exchange(gateway.port(), chatRequest("big"));
        QCOMPARE(next(hook).value("event"_L1).toString(), u"budget_nearly_used"_s);
        exchange(gateway.port(), chatRequest("big"));
        QCOMPARE(next(hook).value("event"_L1).toString(), u"budget_used"_s);
        QCOMPARE(exchange(gateway.port(), chatRequest("big")).status, 429);
    }

    //! Nobody takes the posts: requests go on.
    void aWebhookThatIsGone()
    {
        FakeProvider hook;
        Rig rig({}, to(hook));
        hook.refuse();
        rig.provider.answerWith([](const FakeRequest &) { return FakeAnswer::json("{}", 401); });
        rig.ask(chatRequest());
        QCOMPARE(exchange(rig.gateway.port(), httpRequest("GET", "/health")).status, 200);
        QCOMPARE(rig.gateway.stop(), 0);
    }

private:
    static QByteArray to(const FakeProvider &hook)
    {
        return ",\"alerts\":{\"webhookUrl\":\"http://127.0.0.1:" + QByteArray::number(hook.port()) +
               "/hook?token=x\"}";
    }

    //! The next post, which must hold no secret.
    static QJsonObject next(FakeProvider &hook)
    {
        const FakeRequest post = hook.nextRequest();
        if (post.body.contains(fakeKey) || post.target != "/hook?token=x")
            return {};
        return jsonOf(post.body);
    }
};

QTEST_GUILESS_MAIN(TestAlerts)
#include "tst_alerts.moc"
