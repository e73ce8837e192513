// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/connect/home_with_apps.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/connect/app_setup.h"
#include "ui/widgets/banner.h"
#include "ui/window_notes.h"

#include <QDateTime>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! What is said over every page.
class TestWindowNotes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysNothingWhenAllIsWell();
    void tellsOfABrokenFile();
    void offersPortsWhereTheNewOneIsTaken();
    void saysThatTheFileCannotBeOpened();
    void leavesRecordingToThePageThatSaysIt();
    void movesLiteralKeys();
    void saysWhyKeysStay();
    void tellsOfTheMissingTrayOnce();
    void tellsOfMovedApps();

private:
    //! The banners that can be seen, by what they say.
    static QStringList said(const WindowNotes &notes)
    {
        QStringList texts;
        for (const Banner *banner : notes.findChildren<Banner *>()) {
            if (!banner->isHidden())
                texts.append(banner->accessibleName());
        }
        return texts;
    }
    static QPushButton *button(const WindowNotes &notes, const QString &text)
    {
        for (QPushButton *each : notes.findChildren<QPushButton *>()) {
            if (each->text().remove(u'&').startsWith(text))
                return each;
        }
        return nullptr;
    }
};

void TestWindowNotes::saysNothingWhenAllIsWell()
{
    UiRig rig;
    rig.load({});
    const WindowNotes notes(rig.context);
    QVERIFY(notes.isHidden());
}

void TestWindowNotes::tellsOfABrokenFile()
{
    UiRig rig;
    rig.load({});
    const WindowNotes notes(rig.context);
    rig.status.setConfigProblem(u"/routes: <b>wrong</b>"_s);
    QCOMPARE(said(notes).size(), 1);
    QVERIFY(said(notes)[0].contains(u"<b>wrong</b>"_s));
    rig.status.setConfigProblem({});
    QVERIFY(said(notes).isEmpty());
    QVERIFY(notes.isHidden());
}

//! The rest of the file is in force: it is the port that needs mending.
void TestWindowNotes::offersPortsWhereTheNewOneIsTaken()
{
    UiRig rig;
    Config config;
    config.listener.port = 1500;
    rig.load(config);
    rig.program.freePort = 1501;
    const WindowNotes notes(rig.context);
    rig.status.setStatus({.listening = true, .host = u"127.0.0.1"_s, .port = 1337});
    rig.status.setMoveFailure(u"Port 1500 is taken."_s, 1500);
    QCOMPARE(said(notes),
             QStringList{u"The settings are in force, but for the new address. Port 1500 is taken."_s});
    button(notes, u"Use port 1501"_s)->click();
    QCOMPARE(rig.saved.last().listener.port, quint16(1501));
    rig.status.setMoveFailure({}, 0);
    QVERIFY(said(notes).isEmpty());

    rig.load(config);
    rig.status.setMoveFailure(u"Port 1500 is taken."_s, 1500);
    button(notes, u"Keep port 1337"_s)->click();
    QCOMPARE(rig.saved.last().listener.port, quint16(1337));

    rig.status.setMoveFailure(u"The address is not this machine's."_s, 0);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!button(notes, u"Use port"_s));
}

void TestWindowNotes::saysThatTheFileCannotBeOpened()
{
    UiRig rig;
    rig.load({});
    const WindowNotes notes(rig.context);
    rig.status.setConfigProblem(u"/routes: wrong"_s);
    button(notes, u"Open the file"_s)->click(); // the offscreen platform opens nothing
    QVERIFY(said(notes).first().contains(u"/routes: wrong"_s));
    QVERIFY(said(notes).first().contains(u"No program could be found that opens "_s));
}

void TestWindowNotes::leavesRecordingToThePageThatSaysIt()
{
    UiRig rig;
    rig.load({});
    WindowNotes notes(rig.context);
    Q_EMIT rig.gateway.bodyRecordingChanged(QDateTime::currentMSecsSinceEpoch() + 60'000);
    QCOMPARE(said(notes).size(), 1);
    notes.setRecordingNoteWanted(false);
    QVERIFY(said(notes).isEmpty());
    QVERIFY(notes.isHidden());
    notes.setRecordingNoteWanted(true);
    QCOMPARE(said(notes).size(), 1);
}

void TestWindowNotes::movesLiteralKeys()
{
    UiRig rig;
    rig.load({});
    rig.program.literals = 2;
    const WindowNotes notes(rig.context);
    rig.status.setConfigProblem(u"/providers/0/apiKey: is a key itself"_s);
    QCOMPARE(said(notes).size(), 2);
    button(notes, u"Move"_s)->click();
    QCOMPARE(rig.program.moves, 1);
    QCOMPARE(said(notes).size(), 1); // the file's own problem goes when it is read again
    rig.status.setConfigProblem({});
    QVERIFY(notes.isHidden());
}

void TestWindowNotes::saysWhyKeysStay()
{
    UiRig rig;
    rig.load({});
    rig.program.literals = 1;
    rig.program.moveProblem = u"the keychain is locked"_s;
    const WindowNotes notes(rig.context);
    rig.status.setConfigProblem(u"/providers/0/apiKey: is a key itself"_s);
    button(notes, u"Move"_s)->click();
    QVERIFY(said(notes).join(u' ').contains(u"the keychain is locked"_s));
}

void TestWindowNotes::tellsOfTheMissingTrayOnce()
{
    UiRig rig;
    rig.load({});
    {
        WindowNotes notes(rig.context);
        notes.setTrayAvailable(false);
        QCOMPARE(said(notes).size(), 1);
        notes.setTrayAvailable(true);
        QVERIFY(said(notes).isEmpty());
        notes.setTrayAvailable(false);
        QCOMPARE(said(notes).size(), 1);
        Q_EMIT notes.findChildren<Banner *>().last()->closed();
    }
    WindowNotes later(rig.context);
    later.setTrayAvailable(false);
    QVERIFY(said(later).isEmpty());
}

void TestWindowNotes::tellsOfMovedApps()
{
    const HomeWithApps home;
    UiRig rig;
    rig.load({});
    rig.program.where.dataDir = home.dataDir();
    GatewayStatus status;
    status.listening = true;
    status.host = u"127.0.0.1"_s;
    status.port = 1337;
    rig.status.setStatus(status);
    AppSetup setup(rig.context, home.surroundings());
    const auto plans = setup.plan(*connectableApp(u"claude-code"_s), {setup.url()});
    QVERIFY(plans);
    QCOMPARE(setup.setUp(*plans), QString());
    WindowNotes notes(rig.context);
    QVERIFY(notes.isHidden());

    status.port = 1400;
    rig.status.setStatus(status);
    QCOMPARE(said(notes).size(), 1);
    QVERIFY(said(notes)[0].contains(u"another address"_s));
    notes.setAppsNoteWanted(false);
    QVERIFY(notes.isHidden());
    notes.setAppsNoteWanted(true);
    QVERIFY(!notes.isHidden());
    QSignalSpy asked(&notes, &WindowNotes::updateAppsRequested);
    button(notes, u"Update"_s)->click();
    QCOMPARE(asked.size(), 1);

    const auto moved = setup.planStale();
    QVERIFY(moved);
    QCOMPARE(setup.setUp(*moved), QString());
    notes.lookAtApps();
    QVERIFY(notes.isHidden());
}

QTEST_MAIN(TestWindowNotes)
#include "tst_window_notes.moc"
