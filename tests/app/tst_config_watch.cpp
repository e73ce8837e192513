// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_watch.h"

#include <QDateTime>
#include <QDir>
#include <QSaveFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! A saved change is seen within a second, however the editor saves.
class TestConfigWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void seesRewriting();
    void seesReplacingAgainAndAgain();
    void seesDeletingAndMakingAnew();
    void waitsForTheRestOfAHalfWrittenFile();
    void seesWhatALinkPointsTo();
    void seesTheLinkItselfReplaced();
    void seesAFolderReplaced_data();
    void seesAFolderReplaced();
    void seesALinkTurned_data();
    void seesALinkTurned();
    void seesTheEnvironment();
    void seesAFileThatWasMissing();
    void seesTheSameTextWrittenAnew();
    void isNotHeldUpByABusyFolder();
    void ignoresItsNeighbours();
    void missesAFileThatWasThere();
    void reloadsWhenTold();

private:
    static QByteArray config(const QString &model)
    {
        return "{\"version\": 1, \"defaultModel\": \"" + model.toUtf8() + "\"}";
    }
    QString path(const QString &name = u"config.json"_s) const { return m_folder->filePath(name); }
    void rename(const QString &from, const QString &to) const // in one step, also over what is there
    {
        QCOMPARE(std::rename(qPrintable(path(from)), qPrintable(path(to))), 0);
    }
    void link(const QString &target, const QString &name) const
    {
        QVERIFY(QFile::link(target, path(name + u".new"_s)));
        rename(name + u".new"_s, name);
    }
    void put(const QByteArray &text, const QString &name = u"config.json"_s) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(text), text.size());
    }
    void replace(const QByteArray &text, const QString &name = u"config.json"_s) const
    {
        QSaveFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        QVERIFY(file.commit());
    }
    std::unique_ptr<ConfigWatch> watch(const QString &name = u"config.json"_s) const
    {
        return std::make_unique<ConfigWatch>(pathsFor({.configPath = path(name)}));
    }
    void makeReleases() const
    {
        for (const QString &model : {u"first"_s, u"second"_s, u"third"_s}) {
            QVERIFY(QDir().mkpath(path(u"releases/"_s + model + u"/etc"_s)));
            put(config(model), u"releases/"_s + model + u"/etc/config.json"_s);
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    static constexpr int second = 1000;
};

#define TRY_MODEL(watch, model)                                                                              \
    QTRY_COMPARE_WITH_TIMEOUT((watch)->state().reading.config.defaultModel, model, second)

void TestConfigWatch::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    put(config(u"first"_s));
}

void TestConfigWatch::seesRewriting()
{
    const auto watcher = watch();
    QCOMPARE(watcher->state().reading.config.defaultModel, u"first"_s);
    put(config(u"second"_s));
    TRY_MODEL(watcher, u"second"_s);
    put(config(u"third"_s));
    TRY_MODEL(watcher, u"third"_s);
}

void TestConfigWatch::seesReplacingAgainAndAgain()
{
    const auto watcher = watch();
    for (int i = 0; i < 6; ++i) {
        replace(config(QString::number(i)));
        TRY_MODEL(watcher, QString::number(i));
    }
}

void TestConfigWatch::seesDeletingAndMakingAnew()
{
    const auto watcher = watch();
    QSignalSpy changed(watcher.get(), &ConfigWatch::changed);
    QVERIFY(QFile::remove(path()));
    put(config(u"second"_s));
    TRY_MODEL(watcher, u"second"_s);
    QCOMPARE(changed.size(), 1); // an editor that does this reports nothing missing
}

void TestConfigWatch::waitsForTheRestOfAHalfWrittenFile()
{
    const auto watcher = watch();
    QSignalSpy changed(watcher.get(), &ConfigWatch::changed);
    const QByteArray text = config(u"second"_s);
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered));
    QCoreApplication::processEvents();
    file.write(text.left(10));
    QTimer::singleShot(100, &file, [&] { file.write(text.mid(10)); });
    TRY_MODEL(watcher, u"second"_s);
    QCOMPARE(changed.size(), 1);
    QVERIFY(watcher->state().reading.valid());
}

void TestConfigWatch::seesWhatALinkPointsTo()
{
    QVERIFY(QFile::remove(path()));
    QVERIFY(QDir(m_folder->path()).mkdir(u"dotfiles"_s));
    put(config(u"first"_s), u"dotfiles/target.json"_s);
    QVERIFY(QFile::link(u"dotfiles/target.json"_s, path()));
    const auto watcher = watch();
    QCOMPARE(watcher->state().reading.config.defaultModel, u"first"_s);
    put(config(u"second"_s), u"dotfiles/target.json"_s);
    TRY_MODEL(watcher, u"second"_s);
    replace(config(u"third"_s), u"dotfiles/target.json"_s);
    TRY_MODEL(watcher, u"third"_s);
    replace(config(u"fourth"_s), u"dotfiles/target.json"_s);
    TRY_MODEL(watcher, u"fourth"_s);
}

void TestConfigWatch::seesTheLinkItselfReplaced()
{
    put(config(u"other"_s), u"other.json"_s);
    const auto watcher = watch();
    QVERIFY(QFile::remove(path()));
    QVERIFY(QFile::link(u"other.json"_s, path()));
    TRY_MODEL(watcher, u"other"_s);
}

