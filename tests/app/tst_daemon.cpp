// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gatehouse_process.h"
#include "tests/support/raw_client.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! The real gatehoused as a script sees it: ready line, answers, signals, exit codes.
class TestDaemon final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void demoAnswers();
    void worksWithoutTheUsualFile();
    void refusesToStart_data();
    void refusesToStart();
    void takenPortEndsWith3();
    void unusableAddressEndsWith1();
    void signalsEndIt_data();
    void signalsEndIt();
    void drainsARunningRequest();
    void secondSignalEndsItAtOnce();
    void writesItsLogInTheDataFolder();
    void loadsNoOtherPlugins();
    void raisesItsDescriptorLimit();

private:
    //! Runs gatehoused until it ends, with a home of its own.
    int runToEnd(const QStringList &arguments, const QByteArray &config = {});

    QByteArray m_stdout;
    QByteArray m_stderr;
};

int TestDaemon::runToEnd(const QStringList &arguments, const QByteArray &config)
{
    QTemporaryDir home;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home.path());
    for (const QString &name : {u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s})
        environment.remove(name);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(home.path());
    if (!config.isNull()) {
        QFile file(home.filePath(u"config.json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(config) != config.size())
            return -1;
    }
    process.start(QStringLiteral(GATEHOUSED), arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished(20'000))
        return -1;
    m_stdout = process.readAllStandardOutput();
    m_stderr = process.readAllStandardError();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

void TestDaemon::demoAnswers()
{
    GatehouseProcess process(configWith({}), {u"--demo"_s});
    QVERIFY2(process.isListening(), process.log().constData());
    QCOMPARE(process.url(), u"http://127.0.0.1:%1"_s.arg(process.port()));
    const RawAnswer whole =
        exchange(process.port(),
                 jsonRequest("/v1/chat/completions",
                             R"({"model":"demo/echo","messages":[{"role":"user","content":"hello you"}]})"));
    QCOMPARE(whole.status, 200);
    QCOMPARE(QJsonDocument::fromJson(whole.body)["choices"_L1][0]["message"_L1]["content"_L1].toString(),
             u"hello you"_s);
    const RawAnswer stream = exchange(
        process.port(),
        jsonRequest(
            "/v1/chat/completions",
            R"({"model":"demo/echo","stream":true,"messages":[{"role":"user","content":"hello you"}]})"));
    QCOMPARE(stream.status, 200);
    QVERIFY2(stream.whole && stream.body.contains("data: [DONE]"), stream.body.constData());
    QTRY_COMPARE(process.records().size(), 2);
    const QJsonObject record = process.records().constFirst();
    QCOMPARE(record.value("provider"_L1).toString(), u"demo"_s);
    QCOMPARE(record.value("status"_L1).toInt(), 200);
    QVERIFY(record.value("output_tokens"_L1).toInt() > 0);
    QVERIFY(!process.log().contains("hello you"));
    QCOMPARE(process.stop(), 0);
}

void TestDaemon::worksWithoutTheUsualFile()
{
    QTemporaryDir home;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home.path());
    environment.remove(u"XDG_CONFIG_HOME"_s);
    environment.remove(u"XDG_DATA_HOME"_s);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(GATEHOUSED), {u"--port"_s, u"0"_s}, QIODevice::ReadOnly);
    QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine(), 10'000);
    process.terminate();
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitCode(), 0);
    const QByteArray log = process.readAllStandardError();
    QVERIFY2(log.contains("There are no providers") && log.contains(".config/gatehouse/config.json"),
             log.constData());
}

void TestDaemon::refusesToStart_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("says");
    const QStringList withFile{u"--config"_s, u"config.json"_s, u"--port"_s, u"0"_s};
    QTest::newRow("unknown option") << QStringList{u"--colour"_s} << QByteArray() << QByteArray("colour");
    QTest::newRow("missing file") << withFile << QByteArray() << QByteArray("does not exist");
    QTest::newRow("not JSON") << withFile << QByteArray("{") << QByteArray("config.json is not valid");
    QTest::newRow("empty file") << withFile << QByteArray("") << QByteArray("config.json is not valid");
    QTest::newRow("open without a client")
        << withFile << configWith({}, R"(,"listener":{"host":"0.0.0.0"})") << QByteArray("/listener/host");
    QTest::newRow("opened by an option") << withFile + QStringList{u"--host"_s, u"0.0.0.0"_s}
                                         << configWith({}) << QByteArray("/listener/host");
}

void TestDaemon::refusesToStart()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, says);
    QCOMPARE(runToEnd(arguments, config), 2);
    QVERIFY2(m_stderr.contains(says), m_stderr.constData());
    QCOMPARE(m_stdout, QByteArray());
}

void TestDaemon::takenPortEndsWith3()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString port = QString::number(other.serverPort());
    QCOMPARE(runToEnd({u"--demo"_s, u"--port"_s, port}), 3);
    QVERIFY2(m_stderr.contains(port.toLatin1()) && m_stderr.contains("tst_daemon (process "),
             m_stderr.constData());
    QCOMPARE(m_stdout, QByteArray());
}

