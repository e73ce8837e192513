// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/config_check.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/money/usd_field.h"
#include "ui/settings/budget_card.h"
#include "ui/widgets/banner.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

struct Bench
{
    Bench()
        : card(rig.context)
    {
        QObject::connect(&rig.status, &LiveStatus::changed, &card, &BudgetCard::showSpent);
        card.show();
    }

    template<typename T>
    T *find(const char *name) const
    {
        return card.findChild<T *>(QString::fromLatin1(name));
    }
    void apply() const { QTest::mouseClick(find<QPushButton>("apply"), Qt::LeftButton); }
    void setBudgets(const QList<BudgetStatus> &budgets)
    {
        GatewayStatus status;
        status.budgets = budgets;
        rig.status.setStatus(status);
    }

    UiRig rig;
    BudgetCard card;
};

} // namespace

//! The budget of all, and who is told what.
class TestBudgetCard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesEachField()
    {
        Bench bench;
        QVERIFY(!bench.card.isEdited());
        QVERIFY(!bench.find<QPushButton>("apply")->isEnabled());
        bench.find<UsdField>("dailyUsd")->setValue(2.5);
        bench.find<UsdField>("monthlyUsd")->setValue(40);
        bench.find<QSpinBox>("errorRate")->setValue(0);
        QTest::keyClicks(bench.find<QLineEdit>("webhook"), u" https://hooks.example/x "_s);
        bench.apply();
        Config expected;
        expected.budget = {2.5, 40};
        expected.alerts = {u"https://hooks.example/x"_s, 0};
        QCOMPARE(bench.rig.saved.size(), 1);
        QVERIFY(bench.rig.saved[0] == expected);
        QVERIFY(!bench.card.isEdited());
    }

    void keepsPartsOfACent()
    {
        Bench bench;
        Config odd;
        odd.budget = {0.004, 1.0 / 3};
        bench.rig.load(odd);
        bench.card.refresh();
        QVERIFY(!bench.card.isEdited());
        QVERIFY(bench.find<UsdField>("dailyUsd")->text() != u"No limit"_s);
        bench.find<QSpinBox>("errorRate")->setValue(20);
        bench.apply();
        odd.alerts.errorRatePercent = 20;
        QCOMPARE(bench.rig.saved.size(), 1);
        QVERIFY(bench.rig.saved[0] == odd);
    }

    void givesBackWhatTheFileHas()
    {
        Bench bench;
        bench.find<QLineEdit>("webhook")->setText(u"nonsense"_s);
        QVERIFY(bench.card.isEdited());
        QTest::mouseClick(bench.find<QPushButton>("revert"), Qt::LeftButton);
        QCOMPARE(bench.find<QLineEdit>("webhook")->text(), QString());
        QVERIFY(bench.rig.saved.isEmpty());
    }

    void saysWhyItCouldNotBeSaved()
    {
        Bench bench;
        bench.rig.writeProblem = u"the disk is full"_s;
        bench.find<QSpinBox>("errorRate")->setValue(10);
        bench.apply();
        QVERIFY(bench.find<Banner>("problem")->accessibleName().contains(u"the disk is full"_s));
        QCOMPARE(bench.find<QSpinBox>("errorRate")->value(), 10); // what was typed stays
    }

    void pointsAtTheFieldThatIsRefused()
    {
        Bench bench;
        Config wrong;
        wrong.alerts.webhookUrl = u"ftp://hooks.example"_s;
        bench.card.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bench.card));
        auto *webhook = bench.find<QLineEdit>("webhook");
        webhook->setText(wrong.alerts.webhookUrl);
        bench.apply();
        const QString text = bench.find<Banner>("problem")->accessibleName();
        QVERIFY2(text.contains(u"Webhook: "_s), qPrintable(text));
        QVERIFY(webhook->hasFocus());
        QCOMPARE(webhook->text(), wrong.alerts.webhookUrl);
        QVERIFY(bench.rig.saved.isEmpty());
    }

    void tellsWhatIsSpent()
    {
        Bench bench;
        auto *spent = bench.find<QLabel>("spent");
        auto *lift = bench.find<QPushButton>("liftBudget");
        QVERIFY(!spent->isVisible() && !lift->isVisible());
        bench.setBudgets({{u"Editor"_s, {1, 0}, 1, 1, false, 1}}); // a client's
        QVERIFY(!spent->isVisible() && !lift->isVisible());
        BudgetStatus all{{}, {5, 50}, 1.2, 30};
        bench.setBudgets({all});
        QCOMPARE(spent->text(), u"$1.20 of $5.00 today, $30.00 of $50.00 this month"_s);
        QVERIFY(spent->isVisible() && !lift->isVisible());
        all.untilMs = QDateTime(QDate::currentDate().addDays(1), {0, 0}).toMSecsSinceEpoch();
        bench.setBudgets({all});
        QVERIFY(bench.find<Banner>("usedUp")->accessibleName().contains(u"until tomorrow"_s));
        QSignalSpy lifted(&bench.card, &BudgetCard::liftRequested);
        QTest::mouseClick(lift, Qt::LeftButton);
        QCOMPARE(lifted.size(), 1);
        all.lifted = true;
        bench.setBudgets({all});
        QVERIFY(!lift->isVisible());
        QVERIFY(spent->text().endsWith(u"(lifted)"_s));
    }
};

QTEST_MAIN(TestBudgetCard)
#include "tst_budget_card.moc"
