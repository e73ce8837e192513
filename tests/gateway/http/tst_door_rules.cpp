// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/door.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TestDoorRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hosts_data();
    void hosts();
    void origins_data();
    void origins();
};

void TestDoorRules::hosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *host, bool allowed) {
        QTest::newRow(host) << QByteArray(host) << allowed;
    };
    for (const char *host : {"127.0.0.1", "127.0.0.1:1337", "localhost", "LocalHost:80", "[::1]",
                             "[::1]:65535", "gate.lan", "GATE.lan:8080", "10.0.0.2:443"})
        row(host, true);
    for (const char *host : {"",
                             "evil.test",
                             "evil.test:1337",
                             "127.0.0.1.evil.test",
                             "localhost.evil",
                             "localhost.",
                             "127.0.0.1@evil",
                             "evil@127.0.0.1",
                             "127.0.0.1/?",
                             "127.0.0.1:",
                             "127.0.0.1:x",
                             "127.0.0.1:123456",
                             "127.0.0.1:1:2",
                             "0177.0.0.1",
                             "0.0.0.0",
                             "::1",
                             "[::1",
                             "[::1]x",
                             "[::ffff:127.0.0.1]",
                             "127.1",
                             "2130706433",
                             "localhost localhost",
                             "localhost,localhost",
                             "10.0.0.2",
                             "10.0.0.2:444",
                             "xlocalhost"})
        row(host, false);
}

void TestDoorRules::hosts()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, allowed);
    Listener listener;
    listener.allowedHosts = {u"gate.lan"_s, u"10.0.0.2:443"_s, QString()};
    Framing framing;
    framing.host = host;
    const auto refusal = Door(listener).refusal(framing);
    QCOMPARE(!refusal, allowed);
    if (refusal) {
        QCOMPARE(refusal->status, 403);
        QCOMPARE(refusal->code, "host_not_allowed");
    }
}

void TestDoorRules::origins_data()
{
    QTest::addColumn<QByteArray>("origin"); // null: none was sent
    QTest::addColumn<QByteArray>("fetchSite");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *origin, bool allowed, const char *fetchSite = "") {
        QTest::addRow("%s %s", origin ? origin : "none", fetchSite)
            << QByteArray(origin) << QByteArray(fetchSite) << allowed;
    };
    row(nullptr, true);
    row(nullptr, true, "none");
    row(nullptr, true, "same-origin");
    row(nullptr, true, "same-site");
    row(nullptr, false, "cross-site");
    for (const char *origin : {"http://localhost", "http://localhost:3000", "http://127.0.0.1:1",
                               "app://obsidian.md", "https://chat.test:8443"}) {
        row(origin, true);
        row(origin, true, "cross-site");
    }
    for (const char *origin :
         {"", "null", "https://evil.test", "https://localhost:3000", "http://localhost.evil:3000",
          "http://localhost:3000.evil", "http://localhost:3000/", "http://localhost:", "http://localhost:*",
          "http://localhost@evil:1", "app://obsidian.md:1", "https://chat.test",
          "http://localhost:1 http://localhost:2", "HTTP://LOCALHOST:3000"})
        row(origin, false, "same-site");
}

void TestDoorRules::origins()
{
    QFETCH(QByteArray, origin);
    QFETCH(QByteArray, fetchSite);
    QFETCH(bool, allowed);
    Listener listener;
    listener.allowedOrigins += {u"app://obsidian.md"_s, u"https://chat.test:8443"_s, u"null"_s, QString()};
    Framing framing;
    framing.host = "localhost";
    framing.origin = origin;
    framing.fetchSite = fetchSite;
    const auto refusal = Door(listener).refusal(framing);
    QCOMPARE(!refusal, allowed);
    if (refusal) {
        QCOMPARE(refusal->status, 403);
        QCOMPARE(refusal->code, "origin_not_allowed");
    }
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TestDoorRules)
#include "tst_door_rules.moc"
