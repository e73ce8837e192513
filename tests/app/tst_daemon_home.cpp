// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! The real gatehoused without a home folder: nothing is put into the root of the file system.
class TestDaemonHome final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void needsOne_data();
    void needsOne();
};

void TestDaemonHome::needsOne_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArrayList>("missing"); //!< none: it can do without
    const QStringList both{u"--config"_s, u"config.json"_s, u"--data-dir"_s, u"data"_s};
    QTest::newRow("to serve") << QStringList{} << QByteArrayList{"--config", "--data-dir"};
    QTest::newRow("to serve a file") << both.mid(0, 2) << QByteArrayList{"--data-dir"};
    QTest::newRow("to keep data") << both.mid(2) << QByteArrayList{"--config"};
    QTest::newRow("to add a client") << QStringList{u"client"_s, u"add"_s, u"a"_s}
                                     << QByteArrayList{"--config"};
    QTest::newRow("to show usage") << QStringList{u"usage"_s} << QByteArrayList{"--data-dir"};
    QTest::newRow("to connect") << both + QStringList{u"connect"_s, u"codex"_s} << QByteArrayList{"HOME"};
    QTest::newRow("to check a file") << both.mid(0, 2) + QStringList{u"--check-config"_s} << QByteArrayList{};
    QTest::newRow("to help") << QStringList{u"--help"_s} << QByteArrayList{};
}

void TestDaemonHome::needsOne()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArrayList, missing);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"config.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"version": 1})");
    file.close();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s})
        environment.remove(name);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder.path());
    process.start(QStringLiteral(GATEHOUSED), arguments, QIODevice::ReadOnly);
    QVERIFY(process.waitForFinished(5'000));
    QCOMPARE(process.exitCode(), missing.isEmpty() ? 0 : 2);
    const QByteArray said = process.readAllStandardError();
    for (const QByteArray &option : {QByteArray("--config"), QByteArray("--data-dir"), QByteArray("HOME")}) {
        const bool told = option == "HOME" ? !missing.isEmpty() : missing.contains(option);
        QVERIFY2(said.contains(option) == told, said.constData());
    }
}

QTEST_GUILESS_MAIN(TestDaemonHome)
#include "tst_daemon_home.moc"
