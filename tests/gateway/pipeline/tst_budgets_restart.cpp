// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/pipeline/budget_sample.h"

using namespace gatehouse;
using namespace gatehouse::budget_sample;
using namespace Qt::StringLiterals;

//! What was spent before the program started counts, and nothing counts twice.
class TestBudgetsRestart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initMain() { liveInCentralEurope(); }

    void knowsWhatWasSpentBefore()
    {
        const Config config = configFor({10, 0}, {0, 100});
        const qint64 now = at("2026-05-05 12:00");
        Budgets budgets;
        budgets.spend(config, a, 1, now); // before the store has answered
        QCOMPARE(kinds(budgets.setSpent(config, {{}, {{a, 4, 5}}, {{}, 6, 60}}, {now})), Kinds());
        const QList<BudgetStatus> expected = {{{}, {0, 100}, 7, 61}, {a, {10, 0}, 5, 6}};
        QCOMPARE(budgets.status(config, now), expected);
        budgets.setSpent(config, {{}, {{a, 4, 5}}, {{}, 6, 60}}, {now}); // another answer is not another sum
        QCOMPARE(budgets.status(config, now), expected);
        budgets.setSpent(config, {{}, {}, {{}, qQNaN(), -5}}, {now});
        QCOMPARE(budgets.status(config, now),
                 QList<BudgetStatus>({{{}, {0, 100}, 1, 1}, {a, {10, 0}, 1, 1}}));
    }

    void tellsAfterARestartOnlyWhatIsNew()
    {
        const Config config = configFor({10, 0});
        const qint64 now = at("2026-05-05 12:00");
        Budgets told;
        QCOMPARE(told.setSpent(config, {{}, {{a, 8.5, 8.5}}, {{}, 8.5, 8.5}}, {now}), QList<Alert>());
        QCOMPARE(told.spend(config, a, 0.5, now), QList<Alert>());
        QCOMPARE(kinds(told.spend(config, a, 1, now)), Kinds{Alert::BudgetUsed});
        Budgets split;
        QCOMPARE(split.spend(config, a, 5, now), QList<Alert>());
        QCOMPARE(kinds(split.setSpent(config, {{}, {{a, 5, 5}}, {{}, 5, 5}}, {now})),
                 Kinds{Alert::BudgetUsed});
        QVERIFY(waitOf(split, config, now) > 0);
    }

    void aLateAnswerHoldsWhatWasCounted()
    {
        const Config config = configFor({10, 20});
        const qint64 now = at("2026-05-05 12:00");
        Budgets budgets;
        budgets.spend(config, a, 1, now);
        budgets.setSpent(config, {{}, {{a, 5, 6}}, {{}, 5, 6}}, {now, true});
        QCOMPARE(budgets.status(config, now).first(), (BudgetStatus{a, {10, 20}, 5, 6}));
    }

    void answersOfYesterdayAreNotOfToday()
    {
        const Config config = configFor({10, 20});
        const qint64 asked = at("2026-05-05 23:59");
        Budgets budgets;
        budgets.spend(config, a, 1, asked + hour);
        budgets.setSpent(config, {{}, {{a, 4, 5}}, {{}, 4, 5}}, {asked});
        QCOMPARE(budgets.status(config, asked + hour).first(), (BudgetStatus{a, {10, 20}, 1, 6}));
        Budgets idle;
        idle.setSpent(config, {{}, {{a, 4, 5}}, {{}, 4, 5}}, {at("2026-05-31 23:59")});
        QCOMPARE(idle.status(config, at("2026-06-01 00:00")).first(), (BudgetStatus{a, {10, 20}, 0, 0}));
    }
};

QTEST_GUILESS_MAIN(TestBudgetsRestart)
#include "tst_budgets_restart.moc"
