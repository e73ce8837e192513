// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/pipeline/pick_round.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! Who is waited for, and how long.
class TestPickWaits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsOutAShortLimit()
    {
        PickRound round({provider(u"a"_s)});
        QCOMPARE(round.next(), "a");
        round.cooldowns.limited(round.picked->scope, Cooling::RateLimit, {}, 700ms, round.now);
        round.fail(failure(FailureKind::RateLimited, 700ms));
        QCOMPARE(round.next(), "wait 700");
        round.now += 700ms;
        QCOMPARE(round.next(), "a");
        round.fail(failure(FailureKind::RateLimited, 700ms));
        QCOMPARE(round.next(), "failed"); // two tries
    }

    void waitsAsLongAsItMay()
    {
        PickRound round({provider(u"a"_s)});
        QCOMPARE(round.next(), "a");
        round.fail(failure(FailureKind::RateLimited, 1000ms));
        round.now += 500us; // between the failure and the look
        QCOMPARE(round.next(), "wait 1000");
    }

    void waitsForTheKeyThatIsFreeFirst_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("second");
        QTest::newRow("the first") << 700 << 60'000;
        QTest::newRow("the second") << 60'000 << 700;
    }

    void waitsForTheKeyThatIsFreeFirst()
    {
        QFETCH(int, first);
        QFETCH(int, second);
        PickRound round({provider(u"a"_s, {u"${K1}"_s, u"${K2}"_s})});
        QByteArray free;
        for (const int wait : {first, second}) {
            const QByteArray asked = round.next();
            if (wait == 700)
                free = asked;
            const auto time = std::chrono::milliseconds(wait);
            round.cooldowns.limited(round.picked->scope, Cooling::RateLimit, {}, time, round.now);
            round.fail(failure(FailureKind::RateLimited, time));
        }
        QCOMPARE(round.next(), "wait 700");
        round.now += 700ms;
        QCOMPARE(round.next(), free);
    }

    void waitsForAnothersProbe()
    {
        PickRound round({provider(u"a"_s)});
        const Scope scope{u"a"_s, {}, "m"};
        round.cooldowns.limited(scope, Cooling::RateLimit, u"limited"_s, 5s, start);
        QCOMPARE(round.next(), "no_healthy_provider");
        round.now += 5s;
        QVERIFY(round.cooldowns.began(scope, round.now) > 0);
        QCOMPARE(round.next(), "wait 100");
        PickRound other({provider(u"a"_s)});
        other.cooldowns = round.cooldowns;
        other.now = round.now;
        round.cooldowns.succeeded(scope, round.now);
        QCOMPARE(round.next(), "a");
        QCOMPARE(other.next(), "wait 100");
        other.now += 1000ms; // as long as a provider may ask for
        QCOMPARE(other.next(), "no_healthy_provider");
    }

    void waitsForAProbeOnceNobodyElseIsLeft()
    {
        PickRound round({provider(u"a"_s), provider(u"b"_s, {}, 1)});
        const Scope scope{u"a"_s, {}, "m"};
        round.cooldowns.limited(scope, Cooling::RateLimit, u"limited"_s, 5s, start - 5s);
        QVERIFY(round.cooldowns.began(scope, round.now) > 0);
        QCOMPARE(round.next(), "b");
        round.now += 4s;
        round.fail(failure(FailureKind::Transient));
        QCOMPARE(round.next(), "wait 100");
        round.now += 100ms;
        round.cooldowns.succeeded(scope, round.now);
        QCOMPARE(round.next(), "a");
    }

    void waitsForTheProbeOfAnotherKey()
    {
        PickRound round({provider(u"a"_s, {u"${K1}"_s, u"${K2}"_s})});
        round.next();
        const Scope limited = round.picked->scope;
        round.cooldowns.limited(limited, Cooling::RateLimit, {}, 60s, round.now);
        round.fail(failure(FailureKind::RateLimited, 60s));
        round.next();
        const Scope probed = round.picked->scope;
        QVERIFY(probed.key != limited.key);
        round.cooldowns.limited(probed, Cooling::RateLimit, {}, 0ms, round.now);
        QVERIFY(round.cooldowns.began(probed, round.now) > 0);
        QCOMPARE(round.next(), "wait 100");
        round.cooldowns.setMaximum(0s); // and so does not cool what rests
        QVERIFY(round.next() != "wait 100");
        QCOMPARE(round.picked->scope.key, probed.key);
    }

    void doesNotWaitOutALongLimit()
    {
        PickRound round({provider(u"a"_s)});
        QCOMPARE(round.next(), "a");
        round.fail(failure(FailureKind::RateLimited, 1001ms));
        QCOMPARE(round.next(), "failed");
    }
};

QTEST_GUILESS_MAIN(TestPickWaits)
#include "tst_pick_waits.moc"
