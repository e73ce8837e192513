// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_file.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! Reading and writing the configuration file and the `.env` beside it.
class TestConfigFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void missingFile();
    void readsBoth();
    void opensOnlyRegularFiles_data();
    void opensOnlyRegularFiles();
    void refusesHugeFiles();
    void warnsOfOtherReaders_data();
    void warnsOfOtherReaders();
    void namesBadLinesWithoutTheirText();
    void writesPrivately();
    void writesThroughALink();
    void keepsTheOldFileWhenWritingFails();

private:
    Paths paths(bool named = true) const
    {
        Paths all = pathsFor({.configPath = m_folder->filePath(u"config.json"_s)});
        all.configMayBeMissing = !named;
        return all;
    }
    void put(const QString &name, const QByteArray &text, QFile::Permissions permissions = ownerOnly) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        QVERIFY(file.setPermissions(permissions));
    }
    static QStringList lines(const ConfigFileState &state)
    {
        QStringList all;
        for (const Problem &problem : state.reading.problems)
            all.append(problemLine(problem));
        return all;
    }

    static constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestConfigFile::missingFile()
{
    const ConfigFileState usual = readConfigFile(paths(false));
    QVERIFY(!usual.exists);
    QVERIFY(usual.reading.valid());
    QVERIFY(usual.reading.config == Config());
    const ConfigFileState named = readConfigFile(paths(true));
    QVERIFY(!named.reading.valid());
    QCOMPARE(lines(named), QStringList{u"error %1: does not exist"_s.arg(paths().config)});
    QVERIFY(QFile::link(u"nowhere"_s, paths().config)); // someone meant it to be there
    QVERIFY(!readConfigFile(paths(false)).reading.valid());
}

void TestConfigFile::readsBoth()
{
    put(u"config.json"_s, R"({"version": 1, "usage": {"keepDays": 7}})");
    put(u".env"_s, "GATEHOUSE_TEST_A=1\n");
    const ConfigFileState state = readConfigFile(paths());
    QVERIFY2(lines(state).isEmpty(), qUtf8Printable(lines(state).join(u'\n')));
    QCOMPARE(state.reading.config.usageKeepDays, 7);
    QCOMPARE(state.environment.value(u"GATEHOUSE_TEST_A"_s), QByteArray("1"));
    QCOMPARE(state.text, QByteArray(R"({"version": 1, "usage": {"keepDays": 7}})"));
}

void TestConfigFile::opensOnlyRegularFiles_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"pipe", "folder", "device"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestConfigFile::opensOnlyRegularFiles()
{
    QFETCH(QString, kind);
    for (const QString &path : {paths().config, paths().environment}) {
        if (kind == u"pipe"_s)
            QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        else if (kind == u"folder"_s)
            QVERIFY(QDir().mkdir(path));
        else
            QVERIFY(QFile::link(u"/dev/zero"_s, path));
    }
    const ConfigFileState state = readConfigFile(paths()); // and does not wait for the pipe
    QVERIFY(!state.reading.valid());
    QCOMPARE(lines(state).filter(u"is not a regular file"_s).size(), 2);
}

void TestConfigFile::refusesHugeFiles()
{
    put(u"config.json"_s, "{}");
    QVERIFY(QFile::resize(paths().config, 4LL * 1024 * 1024 * 1024)); // a hole: it takes no space
    QVERIFY(lines(readConfigFile(paths())).constFirst().contains("1 MiB"_L1));
}

void TestConfigFile::warnsOfOtherReaders_data()
{
    QTest::addColumn<QFile::Permissions>("permissions");
    QTest::addColumn<QString>("says");
    QTest::newRow("0600") << QFile::Permissions(ownerOnly) << QString();
    QTest::newRow("0640") << (ownerOnly | QFile::ReadGroup) << u"read"_s;
    QTest::newRow("0644") << (ownerOnly | QFile::ReadGroup | QFile::ReadOther) << u"read"_s;
    QTest::newRow("0620") << (ownerOnly | QFile::WriteGroup) << u"change"_s;
    QTest::newRow("0646") << (ownerOnly | QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther)
                          << u"change"_s;
}

void TestConfigFile::warnsOfOtherReaders()
{
    QFETCH(QFile::Permissions, permissions);
    QFETCH(QString, says);
    for (const QString &name : {u"config.json"_s, u".env"_s})
        put(name, name == u".env"_s ? "" : R"({"version": 1})", permissions);
    const ConfigFileState state = readConfigFile(paths());
    QVERIFY(state.reading.valid());
    QCOMPARE(state.reading.problems.size(), says.isEmpty() ? 0 : 2);
    for (const QString &line : lines(state))
        QVERIFY2(line.startsWith("warning "_L1) && line.contains(says), qUtf8Printable(line));
}

void TestConfigFile::namesBadLinesWithoutTheirText()
{
    put(u"config.json"_s, R"({"version": 1})");
    put(u".env"_s, "GOOD=1\nsk-canary\n");
    const ConfigFileState state = readConfigFile(paths());
    QVERIFY(state.reading.valid());
    QCOMPARE(lines(state).size(), 1);
    QVERIFY(lines(state).constFirst().contains("/.env:2: "_L1));
    QVERIFY(!lines(state).constFirst().contains("canary"_L1));
}

void TestConfigFile::writesPrivately()
{
    put(u"config.json"_s, "old", QFile::Permissions(0x6644));
    QCOMPARE(writeConfigFile(paths(), "new"), QString());
    QFile file(paths().config);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("new"));
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(paths().config).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777, mode_t(0600));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);

    const Paths deep = pathsFor({.configPath = m_folder->filePath(u"made/on/demand.json"_s)});
    QCOMPARE(writeConfigFile(deep, "x"), QString());
    QVERIFY(QFileInfo::exists(deep.config));
}

void TestConfigFile::writesThroughALink()
{
    put(u"target.json"_s, "old");
    QVERIFY(QFile::link(u"target.json"_s, paths().config));
    QCOMPARE(writeConfigFile(paths(), "new"), QString());
    QVERIFY(QFileInfo(paths().config).isSymLink());
    QFile target(m_folder->filePath(u"target.json"_s));
    QVERIFY(target.open(QIODevice::ReadOnly));
    QCOMPARE(target.readAll(), QByteArray("new"));
}

void TestConfigFile::keepsTheOldFileWhenWritingFails()
{
    QVERIFY(QDir().mkpath(paths().config + "/x"_L1)); // a folder in its place
    QVERIFY(writeConfigFile(paths(), "new").contains(paths().config));
    QVERIFY(QFileInfo(paths().config).isDir());
}

QTEST_GUILESS_MAIN(TestConfigFile)
#include "tst_config_file.moc"
