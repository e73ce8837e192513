// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QNetworkInterface>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

//! Whether another program could listen on \a port of \a address, with every leave that a socket can be
//! given.
bool canListen(const QByteArray &address, quint16 port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    const int on = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
    sockaddr_in to = {};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    ::inet_pton(AF_INET, address.constData(), &to.sin_addr);
    const bool listens =
        ::bind(socket, reinterpret_cast<const sockaddr *>(&to), sizeof to) == 0 && ::listen(socket, 1) == 0;
    ::close(socket);
    return listens;
}

bool answers(const QHostAddress &address, quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(address, port);
    return socket.waitForConnected(2000);
}

} // namespace

//! The port belongs to one program, and only this machine reaches it.
class TestPort : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyElseGetsIt_data();
    void nobodyElseGetsIt();
    void isNotSharedWithWhoHasIt_data();
    void isNotSharedWithWhoHasIt();
    void onlyLoopbackAnswers();
};

void TestPort::nobodyElseGetsIt_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::newRow("the same address") << QByteArray("127.0.0.1");
    QTest::newRow("every address") << QByteArray("0.0.0.0");
}

void TestPort::nobodyElseGetsIt()
{
    QFETCH(QByteArray, address);
    GatehouseProcess gateway(configWith({}));
    QVERIFY2(gateway.isListening(), gateway.log().constData());
    QVERIFY(!canListen(address, gateway.port()));
    QCOMPARE(exchange(gateway.port(), httpRequest("GET", "/health")).status, 200);
    const quint16 port = gateway.port();
    QCOMPARE(gateway.stop(), 0);
    QVERIFY(canListen(address, port)); // it was the gateway that stood in the way
}

void TestPort::isNotSharedWithWhoHasIt_data()
{
    QTest::addColumn<QHostAddress>("address");
    QTest::newRow("the same address") << QHostAddress(QHostAddress::LocalHost);
    QTest::newRow("every address") << QHostAddress(QHostAddress::AnyIPv4);
    QTest::newRow("every address, both families") << QHostAddress(QHostAddress::Any);
}

void TestPort::isNotSharedWithWhoHasIt()
{
    QFETCH(QHostAddress, address);
    QTcpServer other;
    QVERIFY(other.listen(address));
    GatehouseProcess gateway(configWith({}), {u"--port"_s, QString::number(other.serverPort())});
    QVERIFY(!gateway.isListening()); // nor on another port, in silence
    QCOMPARE(gateway.waitForExit(), 3);
}

void TestPort::onlyLoopbackAnswers()
{
    GatehouseProcess gateway(configWith({}));
    QVERIFY2(gateway.isListening(), gateway.log().constData());
    QTcpServer everywhere;
    QVERIFY(everywhere.listen(QHostAddress::Any));
    int others = 0;
    QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
    addresses.append(QHostAddress(u"127.0.0.2"_s));
    for (const QHostAddress &address : std::as_const(addresses)) {
        if (address == QHostAddress(QHostAddress::LocalHost) || !answers(address, everywhere.serverPort()))
            continue;
        ++others;
        QVERIFY2(!answers(address, gateway.port()), qPrintable(address.toString()));
    }
    QVERIFY2(others > 0 || !QSysInfo::kernelType().contains(u"linux"_s),
             "127.0.0.2 is one of this machine's");
    QVERIFY(answers(QHostAddress(QHostAddress::LocalHost), gateway.port()));
}

QTEST_GUILESS_MAIN(TestPort)
#include "tst_port.moc"
