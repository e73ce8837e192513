// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/effective_config.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! What the command line puts above the file.
class TestEffectiveConfig final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overridesTheAddress();
    void needsAClientBeyondLoopback_data();
    void needsAClientBeyondLoopback();
    void asksWhetherItsAddressIsAllowed_data();
    void asksWhetherItsAddressIsAllowed();
    void addsTheDemo();
    void routesMayLeadToTheDemo();
    void pausesWhatIsPaidFor();

private:
    static constexpr auto client = R"("clients": [{"name": "a", "keyHash":
        "sha256:0000000000000000000000000000000000000000000000000000000000000000"}])";
};

void TestEffectiveConfig::overridesTheAddress()
{
    const ConfigReading file = readConfig(R"({"version": 1, "listener": {"port": 1400}})");
    QVERIFY(file.valid());
    QVERIFY(effectiveConfig(file, {}).config == file.config);
    const Listener changed = effectiveConfig(file, {.host = u"::1"_s, .port = quint16(0)}).config.listener;
    QCOMPARE(changed.host, u"::1"_s);
    QCOMPARE(changed.port, quint16(0));
}

void TestEffectiveConfig::needsAClientBeyondLoopback_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("valid");
    const QByteArray bare = R"({"version": 1})";
    const QByteArray open = R"({"version": 1, "listener": {"host": "0.0.0.0"}})";
    const QByteArray guarded = QByteArray(R"({"version": 1, )") + client + '}';
    QTest::newRow("loopback") << bare << u"127.0.0.1"_s << true;
    QTest::newRow("beyond, no client") << bare << u"0.0.0.0"_s << false;
    QTest::newRow("IPv6 beyond, no client") << bare << u"::"_s << false;
    QTest::newRow("beyond, a client") << guarded << u"0.0.0.0"_s << true;
    QTest::newRow("the file's host is open, ours is not") << open << u"127.0.0.1"_s << true;
    QTest::newRow("both open") << open << u"::"_s << false;
}

void TestEffectiveConfig::needsAClientBeyondLoopback()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, host);
    QFETCH(bool, valid);
    const ConfigReading reading = effectiveConfig(readConfig(json), {.host = host});
    QCOMPARE(reading.valid(), valid);
    QCOMPARE(reading.problems.size(), valid ? 0 : 1);
}

void TestEffectiveConfig::asksWhetherItsAddressIsAllowed_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<int>("warnings");
    QTest::newRow("as in the file") << u"127.0.0.2"_s << 1400 << 0;
    QTest::newRow("another port") << u"127.0.0.2"_s << 1500 << 1;
    QTest::newRow("another host") << u"127.0.0.3"_s << 1400 << 1;
    QTest::newRow("both") << u"127.0.0.3"_s << 1500 << 1;
    QTest::newRow("the usual host") << u"127.0.0.1"_s << 1500 << 0;
}

void TestEffectiveConfig::asksWhetherItsAddressIsAllowed()
{
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(int, warnings);
    const QByteArray json = R"({"version": 1, "listener": {"host": "127.0.0.2", "port": %1,
        "allowedHosts": ["127.0.0.2:1400"]}})";
    for (const char *filePort : {"1400", "1500"}) {
        const ConfigReading file = readConfig(QByteArray(json).replace("%1", filePort));
        const ConfigReading reading = effectiveConfig(file, {.host = host, .port = quint16(port)});
        QVERIFY(reading.valid());
        QCOMPARE(reading.problems.size(), warnings);
    }
}

void TestEffectiveConfig::addsTheDemo()
{
    const ConfigReading none = effectiveConfig(readConfig(R"({"version": 1})"), {.demo = true});
    QVERIFY(none.valid());
    QCOMPARE(none.config.providers.size(), 1);
    QCOMPARE(none.config.providers[0].id, u"demo"_s);

    const QByteArray clash = R"({"version": 1, "providers": [
        {"id": "demo", "dialect": "openai", "baseUrl": "https://example.com/v1", "apiKey": ""},
        {"id": "other", "dialect": "openai", "baseUrl": "https://example.com/v1", "apiKey": ""}]})";
    const ConfigReading one = effectiveConfig(readConfig(clash), {.demo = true});
    QVERIFY(one.valid());
    QCOMPARE(one.config.providers.size(), 2);
    QCOMPARE(one.config.providers[0].id, u"other"_s);
    QVERIFY(one.config.providers[1].baseUrl != "https://example.com/v1"_L1);
    QCOMPARE(one.problems.size(), 1);
}

void TestEffectiveConfig::routesMayLeadToTheDemo()
{
    const ConfigReading file = readConfig(R"({"version": 1, "routes": [
        {"model": "smart", "targets": [{"provider": "demo", "model": "echo"}]},
        {"model": "other", "targets": [{"provider": "nobody", "model": "x"}]}]})");
    QVERIFY(!file.valid());
    const ConfigReading demo = effectiveConfig(file, {.demo = true});
    QCOMPARE(demo.problems.size(), 1);
    QCOMPARE(demo.problems[0].path, u"/routes/1/targets/0/provider"_s);
    QCOMPARE(effectiveConfig(file, {}).problems, file.problems);
}

void TestEffectiveConfig::pausesWhatIsPaidFor()
{
    const ConfigReading file = readConfig(R"({"version": 1, "providers": [
        {"id": "far", "baseUrl": "https://api.far.example/v1", "models": ["a"]},
        {"id": "here", "baseUrl": "http://127.0.0.1:11434/v1", "models": ["b"]},
        {"id": "near", "baseUrl": "http://192.168.1.20:8000/v1", "models": ["c"]},
        {"id": "off", "enabled": false, "baseUrl": "http://127.0.0.1:1/v1", "models": ["d"]}]})");
    QVERIFY(file.valid());
    const ConfigReading paused = effectiveConfig(file, {.demo = true, .pausePaid = true});
    QVERIFY(paused.valid());
    QStringList asked;
    for (const Provider &provider : paused.config.providers) {
        if (provider.enabled)
            asked.append(provider.id);
    }
    QCOMPARE(asked, (QStringList{u"here"_s, u"near"_s, u"demo"_s}));
}

QTEST_GUILESS_MAIN(TestEffectiveConfig)
#include "tst_effective_config.moc"
