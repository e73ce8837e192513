// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/gateway_rig.h"

#include <QTcpServer>
#include <QTest>

using namespace gatehouse;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

//! The listener opens, closes and moves, and what runs goes on.
class TestGateway : public QObject
{
    Q_OBJECT

    static int health(quint16 port) { return exchange(port, httpRequest("GET", "/health")).status; }

private Q_SLOTS:
    void startsAgainAfterStop()
    {
        GatewayRig rig;
        for (int round = 1; round <= 3; ++round) {
            rig.gateway.start();
            QTRY_COMPARE(rig.listening.size(), round);
            QCOMPARE(health(rig.port()), 200);
            rig.gateway.stop();
            QTRY_COMPARE(rig.stopped.size(), round);
            QCOMPARE(health(rig.port()), 0);
        }
        QVERIFY(rig.failed.isEmpty());
    }

    void answersWhatIsSoAlready()
    {
        GatewayRig rig;
        rig.gateway.stop();
        QTRY_COMPARE(rig.stopped.size(), 1);
        rig.gateway.start();
        rig.gateway.start();
        QTRY_COMPARE(rig.listening.size(), 2);
        QCOMPARE(rig.listening[0], rig.listening[1]);
        QCOMPARE(health(rig.port()), 200);
    }

    void startsWhileRequestsDrain()
    {
        GatewayRig rig;
        rig.provider.enqueue(longStream());
        rig.gateway.start();
        QTRY_COMPARE(rig.listening.size(), 1);
        RawClient client(rig.port());
        QVERIFY(askForStream(client));
        QVERIFY(client.readUntil("Hel").contains("200"));

        rig.gateway.stop();
        rig.gateway.start();
        QTRY_COMPARE(rig.listening.size(), 2);
        QTRY_COMPARE(rig.stopped.size(), 1);
        QCOMPARE(health(rig.port()), 200); // and not shutting_down
        rig.provider.open();
        QVERIFY(client.readUntil("[DONE]").contains("[DONE]"));
        QVERIFY(client.waitForClose());

        rig.gateway.stop();
        QTRY_COMPARE(rig.stopped.size(), 2);
    }

    void movesWhileAStreamRuns()
    {
        GatewayRig rig;
        rig.provider.enqueue(longStream());
        rig.gateway.start();
        QTRY_COMPARE(rig.listening.size(), 1);
        const quint16 old = rig.port();
        RawClient client(old);
        QVERIFY(askForStream(client));
        QVERIFY(client.readUntil("Hel").contains("200"));

        rig.config.listener.port = freePort();
        rig.gateway.apply(rig.config, {});
        QTRY_COMPARE(rig.listening.size(), 2);
        QCOMPARE(rig.port(), rig.config.listener.port);
        QCOMPARE(health(rig.port()), 200);
        QCOMPARE(health(old), 0);
        rig.provider.open();
        QVERIFY(client.readUntil("[DONE]").contains("[DONE]"));
        QVERIFY(client.waitForClose());
        QVERIFY(rig.stopped.isEmpty());
        QVERIFY(rig.failed.isEmpty());
    }

    void staysWhereItIs()
    {
        GatewayRig rig;
        rig.gateway.start();
        QTRY_COMPARE(rig.listening.size(), 1);
        const quint16 port = rig.port();
        rig.gateway.apply(rig.config, {}); // any port
        rig.config.listener.port = port;   // that it has
        rig.gateway.apply(rig.config, {});
        rig.gateway.start(); // comes after both
        QTRY_COMPARE(rig.listening.size(), 2);
        QCOMPARE(rig.port(), port);
        QCOMPARE(health(port), 200);
    }

    void staysWhereTheNewAddressIsTaken()
    {
        GatewayRig rig;
        rig.gateway.start();
        QTRY_COMPARE(rig.listening.size(), 1);
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        rig.config.listener.port = other.serverPort();
        rig.gateway.apply(rig.config, {});
        QTRY_COMPARE(rig.failed.size(), 1);
        QCOMPARE(rig.failed[0].at(1).toBool(), true);
        QCOMPARE(health(rig.port()), 200);
        QCOMPARE(rig.listening.size(), 1);
    }

    void closesRatherThanServeEveryoneWithoutAKey()
    {
        GatewayRig rig;
        Client client;
        client.name = u"a"_s;
        client.keyHash = "sha256:" + QByteArray(64, '0');
        rig.config.clients = {client};
        rig.config.listener.host = u"0.0.0.0"_s;
        rig.gateway.apply(rig.config, {});
        rig.gateway.start();
        QTRY_COMPARE(rig.listening.size(), 1);
        QCOMPARE(exchange(rig.port(), httpRequest("GET", "/v1/models")).status, 401);

        // Back to loopback, where the port is taken, and the last client key gone.
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        rig.config.clients.clear();
        rig.config.listener.host = u"127.0.0.1"_s;
        rig.config.listener.port = other.serverPort();
        rig.gateway.apply(rig.config, {});
        QTRY_COMPARE(rig.failed.size(), 1);
        QTRY_COMPARE(rig.stopped.size(), 1);
        QCOMPARE(health(rig.port()), 0);
    }

    void changesHostsOnItsPort()
    {
        GatewayRig rig;
        rig.provider.enqueue(longStream());
        rig.gateway.start();
        QTRY_COMPARE(rig.listening.size(), 1);
        const quint16 port = rig.port();
        RawClient client(port);
        QVERIFY(askForStream(client));
        QVERIFY(client.readUntil("Hel").contains("200"));
        int times = 1;
        for (const QString &host : {u"0.0.0.0"_s, u"127.0.0.1"_s}) {
            rig.config.listener.host = host;
            rig.config.listener.port = port;
            rig.config.listener.allowedHosts = {u"lan.example"_s};
            rig.gateway.apply(rig.config, {});
            ++times;
            QTRY_COMPARE(rig.listening.size(), times);
            QCOMPARE(rig.listening.last().at(0).toString(), host);
            QCOMPARE(rig.port(), port);
            RawClient other(port); // the door knows the new rules
            QVERIFY(other.send("GET /health HTTP/1.1\r\nHost: lan.example\r\n\r\n"));
            QCOMPARE(other.readAnswer().status, 200);
        }
        rig.provider.open();
        QVERIFY(client.readUntil("[DONE]").contains("[DONE]"));
        QVERIFY(rig.failed.isEmpty());
    }

    void takesItsAddressAgain()
    {
        GatewayRig rig;
        rig.gateway.start();
        QTRY_COMPARE(rig.listening.size(), 1);
        QTcpServer other; // in the way of all addresses, but not of 127.0.0.1
        QVERIFY(other.listen(QHostAddress(u"127.0.0.2"_s), rig.port()));
        rig.config.listener.host = u"0.0.0.0"_s;
        rig.config.listener.port = rig.port();
        rig.gateway.apply(rig.config, {});
        QTRY_COMPARE(rig.failed.size(), 1);
        QCOMPARE(health(rig.port()), 200);
        QVERIFY(rig.stopped.isEmpty());
    }

private:
    static quint16 freePort()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        return server.serverPort();
    }
};

QTEST_GUILESS_MAIN(TestGateway)
#include "tst_gateway.moc"
