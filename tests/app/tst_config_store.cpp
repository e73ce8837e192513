// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_store.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

constexpr char twoProviders[] =
    "{\"version\": 1,\n  // mine first\n  \"providers\": [\n"
    "    {\"id\": \"a\", \"baseUrl\": \"https://a.example/v1\", \"team\": \"blue\"},\n"
    "    {\"id\": \"b\", \"baseUrl\": \"https://b.example/v1\"}]}\n";

} // namespace

//! What the window saves: never over what it has not seen, never over what it cannot read.
class TestConfigStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void changesLittleAndKeepsTheVersionBefore();
    void makesTheFirstFile();
    void leavesAFileAloneThatAnotherChanged();
    void leavesABrokenFileAlone_data();
    void leavesABrokenFileAlone();
    void putsAVersionBack();
    void putsNoBrokenVersionBack();
    void saysWhyItCannotWrite();
    void countsLiteralKeys();

private:
    void write(const QByteArray &text) const
    {
        QFile file(m_paths.config);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }
    QByteArray text() const
    {
        QFile file(m_paths.config);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Paths m_paths;
};

void TestConfigStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_paths = Paths();
    m_paths.config = m_folder->filePath(u"config.json"_s);
    m_paths.environment = m_folder->filePath(u".env"_s);
    m_paths.dataDir = m_folder->filePath(u"data"_s);
}

void TestConfigStore::changesLittleAndKeepsTheVersionBefore()
{
    write(twoProviders);
    ConfigWatch files(m_paths);
    QSignalSpy told(&files, &ConfigWatch::changed);
    ConfigStore store(m_paths, files);
    Config config = files.state().reading.config;
    config.providers[1].enabled = false;
    QCOMPARE(store.save(config), QString());
    QCOMPARE(told.count(), 1);
    QVERIFY(files.state().reading.config == config);
    QVERIFY(text().contains("// mine first"));
    QVERIFY(text().contains("\"team\": \"blue\""));
    const QList<ConfigVersion> versions = store.versions();
    QCOMPARE(versions.size(), 1);
    QFile kept(versions[0].path);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray(twoProviders));
}

void TestConfigStore::makesTheFirstFile()
{
    ConfigWatch files(m_paths);
    ConfigStore store(m_paths, files);
    Config config;
    config.listener.port = 1400;
    QCOMPARE(store.save(config), QString());
    QVERIFY(readConfig(text()).config == config);
    QVERIFY(store.versions().isEmpty());
}

void TestConfigStore::leavesAFileAloneThatAnotherChanged()
{
    write(twoProviders);
    ConfigWatch files(m_paths);
    ConfigStore store(m_paths, files);
    Config mine = files.state().reading.config;
    mine.listener.port = 1400;
    const QByteArray theirs = QByteArray(twoProviders).replace("\"b\"", "\"c\"");
    write(theirs);
    QVERIFY(!store.save(mine).isEmpty());
    QCOMPARE(text(), theirs);
    QCOMPARE(files.state().text, theirs); // has been seen now
    QCOMPARE(store.save(mine), QString());
}

void TestConfigStore::leavesABrokenFileAlone_data()
{
    QTest::addColumn<QByteArray>("broken");
    QTest::newRow("syntax") << QByteArray(twoProviders).chopped(3);
    QTest::newRow("meaning") << QByteArray(twoProviders).replace("https://a", "http://a");
    QTest::newRow("a literal key")
        << QByteArray(twoProviders).replace("\"team\"", "\"apiKey\": \"sk-literal-0123456789\", \"team\"");
}

void TestConfigStore::leavesABrokenFileAlone()
{
    QFETCH(QByteArray, broken);
    write(broken);
    ConfigWatch files(m_paths);
    QVERIFY(!files.state().reading.valid());
    ConfigStore store(m_paths, files);
    Config config;
    config.listener.port = 1400;
    QVERIFY(store.save(config).contains(u"errors"_s));
    QCOMPARE(text(), broken);
}

void TestConfigStore::putsAVersionBack()
{
    write(twoProviders);
    ConfigWatch files(m_paths);
    ConfigStore store(m_paths, files);
    Config config = files.state().reading.config;
    config.providers.removeLast();
    QCOMPARE(store.save(config), QString());
    const QByteArray saved = text();
    QCOMPARE(store.restore(store.versions()[0]), QString());
    QCOMPARE(text(), QByteArray(twoProviders));
    QFile kept(store.versions()[0].path);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), saved); // so that this can be taken back too
}

void TestConfigStore::putsNoBrokenVersionBack()
{
    write(twoProviders);
    ConfigWatch files(m_paths);
    ConfigStore store(m_paths, files);
    Config config = files.state().reading.config;
    config.listener.port = 1400;
    QCOMPARE(store.save(config), QString());
    const QByteArray good = text();
    const ConfigVersion version = store.versions()[0];
    QFile kept(version.path);
    QVERIFY(kept.open(QIODevice::WriteOnly));
    kept.write("{\"version\": 1, \"providers\": [{\"id\": \"a\"");
    kept.close();
    QVERIFY(store.restore(version).contains(u"errors"_s));
    QCOMPARE(text(), good);
}

void TestConfigStore::saysWhyItCannotWrite()
{
    QVERIFY(QFile(m_folder->filePath(u"blocker"_s)).open(QIODevice::WriteOnly));
    m_paths.config = m_folder->filePath(u"blocker/config.json"_s); // its folder is a file
    ConfigWatch files(m_paths);
    ConfigStore store(m_paths, files);
    QVERIFY(!store.save({}).isEmpty());
}

void TestConfigStore::countsLiteralKeys()
{
    write(QByteArray(twoProviders)
              .replace("\"team\"", "\"apiKey\": [\"sk-one-0123456789\", \"${A}\"], \"team\""));
    ConfigWatch files(m_paths);
    const ConfigStore store(m_paths, files);
    QCOMPARE(store.literalKeys(), 1);
}

QTEST_GUILESS_MAIN(TestConfigStore)
#include "tst_config_store.moc"
