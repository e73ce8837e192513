// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/import/import_bench.h"

#include <QProgressBar>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

//! Does \a what when the first key has been stored, and the second has not.
void atTheFirstKey(const ImportBench &bench, const std::function<void()> &what)
{
    auto *bar = bench.find<QProgressBar>("importProgress");
    QObject::connect(bar, &QProgressBar::valueChanged, bar, [bar, what](int value) {
        if (value != 1)
            return;
        bar->disconnect();
        what();
    });
}

} // namespace

//! What becomes of the keys of an imported file.
class TestImportKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moveIntoTheKeychainFirst()
    {
        ImportBench bench;
        bench.open();
        auto *keys = bench.find<QCheckBox>("importKeys");
        QVERIFY(keys->isVisible() && keys->isChecked());
        QVERIFY(keys->text().contains(u"Test keychain"_s));
        bench.import()->click();
        QVERIFY(bench.rig.saved.isEmpty());
        QTRY_COMPARE(bench.rig.saved.size(), 1);
        QCOMPARE(bench.rig.secrets.entries.value(u"new@api.new.example"_s), QByteArray("sk-one"));
        QCOMPARE(bench.rig.secrets.entries.size(), 2);
        QVERIFY(!bench.dialog->isVisible());
        QVERIFY(bench.doneChanged);
        QVERIFY2(bench.done.contains(u"are now in Test keychain"_s), qPrintable(bench.done));
        QVERIFY(bench.done.contains(u"plain text"_s));
    }

    void canBeLeftOut()
    {
        ImportBench bench;
        bench.open();
        bench.find<QCheckBox>("importKeys")->click();
        bench.import()->click();
        QCOMPARE(bench.rig.saved.size(), 1);
        QCOMPARE(bench.rig.secrets.writes, 0);
        QVERIFY2(bench.done.contains(u"missing"_s), qPrintable(bench.done));
    }

    void saysWhichVariableAKeyIs()
    {
        ImportBench bench;
        bench.file.keys[1].origin = u"PASSWORD in /there/.env"_s;
        bench.open();
        const auto *note = bench.find<QLabel>("importKeysNote");
        QVERIFY(note->isVisible());
        QVERIFY2(note->text().contains(u"the value of PASSWORD in /there/.env"_s), qPrintable(note->text()));
    }

    void thoseThatNothingRefersToStay()
    {
        ImportBench bench;
        bench.file.keys[1].reference = u"keychain:other@elsewhere.example"_s;
        bench.open();
        bench.import()->click();
        QTRY_COMPARE(bench.rig.saved.size(), 1);
        QCOMPARE(bench.rig.secrets.entries.keys(), QStringList{u"new@api.new.example"_s});
    }

    void saysWhichAreReplaced()
    {
        ImportBench bench;
        Config config = bench.rig.draft.config();
        config.providers[0].apiKeys = {u"keychain:new@api.new.example"_s};
        bench.rig.load(config);
        bench.open();
        QVERIFY(bench.find<QLabel>("importKeysNote")->isVisible());
        bench.rig.load({});
        QVERIFY(!bench.find<QLabel>("importKeysNote")->isVisible());
    }

    void aRefusalNamesThemAndLetsImportWithout()
    {
        ImportBench bench;
        bench.rig.secrets.state = SecretStore::Answer::Locked;
        bench.open();
        bench.import()->click();
        QTRY_VERIFY(bench.problem().contains(u"New, New (2)"_s));
        QVERIFY(bench.problem().contains(u"Nothing was imported yet"_s));
        QVERIFY(bench.problem().contains(u"the test keychain does not open"_s));
        QVERIFY(bench.rig.saved.isEmpty());
        bench.press("importWithout");
        QCOMPARE(bench.rig.saved.size(), 1);
        QVERIFY(!bench.done.contains(u"are now in"_s));
        QVERIFY2(bench.done.contains(u"missing"_s), qPrintable(bench.done));
    }

    void canBeTriedAgain()
    {
        ImportBench bench;
        bench.rig.secrets.state = SecretStore::Answer::Locked;
        bench.open();
        bench.import()->click();
        QTRY_VERIFY(!bench.problem().isEmpty() && bench.import()->isEnabled());
        bench.rig.secrets.state = SecretStore::Answer::Found;
        bench.import()->click();
        QTRY_COMPARE(bench.rig.saved.size(), 1);
        QCOMPARE(bench.rig.secrets.entries.size(), 2);
        QVERIFY(!bench.done.contains(u"missing"_s));
    }

    void cancellingPutsThemBack()
    {
        ImportBench bench;
        bench.open();
        bench.import()->click();
        QVERIFY(!bench.import()->isEnabled());
        atTheFirstKey(bench, [&] { bench.press("importCancel"); });
        QTRY_COMPARE(bench.problem(), u"Stopped: nothing was imported."_s);
        QVERIFY(bench.dialog->isVisible());
        QTRY_VERIFY(bench.rig.secrets.removals > 0 && bench.rig.secrets.entries.isEmpty());
        QVERIFY(bench.rig.saved.isEmpty());
        QVERIFY(bench.import()->isEnabled());
        bench.press("importCancel");
        QVERIFY(!bench.dialog->isVisible());
        QVERIFY(bench.done.isEmpty());
    }

    void aChangedDraftStopsThem()
    {
        ImportBench bench;
        bench.open();
        bench.import()->click();
        Config next = bench.rig.draft.config();
        next.usageKeepDays = 7;
        atTheFirstKey(bench, [&] { bench.rig.load(next); });
        QTRY_VERIFY(bench.problem().contains(u"changed meanwhile"_s));
        QTRY_VERIFY(bench.rig.secrets.removals > 0 && bench.rig.secrets.entries.isEmpty());
        QVERIFY(bench.rig.saved.isEmpty());
        QVERIFY(bench.import()->isEnabled());
    }
};

QTEST_MAIN(TestImportKeys)
#include "tst_import_keys.moc"
