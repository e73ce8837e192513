// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/config_json.h"
#include "gateway/config/presets.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! The presets that are built into the program are complete, and good configuration.
class TestPresets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s)); // an unknown or wrong field in the resource
    }

    void areThere()
    {
        QCOMPARE(presets().size(), 41);
        for (const QString &id :
             {u"openai"_s, u"anthropic"_s, u"gemini"_s, u"azure-openai"_s, u"deepseek"_s, u"ollama"_s})
            QVERIFY2(findPreset(id), qPrintable(id));
        QVERIFY(!findPreset(u"github-models"_s)); // retired
        QVERIFY(!findPreset(u"nobody"_s));
        QVERIFY(!findPreset({}));
    }

    void each_data()
    {
        QTest::addColumn<Preset>("preset");
        for (const Preset &preset : presets())
            QTest::newRow(qPrintable(preset.provider.id)) << preset;
    }
    void each()
    {
        QFETCH(Preset, preset);
        QCOMPARE(findPreset(preset.provider.id)->provider, preset.provider);
        QCOMPARE(preset.provider.preset, preset.provider.id);
        QVERIFY(!preset.provider.name.isEmpty());
        QVERIFY(!preset.nameZh.isEmpty());
        QVERIFY(QSet<QString>({u"global"_s, u"cn"_s, u"local"_s}).contains(preset.region));
        QCOMPARE(preset.local, preset.region == "local"_L1);
        QCOMPARE(preset.local, preset.provider.baseUrl.startsWith("http://127.0.0.1:"_L1));
        QVERIFY(preset.modelsPath.isEmpty() || preset.modelsPath.startsWith(u'/'));
        QVERIFY(preset.local || (!preset.environment.isEmpty() && preset.keyUrl.startsWith("https://"_L1)));
        const bool needsKey = !preset.environment.isEmpty() && !preset.keyOptional;
        QCOMPARE(preset.provider.apiKeys,
                 needsKey ? QStringList("${"_L1 + preset.environment + u'}') : QStringList());
        QCOMPARE(preset.provider.auth, authHeaderFor(preset.provider.dialect));
        QCOMPARE(preset.provider.models.isEmpty(),
                 preset.local || preset.provider.dialect == Dialect::AzureOpenAi);
        for (const QString &model : preset.exampleModels)
            QVERIFY(!model.isEmpty() && !model.contains(u'<'));
    }

    void eachIsAWholeProvider_data() { each_data(); }
    void eachIsAWholeProvider()
    {
        QFETCH(Preset, preset);
        Config config;
        config.listener.port = 1; // away from the port that Jan shares with us
        config.providers = {preset.provider};
        QString &url = config.providers[0].baseUrl;
        const bool placeholder = url.contains(u'{');
        QCOMPARE(placeholder, !check(config).isEmpty());
        if (!placeholder)
            return;
        url.replace(QRegularExpression(u"\\{[a-z]+\\}"_s), u"mine-1"_s);
        QVERIFY(check(config).isEmpty());

        const QByteArray json = "{\"listener\":{\"port\":1},\"providers\":[{\"preset\":\"" +
                                preset.provider.id.toUtf8() + "\",\"baseUrl\":\"" + url.toUtf8() + "\"}]}";
        const ConfigReading reading = readConfig(json);
        QVERIFY(reading.problems.isEmpty());
        QVERIFY(reading.config == config); // its key goes along
    }

    void idsDiffer()
    {
        QSet<QString> ids;
        for (const Preset &preset : presets())
            ids.insert(preset.provider.id);
        QCOMPARE(ids.size(), presets().size());
    }

    void traits()
    {
        QCOMPARE(findPreset(u"mistral"_s)->provider.streamUsage, StreamUsage::AsIs);
        QCOMPARE(findPreset(u"openai"_s)->provider.streamUsage, StreamUsage::Ask);
        QVERIFY(findPreset(u"openai"_s)->provider.nativeResponses);
        QVERIFY(!findPreset(u"mistral"_s)->provider.nativeResponses);
        QCOMPARE(findPreset(u"anthropic"_s)->provider.dialect, Dialect::Anthropic);
        QCOMPARE(findPreset(u"gemini"_s)->provider.auth, (AuthHeader{"x-goog-api-key", ""}));
        QCOMPARE(findPreset(u"openai"_s)->provider.auth, (AuthHeader{"Authorization", "Bearer "}));
        QVERIFY(findPreset(u"ollama"_s)->keyOptional);
        QVERIFY(findPreset(u"perplexity"_s)->modelsPath.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPresets)
#include "tst_presets.moc"
