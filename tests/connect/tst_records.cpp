// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/connected.h"
#include "tests/connect/connect_home.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

const Access first{u"http://127.0.0.1:1337"_s, u"smart"_s, u"gh-first"_s};
const Access second{u"http://127.0.0.1:4242"_s, u"fast"_s, u"gh-second"_s};

const QString claude = u".claude/settings.json"_s;
const QString plain = u".config/opencode/opencode.json"_s;
const QString commented = u".config/opencode/opencode.jsonc"_s;

} // namespace

//! What is remembered of a file, and the backups of it.
class TestRecords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<ConnectHome>(); }
    void keepsNoKeyInItsRecord();
    void backsUpWhatOthersMadeOfIt();
    void bringsBackAFileThatIsGone();
    void forgetsAFileThatIsGone();
    void keepsTheBackupOfAFileThatWasEmptied();
    void understandsWholeObjects_data();
    void understandsWholeObjects();
    void followsAFileThatWasRenamed_data();
    void followsAFileThatWasRenamed();

private:
    std::unique_ptr<ConnectHome> m_home;
};

void TestRecords::keepsNoKeyInItsRecord()
{
    QCOMPARE(m_home->setUp(u"codex"_s, first), QString());
    const QByteArray record = m_home->read(u"../data/connected.json"_s);
    QVERIFY(record.contains("experimental_bearer_token") && !record.contains("gh-first"));
}

void TestRecords::backsUpWhatOthersMadeOfIt()
{
    const QDir backups(m_home->folder.filePath(u"data/backups"_s));
    QVERIFY(m_home->write(claude, "{ \"a\": 1 }"));
    QCOMPARE(m_home->setUp(u"claude-code"_s, first), QString());
    QCOMPARE(m_home->setUp(u"claude-code"_s, second), QString());
    QCOMPARE(backups.entryList(QDir::Files).size(), 1);
    const QByteArray edited = m_home->read(claude).replace("\"a\": 1", "\"a\": 2");
    QVERIFY(m_home->write(claude, edited));
    QCOMPARE(m_home->setUp(u"claude-code"_s, first), QString());
    const QStringList names = backups.entryList(QDir::Files, QDir::Name);
    QCOMPARE(names.size(), 2);
    QCOMPARE(m_home->read(u"../data/backups/"_s + names[0]), QByteArray("{ \"a\": 1 }"));
    QCOMPARE(m_home->read(u"../data/backups/"_s + names[1]), edited);
    QCOMPARE(m_home->undo(u"claude-code"_s), QString());
    QVERIFY(backups.entryList(QDir::Files).isEmpty());
}

void TestRecords::bringsBackAFileThatIsGone()
{
    QVERIFY(m_home->write(claude, "{ \"a\": 1 }"));
    QCOMPARE(m_home->setUp(u"claude-code"_s, first), QString());
    QVERIFY(QDir(m_home->path(u".claude"_s)).removeRecursively());
    QCOMPARE(m_home->undo(u"claude-code"_s), QString());
    QCOMPARE(m_home->read(claude), QByteArray("{ \"a\": 1 }"));
}

void TestRecords::forgetsAFileThatIsGone()
{
    QVERIFY(m_home->write(claude, "{ \"a\": 1 }"));
    QCOMPARE(m_home->setUp(u"claude-code"_s, first), QString());
    QVERIFY(QFile::remove(m_home->path(claude)));
    QCOMPARE(m_home->setUp(u"claude-code"_s, first), QString());
    QCOMPARE(m_home->undo(u"claude-code"_s), QString());
    QCOMPARE(m_home->read(claude), QByteArray("(missing)"));
    const QDir backups(m_home->folder.filePath(u"data/backups"_s));
    QCOMPARE(backups.entryList(QDir::Files).size(), 1);
}

void TestRecords::keepsTheBackupOfAFileThatWasEmptied()
{
    QVERIFY(m_home->write(claude, "{ \"a\": 1 }"));
    QCOMPARE(m_home->setUp(u"claude-code"_s, first), QString());
    QVERIFY(m_home->write(claude, ""));
    QCOMPARE(m_home->undo(u"claude-code"_s), QString());
    const QDir backups(m_home->folder.filePath(u"data/backups"_s));
    QCOMPARE(backups.entryList(QDir::Files).size(), 1);
}

void TestRecords::understandsWholeObjects_data()
{
    QTest::addColumn<bool>("isSetUpAgain");
    QTest::addColumn<bool>("existed");
    QTest::newRow("undone") << false << false;
    QTest::newRow("undone, was there") << false << true;
    QTest::newRow("set up again") << true << false;
    QTest::newRow("set up again, was there") << true << true;
}

// Until single values were set, the whole object was, and the record held it as it stood.
void TestRecords::understandsWholeObjects()
{
    QFETCH(bool, isSetUpAgain);
    QFETCH(bool, existed);
    const QByteArray ours = "{ \"options\": { \"baseURL\": \"http://127.0.0.1:1337/v1\" } }";
    QVERIFY(m_home->write(plain, "{ \"a\": 1, \"provider\": { \"gatehouse\": " + ours + " } }\n"));
    QJsonObject setting{{u"path"_s, QJsonArray{u"provider"_s, u"gatehouse"_s}},
                        {u"ours"_s, QString::fromUtf8(ours)},
                        {u"reached"_s, existed ? 2 : 0}};
    if (existed)
        setting.insert(u"former"_s, u"{ \"b\": 2 }"_s);
    const QJsonObject file{{u"path"_s, m_home->path(plain)},
                           {u"existed"_s, true},
                           {u"edited"_s, true},
                           {u"settings"_s, QJsonArray{setting}}};
    const QJsonObject app{{u"app"_s, u"opencode"_s}, {u"files"_s, QJsonArray{file}}};
    QVERIFY(m_home->write(u"../data/connected.json"_s,
                          QJsonDocument(QJsonObject{{u"connected"_s, QJsonArray{app}}}).toJson()));
    if (isSetUpAgain) {
        QCOMPARE(m_home->setUp(u"opencode"_s, second), QString());
        QVERIFY(m_home->read(plain).contains("4242") && !m_home->read(plain).contains("1337"));
    }
    QCOMPARE(m_home->undo(u"opencode"_s), QString());
    QCOMPARE(m_home->read(plain),
             existed ? QByteArray("{ \"a\": 1, \"provider\": { \"gatehouse\": { \"b\": 2 } } }\n")
                     : QByteArray("{ \"a\": 1 }\n"));
}

void TestRecords::followsAFileThatWasRenamed_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("ours") << QByteArray();
    QTest::newRow("theirs") << QByteArray("{ \"a\": 1 }\n");
}

void TestRecords::followsAFileThatWasRenamed()
{
    QFETCH(QByteArray, before);
    QVERIFY(before.isEmpty() || m_home->write(plain, before));
    QCOMPARE(m_home->setUp(u"opencode"_s, first), QString());
    QVERIFY(QFile::rename(m_home->path(plain), m_home->path(commented)));
    QCOMPARE(m_home->setUp(u"opencode"_s, second), QString());
    QVERIFY(m_home->read(commented).contains("4242"));
    QCOMPARE(m_home->undo(u"opencode"_s), QString());
    QCOMPARE(m_home->read(commented), before.isEmpty() ? QByteArray("(missing)") : before);
    QCOMPARE(m_home->read(plain), QByteArray("(missing)"));
}

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"
