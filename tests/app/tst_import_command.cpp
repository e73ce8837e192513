// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/command_bench.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! `export` and `import`, with a keychain in memory.
class TestImportCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<CommandBench>();
        m_bench->options.import.yes = true;
        m_bench->options.dataDir = m_bench->folder.filePath(u"data"_s);
        QVERIFY(m_bench->put(CommandBench::openai));
    }
    void exports();
    void exportsToAFile();
    void imports();
    void importsItsOwnExport();
    void showsOnly();
    void asksAPerson_data();
    void asksAPerson();
    void needsSomeoneToAgree();
    void saysWhatIsToDo();
    void namesTheVariablesOfKeys();
    void saysWhichKeyIsMissing();
    void putsKeysBack_data();
    void putsKeysBack();
    void refuses_data();
    void refuses();
    void cannotSteerTheTerminal();

private:
    QString file(const QByteArray &text) const
    {
        const QString path = m_bench->folder.filePath(u"other"_s);
        QFile other(path);
        return other.open(QIODevice::WriteOnly) && other.write(text) == text.size() ? path : QString();
    }

    std::unique_ptr<CommandBench> m_bench;
};

namespace {

const QByteArray node = "{\"providers\": [{\"name\": \"Mine\", \"apiKey\": \"sk-CANARY0123456789abc\", "
                        "\"baseUrl\": \"https://mine.example/v1\", \"models\": [\"m\"], \"odd\": 1}]}";

} // namespace

void TestImportCommand::exports()
{
    const QByteArray config = "{\"version\": 1, \"providers\": [{\"preset\": \"openai\", \"apiKey\": "
                              "\"sk-CANARY0123456789abc\"}], \"clients\": [{\"name\": \"c\", \"keyHash\": "
                              "\"sha256:" +
                              QByteArray(64, '0') + "\"}]}";
    QVERIFY(m_bench->put(config));
    QCOMPARE(m_bench->run(Command::Export), 0);
    QVERIFY2(!m_bench->out.contains("CANARY") && !m_bench->err.contains("CANARY"), m_bench->out.constData());
    QVERIFY(readConfig(m_bench->out).valid());
    QCOMPARE(readConfig(m_bench->out).config.clients.size(), 1);
    QVERIFY2(m_bench->err.contains("Taken out"), m_bench->err.constData());
    const QByteArray odd = R"({"version": 1, "master_key": "sk-CANARY0123456789abc", "providers": [
        {"preset": "openai", "api_key": "sk-CANARY0123456789abc"}]})";
    QVERIFY(m_bench->put(odd));
    QCOMPARE(m_bench->run(Command::Export), 0);
    QVERIFY2(!m_bench->out.contains("CANARY") && !m_bench->err.contains("CANARY"), m_bench->out.constData());
    QVERIFY2(m_bench->err.contains("Taken out: /master_key, "), m_bench->err.constData());
    QVERIFY2(m_bench->err.contains("Taken out: /providers/0/api_key, "), m_bench->err.constData());
    QVERIFY(m_bench->put(config));
    m_bench->options.import.withoutClients = true;
    QCOMPARE(m_bench->run(Command::Export, u"-"_s), 0);
    QVERIFY(readConfig(m_bench->out).config.clients.isEmpty());
}

void TestImportCommand::exportsToAFile()
{
    const QString path = m_bench->folder.filePath(u"out.json"_s);
    QCOMPARE(m_bench->run(Command::Export, path), 0);
    QCOMPARE(m_bench->out, QByteArray());
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QCOMPARE(m_bench->run(Command::Export, m_bench->options.configPath), 2);
    QCOMPARE(m_bench->text(), QByteArray(CommandBench::openai));
    QCOMPARE(m_bench->run(Command::Export, m_bench->folder.filePath(u"no/where"_s)), 1);
    QVERIFY(m_bench->put("{\"version\": 1, "));
    QCOMPARE(m_bench->run(Command::Export), 2);
}

