// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/credentials/client_key.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/clients/client_dialog.h"
#include "ui/clients/clients_list.h"
#include "ui/clients/clients_model.h"
#include "ui/clients/clients_page.h"
#include "ui/money/usd_field.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

Config twoClients()
{
    Config config;
    config.clients = {{u"Editor"_s, clientKeyHash("1"), {u"*"_s}, {}, {5, 0}},
                      {u"Batch"_s, clientKeyHash("2"), {u"*"_s}, {}, {0, 50}},
                      {u"Free"_s, clientKeyHash("3")}};
    return config;
}

struct Bench
{
    Bench()
    {
        rig.load(twoClients());
        page = std::make_unique<ClientsPage>(rig.context);
        page->resize(720, 600);
        page->show();
        list = page->findChild<ClientsList *>();
        lift = page->findChild<QPushButton *>(u"liftBudget"_s);
    }

    void setBudgets(const QList<BudgetStatus> &budgets)
    {
        GatewayStatus status;
        status.budgets = budgets;
        rig.status.setStatus(status);
    }
    QModelIndex cell(int row) const { return list->model()->index(row, ClientsModel::Spent); }
    QString text(int row) const { return cell(row).data().toString(); }

    UiRig rig;
    std::unique_ptr<ClientsPage> page;
    ClientsList *list = nullptr;
    QPushButton *lift = nullptr;
};

BudgetStatus editor(double spent, bool used = false)
{
    BudgetStatus status{u"Editor"_s, {5, 0}, spent, spent};
    if (used)
        status.untilMs = QDateTime(QDate::currentDate().addDays(1), {0, 0}).toMSecsSinceEpoch();
    return status;
}

} // namespace

//! What clients may spend, and have spent.
class TestClientBudgets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsSpent()
    {
        Bench bench;
        QCOMPARE(bench.text(0), u"$5.00 a day"_s);
        QCOMPARE(bench.text(1), u"$50.00 a month"_s);
        QCOMPARE(bench.text(2), u"None"_s);
        bench.list->selectRow(1);
        bench.setBudgets({{{}, {100, 0}, 77, 77}, editor(1.2), {u"Batch"_s, {0, 50}, 2, 9}});
        QCOMPARE(bench.text(0), u"$1.20 of $5.00 today"_s);
        QCOMPARE(bench.text(1), u"$9.00 of $50.00 this month"_s);
        QCOMPARE(bench.text(2), u"None"_s);
        QVERIFY(!bench.cell(0).data(Qt::DecorationRole).isValid());
        QVERIFY(bench.cell(0).data(Qt::ToolTipRole).toString().contains(u"$1.20 of $5.00 today"_s));
        QCOMPARE(bench.list->currentRow(), 1); // what is selected stays so
    }

    void showsTheFilesBudgetUntilTheGatewayHasIt()
    {
        Bench bench;
        bench.setBudgets({editor(1.2)});
        Config next = twoClients();
        next.clients[0].budget.dailyUsd = 6;
        bench.rig.load(next);
        QCOMPARE(bench.text(0), u"$6.00 a day"_s);
    }

    void liftsOnlyWhatIsUsedUp()
    {
        Bench bench;
        QSignalSpy lifted(bench.page.get(), &ClientsPage::liftRequested);
        bench.list->selectRow(0);
        bench.setBudgets({editor(1.2)});
        QVERIFY(!bench.lift->isVisible());
        bench.setBudgets({editor(5.1, true)});
        QVERIFY(bench.lift->isVisible());
        QCOMPARE(bench.text(0), u"Used up until tomorrow\n$5.10 of $5.00 today"_s);
        QVERIFY(bench.cell(0).data(Qt::DecorationRole).isValid());
        bench.list->selectRow(1);
        QVERIFY(!bench.lift->isVisible());
        bench.list->selectRow(0);
        QTest::mouseClick(bench.lift, Qt::LeftButton);
        QCOMPARE(lifted, QList<QVariantList>{{u"Editor"_s}});
        BudgetStatus after = editor(5.1, true);
        after.lifted = true;
        bench.setBudgets({after});
        QVERIFY(!bench.lift->isVisible());
        QCOMPARE(bench.text(0), u"Lifted\n$5.10 of $5.00 today"_s);
    }

    void editsTheBudget()
    {
        UiRig rig;
        rig.load(twoClients());
        ClientDialog dialog(rig.context, rig.draft.config().clients[0]);
        auto *daily = dialog.findChild<UsdField *>(u"dailyUsd"_s);
        auto *monthly = dialog.findChild<UsdField *>(u"monthlyUsd"_s);
        QCOMPARE(daily->usd(), 5.0);
        QCOMPARE(monthly->text(), u"No limit"_s);
        daily->setValue(0);
        monthly->setValue(12.34);
        dialog.accept();
        Config expected = twoClients();
        expected.clients[0].budget = {0, 12.34};
        QCOMPARE(rig.saved, QList<Config>{expected});
    }

    //! Looking is no change.
    void keepsPartsOfACent()
    {
        UiRig rig;
        Config odd = twoClients();
        odd.clients[0].budget = {1.0 / 3, 2.5};
        rig.load(odd);
        ClientDialog dialog(rig.context, odd.clients[0]);
        dialog.findChild<UsdField *>(u"monthlyUsd"_s)->setValue(3);
        dialog.accept();
        odd.clients[0].budget.monthlyUsd = 3;
        QCOMPARE(rig.saved, QList<Config>{odd});
    }
};

QTEST_MAIN(TestClientBudgets)
#include "tst_client_budgets.moc"
