// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! argv becomes options, or a text to end with.
class TestCommandLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCoreApplication::setApplicationVersion(u"1.2.3"_s); }
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void ends_data();
    void ends();
    void neverRepeatsAKey_data();
    void neverRepeatsAKey();

private:
    static CommandLine read(ProgramKind program, const QString &line)
    {
        return readCommandLine(program, QStringList{u"gatehouse"_s} + line.split(u' ', Qt::SkipEmptyParts));
    }
};

void TestCommandLine::accepts_data()
{
    QTest::addColumn<ProgramKind>("program");
    QTest::addColumn<QString>("line");
    QTest::addColumn<Options>("options");
    const auto row = [](const char *line, const Options &options, ProgramKind program = ProgramKind::Daemon) {
        QTest::newRow(line) << program << QString::fromLatin1(line) << options;
    };
    row("", {});
    row("", {}, ProgramKind::Tray);
    row("--hidden", {.hidden = true}, ProgramKind::Tray);
    row("--demo", {.demo = true});
    row("--demo --port 0", {.port = quint16(0), .demo = true}, ProgramKind::Tray);
    row("--port 65535 --host ::1", {.host = u"::1"_s, .port = quint16(65535)});
    row("--port=1338 --host=0.0.0.0", {.host = u"0.0.0.0"_s, .port = quint16(1338)});
    row("--port 1 --port 2", {.port = quint16(2)});
    row("--config a.json --data-dir d", {.configPath = u"a.json"_s, .dataDir = u"d"_s});
    row("--log-level error", {.logLevel = LogLevel::Error});
    row("--log-level warn", {.logLevel = LogLevel::Warn});
    row("--log-level debug --log-format json", {.logLevel = LogLevel::Debug, .logFormat = LogFormat::Json});
    row("--log-level info --log-format text", {.logLevel = LogLevel::Info});
    row("--check-config", {.command = Command::CheckConfig});
    row("--check-config --config c", {.command = Command::CheckConfig, .configPath = u"c"_s});
    row("connect", {.command = Command::Connect});
    row("connect codex --model m --dry-run --yes",
        {.command = Command::Connect, .argument = u"codex"_s, .connect = {u"m"_s, false, true, true}});
    row("--undo connect codex", {.command = Command::Connect, .argument = u"codex"_s, .connect = {{}, true}});
    row("key set openai", {.command = Command::KeySet, .argument = u"openai"_s});
    row("key set openai/2 --config c",
        {.command = Command::KeySet, .argument = u"openai/2"_s, .configPath = u"c"_s});
    row("--config c key remove openai",
        {.command = Command::KeyRemove, .argument = u"openai"_s, .configPath = u"c"_s});
    row("export", {.command = Command::Export});
    row("export a.json --without-clients",
        {.command = Command::Export, .argument = u"a.json"_s, .import = {.withoutClients = true}});
    row("import a.json --replace --dry-run --yes --config c",
        {.command = Command::Import,
         .argument = u"a.json"_s,
         .configPath = u"c"_s,
         .import = {.replace = true, .dryRun = true, .yes = true}});
    row("key --config c list", {.command = Command::KeyList, .configPath = u"c"_s});
    row("usage", {.command = Command::Usage});
    row("usage --since 24h --by provider --json",
        {.command = Command::Usage,
         .usage = {.since = u"24h"_s, .by = UsageReport::Provider, .form = UsageReport::Json}});
    row("usage --csv --by hour --since 2026-11-01",
        {.command = Command::Usage,
         .usage = {.since = u"2026-11-01"_s, .by = UsageReport::Hour, .form = UsageReport::Csv}});
    row("client add Cursor", {.command = Command::ClientAdd, .argument = u"Cursor"_s});
}

void TestCommandLine::accepts()
{
    QFETCH(ProgramKind, program);
    QFETCH(QString, line);
    QFETCH(Options, options);
    const CommandLine result = read(program, line);
    QVERIFY2(!result.exitCode, qUtf8Printable(result.text));
    QVERIFY(result.options == options);
}

