// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/caller.h"
#include "gateway/usage/proc_scan.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

#include <sys/socket.h>
#include <unistd.h>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Who has the other end of a connection: real programs, real sockets.
class TestCaller : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QTcpServer m_server;

    //! Writes a script and returns its path.
    QString script(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("The script cannot be written");
        return file.fileName();
    }

    //! The next connection; null if none comes.
    std::unique_ptr<QTcpSocket> accept()
    {
        if (!QTest::qWaitFor([&] { return m_server.hasPendingConnections(); }, 20'000))
            return nullptr;
        return std::unique_ptr<QTcpSocket>(m_server.nextPendingConnection());
    }

    QString port() const { return QString::number(m_server.serverPort()); }

private Q_SLOTS:
    void init()
    {
        m_server.close();
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
    }

    void names_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments"); //!< PORT stands for the port
        QTest::addColumn<QString>("name");
        QTest::newRow("bash") << u"bash"_s
                              << QStringList{script(u"knock.sh"_s,
                                                    "exec 3<>/dev/tcp/127.0.0.1/$1\nread -u 3\n"),
                                             u"PORT"_s}
                              << u"knock.sh"_s;
        QTest::newRow("bash with code")
            << u"bash"_s << QStringList{u"-c"_s, u"exec 3<>/dev/tcp/127.0.0.1/PORT; read -u 3; true"_s}
            << u"bash"_s;
        QTest::newRow("curl") << u"curl"_s << QStringList{u"-s"_s, u"http://127.0.0.1:PORT/secret"_s}
                              << u"curl"_s;
        QTest::newRow("Python") << u"python3"_s
                                << QStringList{u"-u"_s,
                                               script(u"asker"_s,
                                                      "import socket, sys\n"
                                                      "s = socket.create_connection(('127.0.0.1', "
                                                      "int(sys.argv[1])))\ns.recv(1)\n"),
                                               u"PORT"_s}
                                << u"asker"_s;
        QTest::newRow("Node.js") << u"node"_s
                                 << QStringList{script(u"claude"_s,
                                                       "require('net').connect(+process.argv[2], "
                                                       "'127.0.0.1')\n"),
                                                u"PORT"_s}
                                 << u"claude"_s;
    }

    void names()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP("It is not installed here");
        arguments.replaceInStrings(u"PORT"_s, port());
        QProcess process;
        process.start(program, arguments);
        const auto connection = accept();
        QVERIFY2(connection, process.readAllStandardError().constData());
        CallerLookup callers;
        QTEST(callers.nameOf(connection->peerPort(), m_server.serverPort()), "name");
        QTEST(callers.take(connection->peerPort(), m_server.serverPort()), "name");
        QFETCH(QString, name);
        callers.prepare(connection->peerPort(), m_server.serverPort());
        QTRY_COMPARE(callers.take(connection->peerPort(), m_server.serverPort()), name);
        QCOMPARE(callers.take(connection->peerPort(), quint16(m_server.serverPort() - 1)), QString());
        process.kill();
        process.waitForFinished();
    }

    void remembersWhoIsGone()
    {
        QProcess process;
        process.start(u"bash"_s, {u"-c"_s, u"exec 3<>/dev/tcp/127.0.0.1/%1; read -u 3; true"_s.arg(port())});
        const auto connection = accept();
        QVERIFY(connection);
        CallerLookup callers;
        callers.prepare(connection->peerPort(), m_server.serverPort());
        process.kill();
        QVERIFY(process.waitForFinished());
        QCOMPARE(callers.take(connection->peerPort(), m_server.serverPort()), u"bash"_s);
        CallerLookup late;
        QCOMPARE(late.nameOf(connection->peerPort(), m_server.serverPort()), QString());
    }

    void tellsAPortsNextOwnerApart()
    {
        if (QStandardPaths::findExecutable(u"curl"_s).isEmpty())
            QSKIP("curl is not installed here");
        CallerLookup callers;
        QTcpSocket first;
        // Not one of those that the system gives to anybody.
        for (quint16 mine = 20'000; mine < 30'000 && first.state() != QAbstractSocket::BoundState; ++mine)
            first.bind(QHostAddress::LocalHost, mine);
        first.connectToHost(QHostAddress::LocalHost, m_server.serverPort());
        auto connection = accept();
        QVERIFY(connection);
        const quint16 peer = connection->peerPort();
        QCOMPARE(callers.nameOf(peer, m_server.serverPort()), u"tst_caller"_s);
        const linger atOnce{1, 0}; // no TIME_WAIT keeps the port
        QCOMPARE(setsockopt(int(first.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce), 0);
        first.abort();
        connection.reset();

        QProcess process;
        process.start(u"curl"_s, {u"-s"_s, u"--local-port"_s, QString::number(peer),
                                  u"http://127.0.0.1:%1/"_s.arg(port())});
        connection = accept();
        QVERIFY(connection);
        QCOMPARE(connection->peerPort(), peer);
        callers.prepare(peer, m_server.serverPort());
        QVERIFY(callers.take(peer, m_server.serverPort()) != u"tst_caller"_s); // rather nothing yet
        QTRY_COMPARE(callers.take(peer, m_server.serverPort()), u"curl"_s);
        process.kill();
        process.waitForFinished();
    }

    void knowsIPv6()
    {
        QTcpServer server;
        if (!server.listen(QHostAddress::LocalHostIPv6))
            QSKIP("There is no IPv6 here");
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHostIPv6, server.serverPort());
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        CallerLookup callers;
        QCOMPARE(callers.nameOf(socket.localPort(), server.serverPort()), u"tst_caller"_s);
    }

    void looksOnceForAllThatWait()
    {
        CallerLookup callers;
        std::vector<std::unique_ptr<QTcpSocket>> clients;
        std::vector<std::unique_ptr<QTcpSocket>> connections;
        for (int i = 0; i < 50; ++i) {
            clients.push_back(std::make_unique<QTcpSocket>());
            clients.back()->connectToHost(QHostAddress::LocalHost, m_server.serverPort());
            connections.push_back(accept());
            QVERIFY(connections.back());
        }
        for (const auto &connection : connections)
            callers.prepare(connection->peerPort(), m_server.serverPort());
        QTRY_VERIFY(callers.looks() >= 2); // the first at once, a later one for the others
        QTRY_COMPARE(callers.take(connections.back()->peerPort(), m_server.serverPort()), u"tst_caller"_s);
        for (const auto &connection : connections)
            QCOMPARE(callers.take(connection->peerPort(), m_server.serverPort()), u"tst_caller"_s);
        QVERIFY2(callers.looks() <= 10, qPrintable(QString::number(callers.looks())));
    }

    void looksNotTooOften()
    {
        CallerLookup callers;
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 700)
            QCOMPARE(callers.nameOf(1, m_server.serverPort()), QString());
        const qint64 seconds = timer.elapsed() / 1000 + 1;
        QVERIFY(callers.looks() >= 2);
        QVERIFY2(callers.looks() <= CallerLookup::mostLooksPerSecond * seconds,
                 qPrintable(QString::number(callers.looks())));
    }

    void staysWithinBounds()
    {
        // As a machine with 2,000 processes and 20,000 descriptors shows itself.
        const QString quick = u"/dev/shm"_s;
        QTemporaryDir root((QFileInfo(quick).isWritable() ? quick : QDir::tempPath()) + u"/proc-XXXXXX"_s);
        for (int process = 1; process <= 2000; ++process) {
            const QString folder = root.filePath(QString::number(process) + u"/fd"_s);
            QVERIFY(QDir().mkpath(folder));
            for (int descriptor = 0; descriptor < 10; ++descriptor) {
                const QByteArray target = "socket:[" + QByteArray::number(process * 100 + descriptor) + ']';
                const QByteArray link = folder.toUtf8() + '/' + QByteArray::number(descriptor);
                QCOMPARE(symlink(target.constData(), link.constData()), 0);
            }
        }
        const LoopbackSocket oldest{{1, 2}, getuid(), 105};
        const LoopbackSocket likely{{3, 2}, getuid(), 50'003};
        const LoopbackSocket nobodys{{4, 2}, getuid(), 7};
        const QByteArray path = root.path().toUtf8();
        ScanLimits limits;
        limits.time = std::chrono::seconds(20);
        QElapsedTimer timer;
        timer.start();
        const QHash<quint64, int> found = ProcScan(path, limits).holders({oldest, likely, nobodys});
        qInfo("%lld ms for all of them", timer.elapsed());
        QCOMPARE(found, (QHash<quint64, int>{{105, 1}, {50'003, 500}}));

        limits.descriptors = 25;
        QCOMPARE(ProcScan(path, limits).holders({oldest}), (QHash<quint64, int>{}));
        QCOMPARE(ProcScan(path, limits).holders({likely}, {3, 500}), (QHash<quint64, int>{{50'003, 500}}));
        limits = {};
        limits.processes = 10;
        QCOMPARE(ProcScan(path, limits).holders({oldest}), (QHash<quint64, int>{}));
        limits = {};
        limits.time = std::chrono::milliseconds(0);
        timer.restart();
        QCOMPARE(ProcScan(path, limits).holders({nobodys}), (QHash<quint64, int>{}));
        QVERIFY(timer.elapsed() < 1000);
    }

    void findsNothingWhereThereIsNothing()
    {
        const ProcScan scan(m_folder.path().toUtf8() + "/missing");
        QVERIFY(scan.sockets({{1, 2}}).isEmpty());
        QVERIFY(scan.holders({{{1, 2}, 0, 5}}, {1, 2}).isEmpty());
        QCOMPARE(readProcFile("/proc/self/mem", 100), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestCaller)
#include "tst_caller.moc"