void TestImportCommand::imports()
{
    QCOMPARE(m_bench->run(Command::Import, file(node)), 0);
    QVERIFY2(m_bench->out.startsWith("! + host mine.example"), m_bench->out.constData());
    QVERIFY2(m_bench->out.contains("providers[0].odd"), m_bench->out.constData());
    QVERIFY(!m_bench->out.contains('\x1b'));
    QCOMPARE(m_bench->keychain.entries.value(u"mine@mine.example"_s), "sk-CANARY0123456789abc");
    QVERIFY(m_bench->text().contains("// kept"));
    QCOMPARE(m_bench->reading().config.providers.size(), 2);
    QCOMPARE(m_bench->reading().config.providers[1].apiKeys, QStringList{u"keychain:mine@mine.example"_s});
    for (const QByteArray &said : {m_bench->out, m_bench->err, m_bench->text()})
        QVERIFY2(!said.contains("CANARY"), said.constData());
    const QDir versions(m_bench->folder.filePath(u"data/versions"_s));
    QCOMPARE(versions.entryList(QDir::Files).size(), 1);
}

void TestImportCommand::importsItsOwnExport()
{
    const QString path = m_bench->folder.filePath(u"out.json"_s);
    QCOMPARE(m_bench->run(Command::Export, path), 0);
    for (const bool replace : {false, true}) {
        m_bench->options.import.replace = replace;
        QCOMPARE(m_bench->run(Command::Import, path), 0);
        QVERIFY2(m_bench->out.contains("Nothing would change"), m_bench->out.constData());
        QCOMPARE(m_bench->text(), QByteArray(CommandBench::openai));
    }
}

void TestImportCommand::showsOnly()
{
    m_bench->options.import.dryRun = true;
    QCOMPARE(m_bench->run(Command::Import, file(node)), 0);
    QVERIFY(m_bench->out.contains("+ provider mine"));
    QCOMPARE(m_bench->text(), QByteArray(CommandBench::openai));
    QVERIFY(m_bench->keychain.entries.isEmpty());
}

void TestImportCommand::asksAPerson_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("agrees");
    QTest::newRow("yes") << QByteArray("y\n") << true;
    QTest::newRow("no") << QByteArray("n\n") << false;
    QTest::newRow("nothing") << QByteArray("\n") << false;
    QTest::newRow("the end") << QByteArray() << false;
}

void TestImportCommand::asksAPerson()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, agrees);
    QBuffer in(&answer), out, err;
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    m_bench->options.import.yes = false;
    m_bench->options.command = Command::Import;
    m_bench->options.argument = file(node);
    const Console console{in, out, err, true, true};
    QCOMPARE(runCommand(m_bench->options, m_bench->keychain, console), agrees ? 0 : 1);
    QVERIFY(err.data().contains("[y/N]"));
    QVERIFY2(out.data().startsWith("\x1b[31m! + host mine.example"), out.data().constData());
    QCOMPARE(m_bench->keychain.entries.size(), agrees ? 1 : 0);
    QCOMPARE(m_bench->text() == QByteArray(CommandBench::openai), !agrees);
}

void TestImportCommand::needsSomeoneToAgree()
{
    m_bench->options.import.yes = false;
    QCOMPARE(m_bench->run(Command::Import, file(node)), 2);
    QVERIFY2(m_bench->err.contains("--yes"), m_bench->err.constData());
    QCOMPARE(m_bench->text(), QByteArray(CommandBench::openai));
    QVERIFY(m_bench->keychain.entries.isEmpty());
    const QByteArray own = "{\"version\": 1, \"routes\": [{\"model\": \"r\", \"policy\": \"weighted\", "
                           "\"targets\": [{\"provider\": \"openai\", \"model\": \"m\", \"weight\": 3}]}]}";
    QCOMPARE(m_bench->run(Command::Import, file(own)), 0);
    QVERIFY2(m_bench->out.contains("by weight: openai/m ×3"), m_bench->out.constData());
}

void TestImportCommand::saysWhatIsToDo()
{
    qputenv("GATEHOUSE_TEST_SET", "sk-here");
    m_bench->options.import.dryRun = true;
    const QByteArray text = "model_list:\n"
                            "  - {model_name: a, litellm_params: {model: groq/a, api_key: os.environ/"
                            "GATEHOUSE_TEST_SET}}\n"
                            "  - {model_name: b, litellm_params: {model: xai/b, api_key: os.environ/"
                            "GATEHOUSE_TEST_UNSET}}\n";
    QCOMPARE(m_bench->run(Command::Import, file(text)), 0);
    QVERIFY2(m_bench->out.contains("to do: model_list[1]"), m_bench->out.constData());
    QVERIFY2(!m_bench->out.contains("model_list[0]"), m_bench->out.constData());
    qunsetenv("GATEHOUSE_TEST_SET");
}

