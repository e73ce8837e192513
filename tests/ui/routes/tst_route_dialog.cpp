// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/answer_box.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/routes/route_dialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/reorder_view.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

const Route smart{
    u"smart"_s, Policy::Priority, {{u"openai"_s, u"openai-large"_s}, {u"claude"_s, u"claude-large"_s}}};

//! A route dialog, and hands to use it with.
struct Bench
{
    explicit Bench(const std::optional<Route> &edited)
    {
        before.providers = {someProvider(u"openai"_s, u"OpenAI"_s), someProvider(u"claude"_s, u"Claude"_s)};
        before.routes = {smart, {u"other"_s, Policy::Fastest, {{u"claude"_s, u"claude-small"_s}}}};
        before.defaultModel = u"smart"_s;
        rig.load(before);
        dialog = std::make_unique<RouteDialog>(rig.context, edited);
        dialog->show();
    }

    template<typename T>
    T *find(const char *name) const
    {
        return dialog->findChild<T *>(QString::fromLatin1(name));
    }
    void click(const char *name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void save() const
    {
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save),
                          Qt::LeftButton);
    }
    void write(const QString &name) const
    {
        find<QLineEdit>("name")->selectAll();
        QTest::keyClicks(find<QLineEdit>("name"), name);
    }
    void chooseProvider(const QString &name) const
    {
        auto *box = find<QComboBox>("targetProvider");
        box->setFocus();
        QTest::keyClicks(box, name);
        QTest::keyClick(box, Qt::Key_Return);
    }
    void writeModel(const QString &model) const
    {
        QLineEdit *line = find<QComboBox>("targetModel")->lineEdit();
        line->selectAll();
        QTest::keyClicks(line, model);
    }
    QString message() const { return dialog->findChild<Banner *>()->accessibleName(); }

    UiRig rig;
    Config before;
    std::unique_ptr<RouteDialog> dialog;
};

} // namespace

