// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/ui_rig.h"
#include "ui/settings/listener_card.h"
#include "ui/widgets/banner.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTest>

#include <memory>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

struct Bench
{
    explicit Bench(const QString &host, bool withClient = true)
    {
        config.listener.host = host;
        if (withClient)
            config.clients = {Client{u"Cursor"_s, "sha256:" + QByteArray(64, 'a')}};
        rig.load(config);
        card = std::make_unique<ListenerCard>(rig.context, QStringList{u"192.168.1.20"_s, u"10.0.0.7"_s});
        QObject::connect(&rig.draft, &Draft::changed, card.get(), &ListenerCard::refresh);
        card->show();
    }
    template<typename Widget>
    Widget *find(const char *name) const
    {
        return card->findChild<Widget *>(QString::fromLatin1(name));
    }
    void click(const char *name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void setPort(int port) const { find<QSpinBox>("port")->setValue(port); }
    //! The file, as another program writes it.
    void writeFile(quint16 port)
    {
        config = rig.draft.config();
        config.listener.port = port;
        rig.load(config);
    }

    UiRig rig;
    Config config;
    std::unique_ptr<ListenerCard> card;
};

} // namespace

//! Where the gateway listens, as a person sets it.
class TestListenerCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatTheFileHas_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("network");
        QTest::addColumn<QString>("address");
        QTest::newRow("loopback") << u"127.0.0.1"_s << false << QString();
        QTest::newRow("by name") << u"localhost"_s << false << QString();
        QTest::newRow("IPv6 loopback") << u"::1"_s << false << QString();
        QTest::newRow("every address") << u"0.0.0.0"_s << true << u"Every address of this machine"_s;
        QTest::newRow("one of this machine's") << u"10.0.0.7"_s << true << u"10.0.0.7"_s;
        QTest::newRow("an unknown one") << u"fd00::1"_s << true << u"fd00::1"_s;
    }
    void showsWhatTheFileHas()
    {
        QFETCH(const QString, host);
        QFETCH(const bool, network);
        QFETCH(const QString, address);
        const Bench bench(host);
        QCOMPARE(bench.find<QRadioButton>("network")->isChecked(), network);
        QCOMPARE(bench.find<QRadioButton>("local")->isChecked(), !network);
        QCOMPARE(bench.find<QComboBox>("address")->isVisible(), network);
        QCOMPARE(bench.find<Banner>("warning")->isVisible(), network);
        if (network)
            QCOMPARE(bench.find<QComboBox>("address")->currentText(), address);
        QVERIFY(!bench.card->isEdited()); // also `localhost` and `::1` stay as they are spelled
        QVERIFY(!bench.find<QPushButton>("apply")->isEnabled());
    }

    void needsAClientKeyForOthers()
    {
        Bench bench(u"127.0.0.1"_s, false);
        QVERIFY(!bench.find<QRadioButton>("network")->isEnabled());
        QVERIFY(bench.find<QLabel>("needsClient")->isVisible());
        bench.config.clients = {Client{u"Cursor"_s, "sha256:" + QByteArray(64, 'a')}};
        bench.rig.load(bench.config);
        QVERIFY(bench.find<QRadioButton>("network")->isEnabled());
        QVERIFY(!bench.find<QLabel>("needsClient")->isVisible());
    }

    void opensToTheNetwork()
    {
        Bench bench(u"127.0.0.1"_s);
        bench.find<QRadioButton>("network")->click();
        QVERIFY(bench.find<Banner>("warning")->isVisible());
        QVERIFY(bench.find<Banner>("warning")->accessibleName().contains(u"not encrypted"_s));
        QVERIFY(
            bench.find<QLabel>("urls")->text().contains(u"http://192.168.1.20:1337, http://10.0.0.7:1337"_s));
        QVERIFY(bench.rig.saved.isEmpty()); // only typed so far
        bench.click("apply");
        QCOMPARE(bench.rig.saved.size(), 1);
        QCOMPARE(bench.rig.saved[0].listener.host, u"0.0.0.0"_s);
        bench.find<QRadioButton>("local")->click();
        bench.click("apply");
        QCOMPARE(bench.rig.saved[1].listener.host, u"127.0.0.1"_s);
    }

    void appliesAndReverts()
    {
        Bench bench(u"127.0.0.1"_s);
        bench.setPort(4000);
        QVERIFY(bench.find<QPushButton>("apply")->isEnabled());
        bench.click("revert");
        QCOMPARE(bench.find<QSpinBox>("port")->value(), 1337);
        QVERIFY(!bench.find<QPushButton>("revert")->isEnabled());
        bench.setPort(0);
        bench.click("apply");
        QCOMPARE(bench.rig.saved.size(), 1);
        QCOMPARE(bench.rig.saved[0].listener.port, quint16(0));
        QVERIFY(!bench.find<QPushButton>("apply")->isEnabled());
    }

    void saysWhyItCannotBeSaved()
    {
        Bench bench(u"127.0.0.1"_s);
        bench.rig.writeProblem = u"the <i>disk</i> is full"_s;
        bench.setPort(4000);
        bench.click("apply");
        QVERIFY(bench.find<Banner>("problem")->isVisible());
        QVERIFY(bench.find<Banner>("problem")->accessibleName().contains(bench.rig.writeProblem));
        QCOMPARE(bench.find<QSpinBox>("port")->value(), 4000);
        QVERIFY(bench.find<QPushButton>("apply")->isEnabled());
    }

    void followsTheFileWhileNothingIsTyped()
    {
        Bench bench(u"127.0.0.1"_s);
        bench.writeFile(4001);
        QCOMPARE(bench.find<QSpinBox>("port")->value(), 4001);
        QVERIFY(!bench.find<Banner>("conflict")->isVisible());
    }

    void keepsWhatIsTypedWhenTheFileChanges_data()
    {
        QTest::addColumn<QByteArray>("choice");
        QTest::addColumn<int>("port");
        QTest::newRow("mine") << QByteArray("apply") << 4000;
        QTest::newRow("theirs") << QByteArray("takeTheirs") << 4001;
    }
    void keepsWhatIsTypedWhenTheFileChanges()
    {
        QFETCH(const QByteArray, choice);
        QFETCH(const int, port);
        Bench bench(u"127.0.0.1"_s);
        bench.setPort(4000);
        bench.writeFile(4001);
        QCOMPARE(bench.find<QSpinBox>("port")->value(), 4000);
        QVERIFY(bench.find<Banner>("conflict")->isVisible());
        bench.click(choice.constData());
        QVERIFY(!bench.find<Banner>("conflict")->isVisible());
        QCOMPARE(bench.find<QSpinBox>("port")->value(), port);
        QCOMPARE(int(bench.rig.draft.config().listener.port), port);
        QVERIFY(!bench.card->isEdited());
    }

    void keepsQuietAboutOtherChanges()
    {
        Bench bench(u"127.0.0.1"_s);
        bench.setPort(4000);
        bench.config.usageKeepDays = 5;
        bench.rig.load(bench.config);
        QVERIFY(!bench.find<Banner>("conflict")->isVisible());
        bench.click("apply");
        QCOMPARE(bench.rig.saved[0].usageKeepDays, 5); // and does not take them back
        QCOMPARE(bench.rig.saved[0].listener.port, quint16(4000));
    }

    void offersTheAddressesOfAnotherNetwork()
    {
        Bench bench(u"0.0.0.0"_s);
        bench.card->setAddresses({u"172.20.1.5"_s});
        QVERIFY(bench.find<QLabel>("urls")->text().contains(u"http://172.20.1.5:1337."_s));
        QVERIFY(bench.find<QComboBox>("address")->findText(u"10.0.0.7"_s) < 0);
        bench.setPort(4000);
        bench.card->setAddresses({u"10.1.1.1"_s});
        QCOMPARE(bench.find<QSpinBox>("port")->value(), 4000); // what is typed stays
    }

    void tellsWhereItListensInstead()
    {
        Bench bench(u"127.0.0.1"_s);
        GatewayStatus status;
        status.listening = true;
        status.host = u"127.0.0.1"_s;
        status.port = 1337;
        bench.rig.status.setStatus(status);
        bench.card->showPlace();
        QVERIFY(!bench.find<QLabel>("place")->isVisible());
        status.port = 9000;
        bench.rig.status.setStatus(status);
        bench.card->showPlace();
        QVERIFY(bench.find<QLabel>("place")->isVisible());
        QVERIFY(bench.find<QLabel>("place")->text().contains(u"http://127.0.0.1:9000"_s));
    }
};

QTEST_MAIN(TestListenerCard)
#include "tst_listener_card.moc"
