// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/color_scheme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

const auto portalName = u"org.freedesktop.portal.Desktop"_s;

} // namespace

//! The desktop's portal in a system that is set to dark.
class DarkPortal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public Q_SLOTS:
    QDBusVariant Read(const QString &, const QString &) // wrapped twice, as the real one does
    {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(1U)));
    }
};

//! That the system's answer is told, and when it has come: from then on the process may hide.
class TestColorScheme final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void hasAnsweredWhereThereIsNoPortal();
    void hasAnsweredOnceThePortalDid();

private:
    QProcess m_bus;
    QString m_address;
};

void TestColorScheme::initTestCase()
{
    QVERIFY2(!QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty(),
             "needs dbus-daemon: sh packaging/deps.sh --dev installs it");
    // One that starts nothing by itself: no real portal may answer.
    qputenv("XDG_DATA_DIRS", "/nonexistent");
    qputenv("XDG_DATA_HOME", "/nonexistent");
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QTRY_VERIFY(m_bus.canReadLine());
    m_address = QString::fromLatin1(m_bus.readLine().trimmed());
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toLatin1());
}

void TestColorScheme::cleanupTestCase()
{
    m_bus.kill();
    m_bus.waitForFinished();
}

void TestColorScheme::hasAnsweredWhereThereIsNoPortal()
{
    const auto scheme = systemColorScheme();
    QSignalSpy answered(scheme.get(), &ColorScheme::answered);
    QVERIFY(answered.wait());
    QVERIFY(!scheme->dark());
    QCOMPARE(answered.size(), 1);
}

void TestColorScheme::hasAnsweredOnceThePortalDid()
{
    QDBusConnection connection = QDBusConnection::connectToBus(m_address, u"portal"_s);
    DarkPortal portal;
    QVERIFY(connection.registerObject(u"/org/freedesktop/portal/desktop"_s, &portal,
                                      QDBusConnection::ExportAllSlots));
    QVERIFY(connection.registerService(portalName));
    const auto scheme = systemColorScheme();
    QSignalSpy answered(scheme.get(), &ColorScheme::answered);
    QVERIFY(!scheme->dark());
    QVERIFY(answered.wait());
    QVERIFY(scheme->dark());
    QCOMPARE(answered.size(), 1);
    connection.unregisterService(portalName);
}

QTEST_MAIN(TestColorScheme)
#include "tst_color_scheme.moc"
