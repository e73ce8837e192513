// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/credentials/client_key.h"
#include "tests/ui/support/answer_box.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/clients/client_dialog.h"
#include "ui/clients/clients_page.h"
#include "ui/clients/new_key_dialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/reorder_view.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

struct Bench
{
    explicit Bench(int clients, const QString &host = u"127.0.0.1"_s)
    {
        for (int i = 1; i <= clients; ++i) {
            before.clients.append({u"client %1"_s.arg(i), clientKeyHash(QByteArray::number(i))});
            before.clients.last().limits = {60 * (i - 1), 0, i - 1};
        }
        before.listener.host = host;
        rig.load(before);
        page = std::make_unique<ClientsPage>(rig.context);
        page->resize(720, 600);
        page->show();
        list = page->findChild<ReorderView *>(u"clients"_s);
        require = page->findChild<QCheckBox *>(u"requireKeys"_s);
        banner = page->findChild<Banner *>();
    }

    void click(const char *name) const
    {
        QTest::mouseClick(page->findChild<QPushButton *>(QString::fromLatin1(name)), Qt::LeftButton);
    }
    void clickRequire() const { QTest::mouseClick(require, Qt::LeftButton, {}, {6, require->height() / 2}); }
    QString cell(int row, int column) const { return list->model()->index(row, column).data().toString(); }

    UiRig rig;
    Config before;
    std::unique_ptr<ClientsPage> page;
    ReorderView *list = nullptr;
    QCheckBox *require = nullptr;
    Banner *banner = nullptr;
};

} // namespace

//! Who may call: the switch, the list, keys that are revoked.
class TestClientsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsClients()
    {
        Bench bench(2);
        QVERIFY(bench.require->isChecked());
        QCOMPARE(bench.cell(0, 0), u"client 1"_s);
        QCOMPARE(bench.cell(0, 1), u"Any model"_s);
        QCOMPARE(bench.cell(0, 2), u"None"_s);
        QCOMPARE(bench.cell(1, 2), u"60 requests a minute, 1 at once"_s);
    }

    void addsTheFirstOneAndShowsItsKey()
    {
        Bench bench(0);
        QVERIFY(!bench.require->isChecked());
        QVERIFY(bench.page->findChild<EmptyState *>()->isVisible());
        bench.clickRequire();
        QVERIFY(!bench.require->isChecked()); // not before there is one
        auto *dialog = bench.page->findChild<ClientDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(u"name"_s)->setText(u"Cursor"_s);
        dialog->accept();

        auto *shown = bench.page->findChild<NewKeyDialog *>();
        QVERIFY(shown && shown->isVisible());
        const QByteArray key = shown->findChild<QLineEdit *>(u"key"_s)->text().toLatin1();
        Config expected = bench.before;
        expected.clients = {{u"Cursor"_s, clientKeyHash(key)}};
        QCOMPARE(bench.rig.saved, QList<Config>{expected});
        QVERIFY(bench.require->isChecked());
        shown->close();
        QTRY_VERIFY(!bench.page->findChild<NewKeyDialog *>());
    }

    void doesNothingWhenTheFirstIsNotAdded()
    {
        Bench bench(0);
        bench.clickRequire();
        bench.page->findChild<ClientDialog *>()->reject();
        QVERIFY(!bench.require->isChecked());
        QVERIFY(bench.rig.saved.isEmpty());
    }

    void removesAllKeysOnlyWhenAsked()
    {
        Bench bench(2);
        auto asked = answerBox(u"Cancel"_s);
        bench.clickRequire();
        QVERIFY(asked->contains(u"without a key"_s));
        QVERIFY(bench.require->isChecked());
        QVERIFY(bench.rig.saved.isEmpty());

        asked = answerBox(u"Remove all keys"_s);
        bench.clickRequire();
        QVERIFY(!bench.require->isChecked());
        Config without = bench.before;
        without.clients.clear();
        QCOMPARE(bench.rig.saved, QList<Config>{without});
        bench.click("undo");
        QCOMPARE(bench.rig.saved, (QList<Config>{without, bench.before}));
        QVERIFY(bench.require->isChecked());
    }

    void revokes()
    {
        Bench bench(2);
        bench.list->selectRow(0);
        auto asked = answerBox(u"Revoke"_s);
        bench.click("revokeClient");
        QVERIFY(asked->contains(u"\"client 1\""_s));
        QVERIFY(!asked->contains(u"last"_s));
        Config expected = bench.before;
        expected.clients.removeFirst();
        QCOMPARE(bench.rig.saved, QList<Config>{expected});

        asked = answerBox(u"Cancel"_s);
        QTest::keyClick(bench.list, Qt::Key_Delete);
        QVERIFY(asked->contains(u"last client"_s));
        QCOMPARE(bench.rig.saved.size(), 1);
    }

    void keepsOneKeyWhereOthersCanReachIt()
    {
        Bench bench(1, u"0.0.0.0"_s);
        bench.clickRequire();
        QVERIFY(bench.require->isChecked());
        QVERIFY(bench.banner->isVisible());
        QVERIFY(bench.banner->accessibleName().contains(u"0.0.0.0"_s));
        bench.banner->hide();
        bench.list->selectRow(0);
        bench.click("revokeClient");
        QVERIFY(bench.banner->isVisible());
        QVERIFY(bench.rig.saved.isEmpty());
    }

    void revokesTheLastButOneWhereOthersCanReachIt()
    {
        Bench bench(2, u"0.0.0.0"_s);
        bench.list->selectRow(1);
        answerBox(u"Revoke"_s);
        bench.click("revokeClient");
        Config expected = bench.before;
        expected.clients.removeLast();
        QCOMPARE(bench.rig.saved, QList<Config>{expected});
    }

    void editsAndKeepsTheSelection()
    {
        Bench bench(3);
        bench.list->selectRow(2);
        bench.click("editClient");
        auto *dialog = bench.page->findChild<ClientDialog *>();
        dialog->findChild<QLineEdit *>(u"name"_s)->setText(u"renamed"_s);
        dialog->accept();
        Config expected = bench.before;
        expected.clients[2].name = u"renamed"_s;
        QCOMPARE(bench.rig.saved, QList<Config>{expected});
        QCOMPARE(bench.list->currentRow(), 2);
        QVERIFY(!bench.page->findChild<NewKeyDialog *>());

        expected.clients.removeFirst();
        bench.rig.load(expected);
        QCOMPARE(bench.list->currentRow(), 1);
    }
};

QTEST_MAIN(TestClientsPage)
#include "tst_clients_page.moc"
