// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/pipeline/budget_sample.h"

using namespace gatehouse;
using namespace gatehouse::budget_sample;
using namespace Qt::StringLiterals;

//! Budgets hold to the cent and to the millisecond, on a clock of the test's own.
class TestBudgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initMain() { liveInCentralEurope(); }

    void exactEdges()
    {
        const Config config = configFor({1, 0});
        const qint64 now = at("2026-05-05 12:00");
        Budgets budgets;
        for (int i = 1; i <= 10; ++i) {
            QCOMPARE(waitOf(budgets, config, now), -1);
            const Kinds expected = i == 8    ? Kinds{Alert::BudgetNearlyUsed}
                                   : i == 10 ? Kinds{Alert::BudgetUsed}
                                             : Kinds{};
            QCOMPARE(kinds(budgets.spend(config, a, 0.1, now)), expected); // ten cents, ten times
        }
        QCOMPARE(waitOf(budgets, config, now), 12 * hour);
        QCOMPARE(budgets.spend(config, a, 0.5, now), QList<Alert>()); // once in a period
    }

    void justBelow()
    {
        const Config config = configFor({1, 0});
        const qint64 now = at("2026-05-05 12:00");
        Budgets budgets;
        QCOMPARE(budgets.spend(config, a, 0.799999, now), QList<Alert>());
        QCOMPARE(kinds(budgets.spend(config, a, 0.2, now)), Kinds{Alert::BudgetNearlyUsed});
        QCOMPARE(waitOf(budgets, config, now), -1);
        QCOMPARE(kinds(budgets.spend(config, a, 0.000001, now)), Kinds{Alert::BudgetUsed});
        QVERIFY(waitOf(budgets, config, now) > 0);
    }

    void whatIsSaid()
    {
        const Config config = configFor({5, 0}, {0, 6});
        const qint64 now = at("2026-05-05 12:00");
        Budgets budgets;
        const QList<Alert> alerts = budgets.spend(config, a, 5.02, now);
        QCOMPARE(
            alerts,
            QList<Alert>({{Alert::BudgetNearlyUsed, QString(),
                           u"All requests together have spent $5.02 of the budget of $6.00 a month, which "
                           "begins anew at 2026-06-01 00:00."_s,
                           now},
                          {Alert::BudgetUsed, a,
                           u"The client 'A' has used up the budget of $5.00 a day: $5.02 are spent. It "
                           "begins anew at 2026-05-06 00:00."_s,
                           now}}));
        const auto error = budgets.check(config, &config.clients[0], now);
        QCOMPARE(error->status, 429);
        QCOMPARE(error->type, "rate_limit_error");
        QCOMPARE(error->code, "budget_exceeded");
        QCOMPARE(error->message, alerts[1].message);
        QVERIFY(!budgets.check(config, &config.clients[1], now));
        QVERIFY(!budgets.check(config, nullptr, now));
    }

    void periodsEnd_data()
    {
        QTest::addColumn<qint64>("spent");
        QTest::addColumn<bool>("monthly");
        QTest::addColumn<qint64>("wait"); // hours
        const auto row = [](const char *when, bool monthly, qint64 hours) {
            QTest::addRow("%s, %s", when, monthly ? "month" : "day") << at(when) << monthly << hours;
        };
        row("2026-05-05 00:00", false, 24);
        row("2026-05-05 23:00", false, 1);
        row("2026-03-29 00:00", false, 23); // the clocks are put forward
        row("2026-03-29 12:00", false, 12);
        row("2026-10-25 00:00", false, 25); // and back
        row("2026-10-25 01:00", false, 24);
        row("2026-12-31 20:00", false, 4);
        row("2026-05-01 00:00", true, 31 * 24);
        row("2026-02-28 12:00", true, 12);
        row("2028-02-28 12:00", true, 36); // a leap year
        row("2026-03-28 00:00", true, 4 * 24 - 1);
        row("2026-10-25 00:00", true, 7 * 24 + 1);
        row("2026-12-31 23:00", true, 1);
    }
    void periodsEnd()
    {
        QFETCH(const qint64, spent);
        QFETCH(const bool, monthly);
        QFETCH(const qint64, wait);
        const Config config = configFor(monthly ? Budget{0, 1} : Budget{1, 0});
        Budgets budgets;
        budgets.spend(config, a, 1, spent);
        const qint64 end = spent + wait * hour;
        QCOMPARE(waitOf(budgets, config, spent), wait * hour);
        QCOMPARE(waitOf(budgets, config, end - 1), 1);
        QCOMPARE(waitOf(budgets, config, end), -1);
        QCOMPARE(budgets.status(config, end - 1).first().untilMs, std::optional(end));
        const BudgetStatus anew = budgets.status(config, end).first();
        QVERIFY(!anew.untilMs);
        QCOMPARE(monthly ? anew.spentThisMonth : anew.spentToday, 0.0);
        QCOMPARE(kinds(budgets.spend(config, a, 1, end)), Kinds{Alert::BudgetUsed});
    }

    void monthsOutliveDays()
    {
        const Config config = configFor({2, 5});
        Budgets budgets;
        for (int day = 1; day <= 3; ++day) {
            const qint64 now = at("2026-05-01 12:00") + (day - 1) * 24 * hour;
            QCOMPARE(waitOf(budgets, config, now), -1);
            budgets.spend(config, a, 2, now);
            // The one that ends last is what there is to wait for.
            QCOMPARE(waitOf(budgets, config, now), day < 3 ? 12 * hour : at("2026-06-01 00:00") - now);
        }
        const BudgetStatus status = budgets.status(config, at("2026-05-04 09:00")).first();
        QCOMPARE(status, (BudgetStatus{a, {2, 5}, 0, 6, false, at("2026-06-01 00:00")}));
        QVERIFY(budgets.check(config, &config.clients[0], at("2026-05-31 23:59"))
                    ->message.contains(u"$5.00 a month"_s));
        QCOMPARE(waitOf(budgets, config, at("2026-06-01 00:00")), -1);
    }

    void ofAllTogether()
    {
        const Config config = configFor({}, {1, 0});
        const qint64 now = at("2026-05-05 12:00");
        Budgets budgets;
        budgets.spend(config, a, 0.4, now);
        budgets.spend(config, u"B"_s, 0.3, now);
        QCOMPARE(kinds(budgets.spend(config, {}, 0.3, now)), Kinds{Alert::BudgetUsed}); // without a key
        for (const Client *client : {&config.clients[0], &config.clients[1], (const Client *)nullptr}) {
            const auto error = budgets.check(config, client, now);
            QVERIFY(error && error->message.startsWith("All requests together have used up"_L1));
        }
        QCOMPARE(budgets.status(config, now),
                 QList<BudgetStatus>({{{}, {1, 0}, 1, 1, false, now + 12 * hour}}));
    }

    void lifted()
    {
        const Config config = configFor({1, 3});
        const qint64 now = at("2026-05-05 12:00");
        Budgets budgets;
        budgets.lift(config, a, now); // nothing is used up yet
        budgets.spend(config, a, 1, now);
        QCOMPARE(waitOf(budgets, config, now), 12 * hour);
        budgets.lift(config, a, now);
        QCOMPARE(waitOf(budgets, config, now), -1);
        QCOMPARE(budgets.status(config, now).first(), (BudgetStatus{a, {1, 3}, 1, 1, true, now + 12 * hour}));

        budgets.spend(config, a, 2, now); // now the month's too
        const qint64 month = at("2026-06-01 00:00");
        QCOMPARE(waitOf(budgets, config, now), month - now);
        QCOMPARE(budgets.status(config, now).first(), (BudgetStatus{a, {1, 3}, 3, 3, false, month}));
        budgets.lift(config, a, now);
        QCOMPARE(waitOf(budgets, config, now), -1);
        QCOMPARE(budgets.status(config, now).first(), (BudgetStatus{a, {1, 3}, 3, 3, true, month}));

        const qint64 tomorrow = now + 12 * hour; // the day's holds again, the month's does not
        QCOMPARE(waitOf(budgets, config, tomorrow), -1);
        budgets.spend(config, a, 1, tomorrow);
        QCOMPARE(waitOf(budgets, config, tomorrow), 24 * hour);
        budgets.spend(config, a, 3, month);
        QCOMPARE(waitOf(budgets, config, month), 30 * 24 * hour);
    }

    void liftedForOneOnly()
    {
        const Config config = configFor({1, 0}, {1, 0});
        const qint64 now = at("2026-05-05 12:00");
        Budgets budgets;
        budgets.spend(config, a, 1, now);
        budgets.lift(config, a, now);
        QVERIFY(budgets.check(config, &config.clients[0], now)->message.startsWith("All requests"_L1));
        budgets.lift(config, {}, now);
        QCOMPARE(waitOf(budgets, config, now), -1);
    }

    void mayBeOverdrawnByWhatRunsAlready()
    {
        const Config config = configFor({1, 0});
        const qint64 now = at("2026-05-05 12:00");
        Budgets budgets;
        int alerts = 0;
        for (int i = 0; i < 50; ++i)
            QCOMPARE(waitOf(budgets, config, now), -1); // all of them are let in
        for (int i = 0; i < 50; ++i)
            alerts += int(budgets.spend(config, a, 0.9, now).size());
        QCOMPARE(alerts, 2);
        QVERIFY(qAbs(budgets.status(config, now).first().spentToday - 45) < 1e-6);
        QCOMPARE(waitOf(budgets, config, now), 12 * hour);
    }

    void changedBudgetsHoldAtOnce()
    {
        const qint64 now = at("2026-05-05 12:00");
        Budgets budgets;
        budgets.spend(configFor({}), a, 5, now); // counted although there is no budget
        QVERIFY(waitOf(budgets, configFor({5, 0}), now) > 0);
        QCOMPARE(waitOf(budgets, configFor({6, 0}), now), -1);
        QCOMPARE(waitOf(budgets, configFor({}), now), -1);
        QCOMPARE(budgets.status(configFor({}), now), QList<BudgetStatus>());
    }

    void nonsenseCostsNothing()
    {
        const Config config = configFor({1, 0});
        const qint64 now = at("2026-05-05 12:00");
        Budgets budgets;
        for (double usd : {0.0, -1.0, qQNaN(), qInf(), -qInf()})
            QCOMPARE(budgets.spend(config, a, usd, now), QList<Alert>());
        QCOMPARE(budgets.status(config, now).first().spentToday, 0.0);
    }

    void clockThatIsSetBack()
    {
        const Config config = configFor({1, 0});
        const qint64 now = at("2030-05-05 12:00");
        Budgets budgets;
        budgets.spend(config, a, 1, now);
        const qint64 right = at("2026-05-05 12:00");
        QCOMPARE(waitOf(budgets, config, right), -1); // not for four years
        budgets.spend(config, a, 1, right);
        QCOMPARE(waitOf(budgets, config, right), 12 * hour);
    }
};

QTEST_GUILESS_MAIN(TestBudgets)
#include "tst_budgets.moc"
