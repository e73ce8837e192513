// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/proc_scan.h"
#include "gateway/usage/socket_diag.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
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

    //! Asks until \a left are left; a slow machine may need several turns.
    static QList<LoopbackSocket> takeAll(QSet<PortPair> &wanted, qsizetype left = 0)
    {
        SocketDiag diag;
        QList<LoopbackSocket> found;
        for (int turn = 0; turn < 50 && wanted.size() > left; ++turn)
            found += diag.take(wanted);
        return found;
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
        const QList<LoopbackSocket> found = takeAll(wanted);
        QCOMPARE(wanted, QSet<PortPair>());
        QCOMPARE(found.size(), 50);
        QCOMPARE(found.value(0).user, getuid());
        QCOMPARE(sorted(found), sorted(ProcScan("/proc").sockets(ports())));
    }

    void leavesWhatItDoesNotKnow()
    {
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
        QVERIFY(add(QHostAddress::LocalHost));
        const PortPair unknown{1, m_server.serverPort()};
        const PortPair listener{m_server.serverPort(), 1}; // only listens there
        QSet<PortPair> wanted = ports() + QSet<PortPair>{unknown, listener};
        QCOMPARE(takeAll(wanted, 2).size(), 1);
        QCOMPARE(wanted, (QSet<PortPair>{unknown, listener}));
    }

    void doesNotFindAnyElsewhere()
    {
        QVERIFY(m_server.listen(QHostAddress::AnyIPv4));
        QVERIFY(add(QHostAddress(QStringLiteral("127.0.0.2"))));
        for (int i = 0; i < 50; ++i) // then it asks no more
            QVERIFY(add(QHostAddress(QStringLiteral("127.0.0.2"))));
        QSet<PortPair> wanted = ports();
        QVERIFY(SocketDiag().take(wanted).isEmpty());
        QCOMPARE(wanted, ports());
    }

    void readsNoOtherAnswer()
    {
        const PortPair ports{40'000, 1337};
        struct
        {
            nlmsghdr header = {};
            inet_diag_msg socket = {};
        } answer;
        answer.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
        answer.header.nlmsg_seq = 7;
        answer.socket.id.idiag_sport = qToBigEndian(ports.peer);
        answer.socket.id.idiag_dport = qToBigEndian(ports.own);
        answer.socket.idiag_uid = 1000;
        answer.socket.idiag_inode = 99;
        const QByteArray bytes(reinterpret_cast<const char *>(&answer), sizeof answer);
        const LoopbackSocket expected{ports, 1000, 99};
        QVERIFY(SocketDiag::readAnswer(bytes, 7, ports) == expected);
        QVERIFY(SocketDiag::readAnswer(QByteArray(bytes + "more"), 7, ports) == expected);
        QVERIFY(!SocketDiag::readAnswer(bytes, 8, ports));
        QVERIFY(!SocketDiag::readAnswer(bytes, 7, {ports.own, ports.peer}));
        QVERIFY(!SocketDiag::readAnswer(bytes, 7, {ports.peer, 0}));
        answer.header.nlmsg_type = NLMSG_ERROR;
        QVERIFY(!SocketDiag::readAnswer({reinterpret_cast<const char *>(&answer), sizeof answer}, 7, ports));
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            const auto piece =
                std::make_unique<char[]>(size_t(size)); // of which AddressSanitizer knows the end
            std::memcpy(piece.get(), bytes.constData(), size_t(size));
            QVERIFY(!SocketDiag::readAnswer({piece.get(), size}, 7, ports));
        }
    }

    void knowsThatNobodyHoldsItAnyMore()
    {
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
        QVERIFY(add(QHostAddress::LocalHost));
        QSet<PortPair> wanted = ports();
        m_pairs.front().client.reset(); // it waits for the other end now, without a holder
        QVERIFY(takeAll(wanted).isEmpty());
        QCOMPARE(wanted, QSet<PortPair>());
    }
};

QTEST_GUILESS_MAIN(TestSocketDiag)
#include "tst_socket_diag.moc"
