// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gateway_host.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace gatehouse;

//! What both programs put around the gateway: which configuration is in force, and what stands above it.
class TestGatewayHost final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsTheLastGoodOne();
    void startsWithoutAValidOneAndTakesItLater();
    void pausesAlsoWhileTheFileIsBroken();
    void readsKeysAgainThatWereReplaced();

private:
    void write(const QByteArray &text) const
    {
        QFile file(m_options.configPath);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    static bool isEnabled(GatewayHost &host, const QString &id)
    {
        for (const Provider &provider : host.config().providers) {
            if (provider.id == id)
                return provider.enabled;
        }
        return false;
    }

    static constexpr char good[] = "{\"version\": 1, \"listener\": {\"port\": 0}, \"providers\": ["
                                   "{\"id\": \"far\", \"baseUrl\": \"https://far.example/v1\", "
                                   "\"apiKey\": \"keychain:far@far.example\", \"models\": [\"m\"]},"
                                   "{\"id\": \"here\", \"baseUrl\": \"http://127.0.0.1:9/v1\"}]}";
    std::unique_ptr<QTemporaryDir> m_folder;
    Options m_options;
};

void TestGatewayHost::init()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // nobody's real keychain
    m_folder = std::make_unique<QTemporaryDir>();
    m_options = Options();
    m_options.configPath = m_folder->filePath(u"config.json"_s);
    m_options.dataDir = m_folder->filePath(u"data"_s);
    m_options.logLevel = LogLevel::Error;
}

void TestGatewayHost::keepsTheLastGoodOne()
{
    write(good);
    GatewayHost host(m_options, 1s);
    QVERIFY(host.prepare());
    QSignalSpy rejected(&host, &GatewayHost::configRejected);
    write("{");
    host.files().reload();
    QCOMPARE(rejected.count(), 1);
    QVERIFY(!rejected[0][0].toString().isEmpty());
    QCOMPARE(host.config().providers.size(), 2);
}

void TestGatewayHost::startsWithoutAValidOneAndTakesItLater()
{
    write("{");
    GatewayHost host(m_options, 1s);
    QVERIFY(!host.prepare());
    QVERIFY(!host.ready());
    QSignalSpy applied(&host, &GatewayHost::configApplied);
    write(good);
    host.files().reload();
    QCOMPARE(applied.count(), 1);
    QVERIFY(host.ready());
}

void TestGatewayHost::pausesAlsoWhileTheFileIsBroken()
{
    write(good);
    GatewayHost host(m_options, 1s);
    QVERIFY(host.prepare());
    QSignalSpy rejected(&host, &GatewayHost::configRejected);
    write("{");
    host.files().reload();
    host.pausePaid(true);
    QVERIFY(!isEnabled(host, u"far"_s));
    QVERIFY(isEnabled(host, u"here"_s));
    host.pausePaid(false);
    QVERIFY(isEnabled(host, u"far"_s));
    QCOMPARE(rejected.count(), 1); // told once, for the file
}

//! The file does not change when a key does.
void TestGatewayHost::readsKeysAgainThatWereReplaced()
{
    write(good);
    GatewayHost host(m_options, 1s);
    QSignalSpy status(&host.gateway(), &Gateway::statusChanged);
    host.gateway().watchStatus();
    QVERIFY(host.prepare());
    const auto state = [&] {
        return status.isEmpty() ? ProviderState::Disabled
                                : status.last()[0].value<GatewayStatus>().providers.value(0).state;
    };
    QTRY_COMPARE(state(), ProviderState::NoKey);
    host.keychain().keepForSession(u"far@far.example"_s, "sk-canary-0123456789");
    QTRY_COMPARE(state(), ProviderState::Unknown); // it can be asked now
}

QTEST_GUILESS_MAIN(TestGatewayHost)
#include "tst_gateway_host.moc"
