// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/config/json_lines.h"

#include <QTest>

#include <algorithm>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

// Every field of the contract's section 2, with another value than its default.
const QByteArray everything = R"({
  // a comment
  "version": 1,
  "listener": { "host": "::1", "port": 8080, "maxBodyBytes": 1000, "maxConnections": 10,
                "allowedOrigins": ["app://x"], "allowedHosts": ["box.lan:8080"] },
  "clients": [ { "name": "Cursor", "keyHash": "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                 "models": ["gpt-*"], "limits": { "requestsPerMinute": 1, "tokensPerMinute": 5000000000, "concurrent": 3 },
                 "budget": { "dailyUsd": 1.5, "monthlyUsd": 20 } } ],
  "providers": [ {
      "id": "mine", "name": "Mine", "enabled": false, "dialect": "anthropic", "baseUrl": "https://mine.example/v1",
      "apiKey": ["${A}", "keychain:mine/2@mine.example"], "headers": { "X-One": "1", "X-Two": "2" },
      "models": [ { "id": "a", "alias": "fast" }, { "id": "b*", "price": { "input": 2.5, "output": 10, "cacheRead": 1.25, "cacheWrite": 3 } }, "c", ],
      "limits": { "requestsPerMinute": 4, "tokensPerMinute": 5, "concurrent": 6 },
      "timeouts": { "connectSeconds": 7, "firstByteSeconds": 8, "idleSeconds": 9 },
      "retry": { "attempts": 3, "baseDelayMs": 11, "maxDelayMs": 12 },
      "streamUsage": "asIs", "proxy": "socks5h://127.0.0.1:9050" } ],
  "routes": [ { "model": "smart", "policy": "weighted",
                "targets": [ { "provider": "mine", "model": "a", "weight": 0 }, { "provider": "mine", "model": "c" } ] } ],
  "defaultModel": "smart", /* another */
  "cooldown": { "maxSeconds": 13 },
  "health": { "intervalSeconds": 14 },
  "usage": { "keepDays": 15 },
  "budget": { "dailyUsd": 16.5, "monthlyUsd": 170 },
  "alerts": { "webhookUrl": "https://hooks.example/a?b=c", "errorRatePercent": 18 },
})";

Config everythingRead()
{
    Config config;
    config.listener = {u"::1"_s, 8080, 1000, 10, {u"app://x"_s}, {u"box.lan:8080"_s}};
    config.clients = {{u"Cursor"_s,
                       "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                       {u"gpt-*"_s},
                       {1, 5'000'000'000, 3},
                       {1.5, 20}}};
    Provider provider;
    provider.id = u"mine"_s;
    provider.name = u"Mine"_s;
    provider.enabled = false;
    provider.dialect = Dialect::Anthropic;
    provider.baseUrl = u"https://mine.example/v1"_s;
    provider.apiKeys = {u"${A}"_s, u"keychain:mine/2@mine.example"_s};
    provider.auth = {"x-api-key", ""};
    provider.headers = {{"X-One", "1"}, {"X-Two", "2"}};
    provider.models = {{u"a"_s, u"fast"_s}, {u"b*"_s, {}, Price{2.5, 10, 1.25, 3}}, {u"c"_s}};
    provider.limits = {4, 5, 6};
    provider.timeouts = {std::chrono::seconds(7), std::chrono::seconds(8), std::chrono::seconds(9)};
    provider.retry = {3, std::chrono::milliseconds(11), std::chrono::milliseconds(12)};
    provider.streamUsage = StreamUsage::AsIs;
    provider.proxy = u"socks5h://127.0.0.1:9050"_s;
    config.providers = {provider};
    config.routes = {{u"smart"_s, Policy::Weighted, {{u"mine"_s, u"a"_s, 0}, {u"mine"_s, u"c"_s, 1}}}};
    config.defaultModel = u"smart"_s;
    config.cooldownMax = std::chrono::seconds(13);
    config.healthInterval = std::chrono::seconds(14);
    config.usageKeepDays = 15;
    config.budget = {16.5, 170};
    config.alerts = {u"https://hooks.example/a?b=c"_s, 18};
    return config;
}

} // namespace

