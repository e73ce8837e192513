// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/config_edit.h"
#include "gateway/config/config_json.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

const QByteArray hash = "sha256:" + QByteArray(64, 'a');
const QByteArray clientJson = "{ \"name\": \"C\", \"keyHash\": \"" + hash + "\", \"models\": [\"*\"] }";
const QString reference = u"keychain:a@a.example"_s;

//! \a text with `"` for every `'`, and the client's JSON for `CLIENT`.
QByteArray quotes(QByteArray text)
{
    return text.replace('\'', '"').replace("CLIENT", clientJson);
}

Client aClient()
{
    return {u"C"_s, hash};
}

} // namespace

//! Changes to config.json touch what they are about, and nothing else.
class TestConfigEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clients_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *after) {
            QTest::newRow(name) << quotes(before) << quotes(after);
        };
        row("empty file", "", "{\n  'version': 1,\n  'clients': [\n    CLIENT\n  ]\n}\n");
        row("blank file", " \n", "{\n  'version': 1,\n  'clients': [\n    CLIENT\n  ]\n}\n");
        row("empty object", "{}", "{ 'clients': [ CLIENT ] }");
        row("one line", "{ 'x': [1] }", "{ 'x': [1], 'clients': [ CLIENT ] }");
        row("one line, trailing comma", "{ 'x': [1], }", "{ 'x': [1], 'clients': [ CLIENT ], }");
        row("empty list", "{ 'clients': [] }", "{ 'clients': [ CLIENT ] }");
        row("list of one", "{ 'clients': [{ 'name': 'B' }] }", "{ 'clients': [{ 'name': 'B' }, CLIENT] }");
        row("other indentation", "{\n    'version': 1\n}",
            "{\n    'version': 1,\n    'clients': [\n        CLIENT\n    ]\n}");
        row("tabs", "{\n\t'version': 1\n}", "{\n\t'version': 1,\n\t'clients': [\n\t\tCLIENT\n\t]\n}");
        row("CRLF", "{\r\n  'version': 1\r\n}\r\n",
            "{\r\n  'version': 1,\r\n  'clients': [\r\n    CLIENT\r\n  ]\r\n}\r\n");
        row("BOM", "\xef\xbb\xbf{}", "\xef\xbb\xbf{ 'clients': [ CLIENT ] }");
        row("empty list of lines", "{\n  'clients': [\n  ]\n}", "{\n  'clients': [\n    CLIENT\n  ]\n}");
        row("trailing comma", "{\n  'clients': [\n    { 'name': 'B' },\n  ]\n}",
            "{\n  'clients': [\n    { 'name': 'B' },\n    CLIENT,\n  ]\n}");
        row("comment behind", "{\n  'clients': [\n    { 'name': 'B' } // b, ]\n    /* end */\n  ]\n}",
            "{\n  'clients': [\n    { 'name': 'B' }, // b, ]\n    /* end */\n    CLIENT\n  ]\n}");
        row("comment only", "{\n  'clients': [ // none\n  ]\n}",
            "{\n  'clients': [ // none\n    CLIENT\n  ]\n}");
        row("comments around", "// a\n{ /* b */ 'clients' /* c */ : [ /* d */ ] } // e",
            "// a\n{ /* b */ 'clients' /* c */ : [ /* d */  CLIENT ] } // e");
        row("unknown fields",
            "{\n  'zebra': { 'b': 1, 'a': 2 },\n  'clients': [\n    { 'name': 'B', 'own': [1,  2] }\n  ],\n  "
            "'alpha': 1e3\n}",
            "{\n  'zebra': { 'b': 1, 'a': 2 },\n  'clients': [\n    { 'name': 'B', 'own': [1,  2] },\n    "
            "CLIENT\n  ],\n  'alpha': 1e3\n}");
    }
    void clients()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const Result<QByteArray> result = withClient(before, aClient());
        QVERIFY2(result.hasValue(), result ? "" : qPrintable(result.error().message));
        QCOMPARE(*result, after);
        QCOMPARE(readConfig(*result).config.clients.last(), aClient());
    }

    void aWholeClientComesBack()
    {
        const Client client{
            u"Quote \" and \\ and ü"_s, hash, {u"gpt-*"_s, u"o\"1"_s}, {1, 5'000'000'000, 3}, {1.5, 20}};
        const Result<QByteArray> result = withClient({}, client);
        QVERIFY(result);
        const ConfigReading reading = readConfig(*result);
        QVERIFY(reading.problems.isEmpty());
        QCOMPARE(reading.config.clients, QList<Client>({client}));
    }

    void apiKeys_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<int>("index");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, int index, const char *before, const char *after) {
            QTest::newRow(name) << quotes(QByteArray("{ 'providers': [ {}, { 'id': 'b' }, ") + before +
                                          " ] }")
                                << index
                                << quotes(QByteArray("{ 'providers': [ {}, { 'id': 'b' }, ") + after + " ] }")
                                       .replace("REF", "\"keychain:a@a.example\"");
        };
        row("none yet", 0, "{ 'id': 'a' }", "{ 'id': 'a', 'apiKey': REF }");
        row("by its preset", 0, "{ 'preset': 'a' }", "{ 'preset': 'a', 'apiKey': REF }");
        row("escaped id", 0, "{ 'id': '\\u0061' }", "{ 'id': '\\u0061', 'apiKey': REF }");
        row("replaced", 0, "{ 'apiKey' : '${A}' , 'id': 'a' }", "{ 'apiKey' : REF , 'id': 'a' }");
        row("a literal one", 0, "{ 'apiKey': 'sk-\\'x,}', 'id': 'a' }", "{ 'apiKey': REF, 'id': 'a' }");
        row("empty", 0, "{ 'apiKey': '', 'id': 'a' }", "{ 'apiKey': REF, 'id': 'a' }");
        row("one becomes two", 1, "{ 'id': 'a', 'apiKey': '${A}' }",
            "{ 'id': 'a', 'apiKey': ['${A}', REF] }");
        row("in a list", 1, "{ 'id': 'a', 'apiKey': ['${A}', '${B}', '${C}'] }",
            "{ 'id': 'a', 'apiKey': ['${A}', REF, '${C}'] }");
        row("end of a list", 2, "{ 'id': 'a', 'apiKey': ['${A}', '${B}'] }",
            "{ 'id': 'a', 'apiKey': ['${A}', '${B}', REF] }");
        row("empty list", 0, "{ 'id': 'a', 'apiKey': [] }", "{ 'id': 'a', 'apiKey': [ REF ] }");
        row("comments stay", 0, "{\n  'id': 'a', // mine\n  'own': {'x':1} /* y */\n }",
            "{\n  'id': 'a', // mine\n  'own': {'x':1}, /* y */\n  'apiKey': REF\n }");
    }
    void apiKeys()
    {
        QFETCH(QByteArray, before);
        QFETCH(int, index);
        QFETCH(QByteArray, after);
        const Result<QByteArray> result = withApiKey(before, u"a"_s, index, reference);
        QVERIFY2(result.hasValue(), result ? "" : qPrintable(result.error().message));
        QCOMPARE(*result, after);
        QCOMPARE(readConfig(*result).config.providers[2].apiKeys.value(index), reference);
    }

    void removals_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<int>("index");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, int index, const char *before, const char *after) {
            QTest::newRow(name) << quotes(QByteArray("{ 'providers': [ ") + before + " ] }") << index
                                << quotes(QByteArray("{ 'providers': [ ") + after + " ] }");
        };
        row("last field", 0, "{ 'id': 'a', 'apiKey': '${A}' }", "{ 'id': 'a' }");
        row("first field", 0, "{ 'apiKey': '${A}', 'id': 'a' }", "{ 'id': 'a' }");
        row("field with trailing comma", 0, "{ 'id': 'a', 'apiKey': '${A}', }", "{ 'id': 'a', }");
        row("own line", 0, "{\n  'id': 'a',\n  'apiKey': '${A}',\n  'x': 1\n}",
            "{\n  'id': 'a',\n  'x': 1\n}");
        row("own last line", 0, "{\n  'id': 'a', // id\n  'apiKey': '${A}'\n}", "{\n  'id': 'a' // id\n}");
        row("shared last line", 0, "{\n  'id': 'a', 'apiKey': '${A}'\n}", "{\n  'id': 'a'\n}");
        row("CRLF", 0, "{\r\n  'id': 'a',\r\n  'apiKey': '${A}'\r\n}", "{\r\n  'id': 'a'\r\n}");
        row("first of a list", 0, "{ 'id': 'a', 'apiKey': ['${A}', '${B}'] }",
            "{ 'id': 'a', 'apiKey': ['${B}'] }");
        row("last of a list", 1, "{ 'id': 'a', 'apiKey': ['${A}', '${B}'] }",
            "{ 'id': 'a', 'apiKey': ['${A}'] }");
        row("middle of a list", 1, "{ 'id': 'a', 'apiKey': ['${A}', '${B}', '${C}'] }",
            "{ 'id': 'a', 'apiKey': ['${A}', '${C}'] }");
        row("only one of a list", 0, "{ 'id': 'a', 'apiKey': ['${A}'] }", "{ 'id': 'a' }");
        row("comments stay", 1, "{ 'id': 'a', 'apiKey': [\n  '${A}', // a\n  '${B}' // b\n] }",
            "{ 'id': 'a', 'apiKey': [\n  '${A}' // a\n  // b\n] }");
    }
    void removals()
    {
        QFETCH(QByteArray, before);
        QFETCH(int, index);
        QFETCH(QByteArray, after);
        const Result<QByteArray> result = withoutApiKey(before, u"a"_s, index);
        QVERIFY2(result.hasValue(), result ? "" : qPrintable(result.error().message));
        QCOMPARE(*result, after);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("message"); // a part of it
        const auto row = [](const char *json, const char *message) {
            QTest::newRow(json) << quotes(json) << QString::fromUtf8(message);
        };
        row("", "no provider `a`");
        row("{", "line 1, column 2");
        row("[]", "not an object");
        row("{ 'x': 1, 'x': 2 }", "/x is there twice");
        row("{ 'providers': {} }", "`providers` is not a list");
        row("{ 'providers': [] }", "no provider `a`");
        row("{ 'providers': [ 'a', ['id', 'a'], { 'name': 'a' } ] }", "no provider `a`");
        row("{ 'providers': [ { 'id': 'A' } ] }", "did you mean `A`?");
        row("{ 'providers': [ { 'id': 'b', 'preset': 'a' } ] }", "no provider `a`");
        row("{ 'providers': [ { 'id': 'a' } ] }", "no key");
        row("{ 'providers': [ { 'id': 'a', 'apiKey': '' } ] }", "no key");
        row("{ 'providers': [ { 'id': 'a', 'apiKey': ['x', 'y'] } ] }", "2 keys: the next is `a/3`");
    }
    void refusals()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, message);
        for (const auto &result : {withApiKey(json, u"a"_s, 5, reference), withoutApiKey(json, u"a"_s, 5),
                                   withoutApiKey(json, u"a"_s, -1)}) {
            QVERIFY(!result);
            QVERIFY2(result.error().message.contains(message), qPrintable(result.error().message));
        }
    }

    void clientsThatCannotBeAdded()
    {
        QVERIFY(withClient(quotes("{ 'clients': [ { 'name': 'C' } ] }"), aClient())
                    .error()
                    .message.contains("`C`"_L1));
        QVERIFY(!withClient(quotes("{ 'clients': {} }"), aClient()));
        QVERIFY(!withClient("{", aClient()));
        QVERIFY(!withClient("\"clients\"", aClient()));
    }

    void hostileTexts()
    {
        const QByteArray json =
            quotes("// c\n{ /* d */ 'clients': [ { 'name': '\\'\\u0041' }, ],\n 'providers': [ { 'id': 'a',\n"
                   "  'apiKey': ['${A}', '${B}',], // e\n } ] }\n");
        QVERIFY(withClient(json, aClient()));
        for (qsizetype at = 0; at < json.size(); ++at) {
            QVERIFY(at < 5 || !withClient(json.first(at), aClient()) || json.sliced(at).trimmed().isEmpty());
            for (char byte : {'"', '\\', '{', '}', ']', ',', '/', '\n'}) {
                QByteArray mutated = json;
                mutated[at] = byte;
                for (const auto &result :
                     {withClient(mutated, aClient()), withApiKey(mutated, u"a"_s, 0, reference),
                      withApiKey(mutated, u"a"_s, 2, reference), withoutApiKey(mutated, u"a"_s, 0),
                      withoutApiKey(mutated, u"a"_s, 1)})
                    QVERIFY(!result || withoutSyntaxError(*result));
            }
        }
    }

private:
    static bool withoutSyntaxError(const QByteArray &json)
    {
        const QList<Problem> problems = readConfig(json).problems;
        return problems.isEmpty() || problems[0].path != "/"_L1 || !problems[0].message.contains("line"_L1);
    }
};

QTEST_GUILESS_MAIN(TestConfigEdit)
#include "tst_config_edit.moc"
