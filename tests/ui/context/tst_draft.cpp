// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/ui_rig.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! The configuration as the window works with it.
class TestDraft final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesWhatIsRight();
    void savesNothingWrong();
    void staysAsItWasWhenWritingFails();
    void writesNothingThatIsSoAlready();
    void takesTheLastSaveBack();
    void takesNothingBackThatOthersChanged();
    void isTheSameWhenWritingLoadsIt();

private:
    static Config one()
    {
        Config config;
        config.providers = {someProvider(u"a"_s, u"A"_s)};
        return config;
    }
    static Config two()
    {
        Config config = one();
        config.providers.append(someProvider(u"b"_s, u"B"_s));
        return config;
    }
};

void TestDraft::savesWhatIsRight()
{
    UiRig rig;
    rig.load(one());
    QSignalSpy changed(&rig.draft, &Draft::changed);
    QVERIFY(!hasError(rig.draft.save(two())));
    QCOMPARE(rig.saved.size(), 1);
    QVERIFY(rig.saved[0] == two());
    QVERIFY(rig.draft.config() == two());
    QCOMPARE(changed.count(), 1);
    QVERIFY(rig.draft.provider(u"b"_s));
    QVERIFY(!rig.draft.provider(u"c"_s));
}

void TestDraft::savesNothingWrong()
{
    UiRig rig;
    rig.load(one());
    Config wrong = two();
    wrong.providers[1].baseUrl = u"http://far.example/v1"_s;
    const QList<Problem> problems = rig.draft.save(wrong);
    QVERIFY(hasError(problems));
    QVERIFY(errorText(problems).startsWith(u"/providers/1/baseUrl: "_s));
    QVERIFY(rig.saved.isEmpty());
    QVERIFY(rig.draft.config() == one());
}

void TestDraft::staysAsItWasWhenWritingFails()
{
    UiRig rig;
    rig.load(one());
    rig.writeProblem = u"the disk is full"_s;
    QSignalSpy changed(&rig.draft, &Draft::changed);
    QCOMPARE(errorText(rig.draft.save(two())), u"the disk is full"_s);
    QVERIFY(rig.draft.config() == one());
    QVERIFY(!rig.draft.canUndo());
    QCOMPARE(changed.count(), 0);
}

void TestDraft::writesNothingThatIsSoAlready()
{
    UiRig rig;
    rig.load(one());
    QVERIFY(!hasError(rig.draft.save(one())));
    QVERIFY(rig.saved.isEmpty());
    QVERIFY(!rig.draft.canUndo());
}

void TestDraft::takesTheLastSaveBack()
{
    UiRig rig;
    rig.load(two());
    QVERIFY(!hasError(rig.draft.save(one())));
    QVERIFY(rig.draft.canUndo());
    QVERIFY(!hasError(rig.draft.undo()));
    QVERIFY(rig.saved.last() == two());
    QVERIFY(!rig.draft.canUndo());
    QVERIFY(rig.draft.undo().isEmpty());
    QCOMPARE(rig.saved.size(), 2);
}

void TestDraft::takesNothingBackThatOthersChanged()
{
    UiRig rig;
    rig.load(two());
    QVERIFY(!hasError(rig.draft.save(one())));
    rig.load(one()); // the file as it was saved: nothing new
    QVERIFY(rig.draft.canUndo());
    Config theirs = one();
    theirs.listener.port = 1400;
    rig.load(theirs);
    QVERIFY(!rig.draft.canUndo());
}

//! As in the program, where writing makes the file's watcher load it at once.
void TestDraft::isTheSameWhenWritingLoadsIt()
{
    Draft *self = nullptr;
    Draft draft([&](const Config &config) {
        self->load(config, {});
        return QString();
    });
    self = &draft;
    draft.load(two(), {});
    QVERIFY(!hasError(draft.save(one())));
    QVERIFY(draft.canUndo());
    QVERIFY(!hasError(draft.undo()));
    QVERIFY(draft.config() == two());
}

QTEST_MAIN(TestDraft)
#include "tst_draft.moc"
