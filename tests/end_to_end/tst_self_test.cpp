// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/self_test_rig.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! What a model can do is found out by asking it.
class TestSelfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allWorks()
    {
        SelfTestRig rig;
        rig.provider.answerWith(able);
        const CapabilitySheet sheet = rig.run();
        QCOMPARE(sheet.results.size(), 10);
        for (auto it = sheet.results.cbegin(); it != sheet.results.cend(); ++it)
            QVERIFY2(it->verdict == FeatureResult::Works,
                     qPrintable(QString::number(int(it.key())) + u' ' + it->detail));
        QCOMPARE(rig.answered.size(), 10);
        QCOMPARE(rig.provider.requestCount(), 10);
        QTRY_COMPARE_WITH_TIMEOUT(rig.records.size(), 10, soon);
        QCOMPARE(rig.records.last().at(0).value<UsageRecord>().program, u"self-test"_s);
        QCOMPARE(rig.gateway.capabilities(), QList<CapabilitySheet>{sheet});
        QCOMPARE(rig.changed.size(), 1);
    }

    void tellsARefusalFromALimit()
    {
        SelfTestRig rig;
        rig.provider.answerWith(refusingImages);
        const CapabilitySheet sheet = rig.run();
        QCOMPARE(sheet.results[Feature::Image].verdict, FeatureResult::Fails);
        QVERIFY(sheet.results[Feature::Image].detail.contains("no images"_L1));
        QVERIFY(!sheet.results[Feature::Image].detail.contains("0123456789abcdef"_L1));
        QCOMPARE(sheet.results[Feature::Text].verdict, FeatureResult::Works);
    }

    void brokenStreams()
    {
        SelfTestRig rig;
        rig.provider.answerWith([](const FakeRequest &request) {
            if (!request.body.contains("\"stream\":true"))
                return able(request);
            FakeAnswer answer = FakeAnswer::streamHead();
            for (const QByteArray &event : shortChat().events().first(2))
                answer.chunk(event);
            return answer.close();
        });
        const CapabilitySheet sheet = rig.run();
        QCOMPARE(sheet.results[Feature::Stream].verdict, FeatureResult::Unknown);
        QCOMPARE(sheet.results[Feature::StreamUsage].verdict, FeatureResult::Unknown);
        QCOMPARE(sheet.results[Feature::Stream].detail, u"The stream broke off."_s);
    }

    void asksNoMoreWithoutAKey()
    {
        SelfTestRig rig;
        rig.provider.answerWith([](const FakeRequest &) {
            return FakeAnswer::json("{\"error\":{\"message\":\"bad key\"}}", 401);
        });
        const CapabilitySheet sheet = rig.run();
        QCOMPARE(rig.provider.requestCount(), 1);
        QCOMPARE(sheet.results.size(), 10);
        for (const FeatureResult &result : sheet.results)
            QCOMPARE(result.verdict, FeatureResult::Unknown);
    }

    void asksNobodyWhoseKeyIsMissing()
    {
        SelfTestRig rig;
        rig.provider.answerWith(able);
        rig.config.providers[0].apiKeys = {u"${GATEHOUSE_KEY_THAT_IS_NOT_SET}"_s};
        rig.gateway.apply(rig.config, {});
        const CapabilitySheet sheet = rig.run();
        QCOMPARE(rig.provider.requestCount(), 0);
        QCOMPARE(sheet.results.size(), 10);
        for (const FeatureResult &result : sheet.results) {
            QCOMPARE(result.verdict, FeatureResult::Unknown);
            QVERIFY2(result.detail.startsWith("Not asked: No key for the provider 'fake'"_L1),
                     qPrintable(result.detail));
        }
    }

    void limitsAreNoFailure()
    {
        SelfTestRig rig;
        rig.provider.answerWith([](const FakeRequest &request) {
            return request.body.contains("image_url") ? FakeAnswer::json("{}", 429) : able(request);
        });
        QCOMPARE(rig.run().results[Feature::Image].verdict, FeatureResult::Unknown);
    }

    void nobodyToAsk()
    {
        SelfTestRig rig;
        QCOMPARE(rig.run(u"none"_s).results.size(), 10);
        QCOMPARE(rig.provider.requestCount(), 0);
        QCOMPARE(rig.gateway.capabilities().size(), 0);
    }

    void nobodyIsAskedWhoIsSwitchedOff()
    {
        SelfTestRig rig;
        rig.config.providers[0].enabled = false;
        rig.gateway.apply(rig.config, {});
        QCOMPARE(rig.run().results[Feature::Text].detail,
                 u"Not asked: There is no enabled provider 'fake'."_s);
        QCOMPARE(rig.provider.requestCount(), 0);
    }

    void canBeGivenUp()
    {
        SelfTestRig rig;
        rig.provider.enqueue(answerOf("\"content\":\"Hello\""));
        rig.provider.enqueue(FakeAnswer().wait("never"));
        const quint64 number = rig.gateway.selfTest(u"fake"_s, u"m"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rig.provider.requestCount(), 2, soon);
        rig.gateway.cancelSelfTest(number);
        QTRY_COMPARE_WITH_TIMEOUT(rig.records.size(), 2, soon);
        QCOMPARE(rig.records.last().at(0).value<UsageRecord>().errorCode, QByteArray("client_closed"));
        QCOMPARE(rig.tested.size(), 0);
        QCOMPARE(rig.gateway.capabilities().size(), 0);
    }

    void estimates()
    {
        SelfTestRig rig;
        const SelfTestEstimate nearby = rig.gateway.estimateSelfTest(u"fake"_s, u"m"_s);
        QCOMPARE(nearby.requests, 10);
        QVERIFY(nearby.inputTokens > 1000 && nearby.outputTokens > 1000);
        QCOMPARE(nearby.usd, std::optional<double>(0));
        rig.config.providers[0].models[0].price = Price{.input = 1, .output = 2};
        rig.gateway.apply(rig.config, {});
        const SelfTestEstimate priced = rig.gateway.estimateSelfTest(u"fake"_s, u"m"_s);
        QCOMPARE(priced.usd.value_or(0),
                 (double(priced.inputTokens) + 2 * double(priced.outputTokens)) / 1e6);
        QVERIFY(!rig.gateway.estimateSelfTest(u"none"_s, u"m"_s).usd);
    }
};

QTEST_GUILESS_MAIN(TestSelfTest)
#include "tst_self_test.moc"
