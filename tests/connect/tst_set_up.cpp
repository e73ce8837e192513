// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connect/connect_home.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

const Access first{u"http://127.0.0.1:1337"_s, u"smart"_s, u"gh-first"_s};
const Access second{u"http://127.0.0.1:4242"_s, {}, u"gh-second"_s};

const QList<QPair<QString, QString>> apps = {
    {u"claude-code"_s, u".claude/settings.json"_s},
    {u"codex"_s, u".codex/config.toml"_s},
    {u"gemini-cli"_s, u".gemini/.env"_s},
    {u"opencode"_s, u".config/opencode/opencode.json"_s},
    {u"aider"_s, u".aider.conf.yml"_s},
    {u"continue"_s, u".continue/config.yaml"_s},
    {u"zed"_s, u".config/zed/settings.json"_s},
};

} // namespace

//! Files set up and put back.
class TestSetUp final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<ConnectHome>(); }
    void leavesNothingBehind_data();
    void leavesNothingBehind();
    void putsBackEveryByte_data();
    void putsBackEveryByte();
    void keepsLaterEdits_data();
    void keepsLaterEdits();
    void findsPrograms();
    void remembers();

private:
    std::unique_ptr<ConnectHome> m_home;
};

void TestSetUp::leavesNothingBehind_data()
{
    QTest::addColumn<QString>("app");
    QTest::addColumn<QString>("file");
    for (const auto &[app, file] : apps)
        QTest::newRow(app.toLatin1().constData()) << app << file;
}

void TestSetUp::leavesNothingBehind()
{
    QFETCH(QString, app);
    QFETCH(QString, file);
    QCOMPARE(m_home->setUp(app, first), QString());
    QVERIFY(m_home->read(file).contains("1337"));
    QCOMPARE(QFile::permissions(m_home->path(file)) & 0x77, QFile::Permissions());
    QCOMPARE(m_home->setUp(app, second), QString());
    QVERIFY(m_home->read(file).contains("4242") && !m_home->read(file).contains("1337"));
    QVERIFY(app == "opencode"_L1 || app == "zed"_L1 || !m_home->read(file).contains("smart"));
    QCOMPARE(m_home->undo(app), QString());
    const QDir home(m_home->path({}));
    QCOMPARE(home.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
    QVERIFY(!m_home->connections.connection(app));
}

void TestSetUp::putsBackEveryByte_data()
{
    QTest::addColumn<QString>("app");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    const QByteArrayList json = {
        "",
        "\n",
        "{}",
        "{ }\n",
        "// only a comment",
        "/* one */\n",
        "{\r\n\t\"a\": 1 // kept\r\n}\r\n",
        "\xef\xbb\xbf{\"env\":{}}",
        "{\"env\": {\"ANTHROPIC_BASE_URL\": \"https://else.example\", \"X\": \"1\",},}",
        "{\n  \"model\": \"old\", /* why */\n  \"provider\": {\n    \"gatehouse\": {\n      \"a\": [1,\n "
        "2]\n    }\n  },\n"
        "  \"language_models\": { \"openai_compatible\": {} } }"};
    const QByteArrayList toml = {"",
                                 "# only a comment",
                                 "model = 'old' # kept\r\n\r\n[a]\r\nb = 1\r\n",
                                 "[a]\nb = \"\"\"\n[model_providers.gatehouse]\n\"\"\"",
                                 "# top\n\nmodel_provider = \"openai\"\n[model_providers.gatehouse]\nname = "
                                 "\"mine\"\nbase_url=\"x\"\n[z]\n",
                                 "[model_providers.other]\nname = \"o\"\n",
                                 "[[list]]\na = [1, # one\n 2]\n\n\n",
                                 "\xef\xbb\xbf"
                                 "approval = { a = 1, \"b.c\" = 'd' }",
                                 "d = 1979-05-27 07:32:00\n[\"a.b\".c]\n"};
    const QByteArrayList yaml = {
        "",
        "# only a comment",
        "model: old  # kept\r\nauto: true\r\n",
        "---\nmodel:\nread:\n  - a\n  - b",
        "models:\n- name: Gatehouse # mine\n  provider: x\n  roles:\n    - chat\n\n# next\n- name: other\n  "
        "model: ü 你好\nrules: []\n",
        "models: []\n",
        "models:\n",
        "name: mine\nversion: 2\nschema: v1\nmodels:\n    - name: one\n      model: |\n        text\n\n",
        "\xef\xbb\xbfopenai-api-key: \"old\"\n"};
    const QByteArrayList environment = {"",
                                        "# only a comment",
                                        "export GEMINI_API_KEY='old' # kept\r\nA=b\r\n",
                                        "A=\"two\nGEMINI_API_KEY=no\nlines\"\n",
                                        "GEMINI_API_KEY=a\nGEMINI_API_KEY = b",
                                        "  GEMINI_MODEL=\n\n",
                                        "not an assignment\n"};
    for (const auto &[app, file] : apps) {
        const QByteArrayList &texts = file.endsWith(".toml"_L1)   ? toml
                                      : file.endsWith(".json"_L1) ? json
                                      : file.endsWith(".env"_L1)  ? environment
                                                                  : yaml;
        for (qsizetype i = 0; i < texts.size(); ++i)
            QTest::addRow("%s %d", app.toLatin1().constData(), int(i)) << app << file << texts[i];
    }
}

void TestSetUp::putsBackEveryByte()
{
    QFETCH(QString, app);
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QVERIFY(m_home->write(file, text));
    QCOMPARE(m_home->setUp(app, first), QString());
    const QByteArray written = m_home->read(file);
    QVERIFY2(written.contains("1337"), written.constData());
    for (const QByteArray &line : text.split('\n')) {
        if (line.contains("kept"))
            QVERIFY2(written.contains(line.mid(line.lastIndexOf(' '))), written.constData());
    }
    QCOMPARE(written.contains('\r'), text.contains('\r'));
    if (text.contains('\r'))
        QCOMPARE(written.count('\r'), written.count('\n'));
    QCOMPARE(m_home->setUp(app, second), QString());
    QCOMPARE(m_home->undo(app), QString());
    QCOMPARE(m_home->read(file), text);
}

void TestSetUp::keepsLaterEdits_data()
{
    QTest::addColumn<QString>("app");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("edit"); // replaces @ in what is expected, and is put in place of it
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("json")
        << u"claude-code"_s << u".claude/settings.json"_s
        << QByteArray("{\n  \"a\": 1,\n  \"env\": {\n    \"ANTHROPIC_BASE_URL\": \"x\"\n  }\n}\n")
        << QByteArray("\"a\": 2") << QByteArray("\"a\": 1")
        << QByteArray("{\n  \"a\": 2,\n  \"env\": {\n    \"ANTHROPIC_BASE_URL\": \"x\"\n  }\n}\n");
    QTest::newRow("json, object") << u"opencode"_s << u".config/opencode/opencode.json"_s
                                  << QByteArray("{\n  \"provider\": {\n    \"gatehouse\": {\n      \"a\": "
                                                "[\n        1 ]\n    }\n  },\n  \"z\": 1\n}\n")
                                  << QByteArray("\"z\": 2") << QByteArray("\"z\": 1")
                                  << QByteArray("{\n  \"provider\": {\n    \"gatehouse\": {\n      \"a\": "
                                                "[\n        1 ]\n    }\n  },\n  \"z\": 2\n}\n");
    QTest::newRow("toml") << u"codex"_s << u".codex/config.toml"_s
                          << QByteArray("model = \"old\"\n\n[a]\nb = 1\n") << QByteArray("b = 2")
                          << QByteArray("b = 1") << QByteArray("model = \"old\"\n\n[a]\nb = 2\n");
    QTest::newRow("toml, ours changed") << u"codex"_s << u".codex/config.toml"_s << QByteArray("[a]\nb = 1\n")
                                        << QByteArray("model = \"mine\"") << QByteArray("model = \"smart\"")
                                        << QByteArray("model = \"mine\"\n\n[a]\nb = 1\n");
    QTest::newRow("yaml") << u"aider"_s << u".aider.conf.yml"_s << QByteArray("model: old # why\nauto: 1\n")
                          << QByteArray("auto: 2") << QByteArray("auto: 1")
                          << QByteArray("model: old # why\nauto: 2\n");
    QTest::newRow("yaml list")
        << u"continue"_s << u".continue/config.yaml"_s
        << QByteArray("name: n\nversion: 1\nschema: v1\nmodels:\n  - name: one\nrules: []\n")
        << QByteArray("name: two") << QByteArray("name: one")
        << QByteArray("name: n\nversion: 1\nschema: v1\nmodels:\n  - name: two\nrules: []\n");
    QTest::newRow("environment") << u"gemini-cli"_s << u".gemini/.env"_s
                                 << QByteArray("A=1\nGEMINI_MODEL=x # why\n") << QByteArray("A=2")
                                 << QByteArray("A=1") << QByteArray("A=2\nGEMINI_MODEL=x # why\n");
}

void TestSetUp::keepsLaterEdits()
{
    QFETCH(QString, app);
    QFETCH(QString, file);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, edit);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, expected);
    for (const bool twice : {false, true}) {
        QVERIFY(m_home->write(file, before));
        QCOMPARE(m_home->setUp(app, first), QString());
        QVERIFY(m_home->read(file).contains(from));
        QVERIFY(m_home->write(file, m_home->read(file).replace(from, edit)));
        if (twice && !from.contains("smart"))
            QCOMPARE(m_home->setUp(app, second), QString());
        QCOMPARE(m_home->undo(app), QString());
        QCOMPARE(m_home->read(file), expected);
    }
}

