// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "tests/ui/support/answer_box.h"

#include <QFile>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! Quitting the tray program from its window.
class TestQuit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksWhereSomethingIsNotApplied()
    {
        QTemporaryDir folder;
        SingleInstance instance(folder.path());
        instance.claim();
        Options options;
        options.dataDir = folder.path();
        options.configPath = folder.filePath(u"config.json"_s);
        QFile file(options.configPath);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"version\": 1}");
        file.close();
        options.port = 0;
        Application application(options, instance);
        application.begin();
        MainWindow &window = *application.window();
        window.showPage(MainWindow::Settings);
        QVERIFY(!window.isEdited());
        window.findChild<QSpinBox *>(u"keepDays"_s)->setValue(5);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto asked = answerBox(u"Cancel"_s);
        QTest::keyClick(&window, Qt::Key_Q, Qt::ControlModifier);
        QVERIFY(asked->startsWith(u"Quit and drop what is not saved?"_s));
        QVERIFY(window.isVisible());
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        asked = answerBox(u"Quit"_s);
        QTest::keyClick(&window, Qt::Key_Q, Qt::ControlModifier);
        QVERIFY(!asked->isEmpty());
        QVERIFY(!window.isVisible());
    }
};

QTEST_MAIN(TestQuit)
#include "tst_quit.moc"
