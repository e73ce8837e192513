// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/providers/dialog_bench.h"
#include "ui/providers/providers_page.h"
#include "ui/self_test/self_test_dialog.h"
#include "ui/widgets/reorder_view.h"

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

Config twoProviders()
{
    Config config;
    config.providers = {someProvider(u"a"_s, u"A"_s), someProvider(u"b"_s, u"B"_s)};
    return config;
}

} // namespace

//! From where the self-test is opened.
class TestSelfTestActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePageOpensThatOfTheSelectedProvider()
    {
        UiRig rig;
        rig.load(twoProviders());
        ProvidersPage page(rig.context);
        page.show();
        auto *button = page.findChild<QPushButton *>(u"selfTestProvider"_s);
        auto *list = page.findChild<ReorderView *>(u"providers"_s);
        list->selectRow(-1);
        list->setCurrentIndex({});
        QVERIFY(!button->isEnabled());
        list->selectRow(1);
        button->click();
        auto *dialog = page.findChild<SelfTestDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->windowTitle(), u"Self-test of B"_s);
    }

    void aNewProviderHasNone()
    {
        DialogBench bench(twoProviders());
        bench.add();
        bench.choose(u"openai"_s);
        QVERIFY(!bench.find<QPushButton>("selfTest")->isVisible());
    }

    void theDialogTestsOnlyWhatIsSaved()
    {
        DialogBench bench(twoProviders());
        bench.edit(u"a"_s);
        QVERIFY(bench.find<QPushButton>("selfTest")->isVisible());
        bench.write("name", u"Other"_s);
        bench.press("selfTest");
        QVERIFY(!bench.dialog->findChild<SelfTestDialog *>());
        QVERIFY(bench.message().contains(u"Save the changes first"_s));
        bench.write("name", u"A"_s);
        bench.press("selfTest");
        QVERIFY(bench.dialog->findChild<SelfTestDialog *>());
        QVERIFY(bench.message().isEmpty());
    }
};

QTEST_MAIN(TestSelfTestActions)
#include "tst_self_test_actions.moc"
