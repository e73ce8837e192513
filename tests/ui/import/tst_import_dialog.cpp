// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/import/import_bench.h"

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

const ImportChange evilHost{
    ImportChange::Added, ImportChange::Host, QStringLiteral("evil.example"), {}, true};

} // namespace

//! What is shown before an import, and when it may be done.
class TestImportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItIs()
    {
        ImportBench bench;
        bench.open();
        QCOMPARE(bench.find<QLabel>("importKind")->text(),
                 u"The models.json of the Node gateway: models.json"_s);
        QCOMPARE(bench.cell(0, 0), u"Added"_s);
        QCOMPARE(bench.cell(0, 2), u"new"_s);
        QVERIFY(bench.import()->isEnabled());
        QVERIFY(!bench.find<QCheckBox>("importKnown")->isVisible());
        QVERIFY(bench.notes().isEmpty());
        QVERIFY(bench.problem().isEmpty());
        QVERIFY(bench.rig.saved.isEmpty());
    }

    void mergesOrReplaces()
    {
        ImportBench bench;
        bench.open();
        QCOMPARE(bench.lastMode, ImportMode::Merge);
        bench.find<QRadioButton>("importReplace")->click();
        QCOMPARE(bench.lastMode, ImportMode::Replace);
        QCOMPARE(bench.plans, 2);
    }

    void newHostsForKeysMustBeKnown()
    {
        ImportBench bench;
        bench.changes.append(evilHost);
        bench.open();
        QCOMPARE(bench.cell(0, 2), u"evil.example"_s);
        QVERIFY(bench.banner("importHosts").contains(u"evil.example"_s));
        auto *known = bench.find<QCheckBox>("importKnown");
        QVERIFY(known->isVisible());
        QVERIFY(!bench.import()->isEnabled());
        QTest::keyClick(bench.dialog.get(), Qt::Key_Return);
        QVERIFY(bench.rig.saved.isEmpty());
        known->click();
        QVERIFY(bench.import()->isEnabled());

        // Others than those that were agreed to.
        bench.changes.append({ImportChange::Added, ImportChange::Host, u"worse.example"_s, {}, true});
        bench.find<QRadioButton>("importReplace")->click();
        QVERIFY(!known->isChecked());
        QVERIFY(!bench.import()->isEnabled());
    }

    void errorsBlockIt()
    {
        ImportBench bench;
        bench.problems = {{u"/providers/1/headers"_s, u"may be a key"_s, true},
                          {u"/providers/1/baseUrl"_s, u"is not a URL"_s}};
        bench.file.left = {u"router_settings: not supported"_s};
        bench.file.unset = {{u"A_KEY"_s, u"models[0]: set A_KEY"_s}};
        bench.open();
        QVERIFY(!bench.import()->isEnabled());
        QVERIFY(bench.problem().contains(u"cannot be imported"_s));
        QCOMPARE(bench.notes(),
                 (QStringList{u"Provider \"New\", base URL: is not a URL"_s,
                              u"Provider \"New\", headers: may be a key"_s, u"To do: models[0]: set A_KEY"_s,
                              u"Not carried: router_settings: not supported"_s}));
    }

    void warningsDoNot()
    {
        ImportBench bench;
        bench.problems = {{u"/providers/1/headers"_s, u"may be a key"_s, true}};
        bench.open();
        QVERIFY(bench.import()->isEnabled());
        QVERIFY(bench.problem().isEmpty());
    }

    void nothingToDo()
    {
        ImportBench bench;
        bench.changes.clear();
        bench.file.keys.clear();
        bench.open();
        QVERIFY(!bench.import()->isEnabled());
        QVERIFY(!bench.find<QTableView>("importChanges")->isVisible());
    }

    void followsTheDraft()
    {
        ImportBench bench;
        bench.open();
        Config next = bench.rig.draft.config();
        next.usageKeepDays = 7;
        bench.rig.draft.save(next);
        QCOMPARE(bench.plans, 2);
        QVERIFY(bench.problem().contains(u"changed meanwhile"_s));
        bench.rig.draft.load(next, {}); // read once more
        QCOMPARE(bench.plans, 2);
        bench.import()->click();
        QTRY_VERIFY(!bench.done.isEmpty());
        QCOMPARE(bench.rig.saved.last().usageKeepDays, 7);
        QCOMPARE(bench.rig.saved.last().providers.size(), 2);
    }

    void saysWhatCannotBeSaved()
    {
        ImportBench bench;
        bench.rig.writeProblem = u"The disk is full."_s;
        bench.open();
        bench.import()->click();
        QTRY_VERIFY(bench.problem().contains(u"Nothing was imported"_s));
        QVERIFY(bench.problem().contains(u"The disk is full."_s));
        QVERIFY(bench.dialog->isVisible());
        QTRY_VERIFY(bench.rig.secrets.entries.isEmpty());
        QVERIFY(bench.done.isEmpty());
    }
};

QTEST_MAIN(TestImportDialog)
#include "tst_import_dialog.moc"
