// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paths.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! Where things lie, and who may look at them.
class TestPaths final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usualPlaces();
    void chosenPlaces();
    void foldersArePrivate();
};

void TestPaths::usualPlaces()
{
    QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.filePath(u"c"_s).toLocal8Bit());
    qputenv("XDG_DATA_HOME", home.filePath(u"d"_s).toLocal8Bit());
    QCoreApplication::setApplicationName(u"gatehouse"_s);
    const Paths paths = pathsFor({});
    QCOMPARE(paths.config, home.filePath(u"c/gatehouse/config.json"_s));
    QCOMPARE(paths.environment, home.filePath(u"c/gatehouse/.env"_s));
    QCOMPARE(paths.dataDir, home.filePath(u"d/gatehouse"_s));
    QCOMPARE(paths.log, home.filePath(u"d/gatehouse/gatehouse.log"_s));
    QVERIFY(paths.configMayBeMissing);
    QVERIFY(!QDir(paths.dataDir).exists());
}

void TestPaths::chosenPlaces()
{
    const QString here = QDir::currentPath();
    const Paths paths = pathsFor({.configPath = u"a/../b.json"_s, .dataDir = u"data/"_s});
    QCOMPARE(paths.config, here + "/b.json"_L1);
    QCOMPARE(paths.environment, here + "/.env"_L1);
    QCOMPARE(paths.dataDir, here + "/data"_L1);
    QVERIFY(!paths.configMayBeMissing);
}

void TestPaths::foldersArePrivate()
{
    QTemporaryDir home;
    QVERIFY(makePrivateFolder(home.filePath(u"a/b"_s)));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;
    for (const QString &folder : {home.filePath(u"a"_s), home.filePath(u"a/b"_s)})
        QCOMPARE(QFile::permissions(folder) & others, QFile::Permissions());
    QVERIFY(makePrivateFolder(home.filePath(u"a/b"_s)));
    QFile file(home.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(!makePrivateFolder(home.filePath(u"file/c"_s)));
    QVERIFY(!makePrivateFolder(home.filePath(u"file"_s)));
}

QTEST_GUILESS_MAIN(TestPaths)
#include "tst_paths.moc"
