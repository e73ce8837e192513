// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "ui/side_bar.h"

#include <QComboBox>
#include <QDialog>
#include <QPointer>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

//! The tray program, with its window open on the settings.
struct Bench
{
    Bench()
        : instance(folder.path())
    {
        instance.claim();
        Options options;
        options.dataDir = folder.path();
        options.port = 0;
        application = std::make_unique<Application>(options, instance);
        application->begin();
        application->window()->showPage(MainWindow::Settings);
    }

    QString firstPage() const { return application->window()->findChild<SideBar *>()->item(0)->text(); }

    //! As a person does.
    void choose(const QString &code) const
    {
        auto *box = application->window()->findChild<QComboBox *>(u"language"_s);
        box->setFocus();
        box->setCurrentIndex(box->findData(code));
        Q_EMIT box->activated(box->currentIndex());
    }

    QTemporaryDir folder;
    SingleInstance instance;
    std::unique_ptr<Application> application;
};

} // namespace

//! Another language is spoken without a restart.
class TestLanguageSwitch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysWhereItIs();
    void keepsWhatIsNotApplied();
    void waitsForAnOpenDialog();
    void isKept();
};

void TestLanguageSwitch::staysWhereItIs()
{
    Bench bench;
    QCOMPARE(bench.firstPage(), u"Overview"_s);
    const QSize size(780, 500); // fits the offscreen screen, with a frame
    bench.application->window()->resize(size);
    const QPointer<MainWindow> before = bench.application->window();
    bench.choose(u"zh_CN"_s);
    QTRY_VERIFY(!before);
    const MainWindow *window = bench.application->window();
    QCOMPARE(bench.firstPage(), u"概览"_s);
    QVERIFY(window->isVisible());
    QCOMPARE(window->page(), MainWindow::Settings);
    QCOMPARE(window->size(), size);
    QTRY_COMPARE(window->focusWidget()->objectName(), u"language"_s);
    QCOMPARE(window->findChild<QComboBox *>(u"language"_s)->currentText(), u"简体中文"_s);
    QVERIFY(bench.application->tray().toolTip().contains(u"Gatehouse："_s));

    bench.choose(u"en"_s);
    QTRY_COMPARE(bench.firstPage(), u"Overview"_s);
    QVERIFY(bench.application->tray().toolTip().contains(u"Gatehouse: "_s));
}

void TestLanguageSwitch::keepsWhatIsNotApplied()
{
    Bench bench;
    const auto days = [&] { return bench.application->window()->findChild<QSpinBox *>(u"keepDays"_s); };
    days()->setValue(5);
    bench.choose(u"zh_CN"_s);
    QTRY_COMPARE(bench.firstPage(), u"概览"_s);
    QCOMPARE(bench.application->window()->page(), MainWindow::Settings);
    QCOMPARE(days()->value(), 5);
    QVERIFY(bench.application->window()->isEdited());
}

void TestLanguageSwitch::waitsForAnOpenDialog()
{
    Bench bench;
    const QPointer<MainWindow> before = bench.application->window();
    auto *dialog = new QDialog(before);
    dialog->show();
    bench.choose(u"zh_CN"_s);
    QVERIFY(bench.application->tray().toolTip().contains(u"Gatehouse："_s)); // at once
    QCoreApplication::processEvents();
    QVERIFY(before);
    dialog->accept();
    QTRY_VERIFY(!before);
    QCOMPARE(bench.firstPage(), u"概览"_s);
}

void TestLanguageSwitch::isKept()
{
    QTemporaryDir folder;
    for (const bool first : {true, false}) {
        SingleInstance instance(folder.path());
        instance.claim();
        Options options;
        options.dataDir = folder.path();
        options.port = 0;
        Application application(options, instance);
        application.begin();
        auto *sideBar = application.window()->findChild<SideBar *>();
        QCOMPARE(sideBar->item(0)->text(), first ? u"Overview"_s : u"概览"_s);
        application.window()->showPage(MainWindow::Settings);
        auto *box = application.window()->findChild<QComboBox *>(u"language"_s);
        box->setCurrentIndex(box->findData(u"zh_CN"_s));
        Q_EMIT box->activated(box->currentIndex());
    }
}

QTEST_MAIN(TestLanguageSwitch)
#include "tst_language_switch.moc"
