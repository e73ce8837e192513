// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/tray/tray_bench.h"
#include "ui/tray/tray_icon.h"
#include "ui/tray/tray_menu.h"
#include "ui/tray/tray_state.h"

#include <QImage>
#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(gatehouse::TrayState)

namespace {

struct Bench
{
    Bench()
    {
        auto ownedHost = std::make_unique<FakeTrayHost>();
        auto ownedScheme = std::make_unique<FakeScheme>();
        host = ownedHost.get();
        scheme = ownedScheme.get();
        auto ownedBoard = std::make_unique<FakeNoticeBoard>();
        board = ownedBoard.get();
        tray = std::make_unique<TrayIcon>(rig.context, std::move(ownedHost), std::move(ownedScheme),
                                          std::move(ownedBoard));
    }

    QImage picture() const { return tray->icon().pixmap(22).toImage(); }

    UiRig rig;
    FakeTrayHost *host;
    FakeScheme *scheme;
    FakeNoticeBoard *board;
    std::unique_ptr<TrayIcon> tray;
};

//! Without its colours.
QImage shapeOf(const QImage &image)
{
    QImage shape = image.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < shape.height(); ++y) {
        for (int x = 0; x < shape.width(); ++x)
            shape.setPixel(x, y, qRgba(0, 0, 0, qAlpha(shape.pixel(x, y))));
    }
    return shape;
}

} // namespace

class TestTrayIcon final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheState_data();
    void showsTheState();
    void statesDifferWithoutColour();
    void followsTheScheme();
    void tellsAddressAndRequests();
    void tellsTheDayAndBudgets();
    void appearsWhenAHostTurnsUp();
    void asksForTheWindow();
    void showsNotices();
};

void TestTrayIcon::showsTheState_data()
{
    QTest::addColumn<bool>("wanted");
    QTest::addColumn<bool>("listens");
    QTest::addColumn<int>("level");
    QTest::addColumn<QString>("failure");
    QTest::addColumn<QString>("configProblem");
    QTest::addColumn<TrayState>("state");
    const QString none;
    QTest::newRow("stopped") << false << false << 0 << none << none << TrayState::Stopped;
    QTest::newRow("starting") << true << false << 0 << none << none << TrayState::Stopped;
    QTest::newRow("stopping") << false << true << 0 << none << none << TrayState::Stopped;
    QTest::newRow("running") << true << true << 0 << none << none << TrayState::Running;
    QTest::newRow("degraded") << true << true << 1 << none << none << TrayState::Degraded;
    QTest::newRow("file refused") << true << true << 0 << none << u"is wrong"_s << TrayState::Degraded;
    QTest::newRow("unusable") << true << true << 2 << none << none << TrayState::Error;
    QTest::newRow("port taken") << true << false << 0 << u"taken"_s << none << TrayState::Error;
}

void TestTrayIcon::showsTheState()
{
    QFETCH(bool, wanted);
    QFETCH(bool, listens);
    QFETCH(int, level);
    QFETCH(QString, failure);
    QFETCH(QString, configProblem);
    QFETCH(TrayState, state);
    Bench bench;
    bench.rig.status.setWanted(wanted);
    if (listens) {
        GatewayStatus status = listeningWith(ProviderState::Ok, true);
        status.level = GatewayStatus::Level(level);
        bench.rig.status.setStatus(status);
    }
    if (!failure.isEmpty())
        bench.rig.status.setFailure(failure, 1337);
    bench.rig.status.setConfigProblem(configProblem);
    QCOMPARE(trayStateOf(bench.rig.status), state);
}

void TestTrayIcon::statesDifferWithoutColour()
{
    Bench bench;
    QList<QImage> shapes{shapeOf(bench.picture())};
    bench.rig.status.setWanted(true);
    for (const GatewayStatus::Level level :
         {GatewayStatus::Ok, GatewayStatus::Degraded, GatewayStatus::Down}) {
        GatewayStatus status = listeningWith(ProviderState::Ok, true);
        status.level = level;
        bench.rig.status.setStatus(status);
        const QImage shape = shapeOf(bench.picture());
        QVERIFY(!shapes.contains(shape));
        shapes.append(shape);
        for (const int size : {16, 22, 24, 32, 48, 64})
            QVERIFY(bench.tray->icon().availableSizes().contains(QSize(size, size)));
    }
}