void TestImportCommand::namesTheVariablesOfKeys()
{
    QFile environment(m_bench->folder.filePath(u".env"_s));
    QVERIFY(environment.open(QIODevice::WriteOnly) && environment.write("DATABASE_PASSWORD=hunter22\n") > 0);
    environment.close();
    m_bench->options.import.dryRun = true;
    const QByteArray text = "{\"providers\": [{\"name\": \"Mine\", \"apiKey\": \"${DATABASE_PASSWORD}\", "
                            "\"baseUrl\": \"https://mine.example/v1\", \"models\": [\"m\"]}]}";
    QCOMPARE(m_bench->run(Command::Import, file(text)), 0);
    QVERIFY2(m_bench->out.contains("the value of DATABASE_PASSWORD in /"), m_bench->out.constData());
    QVERIFY(m_bench->out.startsWith("! + host mine.example") && !m_bench->out.contains("hunter22"));
}

void TestImportCommand::saysWhichKeyIsMissing()
{
    m_bench->keychain.failure = SecretStore::Answer{SecretStore::Answer::NotFound, {}, u"locked away"_s};
    QCOMPARE(m_bench->run(Command::Import, file(node)), 1);
    QVERIFY2(m_bench->err.contains("gatehoused key set mine"), m_bench->err.constData());
    QCOMPARE(m_bench->reading().config.providers.size(), 2);
    QVERIFY(!m_bench->text().contains("CANARY"));
}

void TestImportCommand::putsKeysBack_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("an entry") << QByteArray("sk-before");
    QTest::newRow("none") << QByteArray();
}

void TestImportCommand::putsKeysBack()
{
    QFETCH(QByteArray, before);
    QHash<QString, QByteArray> &entries = m_bench->keychain.entries;
    if (!before.isEmpty())
        entries.insert(u"mine@mine.example"_s, before);
    const QHash<QString, QByteArray> expected = entries;
    const QByteArray other = "{\"version\": 1}";
    bool written = false;
    m_bench->keychain.written = [&] { written = m_bench->put(other); };
    QCOMPARE(m_bench->run(Command::Import, file(node)), 1);
    QVERIFY(written);
    QCOMPARE(entries, expected);
    QCOMPARE(m_bench->text(), other);
}

void TestImportCommand::refuses_data()
{
    QTest::addColumn<QByteArray>("present");
    QTest::addColumn<QByteArray>("text");
    const QByteArray usual = CommandBench::openai;
    QTest::newRow("not a configuration") << usual << QByteArray("hello");
    QTest::newRow("a broken configuration here") << QByteArray("{\"version\": 1, ") << node;
}

void TestImportCommand::refuses()
{
    QFETCH(QByteArray, present);
    QFETCH(QByteArray, text);
    QVERIFY(m_bench->put(present));
    QCOMPARE(m_bench->run(Command::Import, file(text)), 2);
    QCOMPARE(m_bench->text(), present);
    QVERIFY(m_bench->keychain.entries.isEmpty());
    QVERIFY(!m_bench->err.isEmpty());
}

void TestImportCommand::cannotSteerTheTerminal()
{
    const QByteArray text = "{\"providers\": [{\"name\": \"a\", \"baseUrl\": \"https://a.example\", "
                            "\"models\": [\"m\"], \"\\u001b[2J\\u202e\": 1}]}";
    m_bench->options.import.dryRun = true;
    QCOMPARE(m_bench->run(Command::Import, file(text)), 0);
    QVERIFY2(!m_bench->out.contains('\x1b') && !m_bench->out.contains("\xe2\x80\xae"),
             m_bench->out.constData());
    QVERIFY(m_bench->out.contains("?[2J?"));
}

QTEST_GUILESS_MAIN(TestImportCommand)
#include "tst_import_command.moc"