//! config.json becomes a Config, or tells all that is wrong with it.
class TestConfigJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverything()
    {
        const ConfigReading reading = read(everything);
        QCOMPARE(linesOf(reading.problems),
                 QStringList({u"/routes/0/targets/0/provider ? is switched off"_s,
                              u"/routes/0/targets/1/provider ? is switched off"_s}));
        QVERIFY(reading.valid());
        QVERIFY(reading.config == everythingRead());
    }

    void defaults_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("version alone") << QByteArray("{'version':1}");
        QTest::newRow("empty parts") << QByteArray(
            "{'listener':{},'clients':[],'providers':[],'routes':[],'cooldown':{}}");
        QTest::newRow("BOM") << QByteArray("\xef\xbb\xbf{}");
        QTest::newRow("comments") << QByteArray("// a\n/* b */ { // c\n } // d");
        QTest::newRow("CRLF") << QByteArray("// a\r\n{\r\n}\r\n");
    }
    void defaults()
    {
        QFETCH(QByteArray, json);
        const ConfigReading reading = read(json);
        QCOMPARE(linesOf(reading.problems), QStringList());
        QVERIFY(reading.config == Config());
    }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("begin"); // of one of the lines

        const auto row = [](const QByteArray &json, const QByteArray &begin) {
            QTest::newRow(json.constData()) << json << QString::fromUtf8(begin);
        };
        row("", "/ ! line 1, column 1: the file ends too early");
        row("{\n  'a': 1\n", "/ ! line 3, column 1: the file ends too early");
        row("{\n  'ä': x\n}", "/ ! line 2, column 8: the file is not well-formed");
        row("{} {}", "/ ! line 1, column 4: something follows");
        row("[]", "/ ! must be an object");
        row("null", "/ ! must be an object");
        row("{'version':2}", "/version ! must be 1");
        row("{'version':'1'}", "/version ! must be a whole number");
        row("{'version':1,'version':1}", "/version ! is there twice");
        row("{'listener':{'port':1,'port':1}}", "/listener/port ! is there twice");
        row("{'listener':{'port':1,'p\\u006frt':1}}", "/listener/port ! is there twice");
        row("{'x':[{'a':1,'b':2,'a':3}]}", "/x/0/a ! is there twice");
        row("{'listener':[]}", "/listener ! must be an object");
        row("{'listener':{'host':1}}", "/listener/host ! must be a text");
        row("{'listener':{'host':null}}", "/listener/host ! must be a text");
        row("{'listener':{'port':65536}}", "/listener/port ! must be a whole number from 0 to 65535");
        row("{'listener':{'port':-1}}", "/listener/port ! must be a whole number");
        row("{'listener':{'port':1.5}}", "/listener/port ! must be a whole number");
        row("{'listener':{'port':1e999}}", "/listener/port ! must be a whole number");
        row("{'listener':{'port':'1'}}", "/listener/port ! must be a whole number");
        row("{'listener':{'maxBodyBytes':99999999999999999999999}}",
            "/listener/maxBodyBytes ! must be a whole");
        row("{'listener':{'allowedOrigins':'x'}}", "/listener/allowedOrigins ! must be a list");
        row("{'listener':{'allowedOrigins':['http://a',1]}}", "/listener/allowedOrigins/1 ! must be a text");
        row("{'lisener':{}}", "/lisener ? is no field that we know; did you mean `listener`?");
        row("{'listener':{'ports':1}}", "/listener/ports ? is no field that we know; did you mean `port`?");
        row("{'a/b~c':1}", "/a~1b~0c ? is no field");
        row("{'clients':{}}", "/clients ! must be a list");
        row("{'clients':[1]}", "/clients/0 ! must be an object");
        row("{'clients':[{'budget':{'dailyUsd':'1'}}]}", "/clients/0/budget/dailyUsd ! must be a number");
        row("{'providers':['x']}", "/providers/0 ! must be an object");
        row("{'providers':[{'preset':'openai','enabled':1}]}",
            "/providers/0/enabled ! must be true or false");
        row("{'providers':[{'preset':'openai','dialect':'x'}]}",
            "/providers/0/dialect ! must be one of `openai`, `anth");
        row("{'providers':[{'preset':'openai','dialect':1}]}", "/providers/0/dialect ! must be one of");
        row("{'providers':[{'preset':'openai','apiKey':1}]}", "/providers/0/apiKey ! must be a text");
        row("{'providers':[{'preset':'openai','apiKey':[1]}]}", "/providers/0/apiKey/0 ! must be a text");
        row("{'providers':[{'preset':'openai','headers':[]}]}", "/providers/0/headers ! must be an object");
        row("{'providers':[{'preset':'openai','headers':{'X':1}}]}",
            "/providers/0/headers/X ! must be a text");
        row("{'providers':[{'preset':'openai','models':{}}]}", "/providers/0/models ! must be a list");
        row("{'providers':[{'preset':'openai','models':[1]}]}", "/providers/0/models/0 ! must be an object");
        row("{'providers':[{'preset':'openai','models':[{'id':'a','alais':'b'}]}]}",
            "/providers/0/models/0/alais ? is no field that we know; did you mean `alias`?");
        row("{'providers':[{'preset':'openai','streamUsage':'as is'}]}",
            "/providers/0/streamUsage ! must be one of `ask`, `asIs`");
        row("{'routes':[{'model':'a','policy':'fast'}]}",
            "/routes/0/policy ! must be one of `priority`, `weighted`, `fastest`");
        row("{'cooldown':1}", "/cooldown ! must be an object");
        row("{'cooldown':{'maxSeconds':-1}}", "/cooldown/maxSeconds ! must not be negative");
        row("{'usage':{'keepDays':4000000000}}", "/usage/keepDays ! is too large");
        row("{'usage':{'keepDays':'1'}}", "/usage/keepDays ! must be a whole number");
        row("{'routes':[{'model':'a','targets':[]}]}", "/routes/0/targets ! is empty");
        row("{'budget':5}", "/budget ! must be an object");
        row("{'budget':{'daylyUsd':5}}",
            "/budget/daylyUsd ? is no field that we know; did you mean `dailyUsd`?");
        row("{'alerts':{'webhookUrl':null}}", "/alerts/webhookUrl ! must be a text");
        row("{'alerts':{'webhookUrl':'http://hooks.example'}}", "/alerts/webhookUrl ! must be https");
        row("{'alerts':{'errorRatePercent':0.5}}", "/alerts/errorRatePercent ! must be a whole number");
        row("{'alerts':{'errorRatePercent':101}}", "/alerts/errorRatePercent ! must be from 0 to 100");
        const auto price = [&](const char *json, const char *line) {
            row(QByteArray("{'providers':[{'preset':'openai','models':[{'id':'a','price':" +
                           QByteArray(json) + "}]}]}"),
                QByteArray("/providers/0/models/0/price" + QByteArray(line)));
        };
        price("1", " ! must be an object");
        price("null", " ! must be an object");
        price("{'input':1}", "/output ! is missing");
        price("{'output':1}", "/input ! is missing");
        price("{'input':'1','output':1}", "/input ! must be a number");
        price("{'input':1e999,'output':1}", "/input ! must be a number");
        price("{'input':1,'output':-1}", "/output ! must be from 0 to 1000000");
        price("{'input':1,'output':1,'cacheRead':null}", "/cacheRead ! must be a number");
        price("{'input':1,'output':1,'cached':1}", "/cached ? is no field that we know");
        row("{'defaultModel':[]}", "/defaultModel ! must be a text");
    }
    void problems()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, begin);
        const ConfigReading reading = read(json);
        const QStringList lines = linesOf(reading.problems);
        const bool found = std::any_of(lines.cbegin(), lines.cend(),
                                       [&](const QString &line) { return line.startsWith(begin); });
        QVERIFY2(found, qPrintable(lines.join(u'\n')));
    }

    void allAtOnceInTheOrderOfTheFile()
    {
        const ConfigReading reading =
            read("{"
                 "'routes': [ { 'model': '', 'targets': [ { 'provider': 'opnai', 'model': 'm' } ] } ],"
                 "'providers': [ { 'id': 'openai', 'baseUrl': 'ftp://x', 'apiKey': 7, 'apiKy': '', "
                 "'timeouts': { 'idleSeconds': 0 } } ],"
                 "'usage': { 'keepDays': 'x' },"
                 "'version': 3"
                 "}");
        QStringList paths;
        for (const Problem &problem : reading.problems)
            paths.append(problem.path);
        QCOMPARE(paths,
                 QStringList({u"/routes/0/model"_s, u"/routes/0/targets/0/provider"_s,
                              u"/providers/0/baseUrl"_s, u"/providers/0/apiKey"_s, u"/providers/0/apiKy"_s,
                              u"/providers/0/timeouts/idleSeconds"_s, u"/usage/keepDays"_s, u"/version"_s}));
        QVERIFY(!reading.valid());
        QVERIFY(reading.problems[1].message.contains("`openai`"_L1));
    }

    void whatCannotBeReadIsReportedOnce()
    {
        const QList<Problem> problems =
            read("{'providers':[{'id':'a','baseUrl':1},{'id':2,'baseUrl':'https://x'},3]}").problems;
        QCOMPARE(linesOf(problems), QStringList({u"/providers/0/baseUrl ! must be a text in quotes"_s,
                                                 u"/providers/1/id ! must be a text in quotes"_s,
                                                 u"/providers/2 ! must be an object"_s}));
        // What a preset that nobody knows does not give is no second problem.
        QCOMPARE(linesOf(read("{'providers':[{'preset':'opnai'}]}").problems),
                 QStringList(u"/providers/0/preset ! is no preset that we know; did you mean `openai`?"_s));
        const QStringList azure = linesOf(read("{'providers':[{'preset':'azure-openai'}]}").problems);
        QCOMPARE(azure.size(), 1);
        QVERIFY2(azure[0].startsWith("/providers/0/baseUrl ! holds a placeholder"_L1), qPrintable(azure[0]));
    }

    void bounds()
    {
        const QByteArray padding(1024 * 1024 - 2, ' ');
        QVERIFY(read(padding + QByteArray("{}")).valid());
        QCOMPARE(read(padding + QByteArray("{} ")).problems[0].message, u"is larger than 1 MiB"_s);
        QVERIFY(read(QByteArray("{'x':" + QByteArray(31, '[') + QByteArray(31, ']') + '}')).valid());
        for (const QByteArray &deep : {QByteArray(1'000'000, '['), QByteArray("{'a':").repeated(200'000)})
            QVERIFY(read(deep).problems[0].message.contains("levels"_L1));

        const QByteArray many = "{'providers':[" + QByteArray("{},").repeated(300'000) + "]}";
        QCOMPARE(read(many).problems[0].message, u"has more than 1000 entries"_s);
        QByteArray names;
        for (int i = 0; i < 60'000; ++i)
            names += "'n" + QByteArray::number(i) + "':1,";
        QCOMPARE(read(QByteArray('{' + names + '}')).problems,
                 QList<Problem>({{u"/"_s, u"has more than 1000 fields"_s}}));
        const QByteArray thousand = names.first(names.indexOf("'n1000'"));
        const QList<Problem> problems = read(QByteArray('{' + thousand + '}')).problems;
        QCOMPARE(problems.size(), 201);
        QVERIFY(problems.contains({u"/"_s, u"has 800 more problems"_s}));
    }

    void truncated()
    {
        for (qsizetype length = 0; length < everything.size(); ++length) {
            const ConfigReading reading = read(everything.first(length));
            QVERIFY2(!reading.valid(), qPrintable(QString::number(length)));
            QVERIFY(reading.config == Config());
        }
    }

    void mutated()
    {
        for (qsizetype at = 0; at < everything.size(); ++at) {
            for (char byte : {'"', ']', '/', '\xff'}) {
                QByteArray json = everything;
                json[at] = byte;
                const ConfigReading reading = read(json);
                QVERIFY(reading.valid() || !reading.problems.isEmpty());
            }
        }
    }

    void notUtf8()
    {
        QVERIFY(!read("{'defaultModel':'\xff'}").valid());
        QVERIFY(!read("{'defaultModel':'\xed\xa0\x80'}").valid());
        QVERIFY(!read("{'defaultModel':'\\ud800'}").valid());
        QVERIFY(!read(QByteArray("{\0}", 3)).valid());
    }
};

QTEST_GUILESS_MAIN(TestConfigJson)
#include "tst_config_json.moc"