void TestDaemon::unusableAddressEndsWith1()
{
    // A documentation address (RFC 3849): no machine has it.
    const QByteArray config =
        configWith({}, R"(,"clients":[{"name":"a","keyHash":"sha256:)" + QByteArray(64, '0') + R"("}])");
    QCOMPARE(runToEnd({u"--config"_s, u"config.json"_s, u"--host"_s, u"2001:db8::1"_s, u"--port"_s, u"0"_s},
                      config),
             1);
    QVERIFY2(m_stderr.contains("2001:db8::1"), m_stderr.constData());
}

void TestDaemon::signalsEndIt_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestDaemon::signalsEndIt()
{
    QFETCH(int, number);
    GatehouseProcess process(configWith({}), {u"--demo"_s});
    QVERIFY(process.isListening());
    RawClient idle(process.port()); // must not be waited for
    process.signal(number);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(process.waitForExit(), 0);
    QVERIFY(clock.elapsed() < 3000);
}

void TestDaemon::drainsARunningRequest()
{
    QTcpServer slow; // a provider that answers when it is told to
    QVERIFY(slow.listen(QHostAddress::LocalHost));
    GatehouseProcess process(configWith({providerAt(slow.serverPort(), "slow", "m")}), {}, {fakeKeyVariable});
    QVERIFY2(process.isListening(), process.log().constData());
    RawClient client(process.port());
    QVERIFY(client.send(jsonRequest("/v1/chat/completions", R"({"model":"m","messages":[]})")));
    QVERIFY(slow.waitForNewConnection(5000));
    QTcpSocket *socket = slow.nextPendingConnection();
    QVERIFY(socket->waitForReadyRead(5000));
    process.signal(SIGTERM);
    QTRY_VERIFY(process.log().contains("Stopping"));
    socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    QVERIFY(socket->waitForBytesWritten());
    const RawAnswer answer = client.readAnswer();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, QByteArray("{}"));
    QCOMPARE(process.waitForExit(), 0);
    QCOMPARE(process.records().size(), 1);
}

void TestDaemon::secondSignalEndsItAtOnce()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    GatehouseProcess process(configWith({providerAt(silent.serverPort(), "silent", "m")}), {},
                             {fakeKeyVariable});
    QVERIFY(process.isListening());
    RawClient client(process.port());
    QVERIFY(client.send(jsonRequest("/v1/chat/completions", R"({"model":"m","messages":[]})")));
    QVERIFY(silent.waitForNewConnection(5000));
    process.signal(SIGTERM);
    QTRY_VERIFY(process.log().contains("Stopping"));
    QElapsedTimer clock;
    clock.start();
    process.signal(SIGINT);
    QCOMPARE(process.waitForExit(), 0);
    QVERIFY(clock.elapsed() < 5000);
}

void TestDaemon::writesItsLogInTheDataFolder()
{
    GatehouseProcess process(configWith({}), {u"--demo"_s});
    QVERIFY(process.isListening());
    QCOMPARE(process.stop(), 0);
    QFile file(process.folder() + "/data/gatehouse.log"_L1);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), process.log());
    const auto others = QFile::ReadGroup | QFile::ReadOther;
    QCOMPARE(file.permissions() & others, QFile::Permissions());
    QCOMPARE(QFile::permissions(process.folder() + "/data"_L1) & others, QFile::Permissions());
}

void TestDaemon::loadsNoOtherPlugins()
{
#ifndef Q_OS_LINUX
    QSKIP("Only this system's loader tells what it loads.");
#endif
    GatehouseProcess process(configWith({}), {u"--demo"_s}, {u"LD_DEBUG=files"_s});
    QVERIFY(process.isListening());
    QTRY_VERIFY(process.log().contains("/libqsqlite.so"));
    QVERIFY(!process.log().contains("/plugins/tls/"));
    QVERIFY(!process.log().contains("qt.network.ssl"));
}

void TestDaemon::raisesItsDescriptorLimit()
{
    QTemporaryDir folder;
    QProcess process;
    process.start(u"sh"_s, {u"-c"_s, u"ulimit -Sn 64 && exec \"$0\" \"$@\""_s, QStringLiteral(GATEHOUSED),
                            u"--data-dir"_s, folder.path(), u"--port"_s, u"0"_s, u"--demo"_s});
    QVERIFY(process.waitForReadyRead(20'000));
    const QByteArray ready =
        process.readLine().trimmed(); // {"event":"listening","url":"http://127.0.0.1:1337"}
    const int port = ready.mid(ready.lastIndexOf(':') + 1).chopped(2).toInt();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 100; ++i) {
        clients.push_back(std::make_unique<RawClient>(quint16(port)));
        QVERIFY(clients.back()->send("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"));
        QCOMPARE(clients.back()->readAnswer().status, 200);
    }
    process.terminate();
    QVERIFY(process.waitForFinished(20'000));
}

QTEST_GUILESS_MAIN(TestDaemon)
#include "tst_daemon.moc"
