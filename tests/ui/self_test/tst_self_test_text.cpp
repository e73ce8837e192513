// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/self_test/fake_self_tester.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/self_test/self_test_text.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestSelfTestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void saysWhatItTakes_data()
    {
        QTest::addColumn<std::optional<double>>("usd");
        QTest::addColumn<QString>("end");
        QTest::newRow("a price") << std::optional(0.0041) << u", at most $0.0041"_s;
        QTest::newRow("next to nothing") << std::optional(0.00002) << u", at most <$0.0001"_s;
        QTest::newRow("free") << std::optional(0.0) << u", costs nothing"_s;
        QTest::newRow("unknown") << std::optional<double>()
                                 << u", cost unknown: no price is known for this model"_s;
    }
    void saysWhatItTakes()
    {
        QFETCH(std::optional<double>, usd);
        QFETCH(QString, end);
        const QString text = estimateText({10, 2400, 800, usd});
        QVERIFY2(text.startsWith(u"10 request"_s), qPrintable(text));
        QVERIFY2(text.contains(u"about 3,200 tokens"_s), qPrintable(text));
        QVERIFY2(text.endsWith(end), qPrintable(text));
    }

    void everyFeatureHasANameOfItsOwn()
    {
        QSet<QString> names;
        for (const Feature feature : allFeatures())
            names.insert(featureName(feature));
        QCOMPARE(names.size(), 10);
        QVERIFY(!names.contains(QString()));
    }

    void offersModelsButNoPatterns()
    {
        Provider provider;
        provider.models = {{u"o*"_s}, {u"a"_s}, {u"a"_s, u"alias"_s}, {u"b"_s}, {u"*"_s}};
        QCOMPARE(testableModels(provider), (QStringList{u"a"_s, u"b"_s}));
    }

    void saysWhatFollowsForImages_data()
    {
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QString>("text");
        QTest::newRow("fails") << int(FeatureResult::Fails) << u"pass over"_s;
        QTest::newRow("works") << int(FeatureResult::Works) << u"may go to"_s;
        QTest::newRow("unknown") << int(FeatureResult::Unknown) << u"not known"_s;
    }
    void saysWhatFollowsForImages()
    {
        QFETCH(int, verdict);
        QFETCH(QString, text);
        CapabilitySheet sheet;
        sheet.results.insert(Feature::Image, {FeatureResult::Verdict(verdict)});
        QVERIFY2(routingText(sheet).contains(text), qPrintable(routingText(sheet)));
    }

    void sumsUp()
    {
        const Provider provider = someProvider(u"a"_s, u"A"_s);
        CapabilitySheet sheet = sheetWithoutImages(provider, u"m"_s);
        QVERIFY(summaryText(sheet).startsWith(u"9 of 10 feature"_s));
        QCOMPARE(summaryText(sheet).count(u'.'), 2);
        sheet.results[Feature::Text].verdict = FeatureResult::Unknown;
        QVERIFY(summaryText(sheet).startsWith(u"8 of 10 feature"_s));
        QVERIFY(summaryText(sheet).contains(u"1 could not be found out."_s));
        for (FeatureResult &result : sheet.results)
            result.verdict = FeatureResult::Unknown;
        QCOMPARE(summaryText(sheet), u"Nothing could be found out."_s);
    }

    void aLineForAProvider()
    {
        const Provider provider = someProvider(u"a"_s, u"A"_s);
        const CapabilitySheet sheet = sheetWithoutImages(provider, u"m%2"_s);
        const QDateTime day = QDateTime::fromMSecsSinceEpoch(sheet.testedAtMs);
        QCOMPARE(testedLine({}, provider, day), QString());
        QCOMPARE(testedLine({sheet}, someProvider(u"b"_s, u"B"_s), day), QString());
        QCOMPARE(testedLine({sheet}, provider, day), u"Tested 25 Nov: 9 of 10 work; no images (m%2)"_s);
        QVERIFY(testedLine({sheet}, provider, day.addYears(1)).startsWith(u"Tested 25/11/2026: "_s));

        CapabilitySheet older = sheet;
        older.testedAtMs -= 86'400'000;
        older.model = u"older"_s;
        const QString line = testedLine({older, sheet}, provider, day);
        QVERIFY2(line.contains(u"(m%2) · 1 more model"_s), qPrintable(line));
    }

    void aSheetOfAnotherAddressIsOutdated()
    {
        Provider provider = someProvider(u"a"_s, u"A"_s);
        const CapabilitySheet sheet = sheetWithoutImages(provider, u"m"_s);
        QVERIFY(sheetDateText(sheet, provider).startsWith(u"Tested 25/11/2026"_s));
        provider.baseUrl = u"https://elsewhere.example/v1"_s;
        const QDateTime day = QDateTime::fromMSecsSinceEpoch(sheet.testedAtMs);
        QCOMPARE(testedLine({sheet}, provider, day),
                 u"Tested 25 Nov: outdated, it was at another address (m)"_s);
        QVERIFY(sheetDateText(sheet, provider).startsWith(u"Outdated"_s));
        QVERIFY(sheetDateText(sheet, provider).contains(sheet.baseUrl));
    }

    void timesAreShort()
    {
        QCOMPARE(featureTime({FeatureResult::Works, {}, 812.4}), u"812 ms"_s);
        QCOMPARE(featureTime({FeatureResult::Works, {}, 1812}), u"1.8 s"_s);
        QCOMPARE(featureTime({FeatureResult::Unknown}), QString());
        QCOMPARE(featureTime({FeatureResult::Works, {}, qQNaN()}), QString());
    }
};

QTEST_MAIN(TestSelfTestText)
#include "tst_self_test_text.moc"
