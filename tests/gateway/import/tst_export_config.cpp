// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/config_json.h"
#include "gateway/config/presets.h"
#include "gateway/import/export_config.h"
#include "gateway/import/import_plan.h"
#include "gateway/import/read_import.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! What leaves with an export, what does not, and that it comes back as it was.
class TestExportConfig final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBack_data();
    void comesBack();
    void leavesSecretsBehind();
    void leavesClientsBehind();
};

namespace {

Config everything()
{
    const QByteArray text = R"({"version": 1, "listener": {"port": 1400, "allowedHosts": ["box.lan"]},
        "providers": [{"preset": "openai"}, {"preset": "anthropic", "apiKey": "keychain:anthropic@api.anthropic.com"},
            {"id": "mine", "name": "Mine", "enabled": false, "dialect": "openai", "baseUrl": "https://mine.example/v1",
             "apiKey": ["${A}", "${B}"], "headers": {"X-Team": "blue"}, "proxy": "socks5h://127.0.0.1:1080",
             "models": [{"id": "m", "alias": "fast", "price": {"input": 1, "output": 2}}], "limits": {"requestsPerMinute": 5}}],
        "clients": [{"name": "c", "keyHash": "sha256:00000000000000000000000000000000000000000000000000000000000000aa", "budget": {"dailyUsd": 2}}],
        "routes": [{"model": "r", "policy": "weighted", "targets": [{"provider": "mine", "model": "m", "weight": 3}]}],
        "defaultModel": "r", "cooldown": {"maxSeconds": 30}, "health": {"intervalSeconds": 9}, "usage": {"keepDays": 3},
        "budget": {"monthlyUsd": 9}, "alerts": {"errorRatePercent": 20}})";
    return readConfig(text).config;
}

} // namespace

void TestExportConfig::comesBack_data()
{
    QTest::addColumn<Config>("config");
    QTest::newRow("nothing") << Config();
    QTest::newRow("everything") << everything();
    const QRegularExpression blank(u"\\{[^}]*\\}"_s); // that a person fills in
    for (const Preset &preset : presets()) {
        Config config;
        config.providers.append(preset.provider);
        config.providers[0].baseUrl.replace(blank, u"mine"_s);
        QTest::newRow(qPrintable(preset.provider.id)) << config;
    }
}

void TestExportConfig::comesBack()
{
    QFETCH(Config, config);
    const QByteArray text = exportedConfig(config, {});
    QVERIFY(!text.isEmpty());
    QCOMPARE(takenOutOfExport(config), QStringList());
    const Result<Imported> imported = readImport(text, {});
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
    QCOMPARE(imported->left, QStringList());
    for (const ImportMode mode : {ImportMode::Merge, ImportMode::Replace}) {
        const ImportPlan plan = planImport(config, *imported, mode);
        QVERIFY2(plan.changes.isEmpty(),
                 qPrintable(plan.changes.value(0).name + plan.changes.value(0).detail));
        QCOMPARE(plan.result, config);
    }
    const ImportPlan elsewhere = planImport({}, *imported, ImportMode::Replace);
    QCOMPARE(elsewhere.result.providers, readConfig(text).config.providers);
    QCOMPARE(elsewhere.result.budget, config.budget);
}

void TestExportConfig::leavesSecretsBehind()
{
    Config config = everything();
    config.providers[0].apiKeys = {u"sk-CANARY-0123456789abcdef"_s};
    config.providers[1].headers = {
        {"Authorization", "Bearer CANARY"}, {"X-Auth-Token", "CANARY"}, {"X-Plain", "kept"}};
    config.providers[2].baseUrl = u"https://user:CANARY@mine.example/v1?token=CANARY"_s;
    config.providers[2].proxy = u"http://user:CANARY@proxy.example:3128"_s;
    config.alerts.webhookUrl = u"https://hooks.example/services/CANARY"_s;
    const QByteArray text = exportedConfig(config, {});
    QVERIFY2(!text.contains("CANARY"), text.constData());
    QVERIFY(!takenOutOfExport(config).join(u'\n').contains("CANARY"_L1));
    QCOMPARE(takenOutOfExport(config).size(), 6);
    const Config leaving = readConfig(text).config;
    QCOMPARE(leaving.providers[0].apiKeys, QStringList{u"keychain:openai@api.openai.com"_s});
    QCOMPARE(leaving.providers[1].headers, (QList<ExtraHeader>{{"X-Plain", "kept"}}));
    QCOMPARE(leaving.providers[2].baseUrl, u"https://mine.example/v1"_s);
    QCOMPARE(leaving.providers[2].proxy, u"http://proxy.example:3128"_s);
    QVERIFY(readConfig(text).valid());
}

void TestExportConfig::leavesClientsBehind()
{
    const QByteArray text = exportedConfig(everything(), {.clients = false});
    QVERIFY(!text.contains("sha256:"));
    QVERIFY(readConfig(text).config.clients.isEmpty());
    QVERIFY(exportedConfig(everything(), {}).contains("sha256:"));
}

QTEST_GUILESS_MAIN(TestExportConfig)
#include "tst_export_config.moc"
