// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/tray/fake_desktop.h"
#include "ui/tray/notice_board.h"
#include "ui/tray/tray_host_linux.h"

#include <QDBusPendingCallWatcher>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QThread>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

const auto watcherName = u"org.kde.StatusNotifierWatcher"_s;
const auto notificationsName = u"org.freedesktop.Notifications"_s;

} // namespace

//! On a bus of its own, with a desktop that comes and goes.
class TestTrayHost final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void knowsAHostThatIsThere();
    void noticesAHostThatTurnsUp();
    void watcherAloneIsNoHost();
    void noticesATrayThatComesAndGoes();
    void gnomeIsDark();
    void showsNoticesAndTellsClicks();
    void tellsWhatIsNotShown();

private:
    static bool waits(const NoticeBoard &board);
    void setHost(bool there);
    void act(uint id, const QString &action);
    QDBusConnection desktop() const { return QDBusConnection(u"desktop"_s); }

    QProcess m_bus;
    QThread m_thread; //!< the desktop's own, as the first answer is waited for
    FakeWatcher m_watcher;
    FakeNotifications m_notifications;
};

void TestTrayHost::initTestCase()
{
    QVERIFY2(!QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty(),
             "needs dbus-daemon: sh packaging/deps.sh --dev installs it");
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QTRY_VERIFY(m_bus.canReadLine());
    const QString address = QString::fromLatin1(m_bus.readLine().trimmed());
    qputenv("DBUS_SESSION_BUS_ADDRESS", address.toLatin1());
    QDBusConnection bus = QDBusConnection::connectToBus(address, u"desktop"_s);
    QVERIFY(bus.registerObject(u"/StatusNotifierWatcher"_s, &m_watcher, QDBusConnection::ExportAllContents));
    QVERIFY(bus.registerObject(u"/org/freedesktop/Notifications"_s, &m_notifications,
                               QDBusConnection::ExportAllContents));
    m_watcher.moveToThread(&m_thread);
    m_notifications.moveToThread(&m_thread);
    m_thread.start();
}

void TestTrayHost::cleanupTestCase()
{
    m_thread.quit();
    m_thread.wait();
    QDBusConnection::disconnectFromBus(u"desktop"_s);
    m_bus.kill();
    m_bus.waitForFinished();
}

void TestTrayHost::init()
{
    qputenv("XDG_CURRENT_DESKTOP", "KDE");
    setHost(false);
}

void TestTrayHost::cleanup()
{
    desktop().unregisterService(watcherName);
    desktop().unregisterService(notificationsName);
}

void TestTrayHost::setHost(bool there)
{
    QMetaObject::invokeMethod(
        &m_watcher, [this, there] { m_watcher.setHost(there); }, Qt::BlockingQueuedConnection);
}

//! For the answer to show(), which may come after a signal that was sent behind it.
bool TestTrayHost::waits(const NoticeBoard &board)
{
    return board.findChild<QDBusPendingCallWatcher *>() != nullptr;
}

void TestTrayHost::act(uint id, const QString &action)
{
    QMetaObject::invokeMethod(
        &m_notifications, [=, this] { Q_EMIT m_notifications.ActionInvoked(id, action); },
        Qt::BlockingQueuedConnection);
}

void TestTrayHost::knowsAHostThatIsThere()
{
    setHost(true);
    QVERIFY(desktop().registerService(watcherName));
    const std::unique_ptr<TrayHost> host = systemTrayHost();
    QVERIFY(host->available());
}

void TestTrayHost::noticesAHostThatTurnsUp()
{
    const std::unique_ptr<TrayHost> host = systemTrayHost();
    QSignalSpy changed(host.get(), &TrayHost::changed);
    QVERIFY(!host->available());
    setHost(true);
    QVERIFY(desktop().registerService(watcherName));
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(host->available());
    QVERIFY(desktop().unregisterService(watcherName));
    QTRY_COMPARE(changed.size(), 2);
    QVERIFY(!host->available());
}

void TestTrayHost::watcherAloneIsNoHost()
{
    QVERIFY(desktop().registerService(watcherName));
    const std::unique_ptr<TrayHost> host = systemTrayHost();
    QSignalSpy changed(host.get(), &TrayHost::changed);
    QVERIFY(!host->available());
    setHost(true);
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(host->available());
    setHost(false);
    QTRY_COMPARE(changed.size(), 2);
    QVERIFY(!host->available());
}

//! One that embeds windows tells nobody. It may go after hours, as when a panel is started anew.
void TestTrayHost::noticesATrayThatComesAndGoes()
{
    bool there = true;
    int looks = 0;
    LinuxTrayHost host(
        [&] {
            ++looks;
            return there;
        },
        std::chrono::milliseconds(1));
    QSignalSpy changed(&host, &TrayHost::changed);
    QVERIFY(host.available());
    QTRY_VERIFY(looks > 30);
    QCOMPARE(changed.size(), 0);
    there = false;
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(!host.available());
    const int before = looks;
    QTRY_VERIFY(looks > before + 30);
    there = true;
    QTRY_COMPARE(changed.size(), 2);
    QVERIFY(host.available());
}

void TestTrayHost::gnomeIsDark()
{
    const std::unique_ptr<TrayHost> host = systemTrayHost();
    QVERIFY(!host->isDark(false));
    QVERIFY(host->isDark(true));
    qputenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME");
    QVERIFY(host->isDark(false));
}

void TestTrayHost::showsNoticesAndTellsClicks()
{
    QVERIFY(desktop().registerService(notificationsName));
    const std::unique_ptr<NoticeBoard> board = desktopNoticeBoard();
    QSignalSpy clicked(board.get(), &NoticeBoard::clicked);
    board->show({u"port:1"_s, u"Title"_s, u"Text"_s, Tone::Warning});
    QTRY_COMPARE(m_notifications.last().title, u"Title"_s);
    QCOMPARE(m_notifications.last().text, u"Text"_s);
    QCOMPARE(m_notifications.last().actions.value(0), u"default"_s);
    QTRY_VERIFY(!waits(*board));

    act(6, u"default"_s); // another program's
    act(7, u"other"_s);
    act(7, u"default"_s);
    QTRY_COMPARE(clicked.size(), 1);
    QMetaObject::invokeMethod(
        &m_notifications, [this] { Q_EMIT m_notifications.NotificationClosed(7, 2); },
        Qt::BlockingQueuedConnection);
    act(7, u"default"_s); // it is gone
    board->show({u"port:2"_s, u"Next"_s, u"Text"_s});
    QTRY_COMPARE(m_notifications.last().title, u"Next"_s);
    QTRY_VERIFY(!waits(*board));
    act(7, u"default"_s);
    QTRY_COMPARE(clicked.size(), 2);
}

void TestTrayHost::tellsWhatIsNotShown()
{
    const std::unique_ptr<NoticeBoard> board = desktopNoticeBoard();
    QSignalSpy refused(board.get(), &NoticeBoard::refused);
    board->show({u"port:1"_s, u"Title"_s, u"Text"_s});
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(refused[0][0].value<Notice>().cause, u"port:1"_s);
}

QTEST_MAIN(TestTrayHost)
#include "tst_tray_host.moc"
