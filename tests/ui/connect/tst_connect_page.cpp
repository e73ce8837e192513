// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/connect/connect_bench.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

//! Connecting an application from the window.
class TestConnectPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsInstalledFirst();
    void givesSettingsToCopy();
    void setsUpAndPutsBack();
    void plansAnewWhenTheFileChanged();
    void saysWhatIsWrongWithAFile();
    void saysWhyCursorCannot();
    void namesTheBackup();
    void promisesNoBackupOfAFileThatIsNotThere();
    void keepsWhatIsSelectedInSettings();
    void saysWhenNothingIsFound();
    void refusesAModelThatIsNoName();
    void looksAgainWhenTheWindowIsActive();
};

void TestConnectPage::showsWhatIsInstalledFirst()
{
    Bench bench;
    const auto *list = bench.child<QListView>("connectApps");
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"Claude Code\nInstalled"_s);
    QCOMPARE(list->model()->rowCount(), int(connectableApps().size()));
    QCOMPARE(bench.child<QLabel>("connectState")->text(), u"Installed"_s);
    bench.child<QLineEdit>("connectSearch")->setText(u"zed"_s);
    QCOMPARE(list->model()->rowCount(), 1);
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"Zed\nNot installed"_s);
}

void TestConnectPage::givesSettingsToCopy()
{
    Bench bench(false, 4000);
    bench.choose(u"curl"_s);
    QVERIFY(bench.shown().contains(u"http://127.0.0.1:4000/v1"_s));
    bench.child<QComboBox>("connectModel")->setEditText(u"my-model"_s);
    QVERIFY(bench.shown().contains(u"my-model"_s));
    QVERIFY(!bench.child<QPushButton>("connectSetUp")->isVisible());
    auto *snippet = bench.child<QPlainTextEdit>("snippet");
    snippet->parentWidget()->findChild<QToolButton *>()->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), snippet->toPlainText());
}

void TestConnectPage::setsUpAndPutsBack()
{
    Bench bench;
    bench.child<QPushButton>("connectSetUp")->click();
    QVERIFY(bench.dialog());
    QVERIFY(bench.shown().contains(u"+ "_s));
    QVERIFY(bench.shown().contains(u"http://127.0.0.1:1337"_s));
    QCOMPARE(contentOf(bench.settings()), Bench::original()); // nothing before it is confirmed
    bench.confirm();
    QVERIFY(contentOf(bench.settings()).contains("http://127.0.0.1:1337"));
    QVERIFY(contentOf(bench.settings()).contains("// mine"));
    QCOMPARE(bench.child<QLabel>("connectState")->text(), u"Connected to http://127.0.0.1:1337"_s);
    QVERIFY(bench.rig.saved.isEmpty()); // no client was needed

    bench.click("bannerUndo");
    QVERIFY(bench.shown().contains(u"− "_s));
    bench.confirm();
    QCOMPARE(contentOf(bench.settings()), Bench::original());
    QCOMPARE(bench.child<QLabel>("connectState")->text(), u"Installed"_s);
}

void TestConnectPage::plansAnewWhenTheFileChanged()
{
    Bench bench;
    bench.child<QPushButton>("connectSetUp")->click();
    writeTo(bench.settings(), "{\"theme\": \"dark\"}\n");
    bench.confirm();
    QCOMPARE(contentOf(bench.settings()), QByteArray("{\"theme\": \"dark\"}\n"));
    QVERIFY(bench.dialog()->findChild<Banner *>(u"changeProblem"_s)->isVisible());
    QVERIFY(bench.shown().contains(u"theme"_s));
    bench.confirm();
    QVERIFY(contentOf(bench.settings()).contains("127.0.0.1:1337"));
    QVERIFY(contentOf(bench.settings()).contains("theme"));
}

void TestConnectPage::saysWhatIsWrongWithAFile()
{
    Bench bench;
    writeTo(bench.settings(), "{ \"env\": ");
    bench.child<QPushButton>("connectSetUp")->click();
    QVERIFY(bench.dialog()->findChild<Banner *>(u"changeProblem"_s)->isVisible());
    QVERIFY(!bench.dialog()->findChild<QPushButton *>(u"changeDo"_s)->isEnabled());
    QCOMPARE(contentOf(bench.settings()), QByteArray("{ \"env\": "));
}

