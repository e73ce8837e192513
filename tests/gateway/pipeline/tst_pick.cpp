// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/pipeline/pick_round.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! Who is asked, and who after that.
class TestPick : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void triesAgainAfterABackoff()
    {
        PickRound round({provider(u"a"_s, {}, 3), provider(u"b"_s)});
        QCOMPARE(round.next(), "a");
        round.fail(failure(FailureKind::Transient));
        QCOMPARE(round.next(), "wait 50");
        round.now += 50ms;
        QCOMPARE(round.next(), "a");
        round.fail(failure(FailureKind::Transient), 1.0);
        QCOMPARE(round.next(), "wait 200"); // doubled, full jitter
        round.now += 200ms;
        QCOMPARE(round.next(), "a");
        round.fail(failure(FailureKind::Transient));
        QCOMPARE(round.next(), "b"); // its three tries are used up
    }

    void goesOnAtOnce_data()
    {
        QTest::addColumn<FailureKind>("kind");
        QTest::newRow("unreachable") << FailureKind::Unreachable;
        QTest::newRow("lasting") << FailureKind::Lasting;
        QTest::newRow("limited") << FailureKind::RateLimited;
        QTest::newRow("quota") << FailureKind::QuotaGone;
        QTest::newRow("key") << FailureKind::KeyRefused;
    }

    void goesOnAtOnce()
    {
        QFETCH(FailureKind, kind);
        PickRound round({provider(u"a"_s), provider(u"b"_s)});
        QCOMPARE(round.next(), "a");
        round.fail(failure(kind));
        QCOMPARE(round.next(), "b");
    }

    void whoCannotCarryItHidesNobody()
    {
        const Error carries{400, "invalid_request_error", "unsupported_value", u"n"_s};
        PickRound alone({provider(u"a"_s)});
        QCOMPARE(alone.next(), "a");
        alone.candidates.cannotCarry(*alone.picked, carries);
        QCOMPARE(alone.next(), "unsupported_value");

        PickRound keyless({provider(u"a"_s), provider(u"b"_s, {u"${NONE}"_s})});
        QCOMPARE(keyless.next(), "a");
        keyless.candidates.cannotCarry(*keyless.picked, carries);
        QCOMPARE(keyless.next(), "provider_key_missing"); // which a person can mend

        PickRound failing({provider(u"a"_s), provider(u"b"_s)});
        QCOMPARE(failing.next(), "a");
        failing.candidates.cannotCarry(*failing.picked, carries);
        QCOMPARE(failing.next(), "b");
        failing.fail(failure(FailureKind::Lasting));
        QCOMPARE(failing.next(), "failed");
    }

    void theRequestsOwnFaultEndsIt()
    {
        PickRound round({provider(u"a"_s), provider(u"b"_s)});
        QCOMPARE(round.next(), "a");
        round.fail(failure(FailureKind::RequestFault));
        QCOMPARE(round.next(), "failed");
    }

    void triesTheOnlyOneAgainWhenItIsUnreachable()
    {
        PickRound round({provider(u"a"_s)});
        QCOMPARE(round.next(), "a");
        round.fail(failure(FailureKind::Unreachable), 0);
        QCOMPARE(round.next(), "a");
        round.fail(failure(FailureKind::Unreachable), 0);
        QCOMPARE(round.next(), "failed");
    }

    void takesKeysInTurn()
    {
        PickRound round({provider(u"a"_s, {u"${K1}"_s, u"${NOT_SET}"_s, u"${K2}"_s})});
        QByteArrayList order;
        for (int i = 0; i < 6; ++i)
            order.append(round.next());
        QCOMPARE(order.count("a/1"), 0);
        QVERIFY(order.count("a/0") >= 2 && order.count("a/2") >= 2);
    }

    void triesEachKeyOnceWhenLimited()
    {
        PickRound round({provider(u"a"_s, {u"${K1}"_s, u"${K2}"_s}, 1)});
        const QByteArray first = round.next();
        round.fail(failure(FailureKind::RateLimited, 60s));
        const QByteArray second = round.next();
        QVERIFY(first != second && second.startsWith("a/"));
        round.fail(failure(FailureKind::RateLimited, 60s));
        QCOMPARE(round.next(), "failed");
    }

    void leavesAloneWhatCools()
    {
        PickRound round({provider(u"a"_s), provider(u"b"_s)});
        round.cooldowns.limited({u"a"_s, {}, "m"}, Cooling::RateLimit, u"limited"_s, 40s, start);
        QCOMPARE(round.next(), "b");
        round.cooldowns.limited({u"b"_s, {}, "m"}, Cooling::RateLimit, u"limited"_s, 20s, start);
        PickRound other({provider(u"a"_s), provider(u"b"_s)});
        other.cooldowns = round.cooldowns;
        auto refused = pick(other.candidates, other.turn,
                            {*other.snapshot, other.limiter, other.cooldowns, other.keyTurns, start});
        QCOMPARE(refused.error().code, "no_healthy_provider");
        QVERIFY(*refused.error().retryAfter == 20s); // the sooner of the two
    }

    void waitsInTurnWhereALimitIsReached()
    {
        Provider limited = provider(u"a"_s);
        limited.limits.concurrent = 1;
        PickRound round({limited});
        QCOMPARE(round.next(), "a");
        std::optional<Picked> running = std::move(round.picked);
        QVERIFY(round.next().startsWith("wait "));
        // Nobody overtakes.
        running.reset();
        QCOMPARE(round.woken, 1);
        QVERIFY(!round.limiter.enter(Limiter::OfProvider, u"a"_s, limited.limits, 0, start).ticket);
        QCOMPARE(round.next(), "a");
    }

    void saysWhichKeyIsMissing()
    {
        PickRound round({provider(u"a"_s, {u"${NOT_SET}"_s})});
        auto result = pick(round.candidates, round.turn,
                           {*round.snapshot, round.limiter, round.cooldowns, round.keyTurns, start});
        QCOMPARE(result.error().code, "provider_key_missing");
        QVERIFY(result.error().message.contains(u"NOT_SET"_s));
    }
};

QTEST_GUILESS_MAIN(TestPick)
#include "tst_pick.moc"
