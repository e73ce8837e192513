// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/admit.h"
#include "tests/gateway/pipeline/sample.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const TimePoint start = TimePoint(1h);

Plan planFor(const Snapshot &snapshot)
{
    Plan plan;
    if (!snapshot.clients.empty())
        plan.call.caller.client = &snapshot.clients.front();
    return plan;
}

std::shared_ptr<const Snapshot> limitedClient(Limits limits)
{
    Config config;
    config.clients = {sample::client(u"A"_s, "a")};
    config.clients.first().limits = limits;
    return sample::snapshot(config);
}

} // namespace

//! Limits of clients and providers, on a clock of the test's own.
class TestAdmit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsRequestsPerMinute()
    {
        const auto snapshot = limitedClient({3, 0, 0});
        Limiter limiter;
        for (int i = 0; i < 3; ++i)
            QVERIFY(admit(limiter, planFor(*snapshot), start));
        const auto fourth = admit(limiter, planFor(*snapshot), start);
        QCOMPARE(fourth.error().status, 429);
        QCOMPARE(fourth.error().code, "rate_limit_exceeded");
        QVERIFY(fourth.error().retryAfter);
        QVERIFY(*fourth.error().retryAfter > 0ms && *fourth.error().retryAfter <= 20s);
        QVERIFY(!admit(limiter, planFor(*snapshot), start + 19s));
        QVERIFY(admit(limiter, planFor(*snapshot), start + 21s));
    }

    void countsWhatRuns()
    {
        const auto snapshot = limitedClient({0, 0, 2});
        Limiter limiter;
        auto first = admit(limiter, planFor(*snapshot), start);
        auto second = admit(limiter, planFor(*snapshot), start);
        QVERIFY(first && second);
        QCOMPARE(limiter.running(Limiter::OfClient, u"A"_s), 2);
        QCOMPARE(admit(limiter, planFor(*snapshot), start).error().status, 429);
        first->ticket = {};
        QCOMPARE(limiter.running(Limiter::OfClient, u"A"_s), 1);
        QVERIFY(admit(limiter, planFor(*snapshot), start));
    }

    void cancelledCostsNothing()
    {
        const auto snapshot = limitedClient({1, 0, 1});
        Limiter limiter;
        auto plan = admit(limiter, planFor(*snapshot), start);
        QVERIFY(plan);
        plan->ticket.cancel();
        QCOMPARE(limiter.running(Limiter::OfClient, u"A"_s), 0);
        QVERIFY(admit(limiter, planFor(*snapshot), start));
        QVERIFY(!admit(limiter, planFor(*snapshot), start));
    }

    void giveBackSurvivesMoves()
    {
        const auto snapshot = limitedClient({0, 0, 1});
        Limiter limiter;
        {
            auto plan = admit(limiter, planFor(*snapshot), start);
            const Plan moved = std::move(*plan);
            QCOMPARE(limiter.running(Limiter::OfClient, u"A"_s), 1);
        }
        QCOMPARE(limiter.running(Limiter::OfClient, u"A"_s), 0);
    }
};

QTEST_GUILESS_MAIN(TestAdmit)
#include "tst_admit.moc"
