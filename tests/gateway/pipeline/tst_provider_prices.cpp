// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/presets.h"
#include "gateway/pipeline/provider_prices.h"
#include "tests/gateway/pipeline/sample.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

Provider at(const QString &id, const QString &baseUrl, const QString &preset = {},
            Dialect dialect = Dialect::OpenAi)
{
    Provider provider = sample::provider(id, {}, dialect);
    provider.baseUrl = baseUrl;
    provider.preset = preset;
    return provider;
}

} // namespace

Q_DECLARE_METATYPE(gatehouse::Provider)

//! A provider's prices are its own first, then those of the list that is meant.
class TestProviderPrices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists_data()
    {
        QTest::addColumn<Provider>("provider");
        QTest::addColumn<QString>("preset");
        const QString elsewhere = u"https://x.example/v1"_s;
        QTest::newRow("its preset") << at(u"mine"_s, elsewhere, u"deepseek"_s) << u"deepseek"_s;
        QTest::newRow("its preset before its host")
            << at(u"mine"_s, u"https://api.openai.com/v1"_s, u"deepseek"_s) << u"deepseek"_s;
        QTest::newRow("its host") << at(u"groq"_s, u"https://API.openai.com/v1/"_s) << u"openai"_s;
        QTest::newRow("another port") << at(u"mine"_s, u"https://api.openai.com:8443/v1"_s) << QString();
        QTest::newRow("the host of a preset without prices")
            << at(u"g"_s, u"https://generativelanguage.googleapis.com/v1beta/openai"_s, u"gemini-openai"_s)
            << u"gemini"_s;
        QTest::newRow("its id") << at(u"xai"_s, elsewhere) << u"xai"_s;
        QTest::newRow("a relay nearby") << at(u"openai"_s, u"http://127.0.0.1:8000/v1"_s) << u"openai"_s;
        QTest::newRow("its id, nearby") << at(u"deepseek"_s, u"http://127.0.0.1:8000/v1"_s) << QString();
        QTest::newRow("unknown") << at(u"mine"_s, elsewhere) << QString();
        QTest::newRow("another currency")
            << at(u"kimi"_s, u"https://api.moonshot.cn/v1"_s, u"moonshot-cn"_s) << QString();
        QTest::newRow("Azure") << at(u"openai"_s, u"https://me.openai.azure.com/openai/v1"_s, {},
                                     Dialect::AzureOpenAi)
                               << u"azure-openai"_s;
        QTest::newRow("Azure elsewhere")
            << at(u"mine"_s, elsewhere, {}, Dialect::AzureOpenAi) << u"azure-openai"_s;
    }
    void lists()
    {
        QFETCH(const Provider, provider);
        QTEST(pricedAs(provider, PriceList::builtIn()), "preset");
    }

    void overrides_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<double>("input");
        QTest::newRow("by id") << QByteArray("gpt-4o") << 1.0;
        QTest::newRow("by the longest pattern") << QByteArray("gpt-4o-2024-08-06") << 2.0;
        QTest::newRow("by a pattern") << QByteArray("gpt-4.1") << 3.0;
        QTest::newRow("by an inner star") << QByteArray("ft:me:x") << 4.0;
        QTest::newRow("an entry without a price") << QByteArray("o3") << 2.0;
        QTest::newRow("of the list") << QByteArray("o1") << 15.0;
        QTest::newRow("unknown") << QByteArray("mystery") << -1.0;
        QTest::newRow("in another case") << QByteArray("GPT-4o") << 2.5; // ids are the provider's own names
    }
    void overrides()
    {
        QFETCH(const QByteArray, model);
        QFETCH(const double, input);
        Provider provider = findPreset(u"openai")->provider;
        provider.models = {{u"gpt-*"_s, {}, Price{3, 0}},
                           {u"gpt-4o-*"_s, {}, Price{2, 0}},
                           {u"gpt-4o"_s, {}, Price{1, 0}},
                           {u"ft:*:x"_s, {}, Price{4, 0}},
                           {u"o3"_s}};
        const auto price = ProviderPrices(provider, false).find(model);
        QCOMPARE(price ? price->input : -1, input);
    }

    void free_data()
    {
        QTest::addColumn<bool>("isOwn");
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<bool>("free");
        QTest::newRow("own") << true << QByteArray("x") << true;
        QTest::newRow("own, priced") << true << QByteArray("paid") << false;
        QTest::newRow("own, any model") << true << QByteArray() << false;
        QTest::newRow("away, unknown") << false << QByteArray("x") << false;
        QTest::newRow("away, price of zero") << false << QByteArray("gift") << true;
        QTest::newRow("away, only its cache costs") << false << QByteArray("cache") << false;
        QTest::newRow("away, any model") << false << QByteArray() << false;
    }
    void free()
    {
        QFETCH(const bool, isOwn);
        QFETCH(const QByteArray, model);
        Provider provider = at(u"mine"_s, u"https://x.example/v1"_s);
        provider.models = {{u"paid"_s, {}, Price{0, 1}},
                           {u"gift"_s, {}, Price{0, 0, 0}},
                           {u"cache"_s, {}, Price{0, 0, 1}},
                           {u"x"_s}};
        QTEST(ProviderPrices(provider, isOwn).isFree(model), "free");
        provider.models.clear();
        QCOMPARE(ProviderPrices(provider, isOwn).isFree({}), isOwn);
    }

    void snapshotsKnowWhoIsNear()
    {
        Config config;
        config.providers = {demoProvider(), at(u"near"_s, u"http://192.168.1.2/v1"_s),
                            at(u"far"_s, u"https://x.example/v1"_s)};
        const auto snapshot = sample::snapshot(config);
        QVERIFY(snapshot->providers[0].prices.isFree("echo"));
        QVERIFY(snapshot->providers[1].prices.isFree("x"));
        QVERIFY(!snapshot->providers[2].prices.isFree("x"));
    }
};

QTEST_GUILESS_MAIN(TestProviderPrices)
#include "tst_provider_prices.moc"
