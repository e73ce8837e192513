// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/ui_rig.h"
#include "ui/providers/key_references.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

Provider providerOf(const QString &id, const QString &baseUrl, const QString &preset = {})
{
    Provider provider = someProvider(id, id);
    provider.baseUrl = baseUrl;
    provider.preset = preset;
    return provider;
}

} // namespace

//! Where keys come from when nobody chose, and what entries are called.
class TestKeyReferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheUsualKeys_data()
    {
        QTest::addColumn<Provider>("provider");
        QTest::addColumn<QByteArray>("dotEnv");
        QTest::addColumn<QStringList>("keys");
        const QString remote = u"https://api.x.example/v1"_s;
        const QString local = u"http://127.0.0.1:8000/v1"_s;
        QTest::newRow("preset") << providerOf(u"o"_s, remote, u"openai"_s) << QByteArray()
                                << QStringList{u"${OPENAI_API_KEY}"_s};
        QTest::newRow("optional, not set")
            << providerOf(u"o"_s, local, u"ollama"_s) << QByteArray() << QStringList();
        QTest::newRow("optional, set")
            << providerOf(u"o"_s, local, u"ollama"_s) << QByteArray("OLLAMA_API_KEY=k")
            << QStringList{u"${OLLAMA_API_KEY}"_s};
        QTest::newRow("a preset without a variable")
            << providerOf(u"o"_s, local, u"jan"_s) << QByteArray() << QStringList();
        QTest::newRow("custom") << providerOf(u"my-server.1"_s, remote) << QByteArray()
                                << QStringList{u"${MY_SERVER_1_API_KEY}"_s};
        QTest::newRow("custom, begins with a digit")
            << providerOf(u"1a"_s, remote) << QByteArray() << QStringList{u"${_1A_API_KEY}"_s};
        QTest::newRow("custom, nearby") << providerOf(u"mine"_s, local) << QByteArray() << QStringList();
        QTest::newRow("custom, nearby, set") << providerOf(u"mine"_s, local) << QByteArray("MINE_API_KEY=k")
                                             << QStringList{u"${MINE_API_KEY}"_s};
    }

    void findsTheUsualKeys()
    {
        QFETCH(Provider, provider);
        QFETCH(QByteArray, dotEnv);
        Environment environment;
        QVERIFY(environment.readFile(dotEnv).isEmpty());
        QTEST(usualKeys(provider, environment), "keys");
    }

    void knowsItsOwnEntries()
    {
        Provider provider = providerOf(u"o"_s, u"https://api.x.example:8443/v1"_s);
        provider.apiKeys = {u"${X}"_s, u"keychain:o@api.x.example:8443"_s, u"keychain:o@api.x.example"_s,
                            u"keychain:o/2@API.X.example:8443"_s};
        QCOMPARE(ownEntries(provider), (QStringList{u"o@api.x.example:8443"_s, u"o/2@API.X.example:8443"_s}));
    }

    void namesFreeEntries()
    {
        Config config;
        config.providers = {providerOf(u"a"_s, u"https://x.example"_s),
                            providerOf(u"b"_s, u"https://x.example"_s)};
        config.providers[1].apiKeys = {u"keychain:a@x.example"_s, u"keychain:a/2@x.example"_s};
        Provider &a = config.providers[0];
        QCOMPARE(freeEntry(config.providers[1], {}, u"b"_s), u"b@x.example"_s);
        QCOMPARE(freeEntry(a, config, u"a"_s), u"a/3@x.example"_s); // the others are b's
        a.apiKeys = {u"keychain:a/3@x.example"_s};
        QCOMPARE(freeEntry(a, config, u"a"_s), u"a/4@x.example"_s);
        QVERIFY(isUsedElsewhere(config, u"a"_s, u"a@x.example"_s));
        QVERIFY(!isUsedElsewhere(config, u"b"_s, u"a@x.example"_s));
    }

    void refusesWhatIsNoKey_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("good");
        QTest::newRow("a key") << u"sk-proj-Abc_123/+=."_s << true;
        QTest::newRow("as long as may be") << QString(2000, u'k') << true;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("a blank") << u" "_s << false;
        QTest::newRow("a blank in it") << u"sk a"_s << false;
        QTest::newRow("a blank behind") << u"sk-a "_s << false;
        QTest::newRow("a line end") << u"sk-a\n"_s << false;
        QTest::newRow("a header") << u"sk-a\r\nX-Evil:1"_s << false;
        QTest::newRow("null") << QString(u"sk"_s + QChar(0)) << false;
        QTest::newRow("not ASCII") << u"sk-ключ"_s << false;
        QTest::newRow("no-break space") << u"sk\u00a0a"_s << false;
        QTest::newRow("too long") << QString(2001, u'k') << false;
    }

    void refusesWhatIsNoKey()
    {
        QFETCH(QString, typed);
        QTEST(typedKeyProblem(typed).isEmpty(), "good");
    }
};

QTEST_APPLESS_MAIN(TestKeyReferences)
#include "tst_key_references.moc"
