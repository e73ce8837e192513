// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/capability_file.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! What self-tests found is there again after a restart; nothing else is.
class TestCapabilityFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBack()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"capabilities.json"_s);
        const QList<CapabilitySheet> sheets{
            {u"p"_s,
             u"m \"é\""_s,
             u"https://a/v1"_s,
             1'700'000'000'000,
             {{Feature::Image, {FeatureResult::Fails, u"no <images>"_s, 12.5, 7}},
              {Feature::Text, {FeatureResult::Works}},
              {Feature::StopReason, {FeatureResult::Unknown, u"later"_s}}}}};
        writeCapabilities(path, sheets);
        QCOMPARE(readCapabilities(path), sheets);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(path) & others));
        QCOMPARE(readCapabilities(dir.filePath(u"none"_s)), QList<CapabilitySheet>());
    }

    void forgetsNothingWhenNothingIsFoundOut()
    {
        const CapabilitySheet before{u"p"_s,
                                     u"m"_s,
                                     u"https://a/v1"_s,
                                     1,
                                     {{Feature::Text, {FeatureResult::Works}},
                                      {Feature::Image, {FeatureResult::Fails, u"no images"_s}}}};
        const CapabilitySheet now{u"p"_s,
                                  u"m"_s,
                                  u"https://a/v1"_s,
                                  2,
                                  {{Feature::Text, {FeatureResult::Fails, u"nothing"_s}},
                                   {Feature::Image, {FeatureResult::Unknown, u"no network"_s}},
                                   {Feature::Stream, {FeatureResult::Unknown, u"no network"_s}}}};
        const CapabilitySheet kept = withKnown(now, before);
        QCOMPARE(kept.testedAtMs, 2);
        QCOMPARE(kept.results[Feature::Text].verdict, FeatureResult::Fails);
        QCOMPARE(kept.results[Feature::Image].detail, u"no images"_s);
        QCOMPARE(kept.results[Feature::Stream].verdict, FeatureResult::Unknown);
    }

    void ignoresWhatMakesNoSense_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{\"version\":1,");
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("another version") << QByteArray(R"({"version":2,"sheets":[]})");
        QTest::newRow("no list") << QByteArray(R"({"version":1,"sheets":{}})");
        QTest::newRow("deep") << QByteArray(100'000, '[');
        QTest::newRow("large") << QByteArray(5 * 1024 * 1024, ' ');
    }

    void ignoresWhatMakesNoSense()
    {
        QFETCH(QByteArray, text);
        QTemporaryDir dir;
        const QString path = dir.filePath(u"capabilities.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"are not used"_s));
        QCOMPARE(readCapabilities(path), QList<CapabilitySheet>());
        QCOMPARE(file.size(), text.size());
    }

    void keepsOutWhatIsNotKnown()
    {
        const auto plain = parseCapabilities(
            R"({"version":1,"sheets":[7,{"provider":"p"},{"provider":"p","model":"m","testedAtMs":-1,)"
            R"("results":{"telepathy":{"verdict":"works"},"image":{"verdict":"perhaps"},)"
            R"("text":{"verdict":"works","tokens":"many","ms":-5}}}]})");
        QVERIFY(plain);
        const CapabilitySheet wanted{u"p"_s, u"m"_s, {}, 0, {{Feature::Text, {FeatureResult::Works}}}};
        QCOMPARE(*plain, QList<CapabilitySheet>{wanted});
    }
};

QTEST_GUILESS_MAIN(TestCapabilityFile)
#include "tst_capability_file.moc"
