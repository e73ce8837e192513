// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

//! A real proxy, started and stopped by the test.
class ProxyProcess final
{
public:
    explicit ProxyProcess(const QString &program)
        : m_port(freePort())
    {
        if (program == u"tinyproxy"_s) {
            QFile config(m_folder.filePath(u"tinyproxy.conf"_s));
            if (!config.open(QIODevice::WriteOnly))
                return;
            config.write("Listen 127.0.0.1\nAllow 127.0.0.1\nTimeout 60\nPort " + QByteArray::number(m_port) +
                         '\n');
            config.close();
            m_process.start(program, {u"-d"_s, u"-c"_s, config.fileName()});
        } else {
            m_process.start(program, {u"-i"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(m_port)});
        }
    }
    ~ProxyProcess() { stop(); }

    bool listens() const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        return socket.waitForConnected(200);
    }
    void stop()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    QByteArray address() const { return "127.0.0.1:" + QByteArray::number(m_port); }

private:
    QTemporaryDir m_folder;
    quint16 m_port;
    QProcess m_process;
};

} // namespace

//! HTTP and SOCKS5 proxies as people run them.
class TestProxies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesThrough_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QByteArray>("scheme");
        QTest::newRow("HTTP") << u"tinyproxy"_s << QByteArray("http");
        QTest::newRow("SOCKS5") << u"microsocks"_s << QByteArray("socks5h");
    }

    void goesThrough()
    {
        QFETCH(QString, program);
        QFETCH(QByteArray, scheme);
        QVERIFY2(!QStandardPaths::findExecutable(program).isEmpty(),
                 "sh packaging/deps.sh --dev installs it");
        ProxyProcess proxy(program);
        QTRY_VERIFY(proxy.listens());
        Rig rig(R"(,"retry":{"attempts":1},"proxy":")" + scheme + "://" + proxy.address() + '"', noCooldown);

        rig.provider.enqueue(FakeAnswer::json(chatCompletion()));
        QCOMPARE(rig.ask(chatRequest()).body, chatCompletion());
        rig.provider.enqueue(FakeAnswer::stream(shortChat().done().events()));
        const RawAnswer stream = rig.ask(streamRequest());
        QCOMPARE(stream.body, shortChat().done().bytes());

        proxy.stop(); // without it there is no other way
        const RawAnswer refused = rig.ask(chatRequest());
        QCOMPARE(refused.status, 502);
        QCOMPARE(errorCode(refused), u"upstream_unreachable"_s);
        QVERIFY2(refused.body.contains(proxy.address()), refused.body.constData());
        QCOMPARE(rig.provider.requestCount(), 2);
    }
};

QTEST_GUILESS_MAIN(TestProxies)
#include "tst_proxies.moc"
