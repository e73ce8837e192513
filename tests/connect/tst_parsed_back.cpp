// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/app_files.h"
#include "connect/settings_text.h"
#include "connect/snippets.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

const QString odd = u"org/mo'd\"el$(x) `y` \\n {key} #1 你好\x7f"_s;

//! Reads \a text with Python's own parser of \a format, as JSON.
QJsonObject parsed(SettingsFormat format, const QByteArray &text)
{
    const QHash<SettingsFormat, QString> loads = {
        {SettingsFormat::Json, u"json.loads(t)"_s},
        {SettingsFormat::Toml, u"__import__('tomllib').loads(t)"_s},
        {SettingsFormat::Yaml, u"__import__('yaml').safe_load(t)"_s}};
    QProcess python;
    python.start(
        u"python3"_s,
        {u"-c"_s, u"import json,sys; t=sys.stdin.buffer.read().decode(); print(json.dumps(%1))"_s.arg(
                      loads.value(format))});
    python.write(text);
    python.closeWriteChannel();
    python.waitForFinished();
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

//! The value that \a path leads to; in a list, that of the entry of that name.
QJsonValue at(const QJsonObject &json, const QStringList &path)
{
    QJsonValue value = json;
    for (const QString &name : path) {
        if (value.isArray()) {
            for (const QJsonValue &each : value.toArray()) {
                if (each[u"name"_s] == name)
                    value = each;
            }
        } else {
            value = value[name];
        }
    }
    return value;
}

} // namespace

//! What is written, and what is to be copied, means what it should to those who read it.
class TestParsedBack final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void files_data();
    void files();
    void asksOpencodeForResponses();
    void snippets_data();
    void snippets();
};

void TestParsedBack::files_data()
{
    QTest::addColumn<QString>("app");
    QTest::addColumn<QStringList>("urlPath");
    QTest::addColumn<QString>("urlEnd");
    QTest::addColumn<QStringList>("keyPath");
    QTest::addColumn<QStringList>("modelPath");
    QTest::addColumn<QString>("modelBegin");
    const QStringList env = {u"env"_s}, provider = {u"model_providers"_s, u"gatehouse"_s},
                      opencode = {u"provider"_s, u"gatehouse"_s, u"options"_s},
                      entry = {u"models"_s, u"Gatehouse"_s};
    QTest::newRow("claude-code") << u"claude-code"_s << env + QStringList{u"ANTHROPIC_BASE_URL"_s}
                                 << QString() << env + QStringList{u"ANTHROPIC_AUTH_TOKEN"_s}
                                 << env + QStringList{u"ANTHROPIC_MODEL"_s} << QString();
    QTest::newRow("codex") << u"codex"_s << provider + QStringList{u"base_url"_s} << u"/v1"_s
                           << provider + QStringList{u"experimental_bearer_token"_s}
                           << QStringList{u"model"_s} << QString();
    QTest::newRow("opencode") << u"opencode"_s << opencode + QStringList{u"baseURL"_s} << u"/v1"_s
                              << opencode + QStringList{u"apiKey"_s} << QStringList{u"model"_s}
                              << u"gatehouse/"_s;
    QTest::newRow("aider") << u"aider"_s << QStringList{u"openai-api-base"_s} << u"/v1"_s
                           << QStringList{u"openai-api-key"_s} << QStringList{u"model"_s} << u"openai/"_s;
    QTest::newRow("continue") << u"continue"_s << entry + QStringList{u"apiBase"_s} << u"/v1"_s
                              << entry + QStringList{u"apiKey"_s} << entry + QStringList{u"model"_s}
                              << QString();
    QTest::newRow("zed") << u"zed"_s
                         << QStringList{u"language_models"_s, u"openai_compatible"_s, u"Gatehouse"_s,
                                        u"api_url"_s}
                         << u"/v1"_s << QStringList() << QStringList{u"language_models"_s,
                                                                     u"openai_compatible"_s,
                                                                     u"Gatehouse"_s,
                                                                     u"available_models"_s,
                                                                     odd,
                                                                     u"display_name"_s}
                         << QString();
}