//! Making and editing a route: what is saved, and what is refused.
class TestRouteDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNotDroppedWithoutAQuestion()
    {
        {
            const Bench bench(smart);
            bench.dialog->reject();
            QVERIFY(!bench.dialog->isVisible());
        }
        const Bench bench(smart);
        bench.write(u"Changed"_s);
        auto asked = answerBox(u"Cancel"_s);
        bench.dialog->reject();
        QVERIFY(!asked->isEmpty());
        QVERIFY(bench.dialog->isVisible());
        asked = answerBox(u"Drop"_s);
        bench.dialog->reject();
        QVERIFY(!bench.dialog->isVisible());
        QVERIFY(bench.rig.saved.isEmpty());
    }

    void makesARoute()
    {
        Bench bench({});
        QSignalSpy saved(bench.dialog.get(), &RouteDialog::saved);
        bench.write(u" mine "_s);
        bench.find<QComboBox>("policy")->setCurrentIndex(1);
        bench.click("addTarget");
        bench.writeModel(u"gpt-new"_s);
        bench.find<QSpinBox>("targetWeight")->setValue(3);
        bench.click("addTarget"); // takes the provider that is not there yet
        bench.writeModel(u"claude-small"_s);
        bench.save();

        Config expected = bench.before;
        expected.routes.append({u"mine"_s,
                                Policy::Weighted,
                                {{u"openai"_s, u"gpt-new"_s, 3}, {u"claude"_s, u"claude-small"_s, 1}}});
        QCOMPARE(bench.rig.saved, QList<Config>{expected});
        QCOMPARE(saved, QList<QVariantList>{{u"mine"_s}});
        QVERIFY(!bench.dialog->isVisible());
    }

    void offersTheModelsOfTheProvider()
    {
        Bench bench(smart);
        auto *models = bench.find<QComboBox>("targetModel");
        QCOMPARE(models->currentText(), u"openai-large"_s);
        QCOMPARE(models->itemText(1), u"openai-small"_s);
        auto *provider = bench.find<QComboBox>("targetProvider");
        provider->setFocus();
        QTest::keyClick(provider, Qt::Key_Down);
        QCOMPARE(provider->currentText(), u"Claude"_s);
        QCOMPARE(models->itemText(0), u"claude-large"_s);
        QCOMPARE(models->currentText(), QString()); // the other provider's model would be wrong here
    }

    void ordersAndRemovesTargets()
    {
        Bench bench(smart);
        bench.click("moveDown");
        QCOMPARE(bench.find<ReorderView>("targets")->currentRow(), 1);
        QVERIFY(!bench.find<QPushButton>("moveDown")->isEnabled());
        bench.save();
        Config expected = bench.before;
        expected.routes[0].targets.move(0, 1);
        QCOMPARE(bench.rig.saved, QList<Config>{expected});

        Bench second(smart);
        QTest::keyClick(second.find<ReorderView>("targets"), Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(second.find<ReorderView>("targets"), Qt::Key_Delete);
        second.save();
        Config shorter = second.before;
        shorter.routes[0].targets = {{u"claude"_s, u"claude-large"_s}};
        QCOMPARE(second.rig.saved, QList<Config>{shorter});
    }

    void showsWeightsOnlyWhereTheyCount()
    {
        Bench bench(smart);
        QVERIFY(!bench.find<QSpinBox>("targetWeight")->isVisible());
        bench.find<QComboBox>("policy")->setCurrentIndex(1);
        QVERIFY(bench.find<QSpinBox>("targetWeight")->isVisible());
    }

    void takesTheDefaultModelAlongToANewName()
    {
        Bench bench(smart);
        bench.write(u"smarter"_s);
        bench.save();
        Config expected = bench.before;
        expected.routes[0].model = u"smarter"_s;
        expected.defaultModel = u"smarter"_s;
        QCOMPARE(bench.rig.saved, QList<Config>{expected});
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("target");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("message");
        QTest::newRow("no name") << QString() << true << u"m"_s << u"The name is missing."_s;
        QTest::newRow("a pattern") << u"o*"_s << true << u"m"_s
                                   << u"The name must be one name: a pattern with * is for the models of a "
                                      "provider."_s;
        QTest::newRow("taken") << u"smart"_s << true << u"m"_s
                               << u"The name belongs to another route already."_s;
        QTest::newRow("no targets") << u"x"_s << false << QString()
                                    << u"The list of targets is empty: the route leads nowhere."_s;
        QTest::newRow("no model") << u"x"_s << true << QString() << u"Target 1: the model is missing."_s;
        QTest::newRow("markup stays text")
            << u"x"_s << true << u"<b>*</b>"_s << u"Target 1: the model must be one model's name."_s;
    }

    void saysWhatIsWrong()
    {
        QFETCH(QString, name);
        QFETCH(bool, target);
        QFETCH(QString, model);
        QFETCH(QString, message);
        Bench bench({});
        bench.write(name);
        if (target) {
            bench.click("addTarget");
            bench.writeModel(model);
        }
        bench.save();
        QCOMPARE(bench.message(), message);
        QVERIFY(bench.dialog->isVisible());
        QVERIFY(bench.rig.saved.isEmpty());
    }

    void staysOpenWhereTheFileCannotBeWritten()
    {
        Bench bench(smart);
        bench.rig.writeProblem = u"the disk is full"_s;
        bench.write(u"x"_s);
        bench.save();
        QCOMPARE(bench.message(), u"the disk is full"_s);
        QVERIFY(bench.dialog->isVisible());
    }

    void asksWhereTheFileHasChanged_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("removed");
        QTest::addColumn<bool>("saves");
        QTest::addColumn<bool>("open");
        QTest::newRow("mine") << u"Save mine"_s << false << true << false;
        QTest::newRow("mine, though it was removed") << u"Save mine"_s << true << true << false;
        QTest::newRow("theirs") << u"Take the file's"_s << false << false << false;
        QTest::newRow("go on") << u"Go on editing"_s << false << false << true;
    }

    void asksWhereTheFileHasChanged()
    {
        QFETCH(QString, answer);
        QFETCH(bool, removed);
        QFETCH(bool, saves);
        QFETCH(bool, open);
        Bench bench(smart);
        bench.writeModel(u"mine"_s);
        Config changed = bench.before;
        changed.defaultModel.clear();
        if (removed)
            changed.routes.removeFirst();
        else
            changed.routes[0].policy = Policy::Fastest;
        bench.rig.load(changed);
        const auto asked = answerBox(answer);
        bench.save();
        QVERIFY(asked->contains(u"\"smart\""_s));
        QCOMPARE(bench.dialog->isVisible(), open);

        Route mine = smart;
        mine.targets[0].model = u"mine"_s;
        Config expected = changed;
        if (removed)
            expected.routes.append(mine);
        else
            expected.routes[0] = mine;
        QCOMPARE(bench.rig.saved, saves ? QList<Config>{expected} : QList<Config>());
    }

    void leavesOtherChangesOfTheFileAlone()
    {
        Bench bench(smart);
        bench.write(u"x"_s);
        Config changed = bench.before;
        changed.usageKeepDays = 7;
        changed.routes.prepend({u"new"_s, Policy::Priority, {{u"openai"_s, u"m"_s}}});
        bench.rig.load(changed);
        bench.save();
        Config expected = changed;
        expected.routes[1].model = u"x"_s;
        expected.defaultModel = u"x"_s;
        QCOMPARE(bench.rig.saved, QList<Config>{expected});
    }
};

QTEST_MAIN(TestRouteDialog)
#include "tst_route_dialog.moc"