void TestConnectPage::saysWhyCursorCannot()
{
    Bench bench;
    bench.choose(u"Cursor"_s);
    QVERIFY(bench.child<QLabel>("connectState")->text().contains(u"127.0.0.1"_s));
    QVERIFY(!bench.child<QPlainTextEdit>("snippet"));
    QVERIFY(!bench.child<QPushButton>("connectSetUp")->isVisible());
}

void TestConnectPage::namesTheBackup()
{
    Bench bench;
    bench.click("connectSetUp");
    QVERIFY(bench.said().contains(bench.settings()));
    QVERIFY(bench.said().contains(bench.folder.filePath(u"data/backups"_s)));
    bench.confirm();
    const QDir backups(bench.folder.filePath(u"data/backups"_s));
    const QString name = backups.entryList(QDir::Files).value(0);
    QCOMPARE(contentOf(backups.filePath(name)), Bench::original());
    const auto *result = bench.child<QPushButton>("bannerUndo")->parentWidget();
    QVERIFY(result->accessibleName().contains(backups.filePath(name)));
    bench.click("connectSetUp"); // again: the first backup is the one that counts
    QVERIFY(bench.said().contains(backups.filePath(name)));
    bench.confirm();
    QCOMPARE(backups.entryList(QDir::Files), QStringList{name});
}

void TestConnectPage::promisesNoBackupOfAFileThatIsNotThere()
{
    Bench bench;
    QVERIFY(QFile::remove(bench.settings()));
    bench.click("connectSetUp");
    QVERIFY(bench.said().contains(u"(new)"_s));
    QVERIFY(!bench.said().contains(u"backups"_s));
    bench.confirm();
    bench.click("connectUndo");
    QVERIFY(bench.said().contains(u"(goes)"_s));
    bench.confirm();
    QVERIFY(!QFile::exists(bench.settings()));
}

void TestConnectPage::keepsWhatIsSelectedInSettings()
{
    Bench bench;
    bench.choose(u"curl"_s);
    bench.child<QPlainTextEdit>("snippet")->selectAll();
    const QString selected = bench.child<QPlainTextEdit>("snippet")->textCursor().selectedText();
    QVERIFY(!selected.isEmpty());
    bench.rig.load(bench.rig.draft.config());
    QEvent active(QEvent::WindowActivate);
    QCoreApplication::sendEvent(bench.page.get(), &active);
    QCOMPARE(bench.child<QPlainTextEdit>("snippet")->textCursor().selectedText(), selected);
}

void TestConnectPage::saysWhenNothingIsFound()
{
    Bench bench;
    bench.child<QLineEdit>("connectSearch")->setText(u"<b>no such"_s);
    QVERIFY(!bench.child<QListView>("connectApps")->isVisible());
    QVERIFY(bench.page->findChild<EmptyState *>()->isVisible());
    bench.child<QLineEdit>("connectSearch")->clear();
    QVERIFY(bench.child<QListView>("connectApps")->isVisible());
}

void TestConnectPage::refusesAModelThatIsNoName()
{
    Bench bench;
    // A line edit drops line breaks that are pasted; other controls it takes.
    bench.child<QComboBox>("connectModel")->setEditText(u"a\u0007b"_s);
    bench.click("connectSetUp");
    QVERIFY(bench.dialog()->findChild<Banner *>(u"changeProblem"_s)->isVisible());
    QVERIFY(!bench.dialog()->findChild<QPushButton *>(u"changeDo"_s)->isEnabled());
    bench.dialog()->reject();
    QCOMPARE(contentOf(bench.settings()), Bench::original());
}

void TestConnectPage::looksAgainWhenTheWindowIsActive()
{
    Bench bench;
    bench.choose(u"Codex"_s);
    QCOMPARE(bench.child<QLabel>("connectState")->text(), u"Not installed"_s);
    writeTo(bench.folder.filePath(u"bin/codex"_s), "#!/bin/sh\n");
    QFile(bench.folder.filePath(u"bin/codex"_s)).setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    QCOMPARE(bench.child<QLabel>("connectState")->text(), u"Not installed"_s); // nothing polls
    QEvent active(QEvent::WindowActivate);
    QCoreApplication::sendEvent(bench.page.get(), &active);
    QCOMPARE(bench.child<QLabel>("connectState")->text(), u"Installed"_s);
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TestConnectPage)
#include "tst_connect_page.moc"
