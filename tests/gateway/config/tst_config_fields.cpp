// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/config/write_rows.h"

#include <QHash>

#include <tuple>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

const QByteArray hash = "sha256:" + QByteArray(64, 'a');

//! A configuration with one of everything.
Config usual()
{
    Config config;
    config.clients = {{u"C"_s, hash}};
    config.providers = {custom(u"a"_s)};
    config.providers[0].models = {{u"m"_s}};
    config.routes = {{u"r"_s, Policy::Priority, {{u"a"_s, u"m"_s}}}};
    return config;
}

//! What a person can set, as `struct.field`, and a change to it. fieldCounts() says when one is missing here.
struct FieldRow
{
    const char *name;
    Change change;
};

const QList<FieldRow> &fieldRows()
{
    static const QList<FieldRow> rows = {
        {"config.listener", [](Config &c) { c.listener.port = 1; }},
        {"config.clients", [](Config &c) { c.clients.clear(); }},
        {"config.providers", [](Config &c) { c.providers.append(custom(u"b"_s)); }},
        {"config.routes", [](Config &c) { c.routes.clear(); }},
        {"config.defaultModel", [](Config &c) { c.defaultModel = u"m"_s; }},
        {"config.cooldownMax", [](Config &c) { c.cooldownMax = 0s; }},
        {"config.healthInterval", [](Config &c) { c.healthInterval = 1s; }},
        {"config.usageKeepDays", [](Config &c) { c.usageKeepDays = 0; }},
        {"config.budget", [](Config &c) { c.budget.dailyUsd = 0.5; }},
        {"config.alerts", [](Config &c) { c.alerts.errorRatePercent = 1; }},
        {"listener.host", [](Config &c) { c.listener.host = u"0.0.0.0"_s; }},
        {"listener.port", [](Config &c) { c.listener.port = 65535; }},
        {"listener.maxBodyBytes", [](Config &c) { c.listener.maxBodyBytes = 5'000'000'000; }},
        {"listener.maxConnections", [](Config &c) { c.listener.maxConnections = 1; }},
        {"listener.allowedOrigins", [](Config &c) { c.listener.allowedOrigins = {u"https://x"_s}; }},
        {"listener.allowedHosts",
         [](Config &c) {
             c.listener.allowedHosts = {u"x"_s, u"y:1"_s};
         }},
        {"client.name", [](Config &c) { c.clients[0].name = u"D"_s; }},
        {"client.keyHash", [](Config &c) { c.clients[0].keyHash.replace('a', 'b'); }},
        {"client.models", [](Config &c) { c.clients[0].models.clear(); }},
        {"client.limits",
         [](Config &c) {
             c.clients[0].limits = {1, 2, 3};
         }},
        {"client.budget", [](Config &c) { c.clients[0].budget.monthlyUsd = 1e9; }},
        {"budget.dailyUsd", [](Config &c) { c.clients[0].budget.dailyUsd = 12.34; }},
        {"budget.monthlyUsd", [](Config &c) { c.budget.monthlyUsd = 20; }},
        {"alerts.webhookUrl", [](Config &c) { c.alerts.webhookUrl = u"http://127.0.0.1:9/x"_s; }},
        {"alerts.errorRatePercent", [](Config &c) { c.alerts.errorRatePercent = 100; }},
        {"limits.requestsPerMinute", [](Config &c) { c.providers[0].limits.requestsPerMinute = 1; }},
        {"limits.tokensPerMinute", [](Config &c) { c.providers[0].limits.tokensPerMinute = 1LL << 40; }},
        {"limits.concurrent", [](Config &c) { c.providers[0].limits.concurrent = 1; }},
        {"provider.id", [](Config &c) { c.providers[0].id = u"b"_s; }},
        {"provider.name", [](Config &c) { c.providers[0].name = u"Ä \"B\""_s; }},
        {"provider.enabled", [](Config &c) { c.providers[0].enabled = false; }},
        {"provider.dialect",
         [](Config &c) {
             c.providers[0].dialect = Dialect::Gemini;
             c.providers[0].auth = authHeaderFor(Dialect::Gemini);
         }},
        {"provider.baseUrl", [](Config &c) { c.providers[0].baseUrl = u"https://b.example"_s; }},
        {"provider.apiKeys",
         [](Config &c) {
             c.providers[0].apiKeys = {u"${A}"_s, u"${B}"_s};
         }},
        {"provider.headers",
         [](Config &c) {
             c.providers[0].headers = {{"B", "1"}, {"A", "2"}};
         }},
        {"provider.models",
         [](Config &c) {
             c.providers[0].models = {{u"n"_s}, {u"o*"_s}};
         }},
        {"provider.limits",
         [](Config &c) {
             c.providers[0].limits = {1, 2, 3};
         }},
        {"provider.timeouts",
         [](Config &c) {
             c.providers[0].timeouts = {1s, 2s, 3s};
         }},
        {"provider.retry",
         [](Config &c) {
             c.providers[0].retry = {1, 2ms, 3ms};
         }},
        {"provider.streamUsage", [](Config &c) { c.providers[0].streamUsage = StreamUsage::AsIs; }},
        {"provider.proxy", [](Config &c) { c.providers[0].proxy = u"none"_s; }},
        {"provider.preset", [](Config &c) { c.providers[0] = fromPreset(u"anthropic"_s); }},
        // These two follow from the others, so that no text says them.
        {"provider.auth", [](Config &c) { c.providers[0] = fromPreset(u"gemini"_s); }},
        {"provider.nativeResponses", [](Config &c) { c.providers[0] = fromPreset(u"openai"_s); }},
        {"modelEntry.id", [](Config &c) { c.providers[0].models[0].id = u"n"_s; }},
        {"modelEntry.alias", [](Config &c) { c.providers[0].models[0].alias = u"M"_s; }},
        {"modelEntry.price", [](Config &c) { c.providers[0].models[0].price = Price(); }},
        {"price.input",
         [](Config &c) {
             c.providers[0].models[0].price = Price{2.5, 0};
         }},
        {"price.output",
         [](Config &c) {
             c.providers[0].models[0].price = Price{0, 1e6};
         }},
        {"price.cacheRead",
         [](Config &c) {
             c.providers[0].models[0].price = Price{1, 2, 0};
         }},
        {"price.cacheWrite",
         [](Config &c) {
             c.providers[0].models[0].price = Price{1, 2, {}, 3.75};
         }},
        {"timeouts.connect", [](Config &c) { c.providers[0].timeouts.connect = 1s; }},
        {"timeouts.firstByte", [](Config &c) { c.providers[0].timeouts.firstByte = 1s; }},
        {"timeouts.idle", [](Config &c) { c.providers[0].timeouts.idle = 1s; }},
        {"retry.attempts", [](Config &c) { c.providers[0].retry.attempts = 1; }},
        {"retry.baseDelay", [](Config &c) { c.providers[0].retry.baseDelay = 1ms; }},
        {"retry.maxDelay", [](Config &c) { c.providers[0].retry.maxDelay = 1ms; }},
        {"route.model", [](Config &c) { c.routes[0].model = u"s"_s; }},
        {"route.policy", [](Config &c) { c.routes[0].policy = Policy::Fastest; }},
        {"route.targets",
         [](Config &c) {
             c.routes[0].targets.append({u"a"_s, u"n"_s, 0});
         }},
        {"target.provider", [](Config &c) { c.routes[0].targets[0].provider = u"b"_s; }},
        {"target.model", [](Config &c) { c.routes[0].targets[0].model = u"n"_s; }},
        {"target.weight", [](Config &c) { c.routes[0].targets[0].weight = 0; }},
    };
    return rows;
}

//! How many fields each struct has. A new field breaks the build here: give it a row above as well.
QHash<QByteArray, int> fieldCounts()
{
    const auto config = [] { [[maybe_unused]] const auto &[a, b, c, d, e, f, g, h, i, j] = Config(); };
    const auto listener = [] { [[maybe_unused]] const auto &[a, b, c, d, e, f] = Listener(); };
    const auto client = [] { [[maybe_unused]] const auto &[a, b, c, d, e] = Client(); };
    const auto budget = [] { [[maybe_unused]] const auto &[a, b] = Budget(); };
    const auto alerts = [] { [[maybe_unused]] const auto &[a, b] = AlertRules(); };
    const auto limits = [] { [[maybe_unused]] const auto &[a, b, c] = Limits(); };
    const auto provider = [] {
        [[maybe_unused]] const auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = Provider();
    };
    const auto model = [] { [[maybe_unused]] const auto &[a, b, c] = ModelEntry(); };
    const auto price = [] { [[maybe_unused]] const auto &[a, b, c, d] = Price(); };
    const auto timeouts = [] { [[maybe_unused]] const auto &[a, b, c] = Timeouts(); };
    const auto retry = [] { [[maybe_unused]] const auto &[a, b, c] = Retry(); };
    const auto route = [] { [[maybe_unused]] const auto &[a, b, c] = Route(); };
    const auto target = [] { [[maybe_unused]] const auto &[a, b, c] = RouteTarget(); };
    const auto header = [] { [[maybe_unused]] const auto &[a, b] = ExtraHeader(); };
    (void)std::tie(config, listener, client, budget, alerts, limits, provider, model, price, timeouts, retry,
                   route, target, header);
    return {{"config", 10}, {"listener", 6},  {"client", 5},     {"budget", 2}, {"alerts", 2},
            {"limits", 3},  {"provider", 16}, {"modelEntry", 3}, {"price", 4},  {"timeouts", 3},
            {"retry", 3},   {"route", 3},     {"target", 3}};
}

} // namespace

//! Every field of every struct of the configuration can be written, on its own and together with all others.
class TestConfigFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldHasARow()
    {
        QHash<QByteArray, int> rows;
        for (const FieldRow &field : fieldRows())
            ++rows[QByteArray(field.name).split('.').first()];
        QCOMPARE(rows, fieldCounts());
    }

    void eachField_data()
    {
        QTest::addColumn<Change>("change");
        for (const FieldRow &field : fieldRows())
            QTest::newRow(field.name) << field.change;
    }
    void eachField()
    {
        QFETCH(Change, change);
        Config changed = usual();
        change(changed);
        QVERIFY(changed != usual());
        // From nothing, from the file before, and back.
        const QByteArray fresh = written({}, changed);
        const QByteArray before = written({}, usual());
        const QByteArray after = written(before, changed);
        QVERIFY(readConfig(written(after, usual())).config == usual());
        QVERIFY(after != before && !fresh.isEmpty());
    }

    void allFields()
    {
        Config all = usual();
        QByteArray text;
        for (const FieldRow &field : fieldRows()) {
            if (QByteArray(field.name) == "config.clients" || QByteArray(field.name) == "config.routes")
                continue; // which would leave nothing to change
            field.change(all);
            text = written(text, all);
        }
        for (const FieldRow &field : fieldRows()) {
            if (QByteArray(field.name).startsWith("config.")) {
                field.change(all);
                text = written(text, all);
            }
        }
    }

    void everyWord()
    {
        for (Dialect dialect : {Dialect::OpenAi, Dialect::Anthropic, Dialect::Gemini, Dialect::AzureOpenAi}) {
            for (Policy policy : {Policy::Priority, Policy::Weighted, Policy::Fastest}) {
                Config config = usual();
                config.providers[0].dialect = dialect;
                config.providers[0].auth = authHeaderFor(dialect);
                config.routes[0].policy = policy;
                written({}, config);
            }
        }
    }

    void everyPreset()
    {
        Config config;
        for (const Preset &preset : presets())
            config.providers.append(preset.provider);
        const QByteArray text = written({}, config);
        QVERIFY(!text.contains("\"models\":"));
        for (Provider &provider : config.providers)
            provider.preset.clear();
        const Result<QByteArray> full = writeConfig(text, config);
        QVERIFY2(full.hasValue(), full ? "" : qPrintable(full.error().message));
        QVERIFY(!full->contains("preset"));
    }

    //! The header for the key, and whether /responses is served, are what the rest makes them.
    void whatFollowsFromTheRest()
    {
        Config config = usual();
        config.providers[0].dialect = Dialect::Anthropic;
        config.providers[0].nativeResponses = true;
        const Result<QByteArray> text = writeConfig({}, config);
        QVERIFY(text);
        const Provider provider = readConfig(*text).config.providers[0];
        QVERIFY(provider.auth == authHeaderFor(Dialect::Anthropic));
        QCOMPARE(provider.nativeResponses, false);
    }

    void moneyComesBack()
    {
        Config config = usual();
        for (int cents = 1; cents < 3000; cents += 7) {
            config.clients[0].budget = {cents / 100.0, cents * 1.1};
            const Result<QByteArray> text = writeConfig({}, config);
            QVERIFY2(text.hasValue(), text ? "" : qPrintable(text.error().message));
            const Budget budget = readConfig(*text).config.clients[0].budget;
            QVERIFY(qFuzzyCompare(budget.dailyUsd, cents / 100.0));
            QVERIFY(qFuzzyCompare(budget.monthlyUsd, cents * 1.1));
        }
    }

private:
    //! What is written, after a check that it reads as \a config.
    static QByteArray written(const QByteArray &before, const Config &config)
    {
        const Result<QByteArray> text = writeConfig(before, config);
        if (!text)
            qCritical("%s", qPrintable(text.error().message));
        [&] {
            QVERIFY(text.hasValue());
            QVERIFY(readConfig(*text).config == config);
        }();
        return text ? *text : QByteArray();
    }
};

QTEST_GUILESS_MAIN(TestConfigFields)
#include "tst_config_fields.moc"
