// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/import/read_import.h"
#include "tests/gateway/import/import_shown.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! Which format a file has, and what becomes of ours and of the Node gateway's.
class TestReadImport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recognises_data();
    void recognises();
    void refuses_data();
    void refuses();
    void readsOurs();
    void readsNodeGateway();
    void findsTheEnvironment_data();
    void findsTheEnvironment();
    void leavesForeignEnvironments_data();
    void leavesForeignEnvironments();
    void saysOnlySoMuch();
    void refusesFiles();
};

void TestReadImport::recognises_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("format");
    QTest::newRow("ours") << QByteArray(R"({"version": 1, "providers": [{"preset": "openai"}]})")
                          << int(ImportFormat::Gatehouse);
    QTest::newRow("ours, comments") << QByteArray("// mine\n{\"version\": 1, /* no */ \"providers\": [], }")
                                    << int(ImportFormat::Gatehouse);
    QTest::newRow("ours, with a BOM")
        << QByteArray("\xef\xbb\xbf{\"version\": 1}") << int(ImportFormat::Gatehouse);
    QTest::newRow("Node") << QByteArray(
                                 R"({"providers": [{"name": "a", "baseUrl": "https://a.example/v1"}]})")
                          << int(ImportFormat::NodeGateway);
    QTest::newRow("LiteLLM") << QByteArray("model_list: []\n") << int(ImportFormat::LiteLlm);
    QTest::newRow("LiteLLM as JSON") << QByteArray(R"({"model_list": []})") << int(ImportFormat::LiteLlm);
}

void TestReadImport::recognises()
{
    QFETCH(QByteArray, text);
    QFETCH(int, format);
    const Result<Imported> imported = readImport(text, {});
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
    QCOMPARE(int(imported->format), format);
}

void TestReadImport::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("part");
    QTest::newRow("nothing") << QByteArray(" \n") << u"empty"_s;
    QTest::newRow("a list") << QByteArray("- a\n") << u"model_list"_s;
    QTest::newRow("prose") << QByteArray("hello there\n") << u"model_list"_s;
    QTest::newRow("some JSON") << QByteArray(R"({"a": 1})") << u"model_list"_s;
    QTest::newRow("cut JSON") << QByteArray("{\"version\": 1, ") << u"line 1"_s;
    QTest::newRow("wrong type") << QByteArray(R"({"version": 1, "providers": {}})") << u"/providers"_s;
    QTest::newRow("no providers") << QByteArray(R"({"version": 1, "routes": 3})") << u"/routes"_s;
    QTest::newRow("too large") << QByteArray(9 * 1024 * 1024, ' ') << u"8 MiB"_s;
    QTest::newRow("a doubled name") << QByteArray(R"({"providers": [], "providers": []})") << u"twice"_s;
}

void TestReadImport::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, part);
    const Result<Imported> imported = readImport(text, {});
    QVERIFY(!imported);
    QVERIFY2(imported.error().message.contains(part), qPrintable(imported.error().message));
}

void TestReadImport::readsOurs()
{
    const auto imported = readImport(R"({
        "version": 1, // mine
        "colour": "red",
        "providers": [
            {"preset": "openai", "apiKey": ["sk-literal-0123456789abcdef", "${OPENAI_API_KEY}"]},
            {"id": "mine", "dialect": "openai", "baseUrl": "https://user:hunter22@mine.example/v1?token=abc",
             "headers": {"X-Team": "blue", "Authorization": "Bearer abc"}, "apiKey": "keychain:mine@mine.example",
             "models": ["m"], "proxy": "http://joe:hunter22@proxy.example:3128"}],
        "routes": [{"model": "r", "targets": [{"provider": "mine", "model": "m"}]}]})",
                                     {});
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
    QStringList lines = shownImport(*imported);
    QVERIFY2(lines.takeFirst().startsWith("provider openai openai openai https://api.openai.com/v1 "
                                          "keychain:openai@api.openai.com,${OPENAI_API_KEY} ["_L1),
             qPrintable(shownImport(*imported).front()));
    const QStringList expected{
        u"provider mine - openai https://mine.example/v1 keychain:mine@mine.example [m]"_s,
        u"header X-Team=blue"_s,
        u"key openai/0 keychain:openai@api.openai.com sk-literal-0123456789abcdef"_s,
        u"route r priority mine/m*1"_s,
        u"left /colour"_s,
        u"left /providers/1/baseUrl"_s,
        u"left /providers/1/proxy"_s,
        u"left /providers/1/headers/Authorization"_s,
    };
    QCOMPARE(lines, expected);
    QCOMPARE(imported->config.providers[1].proxy, u"http://proxy.example:3128"_s);
}

