// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/refusal_log.h"
#include "tests/gateway/http/test_server.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {

//! Whoever is turned away at the door can be found in the log, and cannot fill it.
class TestRefusalLog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhatWasRefused();
    void saysLittleToALoop();
    void knowsWhatTheServerRefuses();
};

namespace {

QStringList lines;

void keep(QtMsgType, const QMessageLogContext &, const QString &message)
{
    lines.append(message);
}

const Error wrongHost{403, "permission_error", "host_not_allowed", u"Not this host."_s};

} // namespace

void TestRefusalLog::init()
{
    lines.clear();
    qInstallMessageHandler(keep);
}

void TestRefusalLog::cleanup()
{
    qInstallMessageHandler(nullptr);
}

void TestRefusalLog::saysWhatWasRefused()
{
    RefusalLog log;
    log.add(wrongHost, TimePoint());
    QCOMPARE(lines, QStringList{u"Refused at the door: 403 host_not_allowed Not this host."_s});
}

void TestRefusalLog::saysLittleToALoop()
{
    RefusalLog log;
    const TimePoint start = Clock::now();
    for (int i = 0; i < 1000; ++i)
        log.add(wrongHost, start + std::chrono::microseconds(i));
    QCOMPARE(lines.size(), 1);
    log.add(wrongHost, start + 1s);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.last().endsWith(u"(and 999 more before it)"_s));
    log.add(wrongHost, start + 2s);
    QVERIFY(!lines.last().contains(u"more"_s));
}

void TestRefusalLog::knowsWhatTheServerRefuses()
{
    TestServer server;
    LoopClient client(server.port());
    const LoopAnswer answer = client.ask("GET / HTTP/1.1\r\nHost: rebound.example\r\n\r\n");
    QCOMPARE(answer.status, 403);
    QCOMPARE(lines.filter(u"403 host_not_allowed"_s).size(), 1);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TestRefusalLog)
#include "tst_refusal_log.moc"
