// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/ui_rig.h"
#include "ui/settings/hosts_card.h"
#include "ui/widgets/banner.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

#include <memory>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

struct Bench
{
    Bench(const QString &host, const QStringList &allowed)
    {
        Config config;
        config.clients = {Client{u"Cursor"_s, "sha256:" + QByteArray(64, 'a')}};
        config.listener.host = host;
        config.listener.allowedHosts = allowed;
        rig.load(config);
        card = std::make_unique<HostsCard>(rig.context, QStringList{u"192.168.1.20"_s, u"10.0.0.7"_s});
        QObject::connect(&rig.draft, &Draft::changed, card.get(), &HostsCard::refresh);
        card->show();
    }
    const QStringList &hosts() const { return rig.draft.config().listener.allowedHosts; }

    UiRig rig;
    std::unique_ptr<HostsCard> card;
};

} // namespace

//! By which names this machine may be called.
class TestHostsCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersTheAddresses_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QStringList>("allowed");
        QTest::addColumn<QStringList>("after"); // empty: nothing is offered
        const QStringList both{u"192.168.1.20"_s, u"10.0.0.7"_s};
        QTest::newRow("this machine only") << u"127.0.0.1"_s << QStringList() << QStringList();
        QTest::newRow("every address") << u"0.0.0.0"_s << QStringList() << both;
        QTest::newRow("one is there")
            << u"0.0.0.0"_s << QStringList{u"10.0.0.7"_s} << QStringList{u"10.0.0.7"_s, u"192.168.1.20"_s};
        QTest::newRow("with its port")
            << u"0.0.0.0"_s << QStringList{u"10.0.0.7:1337"_s, u"192.168.1.20:1337"_s} << QStringList();
        QTest::newRow("with another port")
            << u"10.0.0.7"_s << QStringList{u"10.0.0.7:9"_s} << QStringList{u"10.0.0.7:9"_s, u"10.0.0.7"_s};
        QTest::newRow("one address") << u"10.0.0.7"_s << QStringList() << QStringList{u"10.0.0.7"_s};
        QTest::newRow("IPv6") << u"fd00::1"_s << QStringList() << QStringList{u"[fd00::1]"_s};
        QTest::newRow("all there") << u"0.0.0.0"_s << both << QStringList();
    }
    void offersTheAddresses()
    {
        QFETCH(const QString, host);
        QFETCH(const QStringList, allowed);
        QFETCH(const QStringList, after);
        const Bench bench(host, allowed);
        auto *offer = bench.card->findChild<Banner *>(u"hostOffer"_s);
        QCOMPARE(offer->isVisible(), !after.isEmpty());
        if (after.isEmpty())
            return;
        QTest::mouseClick(bench.card->findChild<QPushButton *>(u"addAddresses"_s), Qt::LeftButton);
        QCOMPARE(bench.hosts(), after);
        QVERIFY(!offer->isVisible());
    }

    void refusesWhatIsNoHost_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("with a scheme") << u"http://box.lan"_s;
        QTest::newRow("with a path") << u"box.lan/v1"_s;
        QTest::newRow("any") << u"*"_s;
        QTest::newRow("with a user") << u"me@box.lan"_s;
        QTest::newRow("with a wrong port") << u"box.lan:99999"_s;
    }
    void refusesWhatIsNoHost()
    {
        QFETCH(const QString, typed);
        const Bench bench(u"127.0.0.1"_s, {});
        auto *line = bench.card->findChild<QLineEdit *>(u"entry"_s);
        QTest::keyClicks(line, typed);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(bench.hosts().isEmpty());
        auto *problem = bench.card->findChild<Banner *>(u"problem"_s);
        QVERIFY(problem->isVisible());
        QVERIFY(problem->accessibleName().startsWith(u"Host name: "_s));
    }

    void removalCanBeUndone()
    {
        const Bench bench(u"127.0.0.1"_s, {u"box.lan"_s});
        bench.card->findChild<QListWidget *>(u"entries"_s)->setCurrentRow(0);
        QTest::mouseClick(bench.card->findChild<QPushButton *>(u"remove"_s), Qt::LeftButton);
        QVERIFY(bench.hosts().isEmpty());
        auto *undo = bench.card->findChild<QPushButton *>(u"undo"_s);
        QVERIFY(undo);
        QTest::mouseClick(undo, Qt::LeftButton);
        QCOMPARE(bench.hosts(), QStringList{u"box.lan"_s});
    }
};

QTEST_MAIN(TestHostsCard)
#include "tst_hosts_card.moc"
