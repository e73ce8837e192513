// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/config/write_rows.h"

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! What is written means exactly what it is to mean, and differs from what was there in nothing else.
class TestConfigWrite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fields_data();
    void fields() { checkRow(); }
    void layouts_data();
    void layouts() { checkRow(); }
    void refusals_data();
    void refusals();
};

void TestConfigWrite::fields_data()
{
    writeColumns();
    const Change port = [](Config &config) { config.listener.port = 8080; };
    row("replaced", "{ 'listener': { 'port': 1337 } }", port, "{ 'listener': { 'port': 8080 } }");
    row("replaced beside unknown fields", "{ 'listener': { 'own': [1,  2], 'port' : 1 /* p */, }, 'x': 1e3 }",
        port, "{ 'listener': { 'own': [1,  2], 'port' : 8080 /* p */, }, 'x': 1e3 }");
    row("added", "{ 'listener': { 'host': '127.0.0.1' } }", port,
        "{ 'listener': { 'host': '127.0.0.1', 'port': 8080 } }");
    row("added with its object", "{ 'version': 1 }", port, "{ 'version': 1, 'listener': { 'port': 8080 } }");
    row("into an empty object", "{ 'listener': {} }", port, "{ 'listener': { 'port': 8080 } }");
    row(
        "the default in place", "{ 'listener': { 'port': 8080 } }",
        [](Config &config) { config.listener.port = 1337; }, "{ 'listener': { 'port': 1337 } }");
    row(
        "the same in other words", "{ 'listener': { 'port': 1.337e3, 'host': '\\u0031270.0.1' } }",
        [](Config &config) { config.defaultModel = u"m"_s; },
        "{ 'listener': { 'port': 1.337e3, 'host': '\\u0031270.0.1' }, 'defaultModel': 'm' }");
    row(
        "text that becomes empty", "{ 'defaultModel': 'm', 'version': 1 }",
        [](Config &config) { config.defaultModel.clear(); }, "{ 'version': 1 }");
    row(
        "text in need of escapes", "{}", [](Config &config) { config.defaultModel = u"\"\\\n\tü😀"_s; },
        "{ 'defaultModel': '\\'\\\\\\n\\tü😀' }");
    row(
        "objects of one field", "{}",
        [](Config &config) {
            config.cooldownMax = std::chrono::seconds(5);
            config.healthInterval = std::chrono::seconds(6);
            config.usageKeepDays = 7;
        },
        "{ 'cooldown': { 'maxSeconds': 5 }, 'health': { 'intervalSeconds': 6 }, 'usage': { 'keepDays': 7 } "
        "}");
    row(
        "money", "{ 'clients': [{ 'name': 'C', 'budget': { 'dailyUsd': 1 } }] }",
        [](Config &config) {
            config.clients[0].budget = {12.34, 20};
        },
        "{ 'clients': [{ 'name': 'C', 'budget': { 'dailyUsd': 12.34, 'monthlyUsd': 20 } }] }");
    row(
        "money of all, and alerts", "{}",
        [](Config &config) {
            config.budget = {0, 20.5};
            config.alerts = {u"https://hooks.example/a"_s, 0};
        },
        "{ 'budget': { 'monthlyUsd': 20.5 }, 'alerts': { 'webhookUrl': 'https://hooks.example/a', "
        "'errorRatePercent': 0 } }");
    row(
        "no webhook any more", "{ 'alerts': { 'webhookUrl': 'https://hooks.example/a', 'own': 1 } }",
        [](Config &config) { config.alerts.webhookUrl.clear(); }, "{ 'alerts': { 'own': 1 } }");
    row(
        "a name that followed the id", "{ 'providers': [{ 'id': 'a', 'baseUrl': 'https://a.example' }] }",
        [](Config &config) { config.providers[0].id = u"b"_s; },
        "{ 'providers': [{ 'id': 'b', 'baseUrl': 'https://a.example', 'name': 'a' }] }");
}