void TestSetUp::findsPrograms()
{
    const QString bin = m_home->folder.filePath(u"bin"_s);
    QVERIFY(m_home->write(u"../bin/claude"_s, "#!/bin/sh\n"));
    QVERIFY(QFile::setPermissions(bin + "/claude"_L1, QFile::ReadOwner | QFile::ExeOwner | QFile::ExeUser));
    QVERIFY(m_home->write(u".vscode/extensions/saoudrizwan.claude-dev-3.0/package.json"_s, "{}"));
    const Connections connections({}, {m_home->path({}), {bin}});
    QCOMPARE(connections.presence(*connectableApp(u"claude-code"_s)).program, bin + "/claude"_L1);
    QVERIFY(connections.presence(*connectableApp(u"cline"_s)).installed);
    QVERIFY(!connections.presence(*connectableApp(u"codex"_s)).installed);
    QVERIFY(!connections.presence(*connectableApp(u"aider"_s)).installed);
}

void TestSetUp::remembers()
{
    QCOMPARE(m_home->setUp(u"gemini-cli"_s, first), QString());
    QCOMPARE(m_home->setUp(u"codex"_s, first), QString());
    const QList<AppConnection> all = Connections(m_home->folder.filePath(u"data"_s), {}).connections();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0].app, u"gemini-cli"_s);
    QCOMPARE(all[0].files,
             (QStringList{m_home->path(u".gemini/.env"_s), m_home->path(u".gemini/settings.json"_s)}));
    QCOMPARE(all[1].url, first.url);
    QCOMPARE(all[1].model, first.model);
    QVERIFY(all[1].time.isValid());
}

QTEST_GUILESS_MAIN(TestSetUp)
#include "tst_set_up.moc"
