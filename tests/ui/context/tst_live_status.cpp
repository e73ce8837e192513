// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live_status.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! How the gateway fares, as pages are told.
class TestLiveStatus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesItsAddress_data();
    void namesItsAddress();
    void tellsOnlyOfChanges();
    void forgetsAFailureOnceItListens();
};

void TestLiveStatus::namesItsAddress_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("url");
    QTest::newRow("loopback") << u"127.0.0.1"_s << u"http://127.0.0.1:1337"_s;
    QTest::newRow("name") << u"localhost"_s << u"http://localhost:1337"_s;
    QTest::newRow("all addresses") << u"0.0.0.0"_s << u"http://127.0.0.1:1337"_s;
    QTest::newRow("all of IPv6") << u"::"_s << u"http://127.0.0.1:1337"_s;
    QTest::newRow("IPv6") << u"::1"_s << u"http://[::1]:1337"_s;
}

void TestLiveStatus::namesItsAddress()
{
    QFETCH(QString, host);
    LiveStatus status;
    QCOMPARE(status.baseUrl(), QString());
    status.setStatus({.listening = true, .host = host, .port = 1337});
    QTEST(status.baseUrl(), "url");
    status.setStatus({});
    QCOMPARE(status.baseUrl(), QString());
}

void TestLiveStatus::tellsOnlyOfChanges()
{
    LiveStatus status;
    QSignalSpy changed(&status, &LiveStatus::changed);
    const GatewayStatus first = {
        .listening = true, .host = u"127.0.0.1"_s, .port = 1, .providers = {{u"a"_s}}};
    status.setStatus(first);
    status.setStatus(first);
    QCOMPARE(changed.count(), 1);
    QVERIFY(status.provider(u"a"_s));
    QVERIFY(!status.provider(u"b"_s));
    status.setWanted(true);
    status.setWanted(true);
    status.setConfigProblem(u"x"_s);
    status.setConfigProblem(u"x"_s);
    QCOMPARE(changed.count(), 3);
}

void TestLiveStatus::forgetsAFailureOnceItListens()
{
    LiveStatus status;
    status.setFailure(u"taken"_s, 1337);
    status.setStatus({.inFlight = 1});
    QCOMPARE(status.failure(), u"taken"_s);
    QCOMPARE(status.takenPort(), quint16(1337));
    status.setStatus({.listening = true, .host = u"127.0.0.1"_s, .port = 1338});
    QCOMPARE(status.failure(), QString());
    QCOMPARE(status.takenPort(), quint16(0));
}

QTEST_MAIN(TestLiveStatus)
#include "tst_live_status.moc"