void TestReadImport::readsNodeGateway()
{
    Environment environment;
    QVERIFY(environment.readFile("DEEPSEEK_KEY=sk-from-env-0123456789\n").isEmpty());
    const auto imported = readImport(R"({"port": 1337, "providers": [
        {"name": "DeepSeek", "apiKey": "${DEEPSEEK_KEY}", "baseUrl": "https://api.deepseek.com/v1/",
         "models": ["deepseek-chat", {"id": "deepseek-reasoner", "alias": "think", "maxTokens": 5}]},
        {"name": "My Claude!", "apiKey": "sk-ant-literal-0123456789", "baseUrl": "https://api.anthropic.com/v1/messages",
         "headers": {"anthropic-beta": "x", "x-api-key": "${DEEPSEEK_KEY}", "X-Org": "${ORG}", "Host": "a"},
         "models": ["claude-sonnet-4-5"]},
        {"name": "my claude", "apiKey": "${UNSET}", "baseUrl": "http://127.0.0.1:11434/v1", "models": []},
        {"name": "通义", "baseUrl": "https://generativelanguage.googleapis.com/v1beta/openai/", "models": ["g", "g"]},
        {"name": "nowhere"}, 7]})",
                                     environment);
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
    const QStringList expected{
        u"provider deepseek deepseek openai https://api.deepseek.com/v1 keychain:deepseek@api.deepseek.com "
        "[deepseek-chat deepseek-reasoner=think]"_s,
        u"provider my-claude anthropic anthropic https://api.anthropic.com "
        "keychain:my-claude@api.anthropic.com [claude-sonnet-4-5]"_s,
        u"header anthropic-beta=x"_s,
        u"provider my-claude-2 - openai http://127.0.0.1:11434/v1 ${UNSET} []"_s,
        u"provider provider gemini-openai openai https://generativelanguage.googleapis.com/v1beta/openai - "
        "[g]"_s,
        u"key deepseek/0 keychain:deepseek@api.deepseek.com sk-from-env-0123456789"_s,
        u"key my-claude/0 keychain:my-claude@api.anthropic.com sk-ant-literal-0123456789"_s,
        u"unset UNSET providers[2].apiKey"_s,
        u"left providers[0].models[1].maxTokens"_s,
        u"left providers[1].headers.x-api-key"_s,
        u"left providers[1].headers.X-Org"_s,
        u"left providers[1].headers.Host"_s,
        u"left providers[2].models"_s,
        u"left providers[3].models[1]"_s,
        u"left providers[4]"_s,
        u"left providers[5]"_s,
        u"left port"_s,
    };
    QCOMPARE(shownImport(*imported), expected);
    QVERIFY(imported->unset[0].sentence.contains("set UNSET"_L1));
}

void TestReadImport::findsTheEnvironment_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("beside it") << u"config/.env"_s;
    QTest::newRow("above it") << u".env"_s;
}

void TestReadImport::findsTheEnvironment()
{
    QFETCH(QString, place);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"config"_s));
    const auto put = [&](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(put(place, "KEY=sk-0123456789abcdef\n"));
    const QByteArray models = "{\"providers\": [{\"name\": \"a\", \"apiKey\": \"${KEY}\", "
                              "\"baseUrl\": \"https://a.example/v1\", \"models\": [\"m\"]}]}";
    QVERIFY(put(u"config/models.json"_s, models));
    const auto imported = readImportFile(folder.filePath(u"config/models.json"_s));
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
    QCOMPARE(imported->keys.size(), 1);
    QCOMPARE(imported->keys[0].secret, "sk-0123456789abcdef");
    QVERIFY2(imported->keys[0].origin.startsWith("KEY in /"_L1) &&
                 imported->keys[0].origin.endsWith("/.env"_L1),
             qPrintable(imported->keys[0].origin));
    QCOMPARE(imported->config.providers[0].apiKeys, QStringList{u"keychain:a@a.example"_s});
}

void TestReadImport::leavesForeignEnvironments_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("Node, a folder of another name")
        << u"other/models.json"_s
        << QByteArray(R"({"providers": [{"name": "a", "apiKey": "${KEY}", "baseUrl": "https://a.example/v1",
                         "models": ["m"]}]})");
    QTest::newRow("LiteLLM") << u"config/config.yaml"_s
                             << QByteArray("model_list:\n  - model_name: a\n    litellm_params: "
                                           "{model: groq/a, api_key: os.environ/KEY}\n");
}

void TestReadImport::leavesForeignEnvironments()
{
    QFETCH(QString, place);
    QFETCH(QByteArray, text);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(place.section(u'/', 0, 0)));
    QFile above(folder.filePath(u".env"_s));
    QVERIFY(above.open(QIODevice::WriteOnly) && above.write("KEY=sk-0123456789abcdef\n") > 0);
    above.close();
    QFile file(folder.filePath(place));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) > 0);
    file.close();
    const auto imported = readImportFile(file.fileName());
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
    QVERIFY(imported->keys.isEmpty());
    QCOMPARE(imported->config.providers[0].apiKeys, QStringList{u"${KEY}"_s});
}

void TestReadImport::saysOnlySoMuch()
{
    QByteArray text = "{\"providers\": []";
    for (int i = 0; i < 600; ++i)
        text += ", \"" + QByteArray::number(i) + QByteArray(500, 'x') + "\": 1";
    const auto imported = readImport(QByteArray(text + '}'), {});
    QVERIFY(imported);
    QCOMPARE(imported->left.size(), 501);
    QVERIFY(imported->left.last().contains("100"_L1));
    for (const QString &sentence : imported->left)
        QVERIFY(sentence.size() <= 200);
}

void TestReadImport::refusesFiles()
{
    const QTemporaryDir folder;
    QVERIFY(!readImportFile(folder.filePath(u"missing.json"_s)));
    QVERIFY(!readImportFile(folder.path()));
    QVERIFY(!readImportFile(u"/dev/zero"_s));
    QFile large(folder.filePath(u"large.yaml"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(9 * 1024 * 1024));
    QVERIFY(!readImportFile(large.fileName()));
}

QTEST_GUILESS_MAIN(TestReadImport)
#include "tst_read_import.moc"
