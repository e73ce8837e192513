// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/ui_rig.h"
#include "ui/overview/overview_page.h"
#include "ui/overview/port_doctor.h"
#include "ui/widgets/banner.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

struct Bench
{
    explicit Bench(const QString &owner, quint16 filePort = 1337, quint16 taken = 1337)
    {
        before.providers = {someProvider(u"openai"_s, u"OpenAI"_s)};
        before.listener.port = filePort;
        rig.load(before);
        rig.program.owner = owner;
        page = std::make_unique<OverviewPage>(rig.context);
        page->resize(720, 600);
        page->show();
        doctor = page->findChild<PortDoctor *>();
        rig.status.setWanted(true);
        if (taken != 0)
            rig.status.setFailure(u"The port is taken."_s, taken);
    }

    QString text(const char *name) const
    {
        return page->findChild<QLabel *>(QString::fromLatin1(name))->text();
    }
    QPushButton *button(const char *name) const
    {
        return page->findChild<QPushButton *>(QString::fromLatin1(name));
    }

    UiRig rig;
    Config before;
    std::unique_ptr<OverviewPage> page;
    PortDoctor *doctor = nullptr;
};

GatewayStatus listeningOn(quint16 port)
{
    GatewayStatus status;
    status.listening = true;
    status.host = u"127.0.0.1"_s;
    status.port = port;
    return status;
}

} // namespace

//! What is said and done when another program has the port.
class TestPortDoctor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheOwner_data()
    {
        QTest::addColumn<QString>("owner");
        QTest::addColumn<QString>("text");
        QTest::newRow("Jan") << u"jan (process 812)"_s << u"Port 1337 is taken by jan (process 812)."_s;
        QTest::newRow("ourselves") << u"gatehouse (process 9)"_s
                                   << u"Port 1337 is taken by another Gatehouse (process 9)."_s;
        QTest::newRow("the daemon") << u"gatehoused (process 9)"_s
                                    << u"Port 1337 is taken by another Gatehouse (process 9)."_s;
        QTest::newRow("a like name") << u"gatehouse-door (process 9)"_s
                                     << u"Port 1337 is taken by gatehouse-door (process 9)."_s;
        QTest::newRow("a hostile name") << u"<b>x</b> %1 %2"_s << u"Port 1337 is taken by <b>x</b> %1 %2."_s;
        QTest::newRow("nobody knows")
            << QString() << u"Another program listens on port 1337. Which one cannot be found out."_s;
    }

    void namesTheOwner()
    {
        QFETCH(QString, owner);
        QFETCH(QString, text);
        Bench bench(owner);
        QVERIFY(bench.doctor->isVisible());
        QCOMPARE(bench.text("portOwner"), text);
        QCOMPARE(bench.page->findChild<QLabel *>(u"portOwner"_s)->textFormat(), Qt::PlainText);
        QCOMPARE(bench.text("stateName"), u"Cannot listen"_s);
        QVERIFY(!bench.page->findChild<QLineEdit *>(u"baseUrl"_s)->isVisible());
    }

    void takesAnotherPort()
    {
        Bench bench(u"jan"_s);
        QCOMPARE(bench.button("usePort")->text().remove(u'&'), u"Use port 1338"_s);
        QCOMPARE(bench.page->findChild<QLineEdit *>(u"newBaseUrl"_s)->text(), u"http://127.0.0.1:1338"_s);
        QVERIFY(bench.text("portAdvice").contains(u"http://127.0.0.1:1337"_s));
        QTest::mouseClick(bench.button("usePort"), Qt::LeftButton);
        Config expected = bench.before;
        expected.listener.port = 1338;
        QCOMPARE(bench.rig.saved, QList<Config>{expected});
        QCOMPARE(bench.rig.program.starts, 1);
        bench.rig.status.setStatus(listeningOn(1338));
        QVERIFY(!bench.doctor->isVisible());
        QCOMPARE(bench.text("stateName"), u"Running"_s);
    }

    void goesOnToTheNextWhereThatIsTakenToo()
    {
        Bench bench(u"jan"_s);
        QTest::mouseClick(bench.button("usePort"), Qt::LeftButton);
        bench.rig.program.owner = u"nginx (process 3)"_s;
        bench.rig.program.freePort = 1339;
        bench.rig.status.setFailure(u"taken"_s, 1338);
        QCOMPARE(bench.text("portOwner"), u"Port 1338 is taken by nginx (process 3)."_s);
        QCOMPARE(bench.button("usePort")->text().remove(u'&'), u"Use port 1339"_s);
    }

    void triesAgain()
    {
        Bench bench(u"jan"_s);
        bench.rig.program.owner = u"nginx (process 3)"_s;
        QTest::mouseClick(bench.button("tryAgain"), Qt::LeftButton);
        QCOMPARE(bench.rig.program.starts, 1);
        QVERIFY(bench.rig.saved.isEmpty());
        QCOMPARE(bench.text("portOwner"), u"Port 1337 is taken by nginx (process 3)."_s);
    }

    void saysWhyThePortCannotBeSaved()
    {
        Bench bench(u"jan"_s);
        bench.rig.writeProblem = u"the disk is full"_s;
        QTest::mouseClick(bench.button("usePort"), Qt::LeftButton);
        QVERIFY(bench.doctor->findChild<Banner *>()->accessibleName().contains(u"the disk is full"_s));
        QCOMPARE(bench.rig.program.starts, 0);
    }

    void doesNotOfferWhatWouldChangeNothing()
    {
        Bench commandLine(u"jan"_s, 1337, 4000);
        QVERIFY(!commandLine.button("usePort")->isVisible());
        QVERIFY(commandLine.text("portAdvice").contains(u"--port"_s));

        Bench full(u"jan"_s, 1337, 0);
        full.rig.program.freePort = 0;
        full.rig.status.setFailure(u"taken"_s, 1337);
        QVERIFY(full.doctor->isVisible());
        QVERIFY(!full.button("usePort")->isVisible());
    }

    void isAwayForOtherFailures()
    {
        Bench bench(u"jan"_s, 1337, 0);
        bench.rig.status.setFailure(u"The address is not this machine's."_s, 0);
        QVERIFY(!bench.doctor->isVisible());
        QVERIFY(bench.button("startStop")->isVisible());
    }
};

QTEST_MAIN(TestPortDoctor)
#include "tst_port_doctor.moc"
