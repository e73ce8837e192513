// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/config/json_lines.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! A provider takes from its preset what it does not say itself, but no key to a strange host.
class TestProviderJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void presets()
    {
        const ConfigReading reading =
            read("{'providers':[{'preset':'deepseek','apiKey':'${MY_KEY}'},{'preset':'anthropic'},"
                 "{'preset':'groq','id':'g','name':'G','models':['m'],'enabled':false}]}");
        QCOMPARE(linesOf(reading.problems), QStringList());
        const QList<Provider> &providers = reading.config.providers;
        QCOMPARE(providers[0].id, u"deepseek"_s);
        QCOMPARE(providers[0].name, u"DeepSeek"_s);
        QCOMPARE(providers[0].preset, u"deepseek"_s);
        QCOMPARE(providers[0].baseUrl, u"https://api.deepseek.com"_s);
        QCOMPARE(providers[0].apiKeys, QStringList(u"${MY_KEY}"_s));
        QVERIFY(!providers[0].models.isEmpty());
        QCOMPARE(providers[1].dialect, Dialect::Anthropic);
        QCOMPARE(providers[1].auth.name, "x-api-key");
        QCOMPARE(providers[1].apiKeys, QStringList(u"${ANTHROPIC_API_KEY}"_s));
        QCOMPARE(providers[2].id, u"g"_s);
        QCOMPARE(providers[2].name, u"G"_s);
        QCOMPARE(providers[2].enabled, false);
        QCOMPARE(providers[2].models, QList<ModelEntry>({{u"m"_s}}));
    }

    void unknownPreset()
    {
        const QList<Problem> problems =
            read("{'providers':[{'preset':'depseek','id':'d','baseUrl':'https://x.example'}]}").problems;
        QCOMPARE(linesOf(problems),
                 QStringList(u"/providers/0/preset ! is no preset that we know; did you mean `deepseek`?"_s));
    }

    void aPresetsKeyStaysAtItsHost_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QStringList>("keys");
        QTest::addColumn<int>("warnings");

        const QStringList usual(u"${OPENAI_API_KEY}"_s);
        QTest::newRow("own host") << QByteArray("'baseUrl':'https://api.openai.com/v2'") << usual << 0;
        QTest::newRow("own host, port named")
            << QByteArray("'baseUrl':'https://API.openai.com:443/v1'") << usual << 0;
        QTest::newRow("other host") << QByteArray("'baseUrl':'https://evil.example/v1'") << QStringList()
                                    << 1;
        QTest::newRow("longer host") << QByteArray("'baseUrl':'https://api.openai.com.evil.example'")
                                     << QStringList() << 1;
        QTest::newRow("other port") << QByteArray("'baseUrl':'https://api.openai.com:8443/v1'")
                                    << QStringList() << 1;
        QTest::newRow("this machine")
            << QByteArray("'baseUrl':'http://127.0.0.1:9/v1'") << QStringList() << 1;
        QTest::newRow("key given") << QByteArray("'baseUrl':'http://127.0.0.1:9/v1','apiKey':'${K}'")
                                   << QStringList(u"${K}"_s) << 0;
        QTest::newRow("no key given")
            << QByteArray("'baseUrl':'http://127.0.0.1:9/v1','apiKey':''") << QStringList() << 0;
        QTest::newRow("no key at the own host") << QByteArray("'apiKey':''") << QStringList() << 0;
        QTest::newRow("empty list") << QByteArray("'apiKey':[]") << QStringList() << 0;
    }
    void aPresetsKeyStaysAtItsHost()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QStringList, keys);
        QFETCH(int, warnings);
        const ConfigReading reading = read(QByteArray("{'providers':[{'preset':'openai'," + fields + "}]}"));
        QVERIFY2(reading.valid(), qPrintable(linesOf(reading.problems).join(u'\n')));
        QCOMPARE(reading.config.providers[0].apiKeys, keys);
        QCOMPARE(reading.problems.size(), warnings);
        QVERIFY(reading.config.providers[0].nativeResponses);
        if (warnings > 0)
            QCOMPARE(reading.problems[0].path, u"/providers/0/baseUrl"_s);
    }

    void placeholdersInAPresetsUrl()
    {
        const auto azure = [](const char *url) {
            return read(QByteArray("{'providers':[{'preset':'azure-openai','baseUrl':'") + url + "'}]}");
        };
        QCOMPARE(azure("https://mine.openai.azure.com/openai/v1").config.providers[0].apiKeys,
                 QStringList(u"${AZURE_OPENAI_API_KEY}"_s));
        QVERIFY(azure("https://a.b.openai.azure.com/openai/v1").config.providers[0].apiKeys.isEmpty());
        QVERIFY(azure("https://evil.example/x.openai.azure.com/").config.providers[0].apiKeys.isEmpty());
        QVERIFY(azure("https://mine.openai.azure.com.evil.example").config.providers[0].apiKeys.isEmpty());
        QVERIFY(!read("{'providers':[{'preset':'azure-openai'}]}").valid());
    }

    void knownHostsAreKnownWithoutAPreset()
    {
        const auto with = [](const QByteArray &fields) {
            return read(QByteArray("{'providers':[{'id':'x'," + fields + "}]}")).config.providers[0];
        };
        const Provider mistral = with("'baseUrl':'https://api.mistral.ai/v1'");
        QCOMPARE(mistral.streamUsage, StreamUsage::AsIs);
        QVERIFY(mistral.apiKeys.isEmpty());
        QCOMPARE(mistral.name, u"x"_s);
        QCOMPARE(with("'baseUrl':'https://api.mistral.ai/v1','streamUsage':'ask'").streamUsage,
                 StreamUsage::Ask);
        QVERIFY(with("'baseUrl':'https://api.openai.com/v1'").nativeResponses);
        QVERIFY(!with("'baseUrl':'https://api.example/v1'").nativeResponses);
        QVERIFY(!with("'baseUrl':'https://api.openai.com/v1','dialect':'anthropic'").nativeResponses);
    }
};

QTEST_GUILESS_MAIN(TestProviderJson)
#include "tst_provider_json.moc"
