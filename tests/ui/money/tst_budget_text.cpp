// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/money/budget_text.h"

#include <QLocale>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now({2026, 3, 5}, {14, 5});

BudgetStatus status(const Budget &budget, std::optional<QDateTime> until = {})
{
    BudgetStatus result{u"Cursor"_s, budget, 1.2, 30};
    if (until)
        result.untilMs = until->toMSecsSinceEpoch();
    return result;
}

} // namespace

class TestBudgetText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void tellsBudgets()
    {
        QCOMPARE(budgetText({}), QString());
        QCOMPARE(budgetText({5, 0}), u"$5.00 a day"_s);
        QCOMPARE(budgetText({5, 50}), u"$5.00 a day, $50.00 a month"_s);
    }

    void tellsWhatIsSpent()
    {
        QCOMPARE(spentText(status({5, 0})), u"$1.20 of $5.00 today"_s);
        QCOMPARE(spentText(status({0, 50})), u"$30.00 of $50.00 this month"_s);
        QCOMPARE(spentText(status({5, 50})), u"$1.20 of $5.00 today, $30.00 of $50.00 this month"_s);
    }

    void isUsedUpUntilLifted()
    {
        BudgetStatus one = status({1, 0});
        QVERIFY(!isUsedUp(one));
        one.untilMs = now.toMSecsSinceEpoch();
        QVERIFY(isUsedUp(one));
        one.lifted = true;
        QVERIFY(!isUsedUp(one));
    }

    void tellsUntilWhen_data()
    {
        QTest::addColumn<QDateTime>("until");
        QTest::addColumn<QString>("text");
        QTest::newRow("today") << now.addSecs(3600) << u"until 15:05"_s;
        QTest::newRow("past") << now.addDays(-2) << u"until 14:05"_s;
        QTest::newRow("the day's end") << QDateTime({2026, 3, 6}, {0, 0}) << u"until tomorrow"_s;
        QTest::newRow("the month's end") << QDateTime({2026, 4, 1}, {0, 0}) << u"until 1 Apr 2026"_s;
    }
    void tellsUntilWhen()
    {
        QFETCH(const QDateTime, until);
        QFETCH(const QString, text);
        QCOMPARE(untilText(until.toMSecsSinceEpoch(), now.toUTC()), text);
    }

    void tellsWhatFollows()
    {
        const BudgetStatus one = status({1, 0}, QDateTime({2026, 3, 6}, {0, 0}));
        QCOMPARE(usedUpText(one, now), u"The budget of \"Cursor\" is used up ($1.20 of $1.00 today). Its "
                                       "requests are refused until tomorrow."_s);
        BudgetStatus all = one;
        all.client.clear();
        QVERIFY(usedUpText(all, now).endsWith(u"Every request is refused until tomorrow."_s));
        BudgetStatus odd = one;
        odd.client = u"%1 %2 <b>"_s; // is no place for what comes next
        QVERIFY(usedUpText(odd, now).startsWith(u"The budget of \"%1 %2 <b>\" is used up ($1.20"_s));
    }
};

QTEST_MAIN(TestBudgetText)
#include "tst_budget_text.moc"