void TestCommandLine::refuses_data()
{
    QTest::addColumn<ProgramKind>("program");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *line, const char *says, ProgramKind program = ProgramKind::Daemon) {
        QTest::newRow(line) << program << QString::fromLatin1(line) << QString::fromLatin1(says);
    };
    row("--colour", "colour");
    row("-p", "p");
    row("--port", "port");
    row("--port 65536", "65536");
    row("import", "needs FILE");
    row("import a b", "too many");
    row("import a --without-clients", "'export'");
    row("export --yes", "'import'");
    row("key list --replace", "'import'");
    row("usage --dry-run", "'import'");
    row("--port -1", "65535");
    row("--port 80x", "80x");
    row("--port=", "65535");
    row("--host=", "--host");
    row("--config=", "--config");
    row("--log-level loud", "error, warn, info, debug");
    row("--log-format xml", "text, json");
    row("--demo=1", "demo");
    row("--hidden", "hidden");
    row("serve", "serve");
    row("key", "key");
    row("key sett openai", "key sett");
    row("key set", "PROVIDER");
    row("key list openai", "key list");
    row("client add", "NAME");
    row("usage --by day --by week", "--by takes one of");
    row("usage --json --csv", "do not go together");
    row("usage --since soon", "--since takes");
    row("--since 7d", "belongs to the command 'usage'");
    row("key list --json", "belongs to the command 'usage'");
    row("client add Open WebUI", "client add");
    row("--check-config config.json", "--config");
    row("key list", "gatehoused", ProgramKind::Tray);
    row("--check-config", "check-config", ProgramKind::Tray);
}

void TestCommandLine::refuses()
{
    QFETCH(ProgramKind, program);
    QFETCH(QString, line);
    QFETCH(QString, says);
    const CommandLine result = read(program, line);
    QCOMPARE(result.exitCode.value_or(-1), 2);
    QVERIFY2(result.text.contains(says), qUtf8Printable(result.text));
    QVERIFY2(result.text.contains("--help'.\n"_L1), qUtf8Printable(result.text));
}

void TestCommandLine::ends_data()
{
    QTest::addColumn<ProgramKind>("program");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("says");
    QTest::newRow("version") << ProgramKind::Daemon << u"--version"_s << QStringList{u"gatehoused 1.2.3\n"_s};
    QTest::newRow("version of the tray")
        << ProgramKind::Tray << u"--demo --version"_s << QStringList{u"gatehouse 1.2.3\n"_s};
    QTest::newRow("help of the daemon")
        << ProgramKind::Daemon << u"--help"_s
        << QStringList{u"--config FILE"_s,   u"--data-dir DIR"_s,       u"--host H"_s,       u"--port N"_s,
                       u"--demo"_s,          u"--log-level L"_s,        u"--log-format F"_s, u"--version"_s,
                       u"--check-config"_s,  u"key set PROVIDER[/N]"_s, u"key list"_s,       u"key remove"_s,
                       u"client add NAME"_s, u"/config.json"_s};
    QTest::newRow("help of the tray")
        << ProgramKind::Tray << u"key --help"_s << QStringList{u"--hidden"_s, u"--port N"_s};
}

void TestCommandLine::ends()
{
    QFETCH(ProgramKind, program);
    QFETCH(QString, line);
    QFETCH(QStringList, says);
    const CommandLine result = read(program, line);
    QCOMPARE(result.exitCode.value_or(-1), 0);
    for (const QString &part : says)
        QVERIFY2(result.text.contains(part), qUtf8Printable(part));
    QVERIFY(!result.text.contains(u'%') || result.text.contains("printf %s"_L1));
}

void TestCommandLine::neverRepeatsAKey_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"key set openai sk-canary", "key set openai --key=sk-canary", "client add a sk-canary"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestCommandLine::neverRepeatsAKey()
{
    QFETCH(QString, line);
    const CommandLine result = read(ProgramKind::Daemon, line);
    QCOMPARE(result.exitCode.value_or(-1), 2);
    QVERIFY2(!result.text.contains("canary"_L1), qUtf8Printable(result.text));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
