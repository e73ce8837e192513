// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/pipeline/alert_bench.h"

#include <QTest>

using namespace gatehouse;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

//! A person is told of what is wrong: once each, and not of what is no one's business.
class TestAlertWatch : public QObject
{
    Q_OBJECT

    using Kinds = QList<int>;

private Q_SLOTS:
    void tellsOfDownAndUpOnce()
    {
        Watched w;
        w.look();
        w.health.failed(u"a"_s, u"x"_s);
        w.health.failed(u"a"_s, u"x"_s);
        w.look();
        QCOMPARE(w.kinds(), Kinds{});
        w.goDown();
        QCOMPARE(w.told.size(), 1);
        QCOMPARE(w.told[0].kind, Alert::ProviderDown);
        QCOMPARE(w.told[0].subject, u"a"_s);
        QCOMPARE(w.told[0].timeMs, nowMs);
        QVERIFY2(w.told[0].message.contains("No way there."_L1), qPrintable(w.told[0].message));
        w.told.clear();
        w.goDown();
        QCOMPARE(w.kinds(), Kinds{});
        w.health.answered(u"a"_s, 1);
        w.look();
        w.look();
        QCOMPARE(w.kinds(), Kinds{Alert::ProviderUp});
        w.goDown();
        QCOMPARE(w.kinds(), Kinds{Alert::ProviderDown});
    }

    void tellsNothingAtFirst()
    {
        Watched w;
        w.health.answered(u"a"_s, 1);
        w.look();
        w.attempt(200);
        QCOMPARE(w.kinds(), Kinds{});
    }

    void forgetsWhatIsSwitchedOff()
    {
        Watched w;
        w.goDown();
        QCOMPARE(w.kinds(), Kinds{Alert::ProviderDown});
        w.config.providers[0].enabled = false;
        w.apply();
        w.health.answered(u"a"_s, 1);
        w.look();
        w.attempts(50, 500);
        QCOMPARE(w.kinds(), Kinds{}); // nor of a provider that is up again without anybody's wish
        w.config.providers.clear();
        w.apply();
        w.goDown();
        QCOMPARE(w.kinds(), Kinds{});
    }

    void staysDownOverAnotherConfiguration()
    {
        Watched w;
        w.goDown();
        w.config.defaultModel = u"m"_s;
        w.apply();
        w.look();
        QCOMPARE(w.kinds(), Kinds{Alert::ProviderDown});
    }

    void tellsOfARefusedKeyOnce()
    {
        Watched w;
        w.config.providers[0].apiKeys = {u"${ALERT_KEY_1}"_s};
        w.apply(keys("first-key-0123", ""));
        w.refuseKey();
        w.refuseKey();
        QCOMPARE(w.kinds(), Kinds{Alert::KeyRefused});
        w.attempt(200); // one that was on its way before
        w.look();
        QCOMPARE(w.kinds(), Kinds{});
        w.now += 2 * longCooldown;
        w.look();
        w.refuseKey(); // it is asked again, in vain
        QCOMPARE(w.kinds(), Kinds{});
        w.now += 2 * longCooldown;
        w.look();
        w.attempt(200);
        w.refuseKey();
        QCOMPARE(w.kinds(), Kinds{Alert::KeyRefused});
        w.apply(keys("another-key-0123", ""));
        w.refuseKey();
        QCOMPARE(w.kinds(), Kinds{Alert::KeyRefused});
    }

    void takesNoOtherKeysAnswerForTheRefusedOnes()
    {
        Watched w;
        w.config.providers[0].apiKeys = {u"${ALERT_KEY_1}"_s, u"${ALERT_KEY_2}"_s};
        w.apply(keys("first-key-0123", "second-key-0123"));
        w.refuseKey();
        QCOMPARE(w.kinds(), Kinds{Alert::KeyRefused});
        w.attempts(5, 200);
        w.now += 2 * longCooldown;
        w.look();
        w.attempt(200); // the other one
        w.refuseKey();
        QCOMPARE(w.kinds(), Kinds{});
    }

    void seesARefusalWithoutACooldown()
    {
        Watched w;
        w.cooldowns.setMaximum(0ms);
        w.attempt(401, {}, "/providers/a/v1/organization");
        QCOMPARE(w.kinds(), Kinds{}); // asked for something that no such key opens
        w.attempt(401);
        w.attempt(401);
        w.look();
        QCOMPARE(w.kinds(), Kinds{Alert::KeyRefused});
        w.attempt(200);
        w.attempt(401);
        QCOMPARE(w.kinds(), Kinds{Alert::KeyRefused});
    }

    void saysNoSecrets()
    {
        Watched w;
        w.redactor.setSecrets({"first-key-0123456789"});
        for (int i = 0; i < Health::downAfter; ++i)
            w.health.failed(u"a"_s,
                            u"It says: first-key-0123456789\n\x1b[31m and sk-proj-a1B2c3D4e5F6g7H8i9J0 "_s +
                                QString(2000, u'x'));
        w.look();
        QCOMPARE(w.told.size(), 1);
        const QString message = w.told[0].message;
        QVERIFY2(!message.contains("first-key-0123456789"_L1) && !message.contains("sk-proj-a1B2"_L1),
                 qPrintable(message));
        QVERIFY(!message.contains(u'\n') && !message.contains(u'\x1b'));
        QVERIFY(message.size() <= 300);
    }

    void passesOthersOn()
    {
        Watched w;
        const Alert alert{Alert::BudgetUsed, u"Cursor"_s, u"It is used up."_s, nowMs};
        w.watch.pass(alert);
        QCOMPARE(w.told, QList<Alert>{alert});
    }
};

QTEST_GUILESS_MAIN(TestAlertWatch)
#include "tst_alert_watch.moc"
