// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/answer_box.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/providers/provider_dialog.h"
#include "ui/providers/providers_model.h"
#include "ui/providers/providers_page.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_tip.h"
#include "ui/widgets/reorder_view.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

Config twoProviders()
{
    Config config;
    config.providers = {someProvider(u"a"_s, u"<b>A</b>"_s), someProvider(u"b"_s, u"B"_s)};
    config.providers[0].apiKeys = {u"keychain:a@api.a.example"_s, u"${MORE}"_s};
    config.routes = {{u"both"_s, Policy::Priority, {{u"a"_s, u"m"_s}, {u"b"_s, u"m"_s}}},
                     {u"one"_s, Policy::Priority, {{u"a"_s, u"m"_s}}}};
    return config;
}

//! The page, and hands to use it with.
struct Bench
{
    explicit Bench(const Config &config = twoProviders())
    {
        rig.load(config);
        page = std::make_unique<ProvidersPage>(rig.context);
        page->resize(900, 600);
        page->show();
        list = page->findChild<ReorderView *>(u"providers"_s);
    }

    QString cell(int row, int column) const { return list->model()->index(row, column).data().toString(); }
    QStringList ids() const
    {
        QStringList ids;
        for (const Provider &provider : rig.draft.config().providers)
            ids.append(provider.id);
        return ids;
    }
    QPushButton *button(const char *name) const
    {
        return page->findChild<QPushButton *>(QString::fromLatin1(name));
    }
    ProviderDialog *dialog() const { return page->findChild<ProviderDialog *>(); }
    QString message() const
    {
        auto *banner = page->findChild<Banner *>();
        return banner->isHidden() ? QString() : banner->accessibleName();
    }
    void tell(const QList<ProviderStatus> &providers)
    {
        GatewayStatus status = rig.status.now();
        status.providers = providers;
        rig.status.setStatus(status);
    }

    UiRig rig;
    std::unique_ptr<ProvidersPage> page;
    ReorderView *list;
};

//! Ticks the option of the next question, then confirms it.
std::shared_ptr<bool> confirmWithOption(bool on)
{
    auto before = std::make_shared<bool>();
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, before, on] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (!box || !box->checkBox())
            return;
        timer->deleteLater();
        timer->stop();
        *before = box->checkBox()->isChecked();
        box->checkBox()->setChecked(on);
        const QList<QAbstractButton *> buttons = box->buttons();
        for (QAbstractButton *button : buttons) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                return button->click();
        }
    });
    timer->start(1);
    return before;
}

} // namespace

