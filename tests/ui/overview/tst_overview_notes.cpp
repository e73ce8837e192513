// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/ui_rig.h"
#include "ui/overview/overview_notes.h"
#include "ui/widgets/banner.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

struct Bench
{
    Bench()
        : notes(rig.context, &page)
    {
        page.show();
    }

    void setBudgets(const QList<BudgetStatus> &budgets)
    {
        GatewayStatus status = rig.status.now();
        status.budgets = budgets;
        rig.status.setStatus(status);
    }
    //! The budgets' banners that are seen.
    QStringList budgetTexts() const
    {
        QStringList texts;
        const auto banners = notes.findChildren<Banner *>(u"budget"_s);
        for (const Banner *banner : banners) {
            if (!banner->isHidden())
                texts.append(banner->accessibleName());
        }
        return texts;
    }
    Banner *store() const { return notes.findChild<Banner *>(u"store"_s); }
    void closeStore() const { QTest::mouseClick(store()->findChild<QToolButton *>(), Qt::LeftButton); }
    void setStore(const UsageState &state) { Q_EMIT rig.gateway.usageStateChanged(state); }

    UiRig rig;
    QWidget page;
    OverviewNotes notes;
};

BudgetStatus usedUp(const QString &client)
{
    return {client, {5, 0}, 5.02, 9, false, QDateTime::currentMSecsSinceEpoch() + 60'000};
}

} // namespace

//! What stands above all else on the overview.
class TestOverviewNotes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesNoRoomForNothing()
    {
        Bench bench;
        QVERIFY(bench.notes.isHidden());
        bench.setStore({.writing = false});
        QVERIFY(!bench.notes.isHidden());
        bench.setStore({});
        QVERIFY(bench.notes.isHidden());
    }

    void tellsBudgetsThatAreUsedUp()
    {
        Bench bench;
        BudgetStatus well = usedUp(u"Well"_s);
        well.untilMs.reset();
        bench.setBudgets({usedUp({}), well, usedUp(u"<b>Cursor</b>"_s)});
        QStringList texts = bench.budgetTexts();
        texts.sort();
        QCOMPARE(texts.size(), 2);
        QVERIFY(texts[0].contains(u"\"<b>Cursor</b>\""_s));
        QVERIFY(texts[0].contains(u"$5.02 of $5.00 today"_s));
        QVERIFY(texts[1].contains(u"all requests together"_s));
        well = usedUp({});
        well.lifted = true;
        bench.setBudgets({well});
        QCOMPARE(bench.budgetTexts(), QStringList());
        QVERIFY(bench.notes.isHidden());
    }

    void liftsTheBudgetThatItNames()
    {
        Bench bench;
        QSignalSpy lifted(&bench.notes, &OverviewNotes::liftRequested);
        bench.setBudgets({usedUp(u"one"_s), usedUp(u"two"_s)});
        const auto banners = bench.notes.findChildren<Banner *>(u"budget"_s);
        QCOMPARE(banners.size(), 2);
        for (const Banner *banner : banners) {
            QTest::mouseClick(banner->findChild<QPushButton *>(u"liftBudget"_s), Qt::LeftButton);
            QVERIFY(banner->accessibleName().contains(lifted.constLast()[0].toString()));
        }
        QCOMPARE(lifted.size(), 2);
        QVERIFY(lifted[0] != lifted[1]);
    }

    void tellsThatTheStoreDoesNotWrite()
    {
        Bench bench;
        QVERIFY(bench.store()->isHidden());
        bench.setStore({.writing = false, .message = u"The disk is full."_s, .waiting = 3});
        QVERIFY(!bench.store()->isHidden());
        QVERIFY(bench.store()->accessibleName().contains(u"The disk is full."_s));
        bench.setStore({});
        QVERIFY(bench.store()->isHidden());
    }

    void staysAwayOnceItWasRead()
    {
        Bench bench;
        const UsageState full{.writing = false, .message = u"The disk is full."_s, .waiting = 3};
        bench.setStore(full);
        bench.closeStore();
        QVERIFY(bench.store()->isHidden());
        QVERIFY(bench.notes.isHidden());
        UsageState more = full;
        more.waiting = 4;
        bench.setStore(more);
        QVERIFY(bench.store()->isHidden()); // no news
        more.message = u"The disk is gone."_s;
        bench.setStore(more);
        QVERIFY(!bench.store()->isHidden());
        bench.closeStore();
        bench.setStore({});
        bench.setStore(more); // it wrote in between
        QVERIFY(!bench.store()->isHidden());
    }

    void tellsThatAFileWasSetAside()
    {
        Bench bench;
        bench.setStore({.message = u"usage.sqlite was damaged and set aside."_s});
        QCOMPARE(bench.store()->accessibleName(), u"usage.sqlite was damaged and set aside."_s);
        bench.closeStore();
        bench.setStore({.message = u"usage.sqlite was damaged and set aside."_s, .waiting = 1});
        QVERIFY(bench.store()->isHidden());
    }
};

QTEST_MAIN(TestOverviewNotes)
#include "tst_overview_notes.moc"
