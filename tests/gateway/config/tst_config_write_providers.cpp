// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/config/write_rows.h"

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! A provider says no more in the file than its preset leaves open, and where its keys are.
class TestConfigWriteProviders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void presets_data();
    void presets() { checkRow(); }
    void apiKeys_data();
    void apiKeys() { checkRow(); }
    void prices_data();
    void prices() { checkRow(); }
};

void TestConfigWriteProviders::presets_data()
{
    writeColumns();
    const char *entry = "{ 'providers': [{ 'preset': 'deepseek', 'apiKey': '${DEEPSEEK_API_KEY}' }] }";
    row(
        "new", "{ 'providers': [] }", [](Config &config) { config.providers = {fromPreset(u"deepseek"_s)}; },
        "{ 'providers': [ { 'preset': 'deepseek', 'apiKey': '${DEEPSEEK_API_KEY}' } ] }");
    row(
        "new, without a key", "{ 'x': 1 }",
        [](Config &config) { config.providers = {fromPreset(u"ollama"_s)}; },
        "{ 'x': 1, 'providers': [ { 'preset': 'ollama' } ] }");
    row(
        "new, with what differs", "{ 'providers': [{ 'preset': 'groq' }] }",
        [](Config &config) {
            Provider provider = fromPreset(u"openai"_s);
            provider.id = u"work"_s;
            provider.apiKeys = {u"keychain:work@api.openai.com"_s};
            provider.models = {{u"a"_s}, {u"b"_s, u"fast"_s}};
            provider.retry.attempts = 3;
            config.providers.append(provider);
        },
        "{ 'providers': [{ 'preset': 'groq' }, { 'preset': 'openai', 'id': 'work', 'apiKey': "
        "'keychain:work@api.openai.com', 'models': [ 'a', { 'id': 'b', 'alias': 'fast' } ], 'retry': { "
        "'attempts': 3 } }] }");
    row(
        "stays short", entry, [](Config &config) { config.providers[0].enabled = false; },
        "{ 'providers': [{ 'preset': 'deepseek', 'apiKey': '${DEEPSEEK_API_KEY}', 'enabled': false }] }");
    row(
        "renamed", entry, [](Config &config) { config.providers[0].id = u"ds"_s; },
        "{ 'providers': [{ 'preset': 'deepseek', 'apiKey': '${DEEPSEEK_API_KEY}', 'id': 'ds' }] }");
    row(
        "swapped", "{ 'providers': [{ 'preset': 'groq', 'x': 1 }, { 'preset': 'openai' }] }",
        [](Config &config) { config.providers.swapItemsAt(0, 1); },
        "{ 'providers': [{ 'preset': 'openai' }, { 'preset': 'groq', 'x': 1 }] }");
    row(
        "the preset's value in place",
        "{ 'providers': [{ 'preset': 'groq', 'name': 'G', 'models': ['m'] }] }",
        [](Config &config) { config.providers[0].name = fromPreset(u"groq"_s).name; },
        "{ 'providers': [{ 'preset': 'groq', 'name': 'Groq', 'models': ['m'] }] }");
    row(
        "no longer one", "{ 'providers': [{ 'preset': 'openai', 'x': 1, 'apiKey': '${K}' }] }",
        [](Config &config) {
            config.providers = {custom(u"openai"_s)};
            config.providers[0].apiKeys = {u"${K}"_s};
        },
        "{ 'providers': [{ 'x': 1, 'apiKey': '${K}', 'id': 'openai', 'baseUrl': 'https://openai.example/v1' "
        "}] }");
    row(
        "usage as its host is known for",
        "{ 'providers': [{ 'id': 'm', 'baseUrl': 'https://api.mistral.ai/v1', 'models': ['m'] }] }",
        [](Config &config) { config.providers[0].baseUrl = u"https://other.example/v1"_s; },
        "{ 'providers': [{ 'id': 'm', 'baseUrl': 'https://other.example/v1', 'models': ['m'], 'streamUsage': "
        "'asIs' }] }");
}