//! The list of providers and what is done to it.
class TestProvidersPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsHowTheyFare()
    {
        Bench bench;
        const QAbstractItemModelTester tester(bench.list->model());
        QCOMPARE(bench.cell(0, ProvidersModel::Name), u"<b>A</b>"_s);
        QCOMPARE(bench.cell(0, ProvidersModel::State), u"Not asked yet"_s);
        bench.tell({{u"a"_s, u"A"_s, ProviderState::Unknown, u"HTTP 401"_s}});
        QCOMPARE(bench.cell(0, ProvidersModel::State), u"Last check failed: HTTP 401"_s);
        QCOMPARE(bench.cell(0, ProvidersModel::Models), u"2"_s);
        QCOMPARE(bench.cell(0, ProvidersModel::Key), u"Keychain and 1 more"_s);
        QCOMPARE(bench.cell(1, ProvidersModel::Key), u"${B_KEY} (not set)"_s);
        QCOMPARE(bench.list->model()->index(0, ProvidersModel::Name).data(Qt::ToolTipRole).toString(),
                 plainTip(u"<b>A</b>"_s));

        const QDateTime until = QDateTime::currentDateTime().addSecs(60);
        bench.tell({{u"a"_s, u"A"_s, ProviderState::Ok, {}, {}, 123.4},
                    {u"b"_s, u"B"_s, ProviderState::Cooling, u"HTTP 429"_s, until.toMSecsSinceEpoch()}});
        QCOMPARE(bench.cell(0, ProvidersModel::State), u"OK"_s);
        QCOMPARE(bench.cell(0, ProvidersModel::Latency), u"123 ms"_s);
        QCOMPARE(bench.cell(1, ProvidersModel::State),
                 u"Cooling down until %1: HTTP 429"_s.arg(until.toString(u"HH:mm:ss"_s)));
        bench.list->selectRow(1);
        QCOMPARE(bench.page->findChild<QLabel *>(u"detail"_s)->text(),
                 QString(bench.cell(1, ProvidersModel::State) + u" · Key: ${B_KEY} (not set)"_s));
        bench.rig.load(twoProviders(), "B_KEY=1");
        QCOMPARE(bench.cell(1, ProvidersModel::Key), u"${B_KEY}"_s);
    }

    void letsACoolingOneBeTriedNow()
    {
        Bench bench;
        bench.tell({{u"a"_s, u"A"_s, ProviderState::Ok}, {u"b"_s, u"B"_s, ProviderState::Cooling}});
        bench.list->selectRow(0);
        QVERIFY(!bench.button("tryNow")->isEnabled());
        bench.list->selectRow(1);
        QVERIFY(bench.button("tryNow")->isEnabled());
        bench.tell({{u"a"_s, u"A"_s, ProviderState::Ok}, {u"b"_s, u"B"_s, ProviderState::Ok}});
        QVERIFY(!bench.button("tryNow")->isEnabled());
        QCOMPARE(bench.list->currentRow(), 1); // the selection stayed
    }

    void switchesOffAndOn()
    {
        Bench bench;
        QVERIFY(QTest::qWaitForWindowActive(bench.page.get()));
        bench.list->setFocus();
        bench.list->selectRow(1);
        QTest::keyClick(bench.list, Qt::Key_Space);
        QTRY_VERIFY(!bench.rig.draft.config().providers[1].enabled);
        QCOMPARE(bench.cell(1, ProvidersModel::State), u"Switched off"_s);
        QCOMPARE(bench.rig.saved.size(), 1);
        const QRect box = bench.list->visualRect(bench.list->model()->index(1, ProvidersModel::On));
        for (int x = box.left(); x < box.right() && !bench.rig.draft.config().providers[1].enabled; x += 3) {
            QTest::mouseClick(bench.list->viewport(), Qt::LeftButton, {}, {x, box.center().y()});
            QCoreApplication::processEvents();
        }
        QVERIFY(bench.rig.draft.config().providers[1].enabled);
        QCOMPARE(bench.rig.saved.size(), 2);
        QCOMPARE(bench.list->currentRow(), 1);
    }

    void reorders()
    {
        Bench bench;
        bench.list->selectRow(0);
        QTest::keyClick(bench.list, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(bench.ids(), (QStringList{u"b"_s, u"a"_s}));
        QCOMPARE(bench.list->currentRow(), 1);
        QTest::keyClick(bench.list, Qt::Key_Down, Qt::AltModifier); // there is no further place
        QCOMPARE(bench.rig.saved.size(), 1);
    }

    void duplicates()
    {
        Bench bench;
        bench.list->selectRow(0);
        bench.button("duplicateProvider")->click();
        QVERIFY(bench.dialog());
        QCOMPARE(bench.dialog()->findChild<QLineEdit *>(u"id"_s)->text(), u"a-2"_s);
        QVERIFY(bench.rig.saved.isEmpty());
        bench.dialog()->accept();
        QCOMPARE(bench.ids(), (QStringList{u"a"_s, u"b"_s, u"a-2"_s}));
        const Provider copy = bench.rig.draft.config().providers[2];
        QCOMPARE(copy.apiKeys, QStringList{u"${MORE}"_s}); // not the stored one
        QCOMPARE(copy.models, twoProviders().providers[0].models);
        QCOMPARE(bench.list->currentRow(), 2);
    }

    void editsWithEnter()
    {
        Bench bench;
        bench.list->selectRow(1);
        bench.list->setFocus();
        QTest::keyClick(bench.list, Qt::Key_Return);
        QVERIFY(bench.dialog());
        QCOMPARE(bench.dialog()->findChild<QLineEdit *>(u"id"_s)->text(), u"b"_s);
    }

    void asksBeforeItRemoves()
    {
        Bench bench;
        bench.list->selectRow(0);
        const auto asked = answerBox(u"Cancel"_s);
        QTest::keyClick(bench.list, Qt::Key_Delete);
        QVERIFY(asked->startsWith(u"Remove \"<b>A</b>\"?"_s));
        QVERIFY(bench.rig.saved.isEmpty());
    }

    void removesAndUndoes()
    {
        Bench bench;
        bench.rig.secrets.entries.insert(u"a@api.a.example"_s, "sk-a");
        bench.list->selectRow(0);
        const auto before = confirmWithOption(false);
        bench.button("removeProvider")->click();
        QVERIFY(*before); // nobody else uses that key
        QCOMPARE(bench.ids(), QStringList{u"b"_s});
        QCOMPARE(bench.rig.draft.config().routes.size(), 1);
        QCOMPARE(bench.rig.secrets.removals, 0);
        QCOMPARE(bench.message(), u"\"<b>A</b>\" was removed."_s);
        bench.button("undo")->click();
        QCOMPARE(bench.rig.draft.config(), twoProviders());
    }

    void removesTheStoredKeyToo()
    {
        Bench bench;
        bench.rig.secrets.entries.insert(u"a@api.a.example"_s, "sk-a");
        bench.list->selectRow(0);
        confirmWithOption(true);
        bench.button("removeProvider")->click();
        QTRY_VERIFY(bench.rig.secrets.entries.isEmpty());
        QVERIFY(bench.message().contains(u"stored key"_s));
    }

    void saysWhenTheStoredKeyStays()
    {
        Bench bench;
        bench.rig.secrets.entries.insert(u"a@api.a.example"_s, "sk-a");
        bench.rig.secrets.state = SecretStore::Answer::Locked;
        bench.list->selectRow(0);
        confirmWithOption(true);
        bench.button("removeProvider")->click();
        QTRY_VERIFY(bench.message().contains(u"is still there"_s));
        QVERIFY(bench.button("undo"));
        QCOMPARE(bench.ids(), QStringList{u"b"_s});
    }

    void removesTheKeyThatADialogDropped()
    {
        Bench bench;
        bench.rig.secrets.entries.insert(u"a@api.a.example"_s, "sk-a");
        bench.list->selectRow(0);
        bench.button("editProvider")->click();
        bench.dialog()->findChild<QPushButton *>(u"removeKey"_s)->click();
        QVERIFY(!bench.rig.secrets.entries.isEmpty());
        bench.dialog()->accept();
        QTRY_VERIFY(bench.rig.secrets.entries.isEmpty());
        QCOMPARE(bench.rig.draft.config().providers[0].apiKeys, QStringList{u"${MORE}"_s});
    }

    void saysWhatCannotBeSaved()
    {
        Bench bench;
        bench.rig.writeProblem = u"<i>disk full</i>"_s;
        bench.list->selectRow(0);
        QTest::keyClick(bench.list, Qt::Key_Space);
        QTRY_VERIFY(bench.message().contains(u"<i>disk full</i>"_s));
        QVERIFY(bench.rig.draft.config().providers[0].enabled);
    }

    void beginsWithNothing()
    {
        Bench bench(Config{});
        auto *nobody = bench.page->findChild<EmptyState *>();
        QVERIFY(nobody->isVisible());
        QVERIFY(!bench.button("editProvider")->isEnabled());
        nobody->button()->click();
        QVERIFY(bench.dialog());
        bench.rig.load(twoProviders());
        QVERIFY(!nobody->isVisible());
        QVERIFY(bench.list->isVisible());
    }
};

QTEST_MAIN(TestProvidersPage)
#include "tst_providers_page.moc"
