// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/pick.h"
#include "tests/gateway/pipeline/sample.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const TimePoint start = TimePoint(1h);

Failure failure(FailureKind kind, std::optional<std::chrono::milliseconds> asked = {})
{
    return {kind, {500, "provider_error", "failed", u"It failed."_s}, asked};
}

//! One request that goes round its candidates, on a clock of the test's own.
struct Round
{
    std::shared_ptr<const Snapshot> snapshot;
    Candidates candidates;
    Limiter limiter;
    Cooldowns cooldowns;
    KeyTurns keyTurns;
    Turn turn{[this] { ++woken; }};
    int woken = 0;
    TimePoint now = start;
    std::optional<Picked> picked;

    explicit Round(const QList<Provider> &providers)
    {
        Config config;
        config.providers = providers;
        Environment environment;
        environment.readFile("K1=key-one-0123456789\nK2=key-two-0123456789\n");
        snapshot = std::make_shared<const Snapshot>(config, environment, KeychainKeys());
        QList<Candidate> all;
        for (int i = 0; i < providers.size(); ++i)
            all.append({i, "m"});
        candidates = Candidates(*snapshot, all);
    }

    //! Who comes next: `id`, `id/key`, `wait MS` or `code`.
    QByteArray next()
    {
        auto result = pick(candidates, turn, {*snapshot, limiter, cooldowns, keyTurns, now});
        if (!result)
            return result.error().code;
        if (!result->picked)
            return "wait " + QByteArray::number(qint64(result->wait.count()));
        picked = std::move(result->picked);
        const QByteArray id = picked->provider->config->id.toUtf8();
        return picked->key < 0 ? id : QByteArray(id + '/' + QByteArray::number(picked->key));
    }

    void fail(const Failure &why, double jitter = 0.5) { candidates.failed(*picked, why, jitter, now); }
};

Provider provider(const QString &id, const QStringList &keys = {}, int attempts = 2)
{
    Provider made = sample::provider(id, {});
    made.apiKeys = keys;
    made.retry = {attempts, 100ms, 1000ms};
    return made;
}

} // namespace

//! Who is asked, and who after that.
class TestPick : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void triesAgainAfterABackoff()
    {
        Round round({provider(u"a"_s, {}, 3), provider(u"b"_s)});
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
        Round round({provider(u"a"_s), provider(u"b"_s)});
        QCOMPARE(round.next(), "a");
        round.fail(failure(kind));
        QCOMPARE(round.next(), "b");
    }

    void whoCannotCarryItHidesNobody()
    {
        const Error carries{400, "invalid_request_error", "unsupported_value", u"n"_s};
        Round alone({provider(u"a"_s)});
        QCOMPARE(alone.next(), "a");
        alone.candidates.cannotCarry(*alone.picked, carries);
        QCOMPARE(alone.next(), "unsupported_value");

        Round keyless({provider(u"a"_s), provider(u"b"_s, {u"${NONE}"_s})});
        QCOMPARE(keyless.next(), "a");
        keyless.candidates.cannotCarry(*keyless.picked, carries);
        QCOMPARE(keyless.next(), "provider_key_missing"); // which a person can mend

        Round failing({provider(u"a"_s), provider(u"b"_s)});
        QCOMPARE(failing.next(), "a");
        failing.candidates.cannotCarry(*failing.picked, carries);
        QCOMPARE(failing.next(), "b");
        failing.fail(failure(FailureKind::Lasting));
        QCOMPARE(failing.next(), "failed");
    }

    void theRequestsOwnFaultEndsIt()
    {
        Round round({provider(u"a"_s), provider(u"b"_s)});
        QCOMPARE(round.next(), "a");
        round.fail(failure(FailureKind::RequestFault));
        QCOMPARE(round.next(), "failed");
    }

    void triesTheOnlyOneAgainWhenItIsUnreachable()
    {
        Round round({provider(u"a"_s)});
        QCOMPARE(round.next(), "a");
        round.fail(failure(FailureKind::Unreachable), 0);
        QCOMPARE(round.next(), "a");
        round.fail(failure(FailureKind::Unreachable), 0);
        QCOMPARE(round.next(), "failed");
    }

    void takesKeysInTurn()
    {
        Round round({provider(u"a"_s, {u"${K1}"_s, u"${NOT_SET}"_s, u"${K2}"_s})});
        QByteArrayList order;
        for (int i = 0; i < 6; ++i)
            order.append(round.next());
        QCOMPARE(order.count("a/1"), 0);
        QVERIFY(order.count("a/0") >= 2 && order.count("a/2") >= 2);
    }

    void triesEachKeyOnceWhenLimited()
    {
        Round round({provider(u"a"_s, {u"${K1}"_s, u"${K2}"_s}, 1)});
        const QByteArray first = round.next();
        round.fail(failure(FailureKind::RateLimited, 60s));
        const QByteArray second = round.next();
        QVERIFY(first != second && second.startsWith("a/"));
        round.fail(failure(FailureKind::RateLimited, 60s));
        QCOMPARE(round.next(), "failed");
    }

    void waitsOutAShortLimit()
    {
        Round round({provider(u"a"_s)});
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
        Round round({provider(u"a"_s)});
        QCOMPARE(round.next(), "a");
        round.fail(failure(FailureKind::RateLimited, 1000ms));
        round.now += 1ms; // between the failure and the look
        QCOMPARE(round.next(), "wait 999");
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
        Round round({provider(u"a"_s, {u"${K1}"_s, u"${K2}"_s})});
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
        Round round({provider(u"a"_s)});
        const Scope scope{u"a"_s, {}, "m"};
        round.cooldowns.limited(scope, Cooling::RateLimit, u"limited"_s, 5s, start);
        QCOMPARE(round.next(), "no_healthy_provider");
        round.now += 5s;
        QVERIFY(round.cooldowns.began(scope, round.now));
        QCOMPARE(round.next(), "wait 100");
        Round other({provider(u"a"_s)});
        other.cooldowns = round.cooldowns;
        other.now = round.now;
        round.cooldowns.succeeded(scope, round.now);
        QCOMPARE(round.next(), "a");
        QCOMPARE(other.next(), "wait 100");
        other.now += 1000ms; // as long as a provider may ask for
        QCOMPARE(other.next(), "no_healthy_provider");
    }

    void doesNotWaitOutALongLimit()
    {
        Round round({provider(u"a"_s)});
        QCOMPARE(round.next(), "a");
        round.fail(failure(FailureKind::RateLimited, 1001ms));
        QCOMPARE(round.next(), "failed");
    }

    void leavesAloneWhatCools()
    {
        Round round({provider(u"a"_s), provider(u"b"_s)});
        round.cooldowns.limited({u"a"_s, {}, "m"}, Cooling::RateLimit, u"limited"_s, 40s, start);
        QCOMPARE(round.next(), "b");
        round.cooldowns.limited({u"b"_s, {}, "m"}, Cooling::RateLimit, u"limited"_s, 20s, start);
        Round other({provider(u"a"_s), provider(u"b"_s)});
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
        Round round({limited});
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
        Round round({provider(u"a"_s, {u"${NOT_SET}"_s})});
        auto result = pick(round.candidates, round.turn,
                           {*round.snapshot, round.limiter, round.cooldowns, round.keyTurns, start});
        QCOMPARE(result.error().code, "provider_key_missing");
        QVERIFY(result.error().message.contains(u"NOT_SET"_s));
    }
};

QTEST_GUILESS_MAIN(TestPick)
#include "tst_pick.moc"