void TestConfigWriteProviders::prices_data()
{
    writeColumns();
    const auto text = [](const QByteArray &models) -> QByteArray {
        return "{ 'providers': [{ 'preset': 'openai', 'models': [" + models + "] }] }";
    };
    const auto set = [](std::optional<Price> price) -> Change {
        return [price](Config &config) { config.providers[0].models[0].price = price; };
    };
    row("of a plain text", text("'a', 'b'"), set(Price{2.5, 10}),
        text("{ 'id': 'a', 'price': { 'input': 2.5, 'output': 10 } }, 'b'"));
    row("of zero", text("{ 'id': 'a' }"), set(Price()),
        text("{ 'id': 'a', 'price': { 'input': 0, 'output': 0 } }"));
    row("changed", text("{ 'id': 'a', 'price': { 'output': 1 /* o */, 'own': 1, 'input' : 2 } }"),
        set(Price{3, 1, 0.5, 1e-6}),
        text("{ 'id': 'a', 'price': { 'output': 1 /* o */, 'own': 1, 'input' : 3, 'cacheRead': 0.5, "
             "'cacheWrite': 1e-06 } }"));
    row("without those of the cache",
        text("{ 'id': 'a', 'price': { 'input': 1, 'cacheRead': 0, 'output': 2, 'cacheWrite': 3 } }"),
        set(Price{1, 2}), text("{ 'id': 'a', 'price': { 'input': 1, 'output': 2 } }"));
    row("that of the list again", text("{ 'id': 'a', 'price': { 'input': 1, 'output': 2 }, 'alias': 'x' }"),
        set({}), text("{ 'id': 'a', 'alias': 'x' }"));
}

void TestConfigWriteProviders::apiKeys_data()
{
    writeColumns();
    const auto keyRow = [](const char *name, const char *before, const QStringList &keys, const char *after) {
        row(
            name, QByteArray("{ 'providers': [{ 'id': 'a'" + QByteArray(before) + " }] }"),
            [keys](Config &config) { config.providers[0].apiKeys = keys; },
            QByteArray("{ 'providers': [{ 'id': 'a'" + QByteArray(after) + " }] }"));
    };
    const QString a = u"${A}"_s;
    const QString b = u"keychain:a@a.example"_s;
    keyRow("one", "", {a}, ", 'apiKey': '${A}'");
    keyRow("two", "", {a, b}, ", 'apiKey': ['${A}', 'keychain:a@a.example']");
    keyRow("one becomes two", ", 'apiKey': '${A}'", {a, b}, ", 'apiKey': ['${A}', 'keychain:a@a.example']");
    keyRow("two become one", ", 'apiKey': ['${A}', 'keychain:a@a.example']", {b},
           ", 'apiKey': ['keychain:a@a.example']");
    keyRow("in a list of lines", ", 'apiKey': [\n'${A}', // a\n'${B}' // b\n]", {a, b},
           ", 'apiKey': [\n'${A}', // a\n// b\n'keychain:a@a.example'\n]");
    keyRow("none", ", 'apiKey': '${A}'", {}, "");
    keyRow("none of a list", ", 'apiKey': ['${A}']", {}, ", 'apiKey': []");
    keyRow("a literal one", ", 'apiKey': 'sk-secret'", {b}, ", 'apiKey': 'keychain:a@a.example'");
    keyRow("none instead of the preset's", ", 'preset': 'openai'", {}, ", 'preset': 'openai', 'apiKey': ''");
    keyRow("none in place of one", ", 'preset': 'openai', 'apiKey': '${A}'", {},
           ", 'preset': 'openai', 'apiKey': ''");
    keyRow("the preset's in place", ", 'apiKey': '', 'preset': 'openai'", {u"${OPENAI_API_KEY}"_s},
           ", 'apiKey': '${OPENAI_API_KEY}', 'preset': 'openai'");
    keyRow("the preset's at another host", ", 'preset': 'openai', 'baseUrl': 'https://x.example'",
           {u"${OPENAI_API_KEY}"_s},
           ", 'preset': 'openai', 'baseUrl': 'https://x.example', 'apiKey': '${OPENAI_API_KEY}'");
}

QTEST_GUILESS_MAIN(TestConfigWriteProviders)
#include "tst_config_write_providers.moc"
