// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/requests/page_bench.h"
#include "tests/ui/support/answer_box.h"
#include "ui/requests/resend_dialog.h"
#include "ui/requests/resend_targets.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

//! A page with one request, selected, whose bodies were recorded.
struct RecordedBench : PageBench
{
    RecordedBench()
        : PageBench({})
    {
        Q_EMIT rig.gateway.recorded(goodRecord(1));
        (void)QTest::qWaitFor([this] { return rows() == 1; });
        Q_EMIT rig.gateway.bodyRecorded(exchangeOf(goodRecord(1)));
        table()->selectRow(0);
    }

    ResendDialog *openDialog() const
    {
        click(u"resend"_s);
        return page.findChild<ResendDialog *>();
    }
};

template<typename Widget>
Widget *in(const QWidget *parent, const QString &name)
{
    return parent->findChild<Widget *>(name);
}

Resent answerTo(const UsageRecord &record)
{
    Resent resent;
    resent.exchange = exchangeOf(record);
    resent.exchange.outline.text = u"The sky is grey."_s;
    return resent;
}

} // namespace

//! Recording bodies, showing them, sending them again.
class TestRecording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksBeforeItRecords()
    {
        PageBench bench({});
        const auto asked = answerBox(u"Cancel"_s);
        bench.click(u"recordBodies"_s);
        QVERIFY(asked->contains(u"memory"_s));
        QVERIFY(!bench.find<QWidget>(u"recordingStrip"_s)->isVisible());
    }

    void showsThatItRecords()
    {
        PageBench bench({});
        const qint64 until = QDateTime::currentMSecsSinceEpoch() + 600'000;
        Q_EMIT bench.rig.gateway.bodyRecordingChanged(until);
        auto *strip = bench.find<QWidget>(u"recordingStrip"_s);
        auto *text = bench.find<QLabel>(u"recordingText"_s);
        QVERIFY(strip->isVisible());
        QVERIFY(bench.find<QWidget>(u"stopRecording"_s)->isVisible());
        QVERIFY(!bench.find<QWidget>(u"recordBodies"_s)->isEnabled());
        QVERIFY2(text->text().contains(u"10:00"_s), qPrintable(text->text()));
        QTRY_VERIFY_WITH_TIMEOUT(text->text().contains(u"9:59"_s), 3000);
        Q_EMIT bench.rig.gateway.bodyRecordingChanged(0);
        QVERIFY(!strip->isVisible());
        QVERIFY(bench.find<QWidget>(u"recordBodies"_s)->isEnabled());
    }

    void showsAndForgetsBodies()
    {
        RecordedBench bench;
        auto *tabs = bench.find<QTabWidget>(u"detailsTabs"_s);
        QVERIFY(tabs->isTabVisible(1) && tabs->isTabVisible(2));
        QVERIFY(tabs->widget(1)->findChild<QPlainTextEdit *>()->toPlainText().contains(
            u"\n  \"seed\": 12345678901234567890,"_s));
        QVERIFY(tabs->widget(2)->findChild<QPlainTextEdit *>()->toPlainText().contains(u"blue"_s));
        QTRY_VERIFY(bench.find<QLabel>(u"recordingText"_s)->text().contains(u"in memory: 1 ("_s));
        tabs->setCurrentIndex(2);
        bench.click(u"forget"_s);
        QVERIFY(!tabs->isTabVisible(1) && !tabs->isTabVisible(2));
        QCOMPARE(tabs->currentIndex(), 0);
        QVERIFY(!bench.find<QWidget>(u"resend"_s)->isVisible());
        QVERIFY(!bench.find<QWidget>(u"recordingStrip"_s)->isVisible());
        QVERIFY(tabs->widget(1)->findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
    }

    void bodiesComeToWhatIsShown()
    {
        PageBench bench({});
        Q_EMIT bench.rig.gateway.recorded(goodRecord(1));
        QTRY_COMPARE(bench.rows(), 1);
        bench.table()->selectRow(0);
        auto *tabs = bench.find<QTabWidget>(u"detailsTabs"_s);
        QVERIFY(!tabs->isTabVisible(1));
        Q_EMIT bench.rig.gateway.bodyRecorded(exchangeOf(goodRecord(1)));
        QTRY_VERIFY(tabs->isTabVisible(1));
    }

    void forgetsAll()
    {
        RecordedBench bench;
        QTRY_VERIFY(bench.find<QWidget>(u"forgetAll"_s)->isVisible());
        bench.click(u"forgetAll"_s);
        QVERIFY(!bench.find<QTabWidget>(u"detailsTabs"_s)->isTabVisible(1));
        QVERIFY(!bench.find<QWidget>(u"recordingStrip"_s)->isVisible());
    }

    void offersModels()
    {
        Config config;
        config.providers = {someProvider(u"a"_s, u"A"_s), someProvider(u"off"_s, u"B"_s)};
        config.providers[0].models.append({u"o*"_s});
        config.providers[1].enabled = false;
        config.routes = {{u"smart"_s, Policy::Priority, {{u"a"_s, u"a-large"_s}}}};
        QCOMPARE(resendTargets(config), (QStringList{u"a/a-large"_s, u"a/a-small"_s, u"smart"_s}));
    }

    void sendsAgainAndCompares()
    {
        RecordedBench bench;
        ResendDialog *dialog = bench.openDialog();
        QVERIFY(dialog);
        auto *send = in<QPushButton>(dialog, u"resendSend"_s);
        auto *waiting = in<QWidget>(dialog, u"resendWaiting"_s);
        QVERIFY(!send->isEnabled());
        in<QComboBox>(dialog, u"resendModel"_s)->setCurrentText(u"claude/claude-large"_s);
        QVERIFY(send->isEnabled());
        send->click();
        QVERIFY(waiting->isVisible());
        QVERIFY(!send->isEnabled());
        const UsageRecord second = goodRecord(2);
        Q_EMIT bench.rig.gateway.resent(99, answerTo(second)); // of another
        QVERIFY(waiting->isVisible());
        Q_EMIT bench.rig.gateway.resent(1, answerTo(second));
        QVERIFY(!waiting->isVisible());
        QVERIFY(send->isEnabled());
        const QTabWidget *tabs = in<QTabWidget>(dialog, u"compareTabs"_s);
        QCOMPARE(tabs->tabText(0), u"Text · differs"_s);
        QCOMPARE(tabs->tabText(3), u"Whole answer · same"_s);
        QVERIFY(!tabs->isTabVisible(1) && !tabs->isTabVisible(2)); // neither has reasoning or tool calls
        auto *text = in<QPlainTextEdit>(tabs->widget(0), u"secondText"_s);
        QCOMPARE(text->toPlainText(), u"The sky is grey."_s);
        QCOMPARE(text->extraSelections().size(), 1);
        QCOMPARE(text->extraSelections().first().cursor.selectedText(), u"grey"_s);
        QVERIFY(!shows(dialog, u"1,234"_s, 2));
        UsageRecord record = second;
        record.tokens->output = 777;
        Q_EMIT bench.rig.gateway.recorded(record); // comes after the answer
        QTRY_VERIFY(shows(dialog, u"777"_s, 1));
        QVERIFY(shows(dialog, u"1,234"_s, 2));
        dialog->close();
    }

    void sendsOnEnter_data()
    {
        QTest::addColumn<bool>("completions");
        QTest::newRow("in the field") << false;
        QTest::newRow("with the completions open") << true;
    }

    void sendsOnEnter()
    {
        QFETCH(const bool, completions);
        RecordedBench bench;
        ResendDialog *dialog = bench.openDialog();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        auto *model = in<QComboBox>(dialog, u"resendModel"_s);
        model->lineEdit()->setFocus();
        QTest::keyClicks(model->lineEdit(), u"claude/claude-large"_s);
        QWidget *popup = model->completer()->popup();
        if (completions)
            QTRY_VERIFY(popup->isVisible());
        QTest::keyClick(completions ? popup : model->lineEdit(), Qt::Key_Return);
        QVERIFY(in<QWidget>(dialog, u"resendWaiting"_s)->isVisible());
        QVERIFY(!popup->isVisible() || !completions);
        dialog->close();
    }

    void cancels()
    {
        RecordedBench bench;
        ResendDialog *dialog = bench.openDialog();
        in<QComboBox>(dialog, u"resendModel"_s)->setCurrentText(u"claude/claude-large"_s);
        in<QPushButton>(dialog, u"resendSend"_s)->click();
        in<QPushButton>(dialog, u"resendCancel"_s)->click();
        QVERIFY(!in<QWidget>(dialog, u"resendWaiting"_s)->isVisible());
        QVERIFY(in<QPushButton>(dialog, u"resendSend"_s)->isEnabled());
        Q_EMIT bench.rig.gateway.resent(1, answerTo(goodRecord(2))); // came too late
        const QTabWidget *tabs = in<QTabWidget>(dialog, u"compareTabs"_s);
        QVERIFY(in<QPlainTextEdit>(tabs->widget(0), u"secondText"_s)->toPlainText().isEmpty());
        QPointer<ResendDialog> gone(dialog);
        in<QPushButton>(dialog, u"resendSend"_s)->click();
        dialog->close();
        QTRY_VERIFY(!gone);
    }

    void tellsWhyNot()
    {
        RecordedBench bench;
        ResendDialog *dialog = bench.openDialog();
        in<QComboBox>(dialog, u"resendModel"_s)->setCurrentText(u"nobody/knows"_s);
        in<QPushButton>(dialog, u"resendSend"_s)->click();
        QVERIFY(!in<QWidget>(dialog, u"resendWaiting"_s)->isVisible());
        QVERIFY(shows(dialog, u"Nobody here serves \"nobody/knows\"."_s, 1));
        in<QComboBox>(dialog, u"resendModel"_s)->setCurrentText(u"claude/anything"_s);
        in<QPushButton>(dialog, u"resendSend"_s)->click();
        Resent resent;
        resent.problem = u"the gateway does not run"_s;
        Q_EMIT bench.rig.gateway.resent(1, resent);
        QVERIFY(shows(dialog, u"It could not be sent. the gateway does not run"_s, 1));
        QVERIFY(in<QPushButton>(dialog, u"resendSend"_s)->isEnabled());
    }

private:
    //! Whether so many labels of \a dialog say just that.
    static bool shows(const QWidget *dialog, const QString &text, int count)
    {
        const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
        return std::count_if(labels.begin(), labels.end(), [&](const QLabel *label) {
                   return label->isVisible() && label->text() == text;
               }) == count;
    }
};

QTEST_MAIN(TestRecording)
#include "tst_recording.moc"
