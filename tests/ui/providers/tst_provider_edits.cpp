// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/providers/rich_provider.h"
#include "tests/ui/support/answer_box.h"

#include <QDoubleSpinBox>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! What was changed in the dialog and is not saved yet.
class TestProviderEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isGivenUpAtOnceWithoutChanges_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::newRow("edited") << u"-"_s;
        QTest::newRow("custom") << QString();
        QTest::newRow("preset") << u"groq"_s;
        QTest::newRow("without a key") << u"ollama"_s;
    }

    void isGivenUpAtOnceWithoutChanges()
    {
        QFETCH(const QString, preset);
        DialogBench bench(richConfig());
        if (preset == "-"_L1) {
            bench.edit(u"rich"_s);
        } else {
            bench.add();
            bench.choose(preset);
        }
        bench.dialog->reject();
        QVERIFY(!bench.dialog->isVisible());
    }

    void isNotDroppedWithoutAQuestion_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"name", "limit", "key", "model", "by hand"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }

    void isNotDroppedWithoutAQuestion()
    {
        QFETCH(const QString, what);
        DialogBench bench(richConfig());
        bench.edit(u"rich"_s);
        if (what == "name"_L1) {
            bench.write("name", u"Other"_s);
        } else if (what == "limit"_L1) {
            bench.find<QDoubleSpinBox>("requestsPerMinute")->setValue(7);
        } else if (what == "key"_L1) {
            bench.tick("manualKey", true);
            bench.write("key", u"sk-1"_s);
        } else if (what == "model"_L1) {
            bench.press("untickShown");
        } else {
            bench.write("newModel", u"gpt-x"_s);
        }
        auto asked = answerBox(u"Cancel"_s);
        bench.dialog->reject();
        QVERIFY(asked->startsWith(u"Drop what you changed?"_s));
        QVERIFY(bench.dialog->isVisible());
        asked = answerBox(u"Drop"_s);
        bench.dialog->reject();
        QVERIFY(!asked->isEmpty());
        QVERIFY(!bench.dialog->isVisible());
        QVERIFY(bench.rig.saved.isEmpty());
    }

    //! A name that was typed under the list is meant to be in it.
    void addsWhatWasTypedByHand()
    {
        DialogBench bench(richConfig());
        bench.edit(u"rich"_s);
        bench.write("newModel", u" gpt-x "_s);
        bench.save();
        QCOMPARE(bench.rig.saved.size(), 1);
        QCOMPARE(bench.saved(1).models.last(), ModelEntry{u"gpt-x"_s});
    }
};

QTEST_MAIN(TestProviderEdits)
#include "tst_provider_edits.moc"
