// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/literal_keys.h"
#include "gateway/config/without_secrets.h"

#include "gateway/config/config_edit.h"
#include "gateway/config/config_json.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

QByteArray quotes(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

//! Keys that stand in a configuration are found, can be moved out of it, and are never kept.
class TestLiteralKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("found"); // provider, index, secret
        const auto row = [](const char *json, const QStringList &found) {
            QTest::newRow(json) << quotes(json) << found;
        };
        row("", {});
        row("{", {});
        row("[]", {});
        row("null", {});
        row("{ 'providers': {} }", {});
        row("{ 'providers': [ 1, [], 'apiKey', { 'apiKey': 'nobody' }, { 'id': 1, 'apiKey': 'x' } ] }", {});
        row("{ 'apiKey': 'x', 'clients': [ { 'id': 'a', 'apiKey': 'x' } ] }", {});
        row("{ 'providers': [ { 'id': 'a' }, { 'id': 'b', 'apiKey': '' }, { 'id': 'c', 'apiKey': [] } ] }",
            {});
        row("{ 'providers': [ { 'id': 'a', 'apiKey': ['${A}', 'keychain:a@a.example', ''] } ] }", {});
        row("{ 'providers': [ { 'id': 'a', 'apiKey': ['${A', '$A', 'keychain:', 1, null, {}] } ] }", {});
        row("{ 'providers': [ { 'id': 'a', 'apiKey': 'x' } ] }", {u"a 0 x"_s});
        row("{ 'providers': [ { 'preset': 'p', 'apiKey': 'x' }, { 'apiKey': 'y', 'id': 'b', 'preset': 'p' } "
            "] }",
            {u"p 0 x"_s, u"b 0 y"_s});
        row("// c\n{ 'providers': [ { 'id': 'a', 'apiKey': ['x', '${A}', /* z */ '\\u00fc\\''] }, ] }",
            {u"a 0 x"_s, u"a 2 ü\""_s});
    }
    void keys()
    {
        QFETCH(QByteArray, json);
        QFETCH(QStringList, found);
        QStringList lines;
        for (const LiteralKey &key : literalKeys(json))
            lines.append(u"%1 %2 "_s.arg(key.providerId).arg(key.index) + QString::fromUtf8(key.secret));
        QCOMPARE(lines, found);
    }

    void eachCanBeMoved()
    {
        QByteArray json =
            quotes("{ 'providers': [ { 'preset': 'openai', 'apiKey': 'x' }, { 'id': 'a', 'baseUrl': "
                   "'https://a.example', 'apiKey': ['${A}', 'y', 'z'] } ] }");
        QVERIFY(!readConfig(json).valid());
        const QList<LiteralKey> found = literalKeys(json);
        QCOMPARE(found.size(), 3);
        for (const LiteralKey &key : found) {
            const QString entry = u"keychain:k/%1@a.example"_s.arg(key.index + 1);
            json = withApiKey(json, key.providerId, key.index, entry).value();
        }
        QCOMPARE(
            json,
            quotes("{ 'providers': [ { 'preset': 'openai', 'apiKey': 'keychain:k/1@a.example' }, { 'id': "
                   "'a', 'baseUrl': 'https://a.example', 'apiKey': ['${A}', 'keychain:k/2@a.example', "
                   "'keychain:k/3@a.example'] } ] }"));
        QVERIFY(literalKeys(json).isEmpty());
        QVERIFY(readConfig(json).valid());
    }

    void withoutSecrets_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("safe");
        const auto row = [](const char *json, const char *safe) {
            QTest::newRow(json) << quotes(json) << quotes(safe);
        };
        const auto same = [&](const char *json) { row(json, json); };
        same("");
        same("{}");
        same("// a\n{ 'apiKey': '${A}', 'x': { 'APIKEY': ['keychain:a/2@a.example:8080', ''] }, 'model': 'x' "
             "}");
        same("{ 'clients': [ { 'keyHash': "
             "'sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef' } ] }");
        row("{ 'apiKey': 'x', 'x': 'x' }", "{ 'apiKey': '', 'x': 'x' }");
        row("{ 'api\\u004bey': 'x', 'x': 'x' }", "{ 'api\\u004bey': '', 'x': 'x' }");
        row("{ 'x': [ { 'ApiKey': ['${A}', 'x\\'y', { 'z': 'z' }] } ] }",
            "{ 'x': [ { 'ApiKey': ['${A}', '', { 'z': '' }] } ] }");
        row("{ 'apiKey': ['${A', 'keychain:a'] }", "{ 'apiKey': ['', ''] }");
        row("{ /* sk-0123456789abcdef0123 */ 'headers': { 'X-Api-Key': 'abcdefghij' } }",
            "{ /*  */ 'headers': { 'X-Api-Key': '' } }");
        // Not well-formed.
        row("{ 'apiKey': 'x', 'x': 'x' ", "{ 'apiKey': '', 'x': 'x' ");
        row("{ 'apiKey': 'x, 'x': 'x' }", "{ 'apiKey': ', 'x': 'x' }");
        row("{ 'apiKey': 'x,\n 'x': 'x' }", "{ 'apiKey': ',\n 'x': 'x' }");
        row("{ 'apiKey': [ 'x', '${A}', 'y ', 'z' ] 'x': 'x' }",
            "{ 'apiKey': [ '', '${A}', ' ', '' ] 'x': 'x' }");
        row("{ 'apiKey': x}, 'x': 'x' }", "{ 'apiKey': , 'x': 'x' }");
        row("{ apiKey: 'x', 'x': 'x' }", "{ apiKey: '', 'x': 'x' }");
        row("{ 'apiKey': 'keychain:a@a.example' , 'apiKey': 'y' }",
            "{ 'apiKey': 'keychain:a@a.example' , 'apiKey': '' }");
        row("apiKey", "apiKey");
        row("{ 'apiKey': 'x", "{ 'apiKey': '");
        row("{ 'x': sk-0123456789abcdef0123 }", "{ 'x':  }");
    }
    void withoutSecrets()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, safe);
        QCOMPARE(gatehouse::withoutSecrets(json), safe);
    }

    //! Cut off or damaged anywhere, a text does not give its secret away.
    void hostileTexts()
    {
        const QByteArray json =
            quotes("// c\n{ 'providers': [ { 'id': 'a', 'apiKey': 'Hush', // e\n 'x': 1 }, { "
                   "'apiKey': ['${A}', 'Hush',], 'models': ['m'] } ] }\n");
        for (qsizetype at = 0; at < json.size(); ++at) {
            literalKeys(json.first(at));
            QVERIFY(!gatehouse::withoutSecrets(json.first(at)).contains("Hush"));
            for (char byte : {'\\', '{', '[', ']', ',', '\n', '\0'}) {
                QByteArray mutated = json;
                if (QByteArrayView("\": {}").contains(mutated[at]))
                    mutated[at] = byte;
                literalKeys(mutated);
                QVERIFY2(!gatehouse::withoutSecrets(mutated).contains("Hush"), mutated.constData());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestLiteralKeys)
#include "tst_literal_keys.moc"
