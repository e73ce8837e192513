// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/command_bench.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! `--check-config` and `client add`.
class TestCommands final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<CommandBench>(); }
    void checkPrintsEveryProblem();
    void checkAcceptsAGoodFile();
    void checkSeesTheCommandLine();
    void checkWarnsOfAnAddressThatIsRefused();
    void addsAClient();
    void addsAClientToAMissingUsualFile();
    void refusesAClient_data();
    void refusesAClient();

private:
    std::unique_ptr<CommandBench> m_bench;
};

void TestCommands::checkPrintsEveryProblem()
{
    const QByteArray config = R"({"version": 1, "colour": 1, "listener": {"port": "x"}, "providers": [
        {"id": "a", "dialect": "openai", "baseUrl": "ftp://example.com", "apiKey": "sk-canary0123456789"}]})";
    QVERIFY(m_bench->put(config));
    QCOMPARE(m_bench->run(Command::CheckConfig), 2);
    for (const char *part : {"/colour", "/listener/port", "/providers/0/baseUrl", "/providers/0/apiKey",
                             ": 3 errors, 1 warning."})
        QVERIFY2(m_bench->out.contains(part), m_bench->out.constData());
    QVERIFY2(m_bench->out.contains("warning /colour: "), m_bench->out.constData());
    QVERIFY2(!m_bench->out.contains("canary"), m_bench->out.constData());
}

void TestCommands::checkAcceptsAGoodFile()
{
    QVERIFY(m_bench->put(CommandBench::openai));
    QCOMPARE(m_bench->run(Command::CheckConfig), 0);
    QVERIFY2(m_bench->out.contains("valid, 0 warnings"), m_bench->out.constData());
    QVERIFY(m_bench->put(R"({"version": 2})"));
    QCOMPARE(m_bench->run(Command::CheckConfig), 2);
    QVERIFY2(m_bench->out.contains(": 1 error, 0 warnings."), m_bench->out.constData());
    QFile::remove(m_bench->options.configPath);
    QCOMPARE(m_bench->run(Command::CheckConfig), 2);
    QVERIFY2(m_bench->out.contains("does not exist"), m_bench->out.constData());
}

void TestCommands::checkSeesTheCommandLine()
{
    QVERIFY(m_bench->put(CommandBench::openai));
    m_bench->options.host = u"0.0.0.0"_s;
    QCOMPARE(m_bench->run(Command::CheckConfig), 2);
}

void TestCommands::checkWarnsOfAnAddressThatIsRefused()
{
    QVERIFY(m_bench->put(R"({"version": 1, "listener": {"host": "127.0.0.2"}})"));
    QCOMPARE(m_bench->run(Command::CheckConfig), 0);
    for (const char *part : {"warning /listener/allowedHosts: ", "127.0.0.2", "host_not_allowed"})
        QVERIFY2(m_bench->out.contains(part), m_bench->out.constData());
}

void TestCommands::addsAClient()
{
    QVERIFY(m_bench->put(CommandBench::openai));
    QCOMPARE(m_bench->run(Command::ClientAdd, u"Cursor"_s), 0);
    const QRegularExpression form(u"^gh-[0-9a-f]{64}\n$"_s);
    QVERIFY2(form.match(QString::fromUtf8(m_bench->out)).hasMatch(), m_bench->out.constData());
    const QByteArray key = m_bench->out.trimmed();
    const ConfigReading after = m_bench->reading();
    QVERIFY(after.valid());
    QCOMPARE(after.config.clients.size(), 1);
    QCOMPARE(after.config.clients[0].name, u"Cursor"_s);
    QCOMPARE(after.config.clients[0].keyHash,
             "sha256:" + QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex());
    QVERIFY(!m_bench->text().contains(key));
    QVERIFY(m_bench->text().contains("// kept"));
    QVERIFY2(m_bench->err.contains("every application"), m_bench->err.constData());
    QCOMPARE(QFile::permissions(m_bench->options.configPath) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());

    QCOMPARE(m_bench->run(Command::ClientAdd, u"Other"_s), 0);
    QVERIFY(m_bench->out.trimmed() != key);
    QVERIFY2(!m_bench->err.contains("every application"), m_bench->err.constData());
    QCOMPARE(m_bench->reading().config.clients.size(), 2);
}

void TestCommands::addsAClientToAMissingUsualFile()
{
    qputenv("XDG_CONFIG_HOME", m_bench->folder.filePath(u"home"_s).toLocal8Bit());
    m_bench->options.configPath.clear();
    QCOMPARE(m_bench->run(Command::ClientAdd, u"Cursor"_s), 0);
    QVERIFY(m_bench->reading().valid());
    QCOMPARE(m_bench->reading().config.clients.size(), 1);
    qunsetenv("XDG_CONFIG_HOME");
}

void TestCommands::refusesAClient_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("name");
    QTest::newRow("known name") << QByteArray(R"({"version": 1, "clients": [{"name": "a", "keyHash":
        "sha256:0000000000000000000000000000000000000000000000000000000000000000"}]})")
                                << u" a "_s;
    QTest::newRow("no name") << QByteArray(CommandBench::openai) << u"  "_s;
    QTest::newRow("not JSON") << QByteArray("{\"version\": 1, ") << u"a"_s;
}

void TestCommands::refusesAClient()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, name);
    QVERIFY(m_bench->put(file));
    QCOMPARE(m_bench->run(Command::ClientAdd, name), 2);
    QCOMPARE(m_bench->out, QByteArray());
    QVERIFY(!m_bench->err.isEmpty());
    QCOMPARE(m_bench->text(), file);
    QFile::remove(m_bench->options.configPath);
    QCOMPARE(m_bench->run(Command::ClientAdd, u"new"_s), 2);
}

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
