// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/config/check_rows.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! check() finds what is wrong with where the gateway listens.
class TestListenerCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listener_data()
    {
        addColumns();
        error(u"no host"_s, u"/listener/host"_s, [](Config &c) { c.listener.host.clear(); });
        error(u"host name"_s, u"/listener/host"_s, [](Config &c) { c.listener.host = u"example.com"_s; });
        error(u"beyond loopback"_s, u"/listener/host"_s, [](Config &c) {
            c.listener.host = u"0.0.0.0"_s;
            c.clients.clear();
        });
        error(u"beyond loopback, IPv6"_s, u"/listener/host"_s, [](Config &c) {
            c.listener.host = u"::"_s;
            c.clients.clear();
        });
        error(u"one address"_s, u"/listener/host"_s, [](Config &c) {
            c.listener.host = u"192.168.1.2"_s;
            c.clients.clear();
        });
        for (const char *host : {"127.0.0.1 ", " 127.0.0.1", "127.0.0.1\n", "127.0.0.1%lo", "::1%lo", "[::1]",
                                 "localhost ", "LocalHost", "127.1", "0x7f.0.0.1", "0127.0.0.1", "2130706433",
                                 "0", "0:0::1", "fe80::1%", "::ffff:127.0.0.1", "::ffff:7f00:1"}) {
            error(u"spelling %1"_s.arg(QLatin1StringView(host)), u"/listener/host"_s,
                  [host](Config &c) { c.listener.host = QString::fromLatin1(host); });
        }
        for (const char *host : {"192.168.1.2", "fd00::1", "127.0.0.2"}) {
            warning(u"nobody gets in at %1"_s.arg(QLatin1StringView(host)), u"/listener/allowedHosts"_s,
                    [host](Config &c) {
                        c.listener.host = QString::fromLatin1(host);
                        c.listener.allowedHosts = {u"box.lan"_s, u"192.168.1.20"_s, u"[fd00::1]:99"_s};
                    });
        }
        error(u"no body"_s, u"/listener/maxBodyBytes"_s, [](Config &c) { c.listener.maxBodyBytes = 0; });
        error(u"huge body"_s, u"/listener/maxBodyBytes"_s,
              [](Config &c) { c.listener.maxBodyBytes = 1LL << 40; });
        error(u"no connections"_s, u"/listener/maxConnections"_s,
              [](Config &c) { c.listener.maxConnections = 0; });
        error(u"too many connections"_s, u"/listener/maxConnections"_s,
              [](Config &c) { c.listener.maxConnections = 70'000; });
        for (const char *origin : {"",
                                   "*",
                                   "null",
                                   "http://",
                                   "localhost",
                                   "http://a/",
                                   "http://a/b",
                                   "http://*",
                                   "http://a:*1",
                                   "http://a:0",
                                   "http://a:65536",
                                   "http://a b",
                                   "http://a\n",
                                   "://a",
                                   "HTTP://a",
                                   "http://u@a",
                                   "1a://a",
                                   "a_b://a",
                                   "http://a:",
                                   "http://a:+1",
                                   "http://a: 1",
                                   "http://a:123456",
                                   "http://[]",
                                   "http://[::1",
                                   "http://[::1]1",
                                   "http://[a]",
                                   "http://\xe4"}) {
            error(u"origin %1"_s.arg(QLatin1StringView(origin)), u"/listener/allowedOrigins/0"_s,
                  [origin](Config &c) { c.listener.allowedOrigins = {QString::fromLatin1(origin)}; });
        }
        for (const char *host :
             {"", "*", "http://a", "a/b", "a:*", "a:99999", "::1", "a b", "a:", "[::1]:"}) {
            error(u"allowed host %1"_s.arg(QLatin1StringView(host)), u"/listener/allowedHosts/0"_s,
                  [host](Config &c) { c.listener.allowedHosts = {QString::fromLatin1(host)}; });
        }
    }
    void listener() { checkRow(); }

    void namesTheUsualSpelling_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("usual");
        QTest::newRow("blank behind") << u"127.0.0.1 "_s << u"`127.0.0.1`"_s;
        QTest::newRow("interface") << u"127.0.0.1%lo"_s << u"`127.0.0.1`"_s;
        QTest::newRow("brackets") << u"[::1]"_s << u"`::1`"_s;
        QTest::newRow("short") << u"0"_s << u"`0.0.0.0`"_s;
        QTest::newRow("blank before an interface") << u" fe80::1%eth0"_s << u"`fe80::1%eth0`"_s;
    }
    void namesTheUsualSpelling()
    {
        QFETCH(QString, host);
        QFETCH(QString, usual);
        Config config = sound();
        config.listener.host = host;
        const QList<Problem> problems = check(config);
        QCOMPARE(problems.size(), 1);
        QVERIFY2(problems[0].message.contains(usual), qPrintable(problems[0].message));
    }
};

QTEST_GUILESS_MAIN(TestListenerCheck)
#include "tst_listener_check.moc"
