// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/command_bench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! `key set`, `key list` and `key remove`.
class TestKeyCommands final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<CommandBench>(); }
    void setsAKey();
    void setsASecondKey();
    void setSparesTheOtherKeys();
    void setReplacesALiteralKey();
    void setNamesTheNextPlace_data();
    void setNamesTheNextPlace();
    void keepsWhatOthersSaveMeanwhile();
    void saysThatAnotherTookItsPlace();
    void refusesASecret_data();
    void refusesASecret();
    void refusesAPlace_data();
    void refusesAPlace();
    void setsNothingWithoutAKeychain();
    void listsKeys();
    void listFailsWithoutAKeychain();
    void removesAKey();
    void removesNoKeyThatOthersUse();
    void removesNothingWithoutAKeychain();

private:
    std::unique_ptr<CommandBench> m_bench;
};

void TestKeyCommands::setsAKey()
{
    QVERIFY(m_bench->put(CommandBench::openai));
    QCOMPARE(m_bench->run(Command::KeySet, u"openai"_s, " sk-canary \r\n"), 0);
    const QString entry = u"openai@api.openai.com"_s;
    QCOMPARE(m_bench->keychain.entries, (QHash<QString, QByteArray>{{entry, "sk-canary"}}));
    QCOMPARE(m_bench->reading().config.providers.value(0).apiKeys, QStringList{u"keychain:"_s + entry});
    for (const QByteArray &bytes : {m_bench->out, m_bench->err, m_bench->text()})
        QVERIFY2(!bytes.contains("canary"), bytes.constData());
    QVERIFY(m_bench->text().contains("// kept"));
}

void TestKeyCommands::setsASecondKey()
{
    QVERIFY(m_bench->put(CommandBench::openai));
    QCOMPARE(m_bench->run(Command::KeySet, u"openai/1"_s, "one"), 0);
    QCOMPARE(m_bench->run(Command::KeySet, u"openai/2"_s, "two"), 0);
    QCOMPARE(m_bench->reading().config.providers.value(0).apiKeys,
             (QStringList{u"keychain:openai@api.openai.com"_s, u"keychain:openai/2@api.openai.com"_s}));
    QCOMPARE(m_bench->keychain.entries.value(u"openai/2@api.openai.com"_s), QByteArray("two"));
}

void TestKeyCommands::setSparesTheOtherKeys()
{
    QVERIFY(m_bench->put(CommandBench::openai));
    QCOMPARE(m_bench->run(Command::KeySet, u"openai/1"_s, "one"), 0);
    QCOMPARE(m_bench->run(Command::KeySet, u"openai/2"_s, "two"), 0);
    QCOMPARE(m_bench->run(Command::KeyRemove, u"openai"_s), 0);
    QCOMPARE(m_bench->run(Command::KeySet, u"openai/2"_s, "three"), 0); // the first is called openai/2 now
    QCOMPARE(m_bench->run(Command::KeySet, u"openai"_s, "new"), 0);
    const QStringList keys = m_bench->reading().config.providers.value(0).apiKeys;
    QCOMPARE(keys,
             (QStringList{u"keychain:openai/2@api.openai.com"_s, u"keychain:openai/3@api.openai.com"_s}));
    QCOMPARE(m_bench->keychain.entries.value(u"openai/2@api.openai.com"_s), QByteArray("new"));
    QCOMPARE(m_bench->keychain.entries.value(u"openai/3@api.openai.com"_s), QByteArray("three"));
}

void TestKeyCommands::setReplacesALiteralKey()
{
    const QByteArray config =
        R"({"version": 1, "providers": [{"preset": "openai", "apiKey": "sk-canary0123456789abcdef"}]})";
    QVERIFY(m_bench->put(config));
    QVERIFY(!m_bench->reading().valid());
    QCOMPARE(m_bench->run(Command::KeySet, u"openai"_s, "sk-canary0123456789abcdef"), 0);
    QVERIFY(m_bench->reading().valid());
    QVERIFY(!m_bench->text().contains("canary"));
}

void TestKeyCommands::setNamesTheNextPlace_data()
{
    QTest::addColumn<QByteArray>("apiKey");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("none") << QByteArray()
                          << QByteArray("no key in the configuration yet: its first is `openai`");
    QTest::newRow("one") << QByteArray(R"(, "apiKey": "${A}")")
                         << QByteArray("1 key: the next is `openai/2`");
    QTest::newRow("three") << QByteArray(R"(, "apiKey": ["${A}", "${B}", "${C}"])")
                           << QByteArray("3 keys: the next is `openai/4`");
}

