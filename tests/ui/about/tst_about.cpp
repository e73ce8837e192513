// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/fake_program.h"
#include "ui/about/about_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! What a report of a fault is to tell.
class TestAbout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsVersionsLicenceAndPlaces()
    {
        QCoreApplication::setApplicationVersion(u"1.2.3"_s);
        const FakeProgram program;
        const AboutDialog dialog(program.places());
        const QString text = dialog.findChild<QLabel *>(u"aboutText"_s)->text();
        const Places places = program.places();
        for (const QString &part : {u"Version: 1.2.3"_s, QString::fromLatin1(qVersion()), places.config,
                                    places.dataDir, places.log})
            QVERIFY2(text.contains(part), qPrintable(part));
        QVERIFY(dialog.findChild<QLabel *>(u"aboutLicence"_s)->text().contains(u"version 3 or later"_s));
        dialog.findChild<QPushButton *>(u"aboutCopy"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString(u"Gatehouse\n"_s + text));
    }

    void opensOnce()
    {
        const FakeProgram program;
        QWidget window;
        window.show();
        openAbout(program.places(), &window);
        openAbout(program.places(), &window);
        QCOMPARE(window.findChildren<AboutDialog *>().size(), 1);
    }
};

QTEST_MAIN(TestAbout)
#include "tst_about.moc"
