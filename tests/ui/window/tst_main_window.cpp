// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/answer_box.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/main_window.h"
#include "ui/providers/providers_model.h"
#include "ui/side_bar.h"
#include "ui/theme/palettes.h"
#include "ui/widgets/page.h"
#include "ui/widgets/reorder_view.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! The window around the pages: building them late, going from one to the other, closing.
class TestMainWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void buildsPagesWhenTheyAreOpened();
    void goesByShortcut();
    void sideBarFollowsTheTheme();
    void leadsFromTheEmptyOverviewToProviders();
    void remembersItsPlace();
    void fitsTheScreen();
    void leavesAProvidersStateRoom();
    void closesIntoTheTray();
    void looksForTheTrayWhenItIsClosed();
    void asksWhereThereIsNoTray_data();
    void asksWhereThereIsNoTray();

private:
    static int pagesOf(const MainWindow &window) { return window.findChild<QStackedWidget *>()->count(); }
};

void TestMainWindow::buildsPagesWhenTheyAreOpened()
{
    UiRig rig;
    rig.load({});
    MainWindow window(rig.context);
    QCOMPARE(pagesOf(window), 1);
    for (const auto page :
         {MainWindow::Providers, MainWindow::Routes, MainWindow::Clients, MainWindow::Connect,
          MainWindow::Usage, MainWindow::Requests, MainWindow::Settings})
        window.showPage(page);
    QCOMPARE(pagesOf(window), 8);
    window.showPage(MainWindow::Providers);
    QCOMPARE(pagesOf(window), 8);
}

void TestMainWindow::goesByShortcut()
{
    UiRig rig;
    rig.load({});
    MainWindow window(rig.context);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(window.findChild<SideBar *>()->currentRow(), int(MainWindow::Clients));
    QTest::keyClick(&window, Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(rig.program.quits, 1);
}

void TestMainWindow::sideBarFollowsTheTheme()
{
    QApplication::setPalette(lightPalette());
    UiRig rig;
    rig.load({});
    MainWindow window(rig.context);
    window.show();
    const auto *bar = window.findChild<SideBar *>();
    for (const QPalette &palette : {lightPalette(), darkPalette(), lightPalette()}) {
        QApplication::setPalette(palette);
        QTRY_COMPARE(bar->palette().color(QPalette::Base), palette.color(QPalette::AlternateBase));
        QCOMPARE(bar->palette().color(QPalette::WindowText), palette.color(QPalette::WindowText));
    }
}

void TestMainWindow::leadsFromTheEmptyOverviewToProviders()
{
    UiRig rig;
    rig.load({});
    MainWindow window(rig.context);
    window.show();
    auto *stack = window.findChild<QStackedWidget *>();
    QPushButton *add = nullptr;
    for (QPushButton *button : stack->currentWidget()->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().contains(u"provider"_s))
            add = button;
    }
    QVERIFY(add);
    add->click();
    QCOMPARE(window.findChild<SideBar *>()->currentRow(), int(MainWindow::Providers));
    QTRY_VERIFY(QApplication::activeModalWidget() || window.findChild<QDialog *>());
}

void TestMainWindow::remembersItsPlace()
{
    UiRig rig;
    rig.load({});
    const QSize place(773, 611); // what is wider than the screen would be made to fit
    {
        MainWindow window(rig.context);
        window.show();
        window.resize(place);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.hide();
    }
    MainWindow again(rig.context);
    QCOMPARE(again.size(), place);
}

//! Its frame too: what does not fit cannot be reached.
void TestMainWindow::fitsTheScreen()
{
    UiRig rig;
    rig.load({});
    const MainWindow window(rig.context);
    const QSize room = window.screen()->availableSize(); // of the offscreen platform: 800 x 800
    QVERIFY(room.width() < 1040);
    QVERIFY(window.width() <= room.width());
    QVERIFY(window.height() < room.height());
}

void TestMainWindow::leavesAProvidersStateRoom()
{
    UiRig rig;
    Config config;
    config.providers = {someProvider(u"a"_s, u"A"_s)};
    rig.load(config);
    MainWindow window(rig.context);
    window.showPage(MainWindow::Providers);
    window.resize(window.minimumSize());
    window.show();
    const auto *list = window.findChild<ReorderView *>(u"providers"_s);
    QTRY_VERIFY(list->columnWidth(ProvidersModel::State) > 150);
}

void TestMainWindow::closesIntoTheTray()
{
    UiRig rig;
    rig.load({});
    MainWindow window(rig.context);
    window.setTrayAvailable(true);
    window.show();
    QSignalSpy told(&window, &MainWindow::firstClosed);
    for (int time = 0; time < 2; ++time) {
        window.show();
        QVERIFY(window.close());
        QVERIFY(!window.isVisible());
        QCOMPARE(told.size(), 1); // once is enough
    }
    QCOMPARE(rig.program.quits, 0);
}

//! A tray may have gone without a word: nothing would lead back to the window.
void TestMainWindow::looksForTheTrayWhenItIsClosed()
{
    UiRig rig;
    rig.load({});
    bool there = true;
    MainWindow window(rig.context);
    window.setTrayProbe([&] { return there; });
    window.show();
    there = false;
    const auto asked = answerBox(u"Cancel"_s);
    QVERIFY(!window.close());
    QVERIFY(asked->startsWith(u"Keep Gatehouse running?"_s));
    QVERIFY(window.isVisible());
    there = true;
    QVERIFY(window.close());
}

void TestMainWindow::asksWhereThereIsNoTray_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<int>("quits");
    QTest::addColumn<bool>("minimised");
    QTest::newRow("keep") << u"Keep"_s << 0 << true;
    QTest::newRow("quit") << u"Quit"_s << 1 << false;
    QTest::newRow("cancel") << u"Cancel"_s << 0 << false;
}

void TestMainWindow::asksWhereThereIsNoTray()
{
    QFETCH(QString, answer);
    QFETCH(int, quits);
    QFETCH(bool, minimised);
    UiRig rig;
    rig.load({});
    MainWindow window(rig.context);
    window.setTrayAvailable(false);
    window.show();
    bool asked = false;
    QTimer::singleShot(0, &window, [&] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(box);
        asked = true;
        for (QAbstractButton *button : box->buttons()) {
            if (button->text().remove(u'&').startsWith(answer))
                return button->click();
        }
    });
    QVERIFY(!window.close());
    QVERIFY(asked);
    QCOMPARE(rig.program.quits, quits);
    QCOMPARE(window.isMinimized(), minimised);
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
