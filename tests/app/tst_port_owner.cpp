// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/port_owner.h"
#include "app/ready_line.h"

#include <QCoreApplication>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! Who has a port, and how the one that we have is told.
class TestPortOwner final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheProgram_data();
    void namesTheProgram();
    void isSilentAboutFreePorts();
    void writesTheReadyLine_data();
    void writesTheReadyLine();
};

void TestPortOwner::namesTheProgram_data()
{
    QTest::addColumn<QHostAddress>("address");
    QTest::newRow("IPv4") << QHostAddress(QHostAddress::LocalHost);
    QTest::newRow("IPv6") << QHostAddress(QHostAddress::LocalHostIPv6);
}

void TestPortOwner::namesTheProgram()
{
    QFETCH(QHostAddress, address);
    QTcpServer server;
    if (!server.listen(address) && address.protocol() == QAbstractSocket::IPv6Protocol)
        QSKIP("no IPv6 here");
    const QString owner = portOwner(server.serverPort());
    QVERIFY2(owner.startsWith("tst_port_owner"_L1), qUtf8Printable(owner));
    QVERIFY2(owner.contains(QString::number(QCoreApplication::applicationPid())), qUtf8Printable(owner));
}

void TestPortOwner::isSilentAboutFreePorts()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    QCOMPARE(portOwner(port), QString());
}

void TestPortOwner::writesTheReadyLine_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QByteArray>("url");
    QTest::newRow("IPv4") << u"127.0.0.1"_s << QByteArray("http://127.0.0.1:1337");
    QTest::newRow("name") << u"localhost"_s << QByteArray("http://localhost:1337");
    QTest::newRow("IPv6") << u"::1"_s << QByteArray("http://[::1]:1337");
    QTest::newRow("every address") << u"0.0.0.0"_s << QByteArray("http://127.0.0.1:1337");
    QTest::newRow("every IPv6 address") << u"::"_s << QByteArray("http://127.0.0.1:1337");
    QTest::newRow("IPv6 in brackets") << u"[::1]"_s << QByteArray("http://[::1]:1337");
}

void TestPortOwner::writesTheReadyLine()
{
    QFETCH(QString, host);
    QFETCH(QByteArray, url);
    QCOMPARE(listeningUrl(host, 1337), url);
    QCOMPARE(readyLine(url), R"({"event":"listening","url":")" + url + "\"}\n");
}

QTEST_GUILESS_MAIN(TestPortOwner)
#include "tst_port_owner.moc"
