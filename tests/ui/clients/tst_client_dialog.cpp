// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/credentials/client_key.h"
#include "tests/ui/support/answer_box.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/clients/callable_picker.h"
#include "ui/clients/client_dialog.h"
#include "ui/clients/new_key_dialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/copy_button.h"

#include <QClipboard>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

const Client cursor{
    u"Cursor"_s, clientKeyHash("gh-1"), {u"smart"_s, u"openai/*"_s}, {60, 3'000'000'000, 2}, {1.5, 20}};

//! A client dialog, and hands to use it with.
struct Bench
{
    explicit Bench(const std::optional<Client> &edited)
    {
        before.providers = {someProvider(u"openai"_s, u"OpenAI"_s)};
        before.clients = {cursor, {u"Other"_s, clientKeyHash("gh-2")}};
        rig.load(before);
        dialog = std::make_unique<ClientDialog>(rig.context, edited);
        dialog->show();
    }

    template<typename T>
    T *find(const char *name) const
    {
        return dialog->findChild<T *>(QString::fromLatin1(name));
    }
    void write(const QString &name) const
    {
        find<QLineEdit>("name")->selectAll();
        QTest::keyClicks(find<QLineEdit>("name"), name);
    }
    QString message() const { return dialog->findChild<Banner *>()->accessibleName(); }

    UiRig rig;
    Config before;
    std::unique_ptr<ClientDialog> dialog;
};

} // namespace

//! Adding and editing a client, and its key.
class TestClientDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! 1024 x 600 is a screen, and so is a large one with large letters.
    void fitsALowScreen()
    {
        const Bench bench(cursor);
        QVERIFY2(bench.dialog->minimumSizeHint().height() <= 360,
                 qPrintable(QString::number(bench.dialog->minimumSizeHint().height())));
    }

    void isNotDroppedWithoutAQuestion()
    {
        {
            const Bench bench(cursor);
            bench.dialog->reject();
            QVERIFY(!bench.dialog->isVisible());
        }
        const Bench bench(cursor);
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

    void makesAClientWithAKey()
    {
        Bench bench({});
        QSignalSpy saved(bench.dialog.get(), &ClientDialog::saved);
        bench.write(u"Batch"_s);
        QVERIFY(!bench.find<QPlainTextEdit>("models")->isEnabled());
        QTest::mouseClick(bench.find<QRadioButton>("someModels"), Qt::LeftButton, {}, {5, 5});
        QVERIFY(bench.find<QPlainTextEdit>("models")->isEnabled());
        bench.find<QPlainTextEdit>("models")->setPlainText(u" smart \n\nopenai/*\nsmart"_s);
        bench.find<QDoubleSpinBox>("requestsPerMinute")->setValue(30);
        QTest::keyClick(bench.find<QLineEdit>("name"), Qt::Key_Return);

        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved[0][0].toString(), u"Batch"_s);
        const QByteArray key = saved[0][1].toByteArray();
        QVERIFY(key.startsWith("gh-"));
        Config expected = bench.before;
        expected.clients.append(
            {u"Batch"_s, clientKeyHash(key), {u"smart"_s, u"openai/*"_s}, {30, 0, 0}, {}});
        QCOMPARE(bench.rig.saved, QList<Config>{expected});
    }

    void editsOneAndKeepsTheRest()
    {
        Bench bench(cursor);
        QSignalSpy saved(bench.dialog.get(), &ClientDialog::saved);
        QCOMPARE(bench.find<QPlainTextEdit>("models")->toPlainText(), u"smart\nopenai/*"_s);
        QCOMPARE(bench.find<QDoubleSpinBox>("tokensPerMinute")->value(), 3e9);
        bench.write(u"Cursor 2"_s);
        QTest::mouseClick(bench.find<QRadioButton>("anyModel"), Qt::LeftButton, {}, {5, 5});
        bench.find<QDoubleSpinBox>("concurrent")->setValue(0);
        bench.dialog->accept();
        Config expected = bench.before;
        expected.clients[0].name = u"Cursor 2"_s;
        expected.clients[0].models = {u"*"_s};
        expected.clients[0].limits.concurrent = 0;
        QCOMPARE(bench.rig.saved, QList<Config>{expected});
        QCOMPARE(saved, (QList<QVariantList>{{u"Cursor 2"_s, QByteArray()}}));
    }

    //! Looking is no change, whatever the file holds.
    void keepsWhatItCannotShow()
    {
        Bench bench({});
        Config odd = bench.before;
        odd.clients[0].limits = {2'147'483'647, 1'000'000'000'000, 2'147'483'647};
        bench.rig.load(odd);
        ClientDialog dialog(bench.rig.context, odd.clients[0]);
        dialog.findChild<QLineEdit *>(u"name"_s)->setText(u"New"_s);
        dialog.accept();
        odd.clients[0].name = u"New"_s;
        QCOMPARE(bench.rig.saved, QList<Config>{odd});
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("models");
        QTest::addColumn<QString>("message");
        QTest::newRow("no name") << u"  "_s << u"*"_s << u"The name is missing."_s;
        QTest::newRow("taken") << u"Other"_s << u"*"_s << u"The name belongs to another client already."_s;
        QTest::newRow("no models") << u"x"_s << u" \n "_s
                                   << u"Name at least one model, or choose \"Any model\"."_s;
        QTest::newRow("a model too long") << u"x"_s << QString(u"a\n"_s + QString(300, u'm'))
                                          << u"Line 2 must be a model name or a pattern."_s;
    }

    void saysWhatIsWrong()
    {
        QFETCH(QString, name);
        QFETCH(QString, models);
        QFETCH(QString, message);
        Bench bench({});
        QSignalSpy saved(bench.dialog.get(), &ClientDialog::saved);
        bench.write(name);
        bench.find<QRadioButton>("someModels")->setChecked(true);
        bench.find<QPlainTextEdit>("models")->setPlainText(models);
        bench.dialog->accept();
        QCOMPARE(bench.message(), message);
        QVERIFY(bench.dialog->isVisible());
        QVERIFY(bench.rig.saved.isEmpty());
        QCOMPARE(saved.size(), 0); // no key is told that was not stored
    }

    void picksNames()
    {
        Bench bench(cursor);
        QTest::mouseClick(bench.find<QPushButton>("pick"), Qt::LeftButton);
        auto *picker = bench.dialog->findChild<CallablePicker *>();
        QVERIFY(picker);
        const auto *add = picker->findChild<QPushButton *>(u"addSelected"_s);
        QVERIFY(!add->isEnabled());
        picker->findChild<QTableView *>(u"callable"_s)->selectAll();
        QVERIFY(add->isEnabled());
        picker->accept();
        QCOMPARE(bench.find<QPlainTextEdit>("models")->toPlainText(),
                 u"smart\nopenai/*\nopenai-large\nsmall-openai\nopenai-small"_s);
    }

    void asksWhereTheFileHasChanged()
    {
        Bench bench(cursor);
        Config changed = bench.before;
        changed.clients[0].keyHash = clientKeyHash("gh-3");
        bench.rig.load(changed);
        bench.write(u"Mine"_s);
        auto asked = answerBox(u"Go on editing"_s);
        bench.dialog->accept();
        QVERIFY(asked->contains(u"\"Cursor\""_s));
        QVERIFY(bench.dialog->isVisible());
        QVERIFY(bench.rig.saved.isEmpty());

        asked = answerBox(u"Take the file's"_s);
        bench.dialog->accept();
        QVERIFY(!bench.dialog->isVisible());
        QVERIFY(bench.rig.saved.isEmpty());
    }

    void showsTheKeyAndHowToUseIt()
    {
        NewKeyDialog dialog(u"<b>Cursor</b>"_s, "gh-secret", u"http://127.0.0.1:1337"_s);
        dialog.show();
        QCOMPARE(dialog.findChild<QLineEdit *>(u"key"_s)->text(), u"gh-secret"_s);
        QTest::mouseClick(dialog.findChild<CopyButton *>(u"keyCopy"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"gh-secret"_s);
        QTest::mouseClick(dialog.findChild<CopyButton *>(u"urlCopy"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"http://127.0.0.1:1337/v1"_s);
        QTest::keyClick(&dialog, Qt::Key_Return);
        QVERIFY(dialog.isVisible());
        QTest::mouseClick(dialog.findChild<QPushButton *>(u"done"_s), Qt::LeftButton);
        QVERIFY(!dialog.isVisible());
    }
};

QTEST_MAIN(TestClientDialog)
#include "tst_client_dialog.moc"