void TestKeyCommands::setNamesTheNextPlace()
{
    QFETCH(QByteArray, apiKey);
    QFETCH(QByteArray, says);
    const QByteArray text = R"({"version": 1, "providers": [{"preset": "openai")" + apiKey + "}]}";
    QVERIFY(m_bench->put(text));
    QCOMPARE(m_bench->run(Command::KeySet, u"openai/5"_s, "five"), 2);
    QVERIFY2(m_bench->err.contains(says), m_bench->err.constData());
    QVERIFY(m_bench->keychain.entries.isEmpty());
    QCOMPARE(m_bench->text(), text);
}

void TestKeyCommands::keepsWhatOthersSaveMeanwhile()
{
    QVERIFY(m_bench->put(R"({"version": 1, "providers": [{"preset": "openai", "apiKey": "${A}"}]})"));
    bool saved = true;
    m_bench->keychain.written = [&] { // the keychain's password took somebody long to type
        const QByteArray more = m_bench->text().replace("[{", "[{\"preset\": \"deepseek\"}, {");
        saved = m_bench->put(more) && saved;
    };
    QCOMPARE(m_bench->run(Command::KeySet, u"openai/2"_s, "two"), 0);
    QVERIFY(saved);
    QCOMPARE(m_bench->reading().config.providers.size(), 2);
    QCOMPARE(m_bench->reading().config.providers.value(1).apiKeys,
             (QStringList{u"${A}"_s, u"keychain:openai/2@api.openai.com"_s}));

    m_bench->keychain.written = [&] {
        saved = m_bench->put(m_bench->text().replace("\"${A}\", ", "")) && saved;
    };
    QCOMPARE(m_bench->run(Command::KeyRemove, u"openai/2"_s), 0); // the first by then
    QVERIFY(saved);
    QCOMPARE(m_bench->reading().config.providers.size(), 2);
    QVERIFY2(!m_bench->text().contains("keychain:"), m_bench->text().constData());
}

void TestKeyCommands::saysThatAnotherTookItsPlace()
{
    QVERIFY(m_bench->put(CommandBench::openai));
    const QByteArray other = R"({"version": 1, "providers": [
        {"preset": "openai", "baseUrl": "https://proxy.example/v1"}]})";
    m_bench->keychain.written = [&] { QVERIFY(m_bench->put(other)); };
    QCOMPARE(m_bench->run(Command::KeySet, u"openai"_s, "one"), 1);
    QVERIFY2(m_bench->err.contains("is stored, but"), m_bench->err.constData());
    QCOMPARE(m_bench->text(), other);
}

void TestKeyCommands::refusesASecret_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("white space") << QByteArray(" \n");
    QTest::newRow("two lines") << QByteArray("sk-canary\nsk-other\n");
    QTest::newRow("control character") << QByteArray("sk-canary\x01");
    QTest::newRow("not ASCII") << QByteArray("sk-canary-ü");
    QTest::newRow("far too long") << QByteArray(2001, 'k');
}

void TestKeyCommands::refusesASecret()
{
    QFETCH(QByteArray, input);
    QVERIFY(m_bench->put(CommandBench::openai));
    QCOMPARE(m_bench->run(Command::KeySet, u"openai"_s, input), 2);
    QVERIFY(m_bench->keychain.entries.isEmpty());
    QCOMPARE(m_bench->text(), QByteArray(CommandBench::openai));
    QVERIFY2(!m_bench->err.isEmpty() && !m_bench->err.contains("canary"), m_bench->err.constData());
}

void TestKeyCommands::refusesAPlace_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("unknown") << u"nobody"_s << QByteArray("it has: openai");
    QTest::newRow("a preset not added yet") << u"deepseek"_s << QByteArray("{\"preset\": \"deepseek\"}");
    QTest::newRow("zeroth") << u"openai/0"_s << QByteArray("from 1");
    QTest::newRow("not a number") << u"openai/x"_s << QByteArray("from 1");
    QTest::newRow("empty number") << u"openai/"_s << QByteArray("from 1");
    QTest::newRow("two numbers") << u"openai/1/2"_s << QByteArray("from 1");
    QTest::newRow("too far") << u"openai/9"_s << QByteArray();
}

void TestKeyCommands::refusesAPlace()
{
    QFETCH(QString, place);
    QFETCH(QByteArray, says);
    QVERIFY(m_bench->put(CommandBench::openai));
    for (Command command : {Command::KeySet, Command::KeyRemove}) {
        QCOMPARE(m_bench->run(command, place, "secret"), 2);
        QVERIFY2(!m_bench->err.isEmpty() && m_bench->err.contains(says), m_bench->err.constData());
    }
    QVERIFY(m_bench->keychain.entries.isEmpty());
}

void TestKeyCommands::setsNothingWithoutAKeychain()
{
    QVERIFY(m_bench->put(CommandBench::openai));
    m_bench->keychain.failure = {
        SecretStore::Answer::Unavailable, {}, u"there is no keychain service here"_s};
    QCOMPARE(m_bench->run(Command::KeySet, u"openai"_s, "secret"), 1);
    QVERIFY2(m_bench->err.contains("there is no keychain service here") && m_bench->err.contains(".env"),
             m_bench->err.constData());
    QCOMPARE(m_bench->text(), QByteArray(CommandBench::openai));
}

