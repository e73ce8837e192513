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

//! One provider far away, one nearby, one with prices of its own; a client with a budget of a dollar.
std::shared_ptr<const Snapshot> withBudget()
{
    Config config;
    config.providers = {sample::provider(u"far"_s, {{u"gift"_s, {}, Price()}, {u"m"_s}}),
                        sample::provider(u"near"_s, {{u"m"_s}, {u"paid"_s, {}, Price{1, 1}}})};
    config.providers[1].baseUrl = u"http://127.0.0.1:11434/v1"_s;
    config.clients = {sample::client(u"A"_s, "a")};
    config.clients[0].budget.dailyUsd = 1;
    config.clients[0].limits.requestsPerMinute = 1;
    return sample::snapshot(config);
}

} // namespace

Q_DECLARE_METATYPE(QList<gatehouse::Candidate>)

//! Limits and budgets of clients, on a clock of the test's own.
class TestAdmit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsRequestsPerMinute()
    {
        const auto snapshot = limitedClient({3, 0, 0});
        Limiter limiter;
        for (int i = 0; i < 3; ++i)
            QVERIFY(admit(limiter, Budgets(), *snapshot, planFor(*snapshot), start, 0));
        const auto fourth = admit(limiter, Budgets(), *snapshot, planFor(*snapshot), start, 0);
        QCOMPARE(fourth.error().status, 429);
        QCOMPARE(fourth.error().code, "rate_limit_exceeded");
        QVERIFY(fourth.error().retryAfter);
        QVERIFY(*fourth.error().retryAfter > 0ms && *fourth.error().retryAfter <= 20s);
        QVERIFY(!admit(limiter, Budgets(), *snapshot, planFor(*snapshot), start + 19s, 0));
        QVERIFY(admit(limiter, Budgets(), *snapshot, planFor(*snapshot), start + 21s, 0));
    }

    void countsWhatRuns()
    {
        const auto snapshot = limitedClient({0, 0, 2});
        Limiter limiter;
        auto first = admit(limiter, Budgets(), *snapshot, planFor(*snapshot), start, 0);
        auto second = admit(limiter, Budgets(), *snapshot, planFor(*snapshot), start, 0);
        QVERIFY(first && second);
        QCOMPARE(limiter.running(Limiter::OfClient, u"A"_s), 2);
        QCOMPARE(admit(limiter, Budgets(), *snapshot, planFor(*snapshot), start, 0).error().status, 429);
        first->ticket = {};
        QCOMPARE(limiter.running(Limiter::OfClient, u"A"_s), 1);
        QVERIFY(admit(limiter, Budgets(), *snapshot, planFor(*snapshot), start, 0));
    }

    void cancelledCostsNothing()
    {
        const auto snapshot = limitedClient({1, 0, 1});
        Limiter limiter;
        auto plan = admit(limiter, Budgets(), *snapshot, planFor(*snapshot), start, 0);
        QVERIFY(plan);
        plan->ticket.cancel();
        QCOMPARE(limiter.running(Limiter::OfClient, u"A"_s), 0);
        QVERIFY(admit(limiter, Budgets(), *snapshot, planFor(*snapshot), start, 0));
        QVERIFY(!admit(limiter, Budgets(), *snapshot, planFor(*snapshot), start, 0));
    }

    void usedUpBudgets_data()
    {
        QTest::addColumn<QList<Candidate>>("candidates");
        QTest::addColumn<bool>("passes");
        using List = QList<Candidate>;
        QTest::newRow("far") << List{{0, "m"}} << false;
        QTest::newRow("far, of an unknown model") << List{{0, {}}} << false;
        QTest::newRow("far, price of zero") << List{{0, "gift"}} << true;
        QTest::newRow("near") << List{{1, "m"}} << true;
        QTest::newRow("near, but priced") << List{{1, "paid"}} << false;
        QTest::newRow("all of them free") << List{{1, "m"}, {0, "gift"}} << true;
        QTest::newRow("one that costs") << List{{1, "m"}, {0, "m"}} << false;
    }
    void usedUpBudgets()
    {
        QFETCH(const QList<Candidate>, candidates);
        QFETCH(const bool, passes);
        const auto snapshot = withBudget();
        constexpr qint64 now = 1'780'000'000'000;
        const auto ask = [&](Limiter &limiter, const Budgets &budgets) {
            Plan plan = planFor(*snapshot);
            plan.choice.candidates = candidates;
            return admit(limiter, budgets, *snapshot, std::move(plan), start, now);
        };
        Budgets budgets;
        Limiter untouched;
        QVERIFY(ask(untouched, budgets));

        budgets.spend(snapshot->config, u"A"_s, 1, now);
        Limiter limiter;
        const auto answer = ask(limiter, budgets);
        QCOMPARE(bool(answer), passes);
        if (!passes) {
            QCOMPARE(answer.error().status, 429);
            QCOMPARE(answer.error().code, "budget_exceeded");
            QVERIFY(answer.error().retryAfter > 0ms);
            QCOMPARE(limiter.running(Limiter::OfClient, u"A"_s), 0);
            QVERIFY(
                admit(limiter, Budgets(), *snapshot, planFor(*snapshot), start, now)); // nothing was taken
        }
    }

    void giveBackSurvivesMoves()
    {
        const auto snapshot = limitedClient({0, 0, 1});
        Limiter limiter;
        {
            auto plan = admit(limiter, Budgets(), *snapshot, planFor(*snapshot), start, 0);
            const Plan moved = std::move(*plan);
            QCOMPARE(limiter.running(Limiter::OfClient, u"A"_s), 1);
        }
        QCOMPARE(limiter.running(Limiter::OfClient, u"A"_s), 0);
    }
};

QTEST_GUILESS_MAIN(TestAdmit)
#include "tst_admit.moc"
