// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_lock.h"
#include "app/config_store.h"
#include "gateway/credentials/client_key.h"
#include "tests/app/command_bench.h"

#include <QDir>
#include <QProcess>
#include <QTest>

#include <cstdio>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace gatehouse;

namespace {

Options optionsFor(const QString &folder)
{
    return {.configPath = folder + "/config.json"_L1, .dataDir = folder + "/data"_L1};
}

//! A child: `client add`.
int addByCommand(const Options &options)
{
    QBuffer in, out, err;
    for (QBuffer *device : {&in, &out, &err})
        device->open(QIODevice::ReadWrite);
    FakeKeychain keychain;
    const int code = runCommand(options, keychain, {in, out, err});
    std::fputs(err.data().constData(), stderr);
    return code;
}

//! A child: saves a client more as the window does, and again while it is told to look first.
int addByWindow(const Options &options)
{
    ConfigWatch files(pathsFor(options));
    ConfigStore store(pathsFor(options), files);
    QString problem;
    do {
        Config config = files.state().reading.config;
        config.clients.append(
            {.name = options.argument, .keyHash = clientKeyHash(options.argument.toUtf8())});
        problem = store.save(config);
    } while (problem.contains(u"look at it again"_s));
    std::fputs(qUtf8Printable(problem), stderr);
    return problem.isEmpty() ? 0 : 1;
}

//! A child: has the lock until it is killed.
int holdForEver(const Options &options)
{
    const ConfigLock lock(pathsFor(options));
    std::puts(qPrintable(lock.problem()));
    std::fflush(stdout);
    std::getchar();
    return 0;
}

} // namespace

//! Programs that change the configuration at the same moment lose nothing of each other's.
class TestConfigLock final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNoClient();
    void waitsForOneOnly();
    void isTheSameThroughALink();
    void endsWithItsProcess();
    void refusesACommandMeanwhile();
    void keepsNobodyFromAFolderWithoutLocks();
};

void TestConfigLock::losesNoClient()
{
    CommandBench bench;
    QVERIFY(bench.put(CommandBench::openai));
    constexpr int programs = 24;
    std::vector<std::unique_ptr<QProcess>> children;
    for (int i = 0; i < programs; ++i) {
        children.push_back(std::make_unique<QProcess>());
        children.back()->start(
            QCoreApplication::applicationFilePath(),
            {i % 3 == 0 ? u"--by-window"_s : u"--by-command"_s, bench.folder.path(), u"client%1"_s.arg(i)});
    }
    for (const auto &child : children) {
        QVERIFY(child->waitForFinished());
        QVERIFY2(child->exitCode() == 0, child->readAllStandardError().constData());
    }
    QVERIFY(bench.reading().valid());
    QCOMPARE(bench.reading().config.clients.size(), programs);
}

void TestConfigLock::waitsForOneOnly()
{
    const QTemporaryDir folder;
    const Paths paths = pathsFor(optionsFor(folder.path()));
    {
        const ConfigLock first(paths);
        QCOMPARE(first.problem(), QString());
        const ConfigLock second(paths, 0ms);
        QVERIFY2(second.problem().contains(paths.config), qPrintable(second.problem()));
    }
    QCOMPARE(ConfigLock(paths, 0ms).problem(), QString());
    QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void TestConfigLock::isTheSameThroughALink()
{
    CommandBench bench;
    QVERIFY(bench.put(CommandBench::openai));
    QVERIFY(QDir(bench.folder.path()).mkdir(u"other"_s));
    const Options linked = optionsFor(bench.folder.filePath(u"other"_s));
    QVERIFY(QFile::link(bench.options.configPath, linked.configPath));
    const ConfigLock first(pathsFor(linked));
    QVERIFY(!ConfigLock(pathsFor(bench.options), 0ms).problem().isEmpty());
}

void TestConfigLock::endsWithItsProcess()
{
    const QTemporaryDir folder;
    const Paths paths = pathsFor(optionsFor(folder.path()));
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--hold"_s, folder.path(), QString()});
    QVERIFY(child.waitForReadyRead());
    QCOMPARE(child.readAllStandardOutput().trimmed(), QByteArray());
    QVERIFY(!ConfigLock(paths, 0ms).problem().isEmpty());
    child.kill();
    QVERIFY(child.waitForFinished());
    QCOMPARE(ConfigLock(paths, 0ms).problem(), QString());
}

void TestConfigLock::refusesACommandMeanwhile()
{
    CommandBench bench;
    QVERIFY(bench.put(CommandBench::openai));
    const ConfigLock other(pathsFor(bench.options));
    QCOMPARE(bench.run(Command::ClientAdd, u"a"_s), 1);
    QVERIFY2(bench.err.contains("another program"), bench.err.constData());
    QVERIFY(bench.out.isEmpty());
    QCOMPARE(bench.text(), QByteArray(CommandBench::openai));
}

void TestConfigLock::keepsNobodyFromAFolderWithoutLocks()
{
    const ConfigLock noFolder(pathsFor(optionsFor(u"/dev/null"_s)));
    QCOMPARE(noFolder.problem(), QString());
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4) {
        Options options = optionsFor(arguments[2]);
        options.command = Command::ClientAdd;
        options.argument = arguments[3];
        return arguments[1] == u"--hold"_s        ? holdForEver(options)
               : arguments[1] == u"--by-window"_s ? addByWindow(options)
                                                  : addByCommand(options);
    }
    TestConfigLock test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_config_lock.moc"
