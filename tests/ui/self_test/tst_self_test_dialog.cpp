// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/self_test/fake_self_tester.h"
#include "tests/ui/support/answer_box.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/self_test/self_test_dialog.h"
#include "ui/self_test/self_test_text.h"
#include "ui/widgets/banner.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

//! The dialog over a provider "a", and hands to use it with.
struct Bench
{
    Bench()
    {
        Config config;
        config.providers = {someProvider(u"a"_s, u"A"_s)};
        config.providers[0].models = {{u"o*"_s}, {u"m1"_s}, {u"m2"_s}};
        rig.load(config);
    }
    void open()
    {
        dialog = std::make_unique<SelfTestDialog>(rig.context, tester, u"a"_s);
        dialog->show();
    }
    const Provider &provider() const { return *rig.draft.provider(u"a"_s); }
    QString label(const char *name) const
    {
        auto *label = dialog->findChild<QLabel *>(QString::fromLatin1(name));
        return label->isHidden() ? QString() : label->text();
    }
    QString state(Feature feature) const
    {
        return dialog->findChild<QLabel *>(u"state%1"_s.arg(int(feature)))->text();
    }
    QPushButton *run() const { return dialog->findChild<QPushButton *>(u"selfTestRun"_s); }
    QComboBox *model() const { return dialog->findChild<QComboBox *>(u"selfTestModel"_s); }
    QString problem() const
    {
        auto *banner = dialog->findChild<Banner *>(u"selfTestProblem"_s);
        return banner->isHidden() ? QString() : banner->accessibleName();
    }
    int progress() const { return dialog->findChild<QProgressBar *>()->value(); }

    UiRig rig;
    FakeSelfTester tester;
    std::unique_ptr<SelfTestDialog> dialog;
};

} // namespace

class TestSelfTestDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysBeforehandWhatItTakes()
    {
        Bench bench;
        bench.open();
        QCOMPARE(bench.model()->currentText(), u"m1"_s);
        QCOMPARE(bench.model()->count(), 2);
        QCOMPARE(bench.label("selfTestEstimate"), estimateText(bench.tester.would));
        QVERIFY(bench.tester.runs.isEmpty());
        QVERIFY(bench.run()->isEnabled());
    }

    void aPatternIsNoModel_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("pattern") << u"o*"_s;
        QTest::newRow("nothing") << u"  "_s;
    }
    void aPatternIsNoModel()
    {
        QFETCH(QString, typed);
        Bench bench;
        bench.open();
        bench.model()->setEditText(typed);
        QVERIFY(!bench.run()->isEnabled());
        QTest::keyClick(bench.model(), Qt::Key_Return);
        QVERIFY(bench.tester.runs.isEmpty());
        bench.model()->setEditText(u" other "_s);
        QVERIFY(bench.run()->isEnabled());
        bench.run()->click();
        QCOMPARE(bench.tester.runs, QStringList{u"a/other"_s});
    }

    void runsOnEnter()
    {
        Bench bench;
        bench.open();
        QVERIFY(QTest::qWaitForWindowActive(bench.dialog.get()));
        bench.model()->setFocus();
        bench.model()->lineEdit()->selectAll();
        QTest::keyClicks(bench.model()->lineEdit(), u"other"_s);
        QTest::keyClick(bench.model()->lineEdit(), Qt::Key_Return);
        QCOMPARE(bench.tester.runs, QStringList{u"a/other"_s});
    }

    void fillsInAsAnswersCome()
    {
        Bench bench;
        bench.open();
        bench.run()->click();
        QCOMPARE(bench.tester.runs, QStringList{u"a/m1"_s});
        QVERIFY(!bench.model()->isEnabled());
        QCOMPARE(bench.state(Feature::Text), u"Asking…"_s);
        QCOMPARE(bench.state(Feature::Stream), u"Waiting"_s);
        bench.tester.answer(Feature::Text, {FeatureResult::Works, {}, 12, 3});
        QCOMPARE(bench.state(Feature::Text), u"Works"_s);
        QCOMPARE(bench.state(Feature::Stream), u"Asking…"_s);
        QCOMPARE(bench.progress(), 1);
        bench.tester.answer(Feature::Stream, {FeatureResult::Unknown, u"429 <b>later</b>"_s});
        QCOMPARE(bench.state(Feature::Stream), u"Could not be found out: 429 <b>later</b>"_s);
        Q_EMIT bench.tester.answered(99, Feature::Image, {FeatureResult::Fails}); // another's
        QCOMPARE(bench.state(Feature::Image), u"Waiting"_s);

        bench.tester.finish(sheetWithoutImages(bench.provider(), u"m1"_s));
        QCOMPARE(bench.state(Feature::Image), u"Does not work: 400: this model does not take images"_s);
        QVERIFY(bench.label("selfTestSummary").startsWith(u"9 of 10"_s));
        QCOMPARE(bench.label("selfTestMeaning"), u"Requests with images pass over this model."_s);
        QVERIFY(bench.label("selfTestDate").startsWith(u"Tested"_s));
        QVERIFY(bench.model()->isEnabled());
        QVERIFY(!bench.dialog->findChild<QProgressBar *>()->isVisible());
    }

    void canBeStopped()
    {
        Bench bench;
        bench.tester.known = {sheetWithoutImages(bench.provider(), u"m2"_s)};
        bench.open();
        bench.run()->click();
        bench.tester.answer(Feature::Text, {FeatureResult::Works});
        bench.run()->click();
        QCOMPARE(bench.tester.cancelled, QList<quint64>{1});
        QCOMPARE(bench.state(Feature::Stream), u"Not tested"_s);
        QVERIFY(bench.label("selfTestDate").contains(u"stopped"_s));
        bench.tester.finish(sheetWithoutImages(bench.provider(), u"m2"_s)); // too late: of no account
        QCOMPARE(bench.label("selfTestSummary"), QString());
    }

    void showsWhatWasFoundOutBefore()
    {
        Bench bench;
        bench.tester.known = {sheetWithoutImages(bench.provider(), u"m2"_s)};
        bench.open();
        QCOMPARE(bench.state(Feature::Text), u"Not tested"_s);
        bench.model()->setCurrentText(u"m2"_s);
        QCOMPARE(bench.state(Feature::Text), u"Works"_s);
        QVERIFY(bench.label("selfTestDate").startsWith(u"Tested"_s));

        Config moved = bench.rig.draft.config();
        moved.providers[0].baseUrl = u"https://new.example/v1"_s;
        bench.rig.draft.save(moved);
        QVERIFY(bench.label("selfTestDate").startsWith(u"Outdated"_s));
        QCOMPARE(bench.label("selfTestMeaning"), u"It has no bearing on requests."_s);
    }

    void closingAsksWhileItRuns()
    {
        Bench bench;
        bench.open();
        bench.run()->click();
        const auto asked = answerBox(u"Cancel"_s);
        bench.dialog->reject();
        QVERIFY(asked->contains(u"Stop the self-test?"_s));
        QVERIFY(bench.dialog->isVisible());
        QVERIFY(bench.tester.cancelled.isEmpty());

        answerBox(u"Stop the test"_s);
        bench.dialog->reject();
        QVERIFY(!bench.dialog->isVisible());
        QCOMPARE(bench.tester.cancelled, QList<quint64>{1});
    }

    void destroyingGivesItUp()
    {
        Bench bench;
        bench.open();
        bench.run()->click();
        bench.dialog.reset();
        QCOMPARE(bench.tester.cancelled, QList<quint64>{1});
    }

    void cannotRunWithoutTheProvider_data()
    {
        QTest::addColumn<bool>("removed");
        QTest::addColumn<QString>("text");
        QTest::newRow("removed") << true << u"removed"_s;
        QTest::newRow("off") << false << u"switched off"_s;
    }
    void cannotRunWithoutTheProvider()
    {
        QFETCH(bool, removed);
        QFETCH(QString, text);
        Bench bench;
        bench.open();
        Config next = bench.rig.draft.config();
        if (removed)
            next.providers.clear();
        else
            next.providers[0].enabled = false;
        bench.rig.draft.save(next);
        QVERIFY(!bench.run()->isEnabled());
        QVERIFY2(bench.problem().contains(text), qPrintable(bench.problem()));
    }
};

QTEST_MAIN(TestSelfTestDialog)
#include "tst_self_test_dialog.moc"
