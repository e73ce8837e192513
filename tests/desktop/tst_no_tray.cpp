// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! A desktop without a tray, where one turns up later.
class TestNoTray final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensTheWindowAndFindsALaterTray();
};

void TestNoTray::opensTheWindowAndFindsALaterTray()
{
    QTemporaryDir folder;
    SingleInstance instance(folder.path());
    QCOMPARE(instance.claim(), SingleInstance::First);
    Options options;
    options.dataDir = folder.path();
    options.port = 0;
    options.hidden = true;
    Application application(options, instance);
    application.begin();
    QVERIFY(!application.window()); // the panel may come a little later
    QTRY_VERIFY_WITH_TIMEOUT(application.window(),
                             15000); // though it was to be hidden: nothing else leads to it
    QTRY_VERIFY(application.window()->isVisible());
    QVERIFY(!application.tray().available());

    QSignalSpy changed(&application.tray(), &TrayIcon::availabilityChanged);
    QProcess host;
    host.start(u"trayer"_s, {u"--edge"_s, u"bottom"_s});
    QVERIFY(host.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), 15000);
    QVERIFY(application.tray().available());
    application.window()->close();
    QVERIFY(!application.window()->isVisible()); // without a question now
    host.terminate();
    host.waitForFinished();
}

QTEST_MAIN(TestNoTray)
#include "tst_no_tray.moc"
