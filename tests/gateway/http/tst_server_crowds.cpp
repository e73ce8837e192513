// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/http/test_server.h"

#include <QScopeGuard>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace std::chrono_literals;

namespace gatehouse {

//! Many connections at a time.
class TestServerCrowds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesTooManyConnections();
    void keepsDescriptorsInReserve();
    void holdsManySlowHeads();
};

void TestServerCrowds::refusesTooManyConnections()
{
    Listener listener;
    listener.maxConnections = 3;
    TestServer server(echo, {}, listener);
    std::vector<std::unique_ptr<LoopClient>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(std::make_unique<LoopClient>(server.port()));
        QCOMPARE(clients.back()->ask(request("GET /")).status, 200);
    }
    LoopClient surplus(server.port());
    const LoopAnswer answer = surplus.ask(request("GET /"));
    QCOMPARE(answer.status, 503);
    QVERIFY(answer.body.contains("too_many_connections"));
    QVERIFY(surplus.closed());
    QCOMPARE(clients[0]->ask(request("GET /")).status, 200);
    LoopClient lingering(server.port());
    lingering.socket().setReadBufferSize(1); // never gets to see that it was refused
    QTRY_COMPARE(server->connections(), 4);
    clients.pop_back();
    QTRY_COMPARE(server->connections(), 3);
    QCOMPARE(LoopClient(server.port()).ask(request("GET /")).status, 200);
    QCOMPARE(server.requests(), 5);
}

void TestServerCrowds::keepsDescriptorsInReserve()
{
#ifdef Q_OS_UNIX
    rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    const auto restore = qScopeGuard([&] { ::setrlimit(RLIMIT_NOFILE, &before); });
    const rlimit few = {100, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &few), 0);
    TestServer server;
    std::vector<std::unique_ptr<LoopClient>> clients;
    int status = 200;
    while (status == 200 && clients.size() < 50) { // each takes two descriptors here
        clients.push_back(std::make_unique<LoopClient>(server.port()));
        status = clients.back()->ask(request("GET /")).status;
    }
    QCOMPARE(status, 503);
    QVERIFY(clients.size() > 10);
    QCOMPARE(clients.front()->ask(request("GET /")).status, 200);
    clients.clear();
    QTRY_COMPARE(server->connections(), 0);
    QCOMPARE(LoopClient(server.port()).ask(request("GET /")).status, 200);
#else
    QSKIP("no such limit here");
#endif
}

void TestServerCrowds::holdsManySlowHeads()
{
    Patience patience;
    patience.head = 400ms;
    TestServer server(echo, patience);
    std::vector<std::unique_ptr<LoopClient>> slow;
    for (int i = 0; i < 200; ++i) {
        slow.push_back(std::make_unique<LoopClient>(server.port()));
        slow.back()->send("GET / HTTP/1.1\r\nX: ");
    }
    QCOMPARE(LoopClient(server.port()).ask(request("GET /")).status, 200);
    for (const auto &client : slow) {
        QCOMPARE(client->answer().status, 408);
        QVERIFY(client->closed());
    }
    slow.clear();
    QTRY_COMPARE(server->connections(), 0);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TestServerCrowds)
#include "tst_server_crowds.moc"
