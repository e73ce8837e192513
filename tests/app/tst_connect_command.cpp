// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/credentials/client_key.h"
#include "tests/app/command_bench.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! `connect`, with a home of its own.
class TestConnectCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void lists();
    void setsUpAndPutsBack();
    void onlyShows();
    void makesAClient();
    void removesItsClientOnly();
    void showsNoOtherKey();
    void printsSettings();
    void refuses_data();
    void refuses();

private:
    QByteArray settings() const
    {
        QFile file(m_bench->folder.filePath(u".claude/settings.json"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QByteArray keyIn(const QByteArray &text)
    {
        static const QRegularExpression key(u"gh-[0-9a-f]{64}"_s);
        return key.match(QString::fromUtf8(text)).captured().toLatin1();
    }

    std::unique_ptr<CommandBench> m_bench;
    static constexpr auto withClient = R"({ "version": 1, // kept
  "clients": [ { "name": "Claude Code",
    "keyHash": "sha256:0000000000000000000000000000000000000000000000000000000000000000" } ] })";
};

void TestConnectCommand::init()
{
    m_bench = std::make_unique<CommandBench>();
    m_bench->options.dataDir = m_bench->folder.filePath(u"data"_s);
    qputenv("HOME", m_bench->folder.path().toLocal8Bit());
    for (const char *name : {"CLAUDE_CONFIG_DIR", "CODEX_HOME", "GEMINI_CLI_HOME", "XDG_CONFIG_HOME"})
        qunsetenv(name);
    QVERIFY(m_bench->put(CommandBench::openai));
}

void TestConnectCommand::lists()
{
    QCOMPARE(m_bench->run(Command::Connect), 0);
    for (const char *word : {"claude-code", "Cursor", "curl", "installed"})
        QVERIFY2(m_bench->out.contains(word), word);
    QCOMPARE(m_bench->run(Command::Connect, u"claude-code"_s), 0);
    m_bench->options.port = quint16(4242);
    QCOMPARE(m_bench->run(Command::Connect), 0);
    QVERIFY2(m_bench->out.contains("http://127.0.0.1:1337 (now http://127.0.0.1:4242)"),
             m_bench->out.constData());
}

void TestConnectCommand::setsUpAndPutsBack()
{
    m_bench->options.host = u"0.0.0.0"_s;
    m_bench->options.port = quint16(4242);
    m_bench->options.connect.model = u"smart"_s;
    QCOMPARE(m_bench->run(Command::Connect, u"claude-code"_s), 0);
    QVERIFY2(m_bench->out.contains("+     \"ANTHROPIC_BASE_URL\": \"http://127.0.0.1:4242\""),
             m_bench->out.constData());
    QVERIFY2(settings().contains("\"ANTHROPIC_MODEL\": \"smart\""), settings().constData());
    QCOMPARE(m_bench->text(), QByteArray(CommandBench::openai));
    m_bench->options.connect = {{}, true};
    QCOMPARE(m_bench->run(Command::Connect, u"claude-code"_s), 0);
    QVERIFY2(m_bench->out.contains("(goes)"), m_bench->out.constData());
    QVERIFY(!QDir(m_bench->folder.filePath(u".claude"_s)).exists());
    QCOMPARE(m_bench->run(Command::Connect, u"claude-code"_s), 2);
}

void TestConnectCommand::onlyShows()
{
    QVERIFY(m_bench->put(withClient));
    m_bench->options.connect.dryRun = true;
    QCOMPARE(m_bench->run(Command::Connect, u"claude-code"_s), 0);
    QVERIFY(m_bench->out.contains("ANTHROPIC_BASE_URL") && keyIn(m_bench->out).isEmpty());
    QVERIFY(!QDir(m_bench->folder.filePath(u".claude"_s)).exists());
    QCOMPARE(m_bench->text(), QByteArray(withClient));
}

void TestConnectCommand::makesAClient()
{
    QVERIFY(m_bench->put(withClient));
    QByteArray hash;
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(m_bench->run(Command::Connect, u"claude-code"_s), 0);
        const QByteArray key = keyIn(settings());
        QVERIFY(!key.isEmpty());
        QVERIFY(!m_bench->out.contains(key) && !m_bench->err.contains(key) && keyIn(m_bench->out).isEmpty());
        const QList<Client> clients = m_bench->reading().config.clients;
        QCOMPARE(clients.size(), 2);
        QCOMPARE(clients[1].name, u"Claude Code 2"_s);
        QCOMPARE(clients[1].keyHash, clientKeyHash(key));
        QVERIFY(clients[1].keyHash != hash);
        hash = clients[1].keyHash;
    }
}

void TestConnectCommand::removesItsClientOnly()
{
    QVERIFY(m_bench->put(withClient));
    QCOMPARE(m_bench->run(Command::Connect, u"claude-code"_s), 0);
    m_bench->options.connect.undo = true;
    QCOMPARE(m_bench->run(Command::Connect, u"claude-code"_s), 0);
    QVERIFY(keyIn(m_bench->out).isEmpty());
    const QList<Client> clients = m_bench->reading().config.clients;
    QCOMPARE(clients.size(), 1);
    QCOMPARE(clients[0].name, u"Claude Code"_s);
    QVERIFY(m_bench->text().contains("// kept"));
}

void TestConnectCommand::showsNoOtherKey()
{
    QVERIFY(QDir(m_bench->folder.path()).mkpath(u".claude"_s));
    QFile file(m_bench->folder.filePath(u".claude/settings.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({ "env": { "ANTHROPIC_AUTH_TOKEN": "sk-ant-canary0123456789abcdef" } })");
    file.close();
    QCOMPARE(m_bench->run(Command::Connect, u"claude-code"_s), 0);
    QVERIFY2(m_bench->out.contains("- ") && !m_bench->out.contains("canary"), m_bench->out.constData());
    m_bench->options.connect.undo = true;
    QCOMPARE(m_bench->run(Command::Connect, u"claude-code"_s), 0);
    QVERIFY(!m_bench->out.contains("canary") && settings().contains("canary"));
}

void TestConnectCommand::printsSettings()
{
    QCOMPARE(m_bench->run(Command::Connect, u"curl"_s), 0);
    QVERIFY2(m_bench->out.contains("curl http://127.0.0.1:1337/v1/chat/completions"),
             m_bench->out.constData());
    QVERIFY(m_bench->put(withClient));
    QCOMPARE(m_bench->run(Command::Connect, u"curl"_s), 0);
    QVERIFY(m_bench->out.contains("YOUR-CLIENT-KEY") && m_bench->err.contains("client add"));
    QCOMPARE(m_bench->run(Command::Connect, u"cursor"_s), 1);
    QVERIFY2(m_bench->err.contains("127.0.0.1"), m_bench->err.constData());
}

void TestConnectCommand::refuses_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("app");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("unknown") << QByteArray(CommandBench::openai) << u"emacs"_s
                             << QByteArray("no application");
    QTest::newRow("configuration") << QByteArray("{") << u"codex"_s << QByteArray("--check-config");
    QTest::newRow("any port") << QByteArray(R"({"version": 1, "listener": {"port": 0}})") << u"codex"_s
                              << QByteArray("--port");
}

void TestConnectCommand::refuses()
{
    QFETCH(QByteArray, config);
    QFETCH(QString, app);
    QFETCH(QByteArray, says);
    QVERIFY(m_bench->put(config));
    QCOMPARE(m_bench->run(Command::Connect, app), 2);
    QVERIFY2(m_bench->err.contains(says), m_bench->err.constData());
}

QTEST_GUILESS_MAIN(TestConnectCommand)
#include "tst_connect_command.moc"
