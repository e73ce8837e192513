// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/config_json.h"
#include "gateway/credentials/env_file.h"
#include "gateway/credentials/secrets.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

Provider providerAt(const QString &baseUrl, const QStringList &apiKeys)
{
    Provider provider;
    provider.id = u"openai"_s;
    provider.baseUrl = baseUrl;
    provider.apiKeys = apiKeys;
    return provider;
}

const QString openai = u"https://api.openai.com/v1"_s;

} // namespace

//! A reference becomes a key only where that key belongs.
class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void variables_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("set") << QByteArray("sk-1") << QByteArray("sk-1");
        QTest::newRow("line end") << QByteArray("\"sk-1\\r\\n\"") << QByteArray("sk-1");
        QTest::newRow("missing") << QByteArray() << QByteArray();
        QTest::newRow("only blanks") << QByteArray("\"  \"") << QByteArray();
        QTest::newRow("second header line") << QByteArray("\"sk-1\\r\\nX-Evil: 1\"") << QByteArray();
        QTest::newRow("blank within") << QByteArray("\"sk 1\"") << QByteArray();
        QTest::newRow("control character") << QByteArray("\"sk\x01"
                                                         "1\"")
                                           << QByteArray();
        QTest::newRow("delete") << QByteArray("\"sk\x7f"
                                              "1\"")
                                << QByteArray();
        QTest::newRow("typographic quote") << QByteArray("sk-1\xe2\x80\x9d") << QByteArray();
    }
    void variables()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, secret);
        Environment environment;
        QVERIFY(environment.readFile(QByteArray("KEY=" + value)).isEmpty());
        const QList<Key> keys = resolveKeys(providerAt(openai, {u"${KEY}"_s}), environment, {});
        QCOMPARE(keys.size(), 1);
        QCOMPARE(keys[0].secret.bytes(), secret);
        QCOMPARE(keys[0].usable(), !secret.isEmpty());
        if (secret.isEmpty()) {
            QVERIFY(keys[0].problem.contains("KEY"_L1));
            QVERIFY(!keys[0].problem.contains("sk"_L1));
        }
    }

    void noKeyNeeded() { QVERIFY(resolveKeys(providerAt(openai, {}), {}, {}).isEmpty()); }

    void keychain_data()
    {
        QTest::addColumn<QString>("baseUrl");
        QTest::addColumn<QString>("entry");
        QTest::addColumn<bool>("usable");

        QTest::newRow("same host") << openai << u"openai@api.openai.com"_s << true;
        QTest::newRow("second key") << openai << u"openai/2@api.openai.com"_s << true;
        QTest::newRow("other case") << openai << u"openai@API.OpenAI.com"_s << true;
        QTest::newRow("other host") << u"https://evil.example/v1"_s << u"openai@api.openai.com"_s << false;
        QTest::newRow("longer host") << u"https://api.openai.com.evil.example"_s << u"openai@api.openai.com"_s
                                     << false;
        QTest::newRow("host as user")
            << u"https://api.openai.com@evil.example"_s << u"openai@api.openai.com"_s << false;
        QTest::newRow("subdomain") << u"https://x.api.openai.com"_s << u"openai@api.openai.com"_s << false;
        QTest::newRow("other port") << u"https://api.openai.com:8443"_s << u"openai@api.openai.com"_s
                                    << false;
        QTest::newRow("same port") << u"https://api.openai.com:8443"_s << u"openai@api.openai.com:8443"_s
                                   << true;
        QTest::newRow("usual port") << u"https://api.openai.com:443"_s << u"openai@api.openai.com"_s << true;
        QTest::newRow("local") << u"http://127.0.0.1:11434/v1"_s << u"ollama@127.0.0.1:11434"_s << true;
        QTest::newRow("http on port 80") << u"http://127.0.0.1/v1"_s << u"ollama@127.0.0.1"_s << true;
        QTest::newRow("IPv6") << u"http://[::1]:8080/v1"_s << u"ollama@[::1]:8080"_s << true;
        QTest::newRow("no host in it") << openai << u"api.openai.com"_s << false;
        QTest::newRow("no name in it") << openai << u"@api.openai.com"_s << false;
        QTest::newRow("two hosts") << openai << u"a@evil.example@api.openai.com"_s << false;
        QTest::newRow("no base URL") << QString() << u"openai@"_s << false;
    }
    void keychain()
    {
        QFETCH(QString, baseUrl);
        QFETCH(QString, entry);
        QFETCH(bool, usable);
        const Provider provider = providerAt(baseUrl, {u"keychain:"_s + entry});
        const QList<Key> keys = resolveKeys(provider, {}, {{entry, Key{QByteArray("secret-1")}}});
        QCOMPARE(keys.size(), 1);
        QCOMPARE(keys[0].usable(), usable);
        QCOMPARE(keys[0].secret.bytes(), usable ? QByteArray("secret-1") : QByteArray());

        Config config;
        config.providers = {provider};
        QCOMPARE(keychainEntries(config), usable ? QStringList(entry) : QStringList());
    }

    void keychainAnswers()
    {
        const QString entry = u"openai@api.openai.com"_s;
        const Provider provider = providerAt(openai, {u"keychain:"_s + entry});
        QVERIFY(resolveKeys(provider, {}, {})[0].problem.contains(entry));
        QCOMPARE(resolveKeys(provider, {}, {{entry, Key{{}, u"locked"_s}}})[0].problem, u"locked"_s);
        QCOMPARE(resolveKeys(provider, {}, {{entry, Key{QByteArray("secret\n")}}})[0].secret.bytes(),
                 "secret");
        QVERIFY(!resolveKeys(provider, {}, {{entry, Key{QByteArray("")}}})[0].usable());
        QVERIFY(!resolveKeys(provider, {}, {{entry, Key{QByteArray("sec\r\nret")}}})[0].usable());
    }

    void aLiteralKeyIsNeitherUsedNorShown()
    {
        for (const QString &text :
             {u"sk-proj-Ab12Cd34"_s, u"xxsk-proj-Ab12Cd34x"_s, QString(), u"x"_s, u"${sk-proj-Ab12Cd34}"_s}) {
            const QList<Key> keys = resolveKeys(providerAt(openai, {text}), Environment::fromProcess(), {});
            QCOMPARE(keys.size(), 1);
            QVERIFY(!keys[0].usable());
            QVERIFY(keys[0].secret.isEmpty());
            QVERIFY(!keys[0].problem.contains("proj"_L1));
        }
    }

    void keysKeepTheirOrder()
    {
        Environment environment;
        QVERIFY(environment.readFile("A=one\nB=two").isEmpty());
        const QList<Key> keys = resolveKeys(
            providerAt(openai, {u"${B}"_s, u"${NONE}"_s, u"keychain:openai@api.openai.com"_s, u"${A}"_s}),
            environment, {{u"openai@api.openai.com"_s, Key{QByteArray("three")}}});
        QCOMPARE(keys.size(), 4);
        QCOMPARE(keys[0].secret.bytes(), "two");
        QVERIFY(!keys[1].usable());
        QCOMPARE(keys[2].secret.bytes(), "three");
        QCOMPARE(keys[3].secret.bytes(), "one");
    }

    void aPresetFindsItsUsualVariable()
    {
        Environment environment;
        QVERIFY(environment.readFile("GATEHOUSE_TEST=x\nGROQ_API_KEY=gsk_1").isEmpty());
        const ConfigReading reading = readConfig("{\"providers\":[{\"preset\":\"groq\"}]}");
        QVERIFY(reading.valid());
        QCOMPARE(resolveKeys(reading.config.providers[0], environment, {})[0].secret.bytes(), "gsk_1");
    }

    void entriesAreAskedForOnce()
    {
        const QString reference = u"keychain:openai@api.openai.com"_s;
        Config config;
        config.providers = {providerAt(openai, {reference, u"${A}"_s}), providerAt(openai, {reference})};
        QCOMPARE(keychainEntries(config), QStringList(u"openai@api.openai.com"_s));
    }
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