void TestConfigWatch::seesAFolderReplaced_data()
{
    QTest::addColumn<QString>("file");   //!< that is watched
    QTest::addColumn<QString>("folder"); //!< that is put in its folder's place
    QTest::newRow("its own") << u"live/config.json"_s << u"/etc"_s;
    QTest::newRow("above it") << u"live/etc/config.json"_s << QString();
    QTest::newRow("of what it links to") << u"links/link.json"_s << u"/etc"_s;
}

void TestConfigWatch::seesAFolderReplaced()
{
    QFETCH(QString, file);
    QFETCH(QString, folder);
    makeReleases();
    rename(u"releases/first"_s + folder, u"live"_s);
    QVERIFY(QDir(m_folder->path()).mkdir(u"links"_s));
    link(u"../live/config.json"_s, u"links/link.json"_s);
    const auto watcher = watch(file);
    QCOMPARE(watcher->state().reading.config.defaultModel, u"first"_s);
    for (const QString &model : {u"second"_s, u"third"_s}) {
        rename(u"live"_s, u"before-"_s + model);
        rename(u"releases/"_s + model + folder, u"live"_s);
        TRY_MODEL(watcher, model);
    }
}

void TestConfigWatch::seesALinkTurned_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("above it") << u"live/etc/config.json"_s;
    QTest::newRow("on the way to what it links to") << u"mount/config.json"_s; // as Kubernetes mounts it
    QTest::newRow("over links above") << u"home/config.json"_s;
}

void TestConfigWatch::seesALinkTurned()
{
    QFETCH(QString, file);
    makeReleases();
    QVERIFY(QDir(m_folder->path()).mkdir(u"mount"_s));
    link(u"../releases/first"_s, u"mount/..data"_s);
    link(u"..data/etc/config.json"_s, u"mount/config.json"_s);
    link(path(u"mount/..data"_s), u"live"_s);
    link(u"live/../first/etc"_s, u"home"_s);
    const auto watcher = watch(file);
    QCOMPARE(watcher->state().reading.config.defaultModel, u"first"_s);
    link(u"../releases/second"_s, u"mount/..data"_s);
    if (file.startsWith("home"_L1))
        link(u"live/../second/etc"_s, u"home"_s);
    TRY_MODEL(watcher, u"second"_s);
    put(config(u"third"_s), u"releases/second/etc/config.json"_s);
    TRY_MODEL(watcher, u"third"_s);
}

void TestConfigWatch::seesTheEnvironment()
{
    const auto watcher = watch();
    const QString name = u"GATEHOUSE_TEST_B"_s;
    put("GATEHOUSE_TEST_B=1\n", u".env"_s);
    QTRY_COMPARE_WITH_TIMEOUT(watcher->state().environment.value(name), QByteArray("1"), second);
    replace("GATEHOUSE_TEST_B=2\n", u".env"_s);
    QTRY_COMPARE_WITH_TIMEOUT(watcher->state().environment.value(name), QByteArray("2"), second);
    QVERIFY(QFile::remove(path(u".env"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(watcher->state().environment.value(name), QByteArray(), second);
}

void TestConfigWatch::seesAFileThatWasMissing()
{
    Paths paths = pathsFor({.configPath = path(u"not/made/yet.json"_s)});
    paths.configMayBeMissing = true;
    ConfigWatch watcher(paths);
    QVERIFY(watcher.state().reading.valid());
    QVERIFY(QDir(m_folder->path()).mkpath(u"not/made"_s));
    put(config(u"late"_s), u"not/made/yet.json"_s);
    TRY_MODEL(&watcher, u"late"_s);
    replace(config(u"later"_s), u"not/made/yet.json"_s);
    TRY_MODEL(&watcher, u"later"_s);
}

void TestConfigWatch::seesTheSameTextWrittenAnew()
{
    // The clock of a file system ticks slowly: what was there must be older than what comes.
    QFile old(path());
    QVERIFY(old.open(QIODevice::ReadWrite));
    QVERIFY(old.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime));
    old.close();
    const auto watcher = watch();
    QSignalSpy changed(watcher.get(), &ConfigWatch::changed);
    replace(config(u"first"_s));
    QVERIFY(changed.wait(second));
}

void TestConfigWatch::isNotHeldUpByABusyFolder()
{
    const auto watcher = watch();
    QTimer noise;
    int number = 0;
    connect(&noise, &QTimer::timeout, this, [&] { put("x", u"noise%1"_s.arg(number++)); });
    noise.start(50);
    put(config(u"second"_s));
    TRY_MODEL(watcher, u"second"_s);
}

void TestConfigWatch::ignoresItsNeighbours()
{
    const auto watcher = watch();
    QSignalSpy changed(watcher.get(), &ConfigWatch::changed);
    put("x", u"neighbour"_s);
    QVERIFY(!changed.wait(900));
}

void TestConfigWatch::missesAFileThatWasThere()
{
    Paths paths = pathsFor({.configPath = path()});
    paths.configMayBeMissing = true;
    ConfigWatch watcher(paths);
    QVERIFY(watcher.state().reading.valid());
    QVERIFY(QFile::remove(path()));
    QTRY_VERIFY_WITH_TIMEOUT(!watcher.state().reading.valid(), second);
    put(config(u"back"_s));
    TRY_MODEL(&watcher, u"back"_s);
}

void TestConfigWatch::reloadsWhenTold()
{
    const auto watcher = watch();
    QSignalSpy changed(watcher.get(), &ConfigWatch::changed);
    watcher->reload();
    QCOMPARE(changed.size(), 1);
}

QTEST_GUILESS_MAIN(TestConfigWatch)
#include "tst_config_watch.moc"