void TestConfigWrite::layouts_data()
{
    writeColumns();
    const Change route = [](Config &config) {
        config.routes = {{u"smart"_s, Policy::Weighted, {{u"a"_s, u"m"_s, 2}, {u"b"_s, u"n"_s}}}};
    };
    const QByteArray lines =
        "'routes': [\n#{\n##'model': 'smart',\n##'policy': 'weighted',\n##'targets': [\n###"
        "{ 'provider': 'a', 'model': 'm', 'weight': 2 },\n###{ 'provider': 'b', 'model': "
        "'n' }\n##]\n#}\n";
    const auto withIndent = [&](const QByteArray &before, const QByteArray &step,
                                const QByteArray &after) -> QByteArray {
        return before + QByteArray(lines).replace('#', step).replace('\n', QByteArray('\n' + step)) + after;
    };
    row("empty file", "", route, withIndent("{\n  'version': 1,\n  ", "  ", "]\n}\n"));
    row("blank file", " \r\n ", route, withIndent("{\n  'version': 1,\n  ", "  ", "]\n}\n"));
    row("one line", "{'version':1}", route,
        "{'version':1, 'routes': [ { 'model': 'smart', 'policy': 'weighted', 'targets': [ { 'provider': 'a', "
        "'model': 'm', 'weight': 2 }, { 'provider': 'b', 'model': 'n' } ] } ]}");
    row("four blanks", "{\n    'version': 1\n}", route,
        withIndent("{\n    'version': 1,\n    ", "    ", "]\n}"));
    row("tabs", "{\n\t'version': 1,\n}", route, withIndent("{\n\t'version': 1,\n\t", "\t", "],\n}"));
    row("CRLF", "{\r\n  'version': 1\r\n}\r\n", route,
        withIndent("{\n  'version': 1,\n  ", "  ", "]\n}\n").replace('\n', "\r\n"));
    row(
        "BOM", "\xef\xbb\xbf{}", [](Config &config) { config.usageKeepDays = 1; },
        "\xef\xbb\xbf{ 'usage': { 'keepDays': 1 } }");
    row("empty list on a line of its own", "{\n  'routes': [],\n  'x': 1\n}", route,
        withIndent("{\n  ", "  ", "],\n  'x': 1\n}"));
    row(
        "around the configuration", "/* a */ {} // z", [](Config &config) { config.usageKeepDays = 1; },
        "/* a */ { 'usage': { 'keepDays': 1 } } // z");
}

void TestConfigWrite::refusals_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("message"); // a part of it
    const auto refusal = [](const char *name, const char *before, const Change &change, const char *message) {
        QTest::newRow(name) << quotes(before) << change << QString::fromUtf8(message);
    };
    const Change nothing = [](Config &) {};
    refusal("syntax", "{", nothing, "line 1, column 2");
    refusal("no object", "[]", nothing, "not an object");
    refusal("doubled name", "{ 'x': 1, 'x': 2 }", nothing, "/x is there twice");
    refusal("wrong type", "{ 'listener': { 'port': 'x' } }", nothing, "/listener/port");
    refusal("other version", "{ 'version': 2 }", nothing, "/version");
    refusal("unknown preset", "{ 'providers': [{ 'preset': 'nobody' }] }", nothing, "/providers/0/preset");
    const auto keys = [](const QStringList &texts) {
        return [texts](Config &config) { config.providers[0].apiKeys = texts; };
    };
    const char *provider = "{ 'providers': [{ 'id': 'a' }] }";
    refusal("literal key", provider, keys({u"sk-secret"_s}), "no reference");
    refusal("one literal key of several", provider, keys({u"${A}"_s, u"sk-secret"_s}), "no reference");
    refusal("empty key", provider, keys({QString()}), "no reference");
    refusal(
        "literal key that is there already", "{ 'providers': [{ 'id': 'a', 'apiKey': 'sk-secret' }] }",
        [](Config &config) { config.usageKeepDays = 1; }, "no reference");
    refusal(
        "header twice", provider,
        [](Config &config) {
            config.providers[0].headers = {{"A", "1"}, {"A", "2"}};
        },
        "/providers/0/headers/A is there twice");
    refusal(
        "header of bytes that are no text", provider,
        [](Config &config) {
            config.providers[0].headers = {{"A", "\xff"}};
        },
        "is no text");
    refusal(
        "half a character", "{}", [](Config &config) { config.defaultModel = QChar(0xd800); }, "is no text");
    refusal(
        "negative number", "{}", [](Config &config) { config.usageKeepDays = -1; }, "/usage/keepDays");
    refusal(
        "no number", "{ 'clients': [{ 'name': 'A' }] }",
        [](Config &config) { config.clients[0].budget.dailyUsd = qQNaN(); }, "cannot be written");
    refusal(
        "preset that is unknown", provider, [](Config &config) { config.providers[0].preset = u"nobody"_s; },
        "/providers/0/preset");
    refusal(
        "too large", "{}", [](Config &config) { config.defaultModel = QString(1024 * 1024, u'x'); },
        "larger than 1 MiB");
}

void TestConfigWrite::refusals()
{
    QFETCH(QByteArray, before);
    QFETCH(Change, change);
    QFETCH(QString, message);
    Config wanted = readConfig(before).config;
    change(wanted);
    const Result<QByteArray> result = writeConfig(before, wanted);
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(message), qPrintable(result.error().message));
    QVERIFY(!result.error().message.contains("secret"_L1));
}

QTEST_GUILESS_MAIN(TestConfigWrite)
#include "tst_config_write.moc"
