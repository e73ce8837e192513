// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connect/connect_home.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

const Access first{u"http://127.0.0.1:1337"_s, u"smart"_s, u"gh-first"_s};

} // namespace

//! Files that are odd, in the wrong place, or must not be changed.
class TestOddFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<ConnectHome>(); }
    void refusesFiles_data();
    void refusesFiles();
    void refusesAFileThatChanged();
    void refusesAReadOnlyFile();
    void writesThroughALink();
    void keepsPermissions();
    void refusesWhatWouldHideModels();
    void refusesADamagedRecord_data();
    void refusesADamagedRecord();

private:
    std::unique_ptr<ConnectHome> m_home;
};

void TestOddFiles::refusesFiles_data()
{
    QTest::addColumn<QString>("app");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    const QString claude = u"claude-code"_s, json = u".claude/settings.json"_s;
    QTest::newRow("json") << claude << json << QByteArray("{\n \"a\": }") << u"line 2"_s;
    QTest::newRow("json list") << claude << json << QByteArray("[]") << u"object"_s;
    QTest::newRow("json null") << claude << json << QByteArray("null") << u"null"_s;
    QTest::newRow("json env") << claude << json << QByteArray("{\n\"env\": 3}") << u"line 2"_s;
    QTest::newRow("latin-1") << claude << json << QByteArray("{\"a\": \"\xfc\"}") << u"UTF-8"_s;
    QTest::newRow("NUL") << claude << json << QByteArray("{}\0", 3) << u"NUL"_s;
    QTest::newRow("large") << claude << json << QByteArray(4 * 1024 * 1024 + 1, ' ') << u"4 MiB"_s;
    QTest::newRow("deep") << claude << json << QByteArray(9999, '[') << u"levels"_s;
    const QString codex = u"codex"_s, toml = u".codex/config.toml"_s;
    QTest::newRow("toml") << codex << toml << QByteArray("a = 1\nb = \n") << u"line 2"_s;
    QTest::newRow("toml string") << codex << toml << QByteArray("a = \"x\nb = 1\n") << u"line 1"_s;
    QTest::newRow("toml junk") << codex << toml << QByteArray("a = 1 2\n") << u"line 1"_s;
    QTest::newRow("toml inline") << codex << toml << QByteArray("\nmodel_providers = {}\n") << u"line 2"_s;
    QTest::newRow("toml dotted") << codex << toml << QByteArray("model_providers.gatehouse.name = 'x'\n")
                                 << u"dots"_s;
    QTest::newRow("toml list") << codex << toml << QByteArray("[[model_providers]]\n") << u"list"_s;
    QTest::newRow("toml table") << codex << toml << QByteArray("[model]\n") << u"table"_s;
    QTest::newRow("toml deep") << codex << toml << QByteArray("a = " + QByteArray(9999, '[')) << u"levels"_s;
    const QString cont = u"continue"_s, yaml = u".continue/config.yaml"_s;
    QTest::newRow("yaml") << cont << yaml << QByteArray("a: b\n c: d\n") << u"line 2"_s;
    QTest::newRow("yaml flow") << cont << yaml << QByteArray("{a: b}") << u"braces"_s;
    QTest::newRow("yaml flow list") << cont << yaml << QByteArray("models: [{name: a}]") << u"dash"_s;
    QTest::newRow("yaml anchor") << cont << yaml << QByteArray("models: &m\n- name: a\n") << u"anchor"_s;
    QTest::newRow("yaml alias") << cont << yaml << QByteArray("a: &m\n- name: a\nmodels: *m\n") << u"alias"_s;
    QTest::newRow("yaml documents") << cont << yaml << QByteArray("a: 1\n---\nb: 2\n") << u"more than one"_s;
    QTest::newRow("yaml scalar") << cont << yaml << QByteArray("models: many\n") << u"list"_s;
    QTest::newRow("yaml deep") << cont << yaml << QByteArray("a: " + QByteArray(9999, '[')) << u"levels"_s;
}

void TestOddFiles::refusesFiles()
{
    QFETCH(QString, app);
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    QVERIFY(m_home->write(file, text));
    const QString why = m_home->setUp(app, first);
    QVERIFY2(why.contains(says) && why.contains(file), qPrintable(why));
    QCOMPARE(m_home->read(file), text);
    QVERIFY(m_home->connections.connections().isEmpty());
}