void TestTrayIcon::followsTheScheme()
{
    Bench bench;
    const QImage light = bench.picture();
    bench.scheme->set(true);
    const QImage dark = bench.picture();
    QVERIFY(light != dark);
    QCOMPARE(shapeOf(light), shapeOf(dark));
    bench.scheme->set(false);
    QCOMPARE(bench.picture(), light);
}

void TestTrayIcon::tellsAddressAndRequests()
{
    Bench bench;
    QVERIFY(!bench.tray->toolTip().contains(u"http"_s));
    GatewayStatus status = listeningWith(ProviderState::Ok, true);
    status.inFlight = 7;
    bench.rig.status.setWanted(true);
    bench.rig.status.setStatus(status);
    QVERIFY(bench.tray->toolTip().contains(u"http://127.0.0.1:1337"_s));
    QVERIFY(bench.tray->toolTip().contains(u'7'));
}

void TestTrayIcon::tellsTheDayAndBudgets()
{
    Bench bench;
    QTRY_VERIFY(bench.tray->toolTip().contains(u"Today: no requests yet"_s));
    GatewayStatus status = listeningWith(ProviderState::Ok, true);
    BudgetStatus budget{u"<b>Cursor"_s, {5, 0}, 6, 6};
    status.budgets = {budget};
    bench.rig.status.setStatus(status);
    QVERIFY(!bench.tray->toolTip().contains(u"used up"_s));
    budget.untilMs = 1;
    status.budgets = {budget};
    bench.rig.status.setStatus(status);
    QVERIFY(bench.tray->toolTip().contains(u"The budget of ‹b›Cursor is used up"_s));
    QVERIFY(!bench.tray->toolTip().contains(u"written"_s));
    Q_EMIT bench.rig.gateway.usageStateChanged({.writing = false});
    QVERIFY(bench.tray->toolTip().contains(u"Usage cannot be written"_s));
}

void TestTrayIcon::appearsWhenAHostTurnsUp()
{
    Bench bench;
    QSignalSpy changed(bench.tray.get(), &TrayIcon::availabilityChanged);
    bench.tray->show();
    QVERIFY(!bench.tray->available());
    QVERIFY(!bench.tray->menu());
    bench.host->set(true);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toBool(), true);
    QVERIFY(bench.tray->available());
    QVERIFY(bench.tray->menu());
    bench.host->set(false);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed[1][0].toBool(), false);
    QVERIFY(!bench.tray->menu());
    bench.host->set(true);
    QVERIFY(bench.tray->menu());
}

void TestTrayIcon::asksForTheWindow()
{
    Bench bench;
    bench.host->set(true);
    QVERIFY(!bench.tray->menu()); // it is not shown yet
    bench.tray->show();
    QSignalSpy opened(bench.tray.get(), &TrayIcon::openRequested);
    QSignalSpy quitted(bench.tray.get(), &TrayIcon::quitRequested);
    bench.tray->menu()->findChild<QAction *>(u"open"_s)->trigger();
    bench.tray->menu()->findChild<QAction *>(u"quit"_s)->trigger();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(quitted.size(), 1);
}

void TestTrayIcon::showsNotices()
{
    Bench bench;
    QSignalSpy opened(bench.tray.get(), &TrayIcon::openRequested);
    const Notice notice{u"port:1"_s, u"Title"_s, u"Text"_s};
    bench.tray->tell(notice); // also without a tray
    QCOMPARE(bench.board->shown, QList{notice});
    Q_EMIT bench.board->clicked();
    QCOMPARE(opened.size(), 1);
    Q_EMIT bench.board->refused(notice); // there is no icon either
    bench.host->set(true);
    bench.tray->show();
    Q_EMIT bench.board->refused(notice);
    QCOMPARE(bench.board->shown.size(), 1);
}

QTEST_MAIN(TestTrayIcon)
#include "tst_tray_icon.moc"
