// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/known_failures.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

const QByteArray imageBody = "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_"
                             "url\":{\"url\":\"data:image/png;base64,AA\"}}]}]}";

Config twoProviders()
{
    Config config;
    for (const QString &id : {u"a"_s, u"b"_s}) {
        Provider provider;
        provider.id = id;
        provider.baseUrl = u"https://"_s + id;
        config.providers.append(provider);
    }
    return config;
}

CapabilitySheet sheet(const QString &provider, Feature feature, FeatureResult::Verdict verdict)
{
    return {provider, u"m"_s, u"https://"_s + provider, 1, {{feature, {verdict}}}};
}

} // namespace

//! Who is known not to do what a request needs is asked last.
class TestKnownFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNeeds_data()
    {
        QTest::addColumn<ClientForm>("form");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("image");
        QTest::addColumn<bool>("schema");
        const auto chat = ClientForm::ChatCompletions;
        QTest::newRow("chat") << chat << imageBody << true << false;
        QTest::newRow("escaped key") << chat
                                     << QByteArray(
                                            "{\"messages\":[{\"content\":[{\"t\\u0079pe\":\"image_url\"}]}]}")
                                     << true << false;
        QTest::newRow("a text about it")
            << chat
            << QByteArray(
                   "{\"messages\":[{\"content\":\"{\\\"type\\\":\\\"image_url\\\",\\\"image_url\\\":{}}\"}]}")
            << false << false;
        QTest::newRow("a tool about it") << chat
                                         << QByteArray("{\"tools\":[{\"type\":\"image_url\"}],\"messages\":[{"
                                                       "\"tool_calls\":[{\"type\":\"image_url\"}]}]}")
                                         << false << false;
        QTest::newRow("schema") << chat
                                << QByteArray(
                                       "{\"messages\":[],\"response_format\":{\"type\":\"json_schema\"}}")
                                << false << true;
        QTest::newRow("any JSON") << chat
                                  << QByteArray(
                                         "{\"messages\":[],\"response_format\":{\"type\":\"json_object\"}}")
                                  << false << false;
        QTest::newRow("responses") << ClientForm::Responses
                                   << QByteArray("{\"input\":[{\"content\":[{\"type\":\"input_image\"}]}],"
                                                 "\"text\":{\"format\":{\"type\":\"json_schema\"}}}")
                                   << true << true;
        QTest::newRow("responses text")
            << ClientForm::Responses << QByteArray("{\"input\":\"input_image\"}") << false << false;
        QTest::newRow("messages")
            << ClientForm::Messages
            << QByteArray("{\"messages\":[{\"content\":[{\"type\":\"image\",\"source\":{}}]}]}") << true
            << false;
        QTest::newRow("messages, of a tool")
            << ClientForm::Messages
            << QByteArray("{\"messages\":[{\"content\":[{\"type\":\"tool_result\",\"content\":[{\"type\":"
                          "\"image\",\"source\":{}}]}]}]}")
            << true << false;
        QTest::newRow("messages, call")
            << ClientForm::Messages
            << QByteArray("{\"messages\":[{\"content\":[{\"type\":\"tool_use\",\"input\":{\"content\":[{"
                          "\"type\":\"image_url\"}]}}]}]}")
            << false << false;
        QTest::newRow("gemini")
            << ClientForm::Gemini
            << QByteArray("{\"contents\":[{\"parts\":[{\"inlineData\":{\"mimeType\":\"image/png\"}}]}]}")
            << true << false;
        QTest::newRow("gemini file")
            << ClientForm::Gemini
            << QByteArray("{\"contents\":[{\"parts\":[{\"file_data\":{\"mime_type\":\"IMAGE/webp\"}}]}],"
                          "\"generationConfig\":{\"responseSchema\":{\"type\":\"OBJECT\"}}}")
            << true << true;
        QTest::newRow("gemini sound")
            << ClientForm::Gemini
            << QByteArray("{\"contents\":[{\"parts\":[{\"inlineData\":{\"mimeType\":\"audio/wav\"}}]}]}")
            << false << false;
        QTest::newRow("no JSON") << chat << QByteArray("{\"messages\":[{\"type\":\"image_url\"") << false
                                 << false;
    }

    void findsNeeds()
    {
        QFETCH(ClientForm, form);
        QFETCH(QByteArray, body);
        const auto needs = needsOf(form, body);
        QTEST(needs.image, "image");
        QTEST(needs.schema, "schema");
    }

    void putsLast()
    {
        const Config config = twoProviders();
        const auto known = KnownFailures::from(config, {sheet(u"a"_s, Feature::Image, FeatureResult::Fails)});
        QVERIFY(known);
        Choice choice{{{0, "m"}, {1, "m"}, {1, "n"}}};
        known->putLast(choice, config, ClientForm::ChatCompletions, "{\"messages\":[]}");
        QCOMPARE(choice.candidates, (QList<Candidate>{{0, "m"}, {1, "m"}, {1, "n"}}));
        known->putLast(choice, config, ClientForm::ChatCompletions, imageBody);
        QCOMPARE(choice.candidates, (QList<Candidate>{{1, "m"}, {1, "n"}, {0, "m"}}));
        Choice otherModel{{{0, "n"}, {1, "m"}}};
        known->putLast(otherModel, config, ClientForm::ChatCompletions, imageBody);
        QCOMPARE(otherModel.candidates, (QList<Candidate>{{0, "n"}, {1, "m"}}));
    }

    void keepsTheOrderOfEquals()
    {
        const Config config = twoProviders();
        const auto known = KnownFailures::from(config, {sheet(u"a"_s, Feature::Image, FeatureResult::Fails),
                                                        sheet(u"b"_s, Feature::Image, FeatureResult::Fails)});
        Choice choice{{{0, "m"}, {1, "m"}}};
        known->putLast(choice, config, ClientForm::ChatCompletions, imageBody);
        QCOMPARE(choice.candidates, (QList<Candidate>{{0, "m"}, {1, "m"}}));
    }

    void knowsNothingElse()
    {
        const Config config = twoProviders();
        CapabilitySheet moved = sheet(u"a"_s, Feature::Image, FeatureResult::Fails);
        moved.baseUrl = u"https://elsewhere"_s;
        QVERIFY(!KnownFailures::from(config, {moved}));
        QVERIFY(!KnownFailures::from(config, {sheet(u"gone"_s, Feature::Image, FeatureResult::Fails)}));
        QVERIFY(!KnownFailures::from(config, {sheet(u"a"_s, Feature::Image, FeatureResult::Unknown)}));
        QVERIFY(!KnownFailures::from(config, {sheet(u"a"_s, Feature::Reasoning, FeatureResult::Fails)}));
    }
};

QTEST_GUILESS_MAIN(TestKnownFailures)
#include "tst_known_failures.moc"
