// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/answer_box.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/settings/restore_dialog.h"
#include "ui/settings/settings_page.h"
#include "ui/widgets/banner.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QTimeZone>
#include <QToolButton>
#include <QUrl>

#include <memory>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

//! Notes what would be opened.
class Opener final : public QObject
{
    Q_OBJECT

public:
    Opener() { QDesktopServices::setUrlHandler(u"file"_s, this, "open"); }
    ~Opener() override { QDesktopServices::unsetUrlHandler(u"file"_s); }

    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

struct Bench
{
    Bench()
    {
        Config config;
        config.providers = {someProvider(u"openai"_s, u"OpenAI"_s)};
        config.clients = {Client{u"Cursor"_s, "sha256:" + QByteArray(64, 'a')}};
        rig.load(config);
    }
    //! The page is built when it is first needed.
    SettingsPage &show()
    {
        page = std::make_unique<SettingsPage>(rig.context);
        page->resize(720, 600);
        page->show();
        return *page;
    }
    template<typename Widget>
    Widget *find(const char *name) const
    {
        return page->findChild<Widget *>(QString::fromLatin1(name));
    }
    //! As a person chooses it.
    void choose(const char *name, const QVariant &value) const
    {
        auto *box = find<QComboBox>(name);
        box->setCurrentIndex(box->findData(value));
        Q_EMIT box->activated(box->currentIndex());
    }

    UiRig rig;
    std::unique_ptr<SettingsPage> page;
};

ConfigVersion version(const QString &path, int day)
{
    return {path, QDateTime(QDate(2025, 11, day), QTime(12, 0), QTimeZone::utc()), 2048};
}

} // namespace

