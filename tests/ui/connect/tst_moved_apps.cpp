// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/connect/connect_bench.h"
#include "ui/widgets/banner.h"

#include <QComboBox>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace gatehouse {

//! Another address of the gateway, and the applications that were set up with the one before.
class TestMovedApps final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void updatesAMovedAddress();
    void reachesEveryAddressAsThisMachine_data();
    void reachesEveryAddressAsThisMachine();
    void updatesAllAtOnce();
    void updatesTheOthersWhereOneIsBroken();
    void keepsTheModel();
    void saysNothingWhileNothingListens();

private:
    static bool isTold(const Bench &bench) { return bench.child<Banner>("staleNote")->isVisible(); }
    static void update(const Bench &bench)
    {
        bench.child<Banner>("staleNote")->findChild<QPushButton *>()->click();
    }
};

void TestMovedApps::updatesAMovedAddress()
{
    Bench bench;
    QSignalSpy changed(bench.page.get(), &ConnectPage::connectionsChanged);
    bench.setUp(u"Claude Code"_s);
    QCOMPARE(changed.size(), 1);
    QVERIFY(!isTold(bench));
    bench.listenAt(1400);
    QVERIFY(isTold(bench));
    QCOMPARE(bench.child<QLabel>("connectState")->text(), u"Still asks http://127.0.0.1:1337"_s);
    update(bench);
    QVERIFY(bench.shown().contains(u"http://127.0.0.1:1400"_s));
    bench.confirm();
    QCOMPARE(changed.size(), 2);
    QVERIFY(contentOf(bench.settings()).contains("http://127.0.0.1:1400"));
    QVERIFY(!isTold(bench));
}

void TestMovedApps::reachesEveryAddressAsThisMachine_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("IPv4") << u"0.0.0.0"_s;
    QTest::newRow("IPv6") << u"::"_s;
}

void TestMovedApps::reachesEveryAddressAsThisMachine()
{
    QFETCH(QString, host);
    Bench bench;
    bench.setUp(u"Claude Code"_s);
    GatewayStatus status = bench.rig.status.now();
    status.host = host;
    bench.rig.status.setStatus(status);
    QVERIFY(!isTold(bench));
    bench.choose(u"curl"_s);
    QVERIFY(bench.shown().contains(u"http://127.0.0.1:1337/v1"_s));
    QVERIFY(!bench.shown().contains(host + ":1337"_L1));
}

void TestMovedApps::updatesAllAtOnce()
{
    Bench bench(true);
    bench.setUp(u"Claude Code"_s);
    bench.setUp(u"opencode"_s);
    bench.listenAt(1400);
    QVERIFY(bench.child<Banner>("staleNote")->accessibleName().contains(u'2'));
    update(bench);
    QVERIFY(bench.dialog()->findChildren<QPlainTextEdit *>().size() >= 2);
    QVERIFY(bench.said().contains(u"opencode"_s));
    QVERIFY(bench.said().contains(u"new client key"_s));
    bench.confirm();
    QVERIFY(!isTold(bench));
    QCOMPARE(bench.rig.draft.config().clients.size(), 3); // those that they had
    QVERIFY(contentOf(bench.settings()).contains("http://127.0.0.1:1400"));
    QVERIFY(contentOf(bench.home(u".config/opencode/opencode.json"_s)).contains("http://127.0.0.1:1400"));
}

void TestMovedApps::updatesTheOthersWhereOneIsBroken()
{
    Bench bench;
    bench.setUp(u"opencode"_s);
    bench.setUp(u"Claude Code"_s);
    const QString other = bench.home(u".config/opencode/opencode.json"_s);
    writeTo(other, "{ \"provider\": ");
    bench.listenAt(1400);
    update(bench);
    QVERIFY(bench.said().contains(u"cannot be updated"_s));
    bench.confirm();
    QVERIFY(contentOf(bench.settings()).contains("http://127.0.0.1:1400"));
    QCOMPARE(contentOf(other), QByteArray("{ \"provider\": "));
    QVERIFY(isTold(bench)); // of the one that is left
    update(bench);
    QVERIFY(!bench.dialog()->findChild<QPushButton *>(u"changeDo"_s)->isEnabled());
}

void TestMovedApps::keepsTheModel()
{
    Bench bench;
    bench.rig.load(bench.rig.draft.config());
    bench.choose(u"opencode"_s);
    bench.child<QComboBox>("connectModel")->setEditText(u"my-model"_s);
    bench.click("connectSetUp");
    bench.confirm();
    bench.listenAt(1400);
    update(bench);
    bench.confirm();
    QCOMPARE(bench.child<QLabel>("connectState")->text(),
             u"Connected to http://127.0.0.1:1400, model my-model"_s);
}

void TestMovedApps::saysNothingWhileNothingListens()
{
    Bench bench;
    bench.setUp(u"Claude Code"_s);
    bench.listenAt(1400);
    QVERIFY(isTold(bench));
    bench.rig.status.setStatus({});
    QVERIFY(!isTold(bench));
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TestMovedApps)
#include "tst_moved_apps.moc"
