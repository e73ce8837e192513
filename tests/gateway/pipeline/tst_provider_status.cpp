// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/local_answers.h"
#include "gateway/pipeline/provider_status.h"
#include "tests/gateway/pipeline/sample.h"

#include <QDateTime>
#include <QTest>

using namespace gatehouse;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

//! How one provider fares, from all that is known of it.
class TestProviderStatus : public QObject
{
    Q_OBJECT

    static constexpr std::chrono::seconds hour = 1h;

    static Config configOf(const QList<Provider> &providers)
    {
        Config config;
        config.providers = providers;
        return config;
    }

private Q_SLOTS:
    void states()
    {
        Provider off = sample::provider(u"off"_s, {});
        off.enabled = false;
        Provider keyless = sample::provider(u"keyless"_s, {});
        keyless.apiKeys = {u"${GATEHOUSE_TEST_UNSET}"_s};
        const auto snapshot =
            sample::snapshot(configOf({off, keyless, sample::provider(u"new"_s, {}),
                                       sample::provider(u"good"_s, {}), sample::provider(u"down"_s, {}),
                                       sample::provider(u"failing"_s, {}), sample::provider(u"busy"_s, {})}));
        Health health;
        Cooldowns cooldowns;
        cooldowns.setMaximum(hour);
        const TimePoint now = Clock::now();
        health.answered(u"good"_s, 12.5);
        health.began(u"good"_s);
        for (int i = 0; i < 3; ++i) {
            health.failed(u"down"_s, u"no route"_s);
            cooldowns.failed({u"failing"_s}, u"HTTP 500"_s, now);
        }
        cooldowns.limited({u"busy"_s, {}, "m"}, Cooling::RateLimit, u"HTTP 429"_s, 40s, now);

        const QList<ProviderStatus> all = providerStatus(*snapshot, health, cooldowns, now);
        QCOMPARE(all.size(), 7);
        QCOMPARE(all[0].state, ProviderState::Disabled);
        QCOMPARE(all[1].state, ProviderState::NoKey);
        QVERIFY(all[1].reason.contains("GATEHOUSE_TEST_UNSET"_L1));
        QCOMPARE(all[2].state, ProviderState::Unknown);
        QVERIFY(all[2].usable);
        QCOMPARE(all[3], (ProviderStatus{u"good"_s, u"good"_s, ProviderState::Ok, {}, {}, 12.5, 1, true}));
        QCOMPARE(all[4].state, ProviderState::Down);
        QCOMPARE(all[4].reason, u"no route"_s);
        QVERIFY(!all[4].usable);
        QCOMPARE(all[5].state, ProviderState::Cooling);
        QVERIFY(!all[5].usable);
        QCOMPARE(all[6].state, ProviderState::Cooling);
        QVERIFY(all[6].usable); // other models may be asked for
        const qint64 left = *all[6].untilMs - QDateTime::currentMSecsSinceEpoch();
        QVERIFY2(left > 35'000 && left <= 40'000, qPrintable(QString::number(left)));
    }

    void everyKeyHasToCool()
    {
        Provider provider = sample::provider(u"two"_s, {});
        provider.apiKeys = {u"${A}"_s, u"${B}"_s};
        Environment environment;
        environment.readFile("A=first-key-0123\nB=second-key-0123\n");
        const Snapshot snapshot(configOf({provider}), environment, {});
        const auto &keys = snapshot.providers[0].fingerprints;
        Health health;
        Cooldowns cooldowns;
        cooldowns.setMaximum(hour);
        const TimePoint now = Clock::now();
        const auto state = [&] { return providerStatus(snapshot, health, cooldowns, now)[0].state; };
        cooldowns.keyRefused({u"two"_s, "replaced"}, u"401"_s, now);
        cooldowns.keyRefused({u"two"_s, keys[0]}, u"401"_s, now);
        QCOMPARE(state(), ProviderState::Unknown);
        cooldowns.keyRefused({u"two"_s, keys[1]}, u"401"_s, now);
        QCOMPARE(state(), ProviderState::Cooling);
    }

    void levels_data()
    {
        using State = ProviderState;
        QTest::addColumn<QList<ProviderStatus>>("providers");
        QTest::addColumn<bool>("valid");
        QTest::addColumn<int>("level");
        const auto one = [](State state, bool usable) {
            ProviderStatus status;
            status.state = state;
            status.usable = usable;
            return status;
        };
        const ProviderStatus good = one(State::Ok, true);
        const ProviderStatus limited = one(State::Cooling, true);
        const ProviderStatus cooling = one(State::Cooling, false);
        const ProviderStatus keyless = one(State::NoKey, false);
        const ProviderStatus off = one(State::Disabled, false);
        using All = QList<ProviderStatus>;
        QTest::newRow("none") << All{} << true << int(GatewayStatus::Down);
        QTest::newRow("good") << All{good, off} << true << int(GatewayStatus::Ok);
        QTest::newRow("only off") << All{off} << true << int(GatewayStatus::Down);
        QTest::newRow("refused file") << All{good} << false << int(GatewayStatus::Degraded);
        QTest::newRow("one without key") << All{good, keyless} << true << int(GatewayStatus::Degraded);
        QTest::newRow("limited") << All{limited} << true << int(GatewayStatus::Degraded);
        QTest::newRow("cooling") << All{cooling, off} << true << int(GatewayStatus::Down);
        QTest::newRow("no key") << All{keyless} << false << int(GatewayStatus::Down);
    }

    void levels()
    {
        QFETCH(QList<ProviderStatus>, providers);
        QFETCH(bool, valid);
        QFETCH(int, level);
        QCOMPARE(int(levelOf(providers, valid)), level);
    }

    void healthSaysTheSame()
    {
        const auto snapshot = sample::snapshot(configOf({sample::provider(u"a"_s, {})}));
        Health states;
        Cooldowns cooldowns;
        states.answered(u"a"_s, 7);
        const ConfigState config{false, u"line 3"_s};
        const Metrics metrics;
        const QByteArray body = health({*snapshot, states, cooldowns, config, 5s, metrics}).body;
        QVERIFY2(body.startsWith("{\"status\":\"degraded\",\"version\":\""), body.constData());
        QVERIFY2(
            body.endsWith(
                R"("uptime_seconds":5,"config":{"status":"invalid","message":"line 3"},"providers":[)"
                R"({"id":"a","name":"a","status":"ok","reason":"","until":null,"latency_ms":7.0,"in_flight":0}]})"),
            body.constData());
    }
};

QTEST_GUILESS_MAIN(TestProviderStatus)
#include "tst_provider_status.moc"