void TestKeyCommands::listsKeys()
{
    qputenv("GATEHOUSE_TEST_SET", "canary-one");
    const QByteArray config = R"({"version": 1, "providers": [
        {"id": "a", "dialect": "openai", "baseUrl": "https://a.example/v1",
         "apiKey": ["${GATEHOUSE_TEST_SET}", "${GATEHOUSE_TEST_UNSET}", "keychain:a@a.example"]},
        {"id": "b", "dialect": "openai", "baseUrl": "https://b.example/v1", "apiKey": "keychain:b@b.example"},
        {"id": "c", "dialect": "openai", "baseUrl": "https://c.example/v1", "apiKey": ""}]})";
    QVERIFY(m_bench->put(config));
    m_bench->keychain.entries = {{u"a@a.example"_s, "canary-two"}};
    QCOMPARE(m_bench->run(Command::KeyList), 0);
    const QByteArrayList rows = m_bench->out.trimmed().split('\n');
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rows[0], QByteArray("a\t${GATEHOUSE_TEST_SET}\tready"));
    QVERIFY2(rows[1].startsWith("a/2\t${GATEHOUSE_TEST_UNSET}\t") && rows[1].contains("not set"),
             rows[1].constData());
    QCOMPARE(rows[2], QByteArray("a/3\tkeychain:a@a.example\tready"));
    QVERIFY2(rows[3].startsWith("b\tkeychain:b@b.example\t") && rows[3].contains("no entry"),
             rows[3].constData());
    QCOMPARE(rows[4], QByteArray("c\t-\tneeds no key"));
    QVERIFY(!m_bench->out.contains("canary"));
}

void TestKeyCommands::listFailsWithoutAKeychain()
{
    const QByteArray config =
        R"({"version": 1, "providers": [{"preset": "openai", "apiKey": "keychain:openai@api.openai.com"}]})";
    QVERIFY(m_bench->put(config));
    m_bench->keychain.failure = {SecretStore::Answer::Locked, {}, u"it is locked"_s};
    QCOMPARE(m_bench->run(Command::KeyList), 1);
    QVERIFY2(m_bench->out.contains("it is locked"), m_bench->out.constData());
}

void TestKeyCommands::removesAKey()
{
    QVERIFY(m_bench->put(CommandBench::openai));
    QCOMPARE(m_bench->run(Command::KeySet, u"openai"_s, "secret"), 0);
    QCOMPARE(m_bench->run(Command::KeyRemove, u"openai"_s), 0);
    QVERIFY(m_bench->keychain.entries.isEmpty());
    QVERIFY(!m_bench->text().contains("keychain:"));
    QVERIFY(m_bench->reading().valid());
    QCOMPARE(m_bench->run(Command::KeyRemove, u"openai"_s), 2);
    QVERIFY2(m_bench->err.contains("no key in the keychain"), m_bench->err.constData());
}

void TestKeyCommands::removesNoKeyThatOthersUse()
{
    QVERIFY(m_bench->put(R"({"version": 1, "providers": [
        {"preset": "openai", "apiKey": "keychain:openai@api.openai.com"},
        {"preset": "openai", "id": "second", "apiKey": "keychain:openai@api.openai.com"}]})"));
    m_bench->keychain.entries.insert(u"openai@api.openai.com"_s, "one");
    QCOMPARE(m_bench->run(Command::KeyRemove, u"second"_s), 0);
    QCOMPARE(m_bench->keychain.entries.value(u"openai@api.openai.com"_s), QByteArray("one"));
    const QList<Provider> providers = m_bench->reading().config.providers;
    QCOMPARE(providers.value(0).apiKeys, QStringList{u"keychain:openai@api.openai.com"_s});
    QVERIFY(!providers.value(1).apiKeys.contains(u"keychain:openai@api.openai.com"_s));
    QCOMPARE(m_bench->run(Command::KeyRemove, u"openai"_s), 0);
    QVERIFY(m_bench->keychain.entries.isEmpty());
}

void TestKeyCommands::removesNothingWithoutAKeychain()
{
    QVERIFY(m_bench->put(CommandBench::openai));
    QCOMPARE(m_bench->run(Command::KeySet, u"openai"_s, "secret"), 0);
    const QByteArray before = m_bench->text();
    m_bench->keychain.failure = {SecretStore::Answer::Unavailable, {}, u"none"_s};
    QCOMPARE(m_bench->run(Command::KeyRemove, u"openai"_s), 1);
    QCOMPARE(m_bench->text(), before);
}

QTEST_GUILESS_MAIN(TestKeyCommands)
#include "tst_key_commands.moc"
