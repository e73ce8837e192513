// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/proc_scan.h"
#include "gateway/usage/socket_diag.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

#include <unistd.h>

using namespace gatehouse;

//! What the kernel tells of single sockets, compared with what its tables say.
class TestSocketDiag : public QObject
{
    Q_OBJECT

    struct Pair
    {
        std::unique_ptr<QTcpSocket> client;
        std::unique_ptr<QTcpSocket> served;
    };

    QTcpServer m_server;
    std::vector<Pair> m_pairs;

    bool add(const QHostAddress &address)
    {
        auto client = std::make_unique<QTcpSocket>();
        client->connectToHost(address, m_server.serverPort());
        if (!QTest::qWaitFor([&] { return m_server.hasPendingConnections(); }, 20'000))
            return false;
        m_pairs.push_back({std::move(client), std::unique_ptr<QTcpSocket>(m_server.nextPendingConnection())});
        return true;
    }

    QSet<PortPair> ports() const
    {
        QSet<PortPair> all;
        for (const Pair &pair : m_pairs)
            all.insert({pair.served->peerPort(), m_server.serverPort()});
        return all;
    }

    static QList<LoopbackSocket> sorted(QList<LoopbackSocket> sockets)
    {
        std::sort(sockets.begin(), sockets.end(), [](const LoopbackSocket &a, const LoopbackSocket &b) {
            return a.ports.peer < b.ports.peer;
        });
        return sockets;
    }

private Q_SLOTS:
    void init()
    {
        m_pairs.clear();
        m_server.close();
    }

    void findsWhatTheTablesSay_data()
    {
        QTest::addColumn<QHostAddress>("listens");
        QTest::addColumn<QHostAddress>("asks");
        const QHostAddress mapped(QStringLiteral("::ffff:127.0.0.1"));
        QTest::newRow("IPv4") << QHostAddress(QHostAddress::LocalHost)
                              << QHostAddress(QHostAddress::LocalHost);
        QTest::newRow("IPv6") << QHostAddress(QHostAddress::LocalHostIPv6)
                              << QHostAddress(QHostAddress::LocalHostIPv6);
        QTest::newRow("IPv4 to a socket for both")
            << QHostAddress(QHostAddress::Any) << QHostAddress(QHostAddress::LocalHost);
        QTest::newRow("IPv6 that speaks IPv4") << QHostAddress(QHostAddress::Any) << mapped;
    }

    void findsWhatTheTablesSay()
    {
        QFETCH(QHostAddress, listens);
        QFETCH(QHostAddress, asks);
        if (!m_server.listen(listens))
            QSKIP("There is no such address here");
        for (int i = 0; i < 50; ++i)
            QVERIFY(add(asks));
        QSet<PortPair> wanted = ports();
        const auto found = SocketDiag().take(wanted);
        QCOMPARE(wanted, QSet<PortPair>());
        QCOMPARE(found.size(), 50);
        QCOMPARE(found.front().user, getuid());
        QCOMPARE(sorted(found), sorted(ProcScan("/proc").sockets(ports())));
    }

    void leavesWhatItDoesNotKnow()
    {
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
        QVERIFY(add(QHostAddress::LocalHost));
        const PortPair unknown{1, m_server.serverPort()};
        const PortPair listener{m_server.serverPort(), 1}; // only listens there
        QSet<PortPair> wanted = ports() + QSet<PortPair>{unknown, listener};
        QCOMPARE(SocketDiag().take(wanted).size(), 1);
        QCOMPARE(wanted, (QSet<PortPair>{unknown, listener}));
    }

    void doesNotFindAnyElsewhere()
    {
        QVERIFY(m_server.listen(QHostAddress::AnyIPv4));
        QVERIFY(add(QHostAddress(QStringLiteral("127.0.0.2"))));
        QSet<PortPair> wanted = ports();
        QVERIFY(SocketDiag().take(wanted).isEmpty());
        QCOMPARE(wanted, ports());
    }

    void knowsThatNobodyHoldsItAnyMore()
    {
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
        QVERIFY(add(QHostAddress::LocalHost));
        QSet<PortPair> wanted = ports();
        m_pairs.front().client.reset(); // it waits for the other end now, without a holder
        QVERIFY(SocketDiag().take(wanted).isEmpty());
        QCOMPARE(wanted, QSet<PortPair>());
    }
};

QTEST_GUILESS_MAIN(TestSocketDiag)
#include "tst_socket_diag.moc"