//! What is set for the program itself, and the ways back.
class TestSettingsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesPreferencesAtOnce()
    {
        Bench bench;
        bench.rig.program.chosen.pausePaid = true;
        bench.show();
        bench.find<QCheckBox>("startGateway")->click();
        bench.find<QCheckBox>("notifications")->click();
        bench.choose("appearance", int(Appearance::Dark));
        bench.choose("language", u"en"_s);
        bench.choose("logLevel", u"debug"_s);
        Preferences expected;
        expected.startGateway = false;
        expected.notifications = false;
        expected.appearance = Appearance::Dark;
        expected.language = u"en"_s;
        expected.logLevel = u"debug"_s;
        expected.pausePaid = true;
        QVERIFY(bench.rig.program.chosen == expected);
        QVERIFY(bench.rig.saved.isEmpty());
    }

    void followsPreferences()
    {
        Bench bench;
        bench.show();
        Preferences other;
        other.appearance = Appearance::Light;
        other.notifications = false;
        other.logLevel = u"warn"_s;
        other.language = u"xx"_s; // has no catalogue
        bench.rig.program.setPreferences(other);
        QCOMPARE(bench.find<QComboBox>("appearance")->currentData().toInt(), int(Appearance::Light));
        QCOMPARE(bench.find<QComboBox>("logLevel")->currentData().toString(), u"warn"_s);
        QCOMPARE(bench.find<QComboBox>("language")->currentIndex(), 0);
        QVERIFY(!bench.find<QCheckBox>("notifications")->isChecked());
    }

    void startsAtLogin_data()
    {
        QTest::addColumn<QString>("problem");
        QTest::newRow("done") << QString();
        QTest::newRow("refused") << u"the folder <autostart> cannot be written"_s;
    }
    void startsAtLogin()
    {
        QFETCH(const QString, problem);
        Bench bench;
        bench.rig.program.loginProblem = problem;
        bench.show();
        bench.find<QCheckBox>("atLogin")->click();
        QCOMPARE(bench.rig.program.atLogin, problem.isEmpty());
        QCOMPARE(bench.find<QCheckBox>("atLogin")->isChecked(), problem.isEmpty());
        QCOMPARE(bench.find<Banner>("loginProblem")->isVisible(), !problem.isEmpty());
        QVERIFY(bench.find<Banner>("loginProblem")->accessibleName().contains(problem));
    }

    void opensAndCopiesPlaces()
    {
        Bench bench;
        bench.show();
        const Opener opener;
        const Places places = bench.rig.program.places();
        bench.find<QPushButton>("logFileOpen")->click();
        bench.find<QPushButton>("dataFolderOpen")->click();
        QCOMPARE(opener.opened,
                 (QList<QUrl>{QUrl::fromLocalFile(places.log), QUrl::fromLocalFile(places.dataDir)}));
        bench.find<QToolButton>("configFileCopy")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), places.config);
        QCOMPARE(bench.find<QLineEdit>("configFile")->text(), places.config);
    }

    void restoresAnEarlierVersion_data()
    {
        QTest::addColumn<QByteArray>("button");
        QTest::addColumn<QStringList>("restored");
        QTest::newRow("yes") << QByteArray("restoreDo") << QStringList{u"/b"_s};
        QTest::newRow("no") << QByteArray("restoreCancel") << QStringList();
    }
    void restoresAnEarlierVersion()
    {
        QFETCH(const QByteArray, button);
        QFETCH(const QStringList, restored);
        Bench bench;
        bench.rig.program.kept = {version(u"/a"_s, 3), version(u"/b"_s, 2)};
        bench.rig.program.keptConfig = bench.rig.draft.config();
        bench.rig.program.keptConfig.providers.clear();
        bench.rig.program.keptConfig.listener.port = 1400;
        bench.show();
        auto *restore = bench.find<QPushButton>("restore");
        QVERIFY(!restore->isEnabled());
        bench.find<QTableView>("versions")->selectRow(1);
        QVERIFY(restore->isEnabled());
        restore->click();
        const auto *dialog = bench.page->findChild<RestoreDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(bench.rig.program.restored.isEmpty());
        const QAbstractItemModel *changes = dialog->findChild<QTableView *>(u"importChanges"_s)->model();
        QStringList names;
        for (int row = 0; row < changes->rowCount(); ++row)
            names.append(changes->index(row, 2).data().toString());
        QVERIFY2(names.contains(u"openai"_s) && names.contains(u"Port"_s), qPrintable(names.join(u' ')));
        bench.find<QPushButton>(button.constData())->click();
        QCOMPARE(bench.rig.program.restored, restored);
        QCOMPARE(bench.find<Banner>("restored")->isVisible(), !restored.isEmpty());
    }

    //! Several are kept within a minute.
    void tellsVersionsApartBySeconds()
    {
        Bench bench;
        ConfigVersion other = version(u"/b"_s, 3);
        other.time = other.time.addSecs(-7);
        bench.rig.program.kept = {version(u"/a"_s, 3), other};
        bench.show();
        const QAbstractItemModel *model = bench.find<QTableView>("versions")->model();
        QVERIFY(model->index(0, 0).data() != model->index(1, 0).data());
    }

    void keepsTheChosenVersionAcrossANewOne()
    {
        Bench bench;
        bench.rig.program.kept = {version(u"/a"_s, 3), version(u"/b"_s, 2)};
        bench.show();
        auto *list = bench.find<QTableView>("versions");
        list->selectRow(1);
        bench.rig.program.kept.prepend(version(u"/c"_s, 4));
        bench.rig.load(bench.rig.draft.config());
        QCOMPARE(list->currentIndex().row(), 2);
        bench.rig.program.kept.clear();
        bench.rig.load(bench.rig.draft.config());
        QVERIFY(!list->isVisible());
        QVERIFY(!bench.find<QPushButton>("restore")->isEnabled());
    }

    void resetsItsSettingsOnly()
    {
        Bench bench;
        Config config = bench.rig.draft.config();
        config.listener.port = 4000;
        config.listener.allowedHosts = {u"box.lan"_s};
        config.usageKeepDays = 3;
        config.budget = {1, 2};
        config.alerts.errorRatePercent = 7;
        config.defaultModel = u"openai-large"_s;
        bench.rig.load(config);
        bench.rig.program.atLogin = true;
        bench.rig.program.chosen.appearance = Appearance::Dark;
        bench.rig.program.chosen.pausePaid = true;
        bench.show();
        bench.find<QSpinBox>("keepDays")->setValue(5); // typed, not applied
        const auto asked = answerBox(u"Reset"_s);
        bench.find<QPushButton>("reset")->click();
        QVERIFY(asked->contains(u"Providers, routes, clients and keys stay"_s));
        Config expected = config;
        expected.listener = Listener();
        expected.usageKeepDays = 90;
        expected.budget = {};
        expected.alerts = {};
        QCOMPARE(bench.rig.saved.size(), 1);
        QVERIFY(bench.rig.saved[0] == expected);
        Preferences preferences;
        preferences.pausePaid = true;
        QVERIFY(bench.rig.program.chosen == preferences);
        QVERIFY(!bench.rig.program.atLogin);
        QVERIFY(!bench.find<QCheckBox>("atLogin")->isChecked());
        QCOMPARE(bench.find<QSpinBox>("keepDays")->value(), 90);
        QVERIFY(bench.find<Banner>("resetDone")->isVisible());
    }

    void resetCanBeDeclined()
    {
        Bench bench;
        bench.rig.program.chosen.appearance = Appearance::Dark;
        bench.show();
        const auto asked = answerBox(u"Cancel"_s);
        bench.find<QPushButton>("reset")->click();
        QVERIFY(!asked->isEmpty());
        QVERIFY(bench.rig.saved.isEmpty());
        QCOMPARE(int(bench.rig.program.chosen.appearance), int(Appearance::Dark));
    }
};

QTEST_MAIN(TestSettingsPage)
#include "tst_settings_page.moc"