void TestOddFiles::refusesAFileThatChanged()
{
    const ConnectableApp &app = *connectableApp(u"codex"_s);
    const auto planned = m_home->connections.plan(app, first);
    QVERIFY(planned);
    QVERIFY(m_home->write(u".codex/config.toml"_s, "a = 1\n"));
    QVERIFY(m_home->connections.setUp(app, first, *planned).contains(u"changed"_s));
    QCOMPARE(m_home->read(u".codex/config.toml"_s), QByteArray("a = 1\n"));
    QVERIFY(m_home->connections.connections().isEmpty());
    QVERIFY(!m_home->connections.planUndo(app));
    QVERIFY(QDir(m_home->path(u".claude/settings.json"_s)).mkpath(u"."_s));
    QVERIFY(m_home->setUp(u"claude-code"_s, first).contains(u"regular file"_s));
}

void TestOddFiles::refusesAReadOnlyFile()
{
    QVERIFY(m_home->write(u".claude/settings.json"_s, "{}"));
    QVERIFY(QFile::setPermissions(m_home->path(u".claude/settings.json"_s), QFile::ReadOwner));
    QVERIFY(m_home->setUp(u"claude-code"_s, first).contains(u"read-only"_s));
    QCOMPARE(m_home->read(u".claude/settings.json"_s), QByteArray("{}"));
}

void TestOddFiles::writesThroughALink()
{
    QVERIFY(m_home->write(u"dotfiles/claude.json"_s, "{ \"a\": 1 }"));
    QVERIFY(QDir().mkpath(m_home->path(u".claude"_s)));
    const QString link = m_home->path(u".claude/settings.json"_s);
    QVERIFY(QFile::link(u"../dotfiles/claude.json"_s, link));
    QCOMPARE(m_home->setUp(u"claude-code"_s, first), QString());
    QVERIFY(QFileInfo(link).isSymLink());
    QVERIFY(m_home->read(u"dotfiles/claude.json"_s).contains("1337"));
    QCOMPARE(m_home->undo(u"claude-code"_s), QString());
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(m_home->read(u"dotfiles/claude.json"_s), QByteArray("{ \"a\": 1 }"));
}

void TestOddFiles::keepsPermissions()
{
    QVERIFY(m_home->write(u".claude/settings.json"_s, "{}"));
    const QString path = m_home->path(u".claude/settings.json"_s);
    const auto shared =
        QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadUser | QFile::WriteUser;
    QVERIFY(QFile::setPermissions(path, shared));
    QCOMPARE(m_home->setUp(u"claude-code"_s, {first.url, first.model}), QString());
    QCOMPARE(QFile::permissions(path), shared);
    const QDir backups(m_home->folder.filePath(u"data/backups"_s));
    QCOMPARE(backups.entryList(QDir::Files).size(), 1);
    const QString backup = u"data/backups/"_s + backups.entryList(QDir::Files).first();
    for (const QString &own : {u"data/connected.json"_s, backup})
        QCOMPARE(QFile::permissions(m_home->folder.filePath(own)) & 0x77, QFile::Permissions());
    for (int i = 0; i < 2; ++i) { // also where nothing else is to be changed
        QCOMPARE(m_home->setUp(u"claude-code"_s, first), QString());
        QCOMPARE(QFile::permissions(path) & 0x77, QFile::Permissions());
        QVERIFY(QFile::setPermissions(path, shared));
    }
}

void TestOddFiles::refusesWhatWouldHideModels()
{
    QVERIFY(m_home->write(u".continue/config.json"_s, "{}"));
    QVERIFY(m_home->setUp(u"continue"_s, first).contains(u"migrate"_s));
    QCOMPARE(m_home->read(u".continue/config.yaml"_s), QByteArray("(missing)"));
    QVERIFY(m_home->write(u".continue/config.yaml"_s, "name: mine\n"));
    QCOMPARE(m_home->setUp(u"continue"_s, first), QString());
}

void TestOddFiles::refusesADamagedRecord_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::newRow("cut off") << QByteArray("{\"connected\": [");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("something else") << QByteArray("{\"connected\": 3}");
    QTest::newRow("large") << QByteArray(4 * 1024 * 1024 + 1, ' ');
}

void TestOddFiles::refusesADamagedRecord()
{
    QFETCH(QByteArray, record);
    const ConnectableApp &app = *connectableApp(u"codex"_s);
    const auto planned = m_home->connections.plan(app, first);
    QVERIFY(planned);
    QVERIFY(m_home->write(u"../data/connected.json"_s, record));
    QVERIFY(m_home->connections.setUp(app, first, *planned).contains(u"connected.json"_s));
    QVERIFY(!m_home->connections.plan(app, first) && !m_home->connections.planUndo(app));
    QVERIFY(!m_home->connections.undo(app, {}).isEmpty());
    QCOMPARE(m_home->read(u"../data/connected.json"_s), record);
    QCOMPARE(m_home->read(u".codex/config.toml"_s), QByteArray("(missing)"));
}

QTEST_GUILESS_MAIN(TestOddFiles)
#include "tst_odd_files.moc"
