// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/answer_box.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/routes/route_dialog.h"
#include "ui/routes/routes_page.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/reorder_view.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

struct Bench
{
    Bench()
    {
        before.providers = {someProvider(u"openai"_s, u"OpenAI"_s), someProvider(u"claude"_s, u"Claude"_s)};
        before.routes = {{u"smart"_s, Policy::Priority, {{u"openai"_s, u"openai-large"_s}}},
                         {u"cheap"_s, Policy::Fastest, {{u"claude"_s, u"claude-small"_s}}}};
        rig.load(before);
        page = std::make_unique<RoutesPage>(rig.context);
        page->resize(720, 600);
        page->show();
        list = page->findChild<ReorderView *>(u"routes"_s);
    }

    void click(const char *name) const
    {
        QTest::mouseClick(page->findChild<QPushButton *>(QString::fromLatin1(name)), Qt::LeftButton);
    }
    bool enabled(const char *name) const
    {
        return page->findChild<QPushButton *>(QString::fromLatin1(name))->isEnabled();
    }
    RouteDialog *dialog() const { return page->findChild<RouteDialog *>(); }

    UiRig rig;
    Config before;
    std::unique_ptr<RoutesPage> page;
    ReorderView *list = nullptr;
};

} // namespace

//! The page of models and routes.
class TestRoutesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removesAndTakesBack()
    {
        Bench bench;
        QVERIFY(!bench.enabled("removeRoute"));
        bench.list->selectRow(0);
        bench.click("removeRoute");
        Config without = bench.before;
        without.routes.removeFirst();
        QCOMPARE(bench.rig.saved, QList<Config>{without});
        QCOMPARE(bench.list->currentRow(), 0);
        bench.click("undo");
        QCOMPARE(bench.rig.saved, (QList<Config>{without, bench.before}));
        QVERIFY(!bench.page->findChild<Banner *>()->isVisible());
    }

    //! The file is watched, so what was saved is read again; that takes nothing away.
    void keepsTheOfferUntilSomethingElseChanges()
    {
        Bench bench;
        bench.list->selectRow(1);
        QTest::keyClick(bench.list, Qt::Key_Delete);
        auto *banner = bench.page->findChild<Banner *>();
        bench.rig.load(bench.rig.saved.last());
        QVERIFY(banner->isVisible());
        Config another = bench.rig.saved.last();
        another.usageKeepDays = 3;
        bench.rig.load(another);
        QVERIFY(!banner->isVisible());
    }

    void opensDialogs()
    {
        Bench bench;
        bench.list->selectRow(1);
        QTest::keyClick(bench.list, Qt::Key_Return);
        QVERIFY(bench.dialog());
        QCOMPARE(bench.dialog()->findChild<QLineEdit *>(u"name"_s)->text(), u"cheap"_s);
        bench.dialog()->close();
        QTRY_VERIFY(!bench.dialog());

        bench.click("duplicateRoute");
        QCOMPARE(bench.dialog()->findChild<QLineEdit *>(u"name"_s)->text(), u"cheap-2"_s);
        bench.dialog()->accept();
        Config expected = bench.before;
        expected.routes.append(bench.before.routes[1]);
        expected.routes[2].model = u"cheap-2"_s;
        QCOMPARE(bench.rig.saved, QList<Config>{expected});
        QCOMPARE(bench.list->currentRow(), 2);
        QTRY_VERIFY(!bench.dialog());

        bench.click("newRoute");
        QCOMPARE(bench.dialog()->findChild<QComboBox *>(u"targetProvider"_s)->currentText(), u"OpenAI"_s);
    }

    void putsInOrder()
    {
        Bench bench;
        bench.list->selectRow(1);
        QTest::keyClick(bench.list, Qt::Key_Up, Qt::AltModifier);
        Config expected = bench.before;
        expected.routes.move(1, 0);
        QCOMPARE(bench.rig.saved, QList<Config>{expected});
        QCOMPARE(bench.list->currentRow(), 0);
    }

    void setsTheDefaultModel()
    {
        Bench bench;
        auto *box = bench.page->findChild<QComboBox *>(u"defaultModel"_s);
        box->lineEdit()->setFocus();
        QTest::keyClicks(box->lineEdit(), u"openai/gpt-9"_s);
        QTest::keyClick(box->lineEdit(), Qt::Key_Return);
        Config expected = bench.before;
        expected.defaultModel = u"openai/gpt-9"_s;
        QCOMPARE(bench.rig.saved, QList<Config>{expected});
        box->lineEdit()->clear();
        QTest::keyClick(box->lineEdit(), Qt::Key_Return);
        QCOMPARE(bench.rig.saved, (QList<Config>{expected, bench.before}));
    }

    void keepsTheSelectionWhenTheFileChanges()
    {
        Bench bench;
        bench.list->selectRow(1);
        Config changed = bench.before;
        changed.routes.prepend({u"new"_s, Policy::Priority, {{u"openai"_s, u"m"_s}}});
        bench.rig.load(changed);
        QCOMPARE(bench.list->currentRow(), 2);
    }

    void saysWhyItCannotSave()
    {
        Bench bench;
        bench.rig.writeProblem = u"the disk is full"_s;
        bench.list->selectRow(0);
        bench.click("removeRoute");
        QVERIFY(bench.page->findChild<Banner *>()->accessibleName().contains(u"the disk is full"_s));
        QCOMPARE(bench.list->model()->rowCount(), 2);
    }

    void hasNoRouteWithoutProviders()
    {
        Bench bench;
        bench.rig.load({});
        QVERIFY(!bench.enabled("newRoute"));
        QVERIFY(!bench.list->isVisible());
    }
};

QTEST_MAIN(TestRoutesPage)
#include "tst_routes_page.moc"
