// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/status_watch.h"
#include "tests/gateway/gateway_rig.h"

#include <QElapsedTimer>
#include <QTest>

using namespace gatehouse;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

//! A window is told how the gateway fares: in time, seldom, and only of what is new.
class TestGatewayStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsNobodyUnasked()
    {
        GatewayRig rig;
        rig.gateway.start();
        QTRY_COMPARE(rig.listening.size(), 1);
        exchange(rig.port(), jsonRequest("/v1/chat/completions", R"({"model":"m","messages":[]})"));
        QVERIFY(!rig.status.wait(400));
        rig.gateway.watchStatus();
        QTRY_COMPARE(rig.status.size(), 1);
        QVERIFY(rig.lastStatus().listening);
    }

    void tellsOfTheListener()
    {
        GatewayRig rig;
        rig.gateway.watchStatus();
        QTRY_VERIFY(!rig.status.isEmpty());
        QVERIFY(!rig.lastStatus().listening);
        rig.gateway.start();
        QTRY_VERIFY(rig.lastStatus().listening);
        QCOMPARE(rig.lastStatus().host, u"127.0.0.1"_s);
        QCOMPARE(rig.lastStatus().port, rig.port());
        rig.gateway.reportConfig(false, u"no"_s);
        QTRY_VERIFY(!rig.lastStatus().configValid);
        QCOMPARE(rig.lastStatus().configMessage, u"no"_s);
        QCOMPARE(rig.lastStatus().level, GatewayStatus::Degraded);
        rig.gateway.stop();
        QTRY_VERIFY(!rig.lastStatus().listening);
        QCOMPARE(rig.lastStatus().port, 0);
    }

    void showsWhatRuns()
    {
        GatewayRig rig;
        rig.gateway.watchStatus();
        rig.provider.enqueue(longStream());
        rig.gateway.start();
        QTRY_COMPARE(rig.listening.size(), 1);
        RawClient client(rig.port());
        QVERIFY(askForStream(client));
        QTRY_COMPARE(rig.lastStatus().inFlight, 1);
        QTRY_COMPARE(rig.lastStatus().providers.value(0, {}).inFlight, 1);
        rig.provider.open();
        QTRY_COMPARE(rig.lastStatus().inFlight, 0);
        QTRY_COMPARE(rig.lastStatus().providers[0].state, ProviderState::Ok);
        QVERIFY(rig.lastStatus().providers[0].latencyMs);

        rig.status.clear(); // and then there is silence
        QVERIFY(!rig.status.wait(700));
    }

    void tellsWhenACooldownEnds()
    {
        GatewayRig rig;
        rig.gateway.watchStatus();
        rig.provider.answerWith(
            [](const FakeRequest &) { return FakeAnswer::json("{}", 429, {"retry-after-ms: 900"}); });
        rig.gateway.start();
        QTRY_COMPARE(rig.listening.size(), 1);
        RawClient client(rig.port());
        QVERIFY(client.send(jsonRequest("/v1/chat/completions", R"({"model":"m","messages":[]})")));
        const auto state = [&] { return rig.lastStatus().providers.value(0, {}).state; };
        QTRY_COMPARE(state(), ProviderState::Cooling);
        QVERIFY(rig.lastStatus().providers[0].untilMs);
        client.reset(); // else the request would be sent again
        QTRY_VERIFY(state() != ProviderState::Cooling);
    }

    void endsACooldownWhenTold()
    {
        GatewayRig rig;
        rig.gateway.watchStatus();
        rig.provider.answerWith([](const FakeRequest &) { return FakeAnswer::json("{}", 401); });
        rig.gateway.start();
        QTRY_COMPARE(rig.listening.size(), 1);
        exchange(rig.port(), jsonRequest("/v1/chat/completions", R"({"model":"m","messages":[]})"));
        QTRY_COMPARE(rig.lastStatus().providers.value(0, {}).state, ProviderState::Cooling);
        QCOMPARE(rig.lastStatus().level, GatewayStatus::Down);
        rig.gateway.endCooldown(u"fake"_s);
        QTRY_VERIFY(rig.lastStatus().providers.value(0, {}).state != ProviderState::Cooling);
    }

    void keepsItsPace()
    {
        int reads = 0;
        int told = 0;
        StatusWatch watch(
            [&] {
                GatewayStatus status;
                status.inFlight = ++reads;
                return status;
            },
            [&](const GatewayStatus &) { ++told; });
        QElapsedTimer time;
        time.start();
        do {
            watch.wake();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        } while (told < 4);
        QVERIFY2(time.elapsed() >= 3 * StatusWatch::pace.count(),
                 qPrintable(QString::number(time.elapsed())));
        QCOMPARE(reads, told);
    }
};

QTEST_GUILESS_MAIN(TestGatewayStatus)
#include "tst_gateway_status.moc"