void TestParsedBack::files()
{
    QFETCH(QString, app);
    QFETCH(QStringList, urlPath);
    QFETCH(QString, urlEnd);
    QFETCH(QStringList, keyPath);
    QFETCH(QStringList, modelPath);
    QFETCH(QString, modelBegin);
    const Access access{u"http://127.0.0.1:4242"_s, odd, u"gh-key"_s};
    for (const SettingsFile &file : filesOf(*connectableApp(app), access, {u"/home"_s, {}})) {
        QByteArray text;
        for (const Setting &setting : file.settings) {
            const Result<QByteArray> next = withSetting(file.format, text, setting);
            QVERIFY(next);
            text = *next;
        }
        const QJsonObject json = parsed(file.format, text);
        QVERIFY2(!json.isEmpty(), text.constData());
        QCOMPARE(at(json, urlPath).toString(), access.url + urlEnd);
        QVERIFY(keyPath.isEmpty() || at(json, keyPath).toString() == access.key);
        QCOMPARE(at(json, modelPath).toString(), modelBegin + odd);
    }
}

//! Its chat completions have `max_tokens`, which newer models of OpenAI refuse; and its Responses need a key.
void TestParsedBack::asksOpencodeForResponses()
{
    const Access access{u"http://127.0.0.1:4242"_s, u"smart"_s, {}};
    QByteArray text;
    const QList<SettingsFile> files = filesOf(*connectableApp(u"opencode"_s), access, {u"/home"_s, {}});
    for (const Setting &setting : files.first().settings) {
        const Result<QByteArray> next = withSetting(files.first().format, text, setting);
        QVERIFY(next);
        text = *next;
    }
    const QJsonObject json = parsed(files.first().format, text);
    const QStringList provider = {u"provider"_s, u"gatehouse"_s};
    QCOMPARE(at(json, provider + QStringList{u"npm"_s}).toString(), u"@ai-sdk/openai"_s);
    QVERIFY(!at(json, provider + QStringList{u"options"_s, u"apiKey"_s}).toString().isEmpty());
}

void TestParsedBack::snippets_data()
{
    QTest::addColumn<QString>("app");
    QTest::addColumn<QString>("model");
    for (const ConnectableApp &app : connectableApps()) {
        QTest::addRow("%s", app.id.toLatin1().constData()) << app.id << u"smart"_s;
        QTest::addRow("%s, odd", app.id.toLatin1().constData()) << app.id << odd;
        QTest::addRow("%s, no model", app.id.toLatin1().constData()) << app.id << QString();
    }
}

void TestParsedBack::snippets()
{
    QFETCH(QString, app);
    QFETCH(QString, model);
    const ConnectableApp &connectable = *connectableApp(app);
    const QList<Snippet> all = snippetsFor(connectable, {u"http://127.0.0.1:4242"_s, model, u"gh-key"_s});
    if (connectable.kind == ConnectableApp::Kind::Unreachable) {
        QVERIFY(all.isEmpty() && connectable.why.contains(u"127.0.0.1"_s));
        return;
    }
    QVERIFY(!all.isEmpty());
    const auto holds = [&](const QString &word) {
        return std::any_of(all.cbegin(), all.cend(),
                           [&](const Snippet &each) { return each.text.contains(word); });
    };
    QVERIFY(holds(u"127.0.0.1:4242"_s) && holds(u"gh-key"_s));
    QVERIFY(model != "smart"_L1 || app == "open-webui"_L1 || holds(model));
    const QTemporaryDir folder;
    for (const Snippet &snippet : all) {
        QStringList check;
        if (snippet.place == "Python"_L1)
            check = {u"python3"_s, u"-m"_s, u"py_compile"_s, folder.filePath(u"a.py"_s)};
        else if (snippet.place == "JavaScript"_L1)
            check = {u"node"_s, u"--check"_s, folder.filePath(u"a.mjs"_s)};
        else if (snippet.text.startsWith("export "_L1) || snippet.text.startsWith("curl "_L1) ||
                 snippet.text.startsWith("docker "_L1))
            check = {u"sh"_s, u"-n"_s, folder.filePath(u"a.sh"_s)};
        else
            continue;
        QFile file(check.last());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(snippet.text.toUtf8()) > 0);
        file.close();
        QProcess process;
        process.start(check.takeFirst(), check);
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }
}

QTEST_GUILESS_MAIN(TestParsedBack)
#include "tst_parsed_back.moc"
