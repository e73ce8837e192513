// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/cooldowns.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const TimePoint start = TimePoint(1h);
const Scope scope{u"one"_s, "k1", "m"};

Scope probing(quint64 number)
{
    return {u"one"_s, "k1", "m", number};
}

} // namespace

//! closed → cooling → one probe → closed, on a clock of the test's own.
class TestCooldowns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coolsAProviderAfterThreeFailuresInARow()
    {
        Cooldowns cooldowns;
        cooldowns.failed(scope, u"HTTP 500"_s, start);
        cooldowns.failed(scope, u"HTTP 500"_s, start);
        cooldowns.succeeded(scope, start);
        cooldowns.failed(scope, u"HTTP 500"_s, start);
        cooldowns.failed(scope, u"HTTP 500"_s, start);
        QVERIFY(!cooldowns.blocked(scope, start));
        cooldowns.failed(scope, u"HTTP 503"_s, start);
        const auto cooling = cooldowns.blocked(scope, start);
        QVERIFY(cooling);
        QCOMPARE(cooling->source, Cooling::Failures);
        QCOMPARE(cooling->reason, u"HTTP 503"_s);
        QVERIFY(cooling->until == start + 15s);
        QVERIFY(cooldowns.blocked({u"one"_s, "k2", "n"}, start)); // all of the provider
        QVERIFY(!cooldowns.blocked({u"two"_s, "k1", "m"}, start));
    }

    void letsOneProbeThrough()
    {
        Cooldowns cooldowns;
        for (int i = 0; i < 3; ++i)
            cooldowns.failed(scope, u"down"_s, start);
        const TimePoint after = start + 15s;
        QVERIFY(cooldowns.blocked(scope, after - 1ms));
        int probes = 0;
        for (int i = 0; i < 50; ++i) {
            if (cooldowns.blocked(scope, after))
                continue;
            QVERIFY(cooldowns.began(scope, after));
            ++probes;
        }
        QCOMPARE(probes, 1);
        cooldowns.succeeded(scope, after);
        QVERIFY(!cooldowns.blocked(scope, after));
    }

    void letsAnotherProbeJoinOneThatTakesLong()
    {
        Cooldowns cooldowns;
        for (int i = 0; i < 3; ++i)
            cooldowns.failed(scope, u"down"_s, start);
        const TimePoint after = start + 15s;
        QVERIFY(!cooldowns.blocked(scope, after - 1ms)->probed);
        QVERIFY(cooldowns.began(scope, after));
        QVERIFY(cooldowns.blocked(scope, after)->probed);
        QVERIFY(cooldowns.blocked(scope, after + Cooldowns::probeTime - 1ms));
        const TimePoint later = after + Cooldowns::probeTime;
        QVERIFY(!cooldowns.blocked(scope, later));
        QVERIFY(cooldowns.began(scope, later));
        QVERIFY(cooldowns.blocked(scope, later)); // one at a time
        cooldowns.succeeded(scope, later);
        QVERIFY(!cooldowns.blocked(scope, later));
    }

    void theNewestProbeDecides()
    {
        Cooldowns cooldowns;
        for (int i = 0; i < 3; ++i)
            cooldowns.failed(scope, u"down"_s, start);
        const TimePoint after = start + 15s;
        const quint64 first = cooldowns.began(scope, after);
        const quint64 second = cooldowns.began(scope, after + Cooldowns::probeTime);
        QVERIFY(first != second);
        cooldowns.failed(probing(first), u"timeout"_s, after + 6s);
        QVERIFY(cooldowns.blocked(scope, after + 6s)->probed);
        cooldowns.failed(probing(second), u"timeout"_s, after + 7s);
        QVERIFY(cooldowns.blocked(scope, after + 7s)->until == after + 37s); // doubled once
        cooldowns.failed(probing(first), u"timeout"_s, after + 38s);
        QVERIFY(!cooldowns.blocked(scope, after + 38s));
    }

    void aProbeThatBreaksOffCoolsForTwiceTheTime()
    {
        Cooldowns cooldowns;
        for (int i = 0; i < 3; ++i)
            cooldowns.failed(scope, u"down"_s, start);
        const TimePoint after = start + 15s;
        const Scope probe = probing(cooldowns.began(scope, after));
        cooldowns.answering(probe);
        QVERIFY(!cooldowns.blocked(scope, after));
        cooldowns.failed(probe, u"broke off"_s, after + 1s);
        QVERIFY(cooldowns.blocked(scope, after + 1s)->until == after + 31s);
        const Scope next = probing(cooldowns.began(scope, after + 31s));
        cooldowns.answering(next);
        cooldowns.succeeded(next, after + 32s);
        cooldowns.failed(scope, u"down"_s, after + 33s); // as if nothing had been
        QVERIFY(!cooldowns.blocked(scope, after + 33s));
    }

    void doublesWhenTheProbeFails()
    {
        Cooldowns cooldowns;
        cooldowns.setMaximum(50s);
        for (int i = 0; i < 3; ++i)
            cooldowns.failed(scope, u"down"_s, start);
        TimePoint now = start;
        for (const auto expected : {15s, 30s, 50s, 50s}) {
            const auto cooling = cooldowns.blocked(scope, now);
            QVERIFY(cooling && cooling->until - now == expected);
            now = cooling->until;
            QVERIFY(!cooldowns.blocked(scope, now));
            const quint64 probe = cooldowns.began(scope, now);
            QVERIFY(probe > 0);
            cooldowns.failed(probing(probe), u"down"_s, now);
        }
    }

    void countsParallelFailuresOnce()
    {
        Cooldowns cooldowns;
        for (int i = 0; i < 40; ++i)
            cooldowns.failed(scope, u"down"_s, start);
        QVERIFY(cooldowns.blocked(scope, start)->until == start + 15s);
    }

    void anAbandonedProbeLetsTheNextOneTry()
    {
        Cooldowns cooldowns;
        cooldowns.limited(scope, Cooling::RateLimit, u"429"_s, 2s, start);
        const quint64 probe = cooldowns.began(scope, start + 2s);
        QVERIFY(cooldowns.blocked(scope, start + 3s));
        cooldowns.abandoned(scope, start + 3s); // an older attempt: the probe is not its own
        QVERIFY(cooldowns.blocked(scope, start + 3s));
        cooldowns.abandoned(probing(probe), start + 3s);
        QVERIFY(!cooldowns.blocked(scope, start + 3s));
    }

    void limitsOneKeyAndModel()
    {
        Cooldowns cooldowns;
        cooldowns.limited(scope, Cooling::RateLimit, u"429"_s, 2500ms, start);
        QVERIFY(cooldowns.blocked(scope, start)->until == start + 2500ms);
        QVERIFY(!cooldowns.blocked({u"one"_s, "k1", "other"}, start));
        QVERIFY(!cooldowns.blocked({u"one"_s, "k2", "m"}, start));
    }

    void clampsWhatWasAsked_data()
    {
        QTest::addColumn<qint64>("asked");
        QTest::addColumn<qint64>("waits");
        QTest::newRow("days") << qint64(86400'000 * 5) << qint64(300'000);
        QTest::newRow("negative") << qint64(-5) << qint64(0);
        QTest::newRow("nothing told") << qint64(-1) << qint64(15'000);
    }

    void clampsWhatWasAsked()
    {
        QFETCH(qint64, asked);
        QFETCH(qint64, waits);
        Cooldowns cooldowns;
        const auto told = asked == -1 ? std::nullopt : std::optional(std::chrono::milliseconds(asked));
        cooldowns.limited(scope, Cooling::RateLimit, u"429"_s, told, start);
        const auto cooling = cooldowns.blocked(scope, start);
        QCOMPARE(cooling ? qint64((cooling->until - start) / 1ms) : 0, waits);
    }

    void refusedKeysStayOut()
    {
        Cooldowns cooldowns;
        cooldowns.keyRefused(scope, u"HTTP 401"_s, start);
        QVERIFY(cooldowns.blocked({u"one"_s, "k1", "other"}, start + 299s));
        QVERIFY(!cooldowns.blocked({u"one"_s, "k2", "m"}, start));
        QVERIFY(!cooldowns.blocked(scope, start + 300s));
    }

    void anOlderSuccessLeavesAFreshCooldown()
    {
        Cooldowns cooldowns;
        cooldowns.limited(scope, Cooling::RateLimit, u"429"_s, 60s, start);
        cooldowns.succeeded(scope, start + 1s);
        QVERIFY(cooldowns.blocked(scope, start + 2s));
        cooldowns.limited(scope, Cooling::RateLimit, u"429"_s, 10s,
                          start + 2s); // a shorter wait changes nothing
        QVERIFY(cooldowns.blocked(scope, start + 59s));
        cooldowns.limited(scope, Cooling::RateLimit, u"429"_s, 90s, start + 3s);
        QVERIFY(cooldowns.blocked(scope, start + 92s));
    }

    void aRefusedProbeDoesNotBlockForEver()
    {
        Cooldowns cooldowns;
        cooldowns.limited(scope, Cooling::RateLimit, u"429"_s, 2s, start);
        const quint64 probe = cooldowns.began(scope, start + 2s);
        cooldowns.keyRefused(probing(probe), u"HTTP 401"_s, start + 2s);
        QVERIFY(cooldowns.blocked(scope, start + 100s));
        QVERIFY(!cooldowns.blocked(scope, start + 302s));
    }

    void aModelIsNotTheKey()
    {
        Cooldowns cooldowns;
        cooldowns.limited({u"one"_s, "k1", ""}, Cooling::RateLimit, u"429"_s, 60s, start);
        QVERIFY(!cooldowns.blocked(scope, start));
    }

    void canBeTurnedOff()
    {
        Cooldowns cooldowns;
        cooldowns.setMaximum(0s);
        cooldowns.keyRefused(scope, u"HTTP 401"_s, start);
        cooldowns.limited(scope, Cooling::RateLimit, u"429"_s, 2s, start);
        for (int i = 0; i < 5; ++i)
            cooldowns.failed(scope, u"down"_s, start);
        QVERIFY(!cooldowns.blocked(scope, start));
    }

    void canBeEnded()
    {
        Cooldowns cooldowns;
        cooldowns.keyRefused(scope, u"HTTP 401"_s, start);
        cooldowns.limited({u"one"_s, "k2", "m"}, Cooling::Quota, u"402"_s, {}, start);
        cooldowns.limited({u"one.2"_s, "k", "m"}, Cooling::Quota, u"402"_s, {}, start);
        QCOMPARE(cooldowns.active(u"one"_s, start).size(), 2);
        cooldowns.end(u"one"_s);
        QVERIFY(!cooldowns.blocked(scope, start));
        QCOMPARE(cooldowns.active(u"one"_s, start).size(), 0);
        QCOMPARE(cooldowns.active(u"one.2"_s, start).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCooldowns)
#include "tst_cooldowns.moc"
