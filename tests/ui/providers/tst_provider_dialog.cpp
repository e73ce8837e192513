// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/providers/rich_provider.h"
#include "tests/ui/support/answer_box.h"

#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QWheelEvent>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Adding and editing a provider.
class TestProviderDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsAPreset()
    {
        DialogBench bench(richConfig());
        bench.add();
        bench.choose(u"groq"_s);
        QSignalSpy saved(bench.dialog.get(), &ProviderDialog::saved);
        bench.save();
        Config expected = richConfig();
        expected.providers.append(findPreset(u"groq")->provider);
        QCOMPARE(bench.rig.saved, QList<Config>{expected});
        QCOMPARE(saved, (QList<QVariantList>{{u"groq"_s, QStringList()}}));
    }

    void givesASecondOneAnotherId()
    {
        Config config;
        config.providers = {findPreset(u"groq")->provider};
        DialogBench bench(config);
        bench.add();
        bench.choose(u"groq"_s);
        QCOMPARE(bench.read("id"), u"groq-2"_s);
    }

    void findsPresetsByTyping()
    {
        DialogBench bench;
        bench.add();
        auto *search = bench.find<QLineEdit>("presetSearch");
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, u"deepseek"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(bench.read("baseUrl"), u"https://api.deepseek.com"_s);
    }

    void beginsAtTheName()
    {
        DialogBench bench(richConfig());
        bench.edit(u"rich"_s);
        QTRY_VERIFY(bench.find<QLineEdit>("name")->hasFocus());
        bench.add();
        bench.choose(u"groq"_s);
        QTRY_VERIFY(bench.find<QLineEdit>("name")->hasFocus());
    }

    //! From a provider with headers, keys and models of its own, nothing of that may remain.
    void leavesNothingOfAnotherPreset()
    {
        DialogBench bench(richConfig());
        bench.edit(u"rich"_s);
        bench.press("changePreset");
        bench.choose(u"openai"_s);
        bench.save();
        Provider expected = findPreset(u"openai")->provider;
        const Provider before = richProvider();
        expected.id = u"rich"_s;
        expected.enabled = before.enabled;
        expected.limits = before.limits;
        expected.timeouts = before.timeouts;
        expected.retry = before.retry;
        expected.proxy = before.proxy;
        QCOMPARE(bench.saved(1).headers, QList<ExtraHeader>());
        QCOMPARE(bench.saved(1).auth, authHeaderFor(Dialect::OpenAi));
        QCOMPARE(bench.saved(1).apiKeys, QStringList{u"${OPENAI_API_KEY}"_s});
        QCOMPARE(bench.saved(1), expected);
    }

    void leavesNothingOfAnAbandonedPreset()
    {
        DialogBench bench;
        bench.add();
        bench.choose(u"anthropic"_s);
        setCellInNewHeader(bench, u"X-Mine"_s, u"1"_s);
        bench.tick("manualKey", true);
        bench.write("key", u"sk-ant-1"_s);
        bench.press("changePreset");
        bench.choose(u"groq"_s);
        QVERIFY(!bench.find<QCheckBox>("manualKey")->isChecked());
        QCOMPARE(bench.read("key"), QString());
        bench.save();
        QCOMPARE(bench.saved(), findPreset(u"groq")->provider);
    }

    void comesBackFromThePresets()
    {
        DialogBench bench(richConfig());
        bench.edit(u"rich"_s);
        bench.write("name", u"Mine"_s);
        bench.press("changePreset");
        QVERIFY(bench.find<QListView>("presets")->isVisible());
        QTest::keyClick(bench.dialog.get(), Qt::Key_Escape);
        QVERIFY(bench.find<QLineEdit>("name")->isVisible());
        QCOMPARE(bench.read("name"), u"Mine"_s);
        const auto asked = answerBox(u"Drop"_s);
        QTest::keyClick(bench.dialog.get(), Qt::Key_Escape);
        QVERIFY(!asked->isEmpty());
        QVERIFY(!bench.dialog->isVisible());
        QVERIFY(bench.rig.saved.isEmpty());
    }

    void asksForThePartInBraces()
    {
        DialogBench bench;
        bench.add();
        bench.choose(u"azure-openai"_s);
        auto *part = bench.find<QLineEdit>("urlPart");
        QVERIFY(part->isVisible());
        bench.save();
        QVERIFY(bench.note("baseUrlNote").contains(u"placeholder"_s));
        QVERIFY(bench.rig.saved.isEmpty());
        bench.write("urlPart", u"evil.com/my@res"_s); // one label only
        QCOMPARE(bench.read("baseUrl"), u"https://evilcommyres.openai.azure.com/openai/v1"_s);
        bench.write("urlPart", u"my-res"_s);
        bench.save();
        QCOMPARE(bench.saved().baseUrl, u"https://my-res.openai.azure.com/openai/v1"_s);
        QCOMPARE(bench.saved().auth, authHeaderFor(Dialect::AzureOpenAi));
    }

    void namesACustomOneAfterItsName()
    {
        DialogBench bench(richConfig());
        bench.add();
        bench.choose({});
        bench.write("name", u"First"_s);
        QCOMPARE(bench.read("id"), u"first-2"_s);
        bench.write("id", u"mine"_s);
        bench.write("name", u"Something"_s);
        QCOMPARE(bench.read("id"), u"mine"_s);
        bench.write("baseUrl", u"https://api.mine.example/v1"_s);
        bench.find<QComboBox>("dialect")->setCurrentIndex(1);
        bench.save();
        QCOMPARE(bench.saved(2).dialect, Dialect::Anthropic);
        QCOMPARE(bench.saved(2).auth, authHeaderFor(Dialect::Anthropic));
        QCOMPARE(bench.saved(2).apiKeys, QStringList{u"${MINE_API_KEY}"_s});
    }

    //! Looking at everything changes nothing.
    void keepsWhatIsNotTouched()
    {
        DialogBench bench(richConfig());
        bench.edit(u"rich"_s);
        bench.write("name", u"Richer"_s);
        bench.save();
        Config expected = richConfig();
        expected.providers[1].name = u"Richer"_s;
        QCOMPARE(bench.rig.saved, QList<Config>{expected});
    }

    void savesWhatIsAdvanced()
    {
        DialogBench bench(richConfig());
        bench.edit(u"rich"_s);
        bench.find<QDoubleSpinBox>("requestsPerMinute")->setValue(7);
        bench.find<QSpinBox>("connectSeconds")->setValue(8);
        bench.find<QSpinBox>("attempts")->setValue(1);
        bench.tick("streamUsage", true);
        bench.find<QComboBox>("proxyKind")->setCurrentIndex(1);
        setCellInNewHeader(bench, u"X-New"_s, u"v"_s);
        bench.save();
        Config expected = richConfig();
        Provider &provider = expected.providers[1];
        provider.limits.requestsPerMinute = 7;
        provider.timeouts.connect = std::chrono::seconds(8);
        provider.retry.attempts = 1;
        provider.streamUsage = StreamUsage::Ask;
        provider.proxy = u"none"_s;
        provider.headers.append(ExtraHeader{"X-New", "v"});
        QCOMPARE(bench.rig.saved, QList<Config>{expected});
    }

    //! Alt+S leaves the focus in the cell.
    void savesACellThatIsBeingEdited_data()
    {
        QTest::addColumn<int>("tab");
        QTest::addColumn<QByteArray>("table");
        QTest::newRow("alias") << 1 << QByteArray("models");
        QTest::newRow("header") << 2 << QByteArray("headers");
    }

    void savesACellThatIsBeingEdited()
    {
        QFETCH(int, tab);
        QFETCH(QByteArray, table);
        DialogBench bench(richConfig());
        bench.edit(u"rich"_s);
        QVERIFY(QTest::qWaitForWindowActive(bench.dialog.get()));
        bench.dialog->findChild<QTabWidget *>()->setCurrentIndex(tab);
        auto *view = bench.find<QTableView>(table.constData());
        view->setFocus();
        const QModelIndex cell = view->model()->index(1, 1);
        view->setCurrentIndex(cell);
        view->edit(cell);
        auto *editor = view->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTRY_VERIFY(editor->hasFocus());
        editor->selectAll();
        QTest::keyClicks(editor, u"typed"_s);
        QTest::keyClick(editor, Qt::Key_S, Qt::AltModifier);
        QTRY_COMPARE(bench.rig.saved.size(), 1);
        const Provider saved = bench.saved(1);
        QCOMPARE(tab == 1 ? saved.models[1].alias : QString::fromLatin1(saved.headers[1].value), u"typed"_s);
    }

    //! The tab scrolls: the wheel is for that.
    void leavesFieldsAloneWhenScrolling()
    {
        DialogBench bench(richConfig());
        bench.edit(u"rich"_s);
        bench.dialog->findChild<QTabWidget *>()->setCurrentIndex(2);
        const Provider before = richProvider();
        QList<QWidget *> fields;
        for (const char *name : {"requestsPerMinute", "connectSeconds", "attempts", "proxyKind", "dialect"})
            fields.append(bench.find<QWidget>(name));
        for (QWidget *field : std::as_const(fields)) {
            const QPointF place(5, 5);
            QWheelEvent turn(place, field->mapToGlobal(place), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                             Qt::NoScrollPhase, false);
            QApplication::sendEvent(field, &turn);
        }
        bench.write("name", u"Richer"_s);
        bench.save();
        Provider expected = before;
        expected.name = u"Richer"_s;
        QCOMPARE(bench.saved(1), expected);
    }

    void renamesInRoutes()
    {
        DialogBench bench(richConfig());
        bench.edit(u"rich"_s);
        bench.write("id", u"poor"_s);
        bench.save();
        QCOMPARE(bench.rig.saved.last().routes[0].targets,
                 (QList<RouteTarget>{{u"poor"_s, u"n"_s}, {u"first"_s, u"m"_s}}));
    }

    void ticksModelsAndGivesAliases()
    {
        DialogBench bench(richConfig());
        bench.edit(u"rich"_s);
        QVERIFY(QTest::qWaitForWindowActive(bench.dialog.get()));
        bench.dialog->findChild<QTabWidget *>()->setCurrentIndex(1);
        auto *list = bench.find<QTableView>("models");
        auto *field = bench.find<QLineEdit>("newModel");
        QTest::mouseClick(field, Qt::LeftButton);
        QTest::keyClicks(field, u"o*"_s);
        QTest::keyClick(field, Qt::Key_Return); // adds, and does not save
        QTest::keyClicks(field, u"big"_s);
        bench.press("addModel");
        QVERIFY(bench.dialog->isVisible());
        QCOMPARE(list->model()->rowCount(), 4);
        setCell(bench, "models", 3, 1, u"large"_s);
        list->setCurrentIndex(list->model()->index(0, 0));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Space); // m* is no longer ticked
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Delete);
        bench.save();
        QCOMPARE(bench.saved(1).models, (QList<ModelEntry>{{u"o*"_s}, {u"big"_s, u"large"_s}}));
    }

    void ticksWhatIsShown()
    {
        DialogBench bench(richConfig());
        bench.edit(u"rich"_s);
        bench.dialog->findChild<QTabWidget *>()->setCurrentIndex(1);
        QTest::keyClicks(bench.find<QLineEdit>("modelFilter"), u"FAS"_s); // an alias
        QCOMPARE(bench.find<QTableView>("models")->model()->rowCount(), 1);
        bench.press("untickShown");
        bench.save();
        QCOMPARE(bench.saved(1).models, QList<ModelEntry>{{u"m*"_s}});
    }
};

QTEST_MAIN(TestProviderDialog)
#include "tst_provider_dialog.moc"
