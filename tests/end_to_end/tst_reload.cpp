// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"

#include <QFile>
#include <QTest>

#include <csignal>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! A changed configuration takes effect by itself, and a bad one does no harm (contract, section 2).
class TestReload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOverASavedFile();
    void keepsTheLastGoodFile();
    void reloadsOnHangup();
    void runningRequestsKeepTheirConfiguration();
    void readsVariablesFromAFile();

private:
    static QByteArray ask(const GatehouseProcess &gateway, const QByteArray &model)
    {
        return exchange(gateway.port(), chatRequest(model)).header("x-gatehouse-model");
    }
    static QString configStatus(const Rig &rig)
    {
        return jsonOf(rig.ask(httpRequest("GET", "/health")).body)["config"_L1]
            .toObject()["status"_L1]
            .toString();
    }
};

void TestReload::takesOverASavedFile()
{
    Rig rig;
    QCOMPARE(ask(rig.gateway, "new-1"), QByteArray());
    for (const QByteArray model : {"new-1", "new-2", "new-3"}) { // again and again, each time a new file
        rig.gateway.saveConfig(configWith({providerAt(rig.provider.port(), "openai", model)}));
        QTRY_COMPARE_WITH_TIMEOUT(ask(rig.gateway, model), model, 1500);
    }
    // Written in place, deleted and made again.
    const QString path = rig.gateway.folder() + u"/config.json"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(configWith({providerAt(rig.provider.port(), "openai", "in-place")}));
    file.close();
    QTRY_COMPARE_WITH_TIMEOUT(ask(rig.gateway, "in-place"), "in-place", 1500);
    QVERIFY(QFile::remove(path));
    QTest::qWait(400); // longer than changes are gathered: nothing may come of it
    QCOMPARE(ask(rig.gateway, "in-place"), "in-place");
    rig.gateway.saveConfig(configWith({providerAt(rig.provider.port(), "openai", "again")}));
    QTRY_COMPARE_WITH_TIMEOUT(ask(rig.gateway, "again"), "again", 1500);
}

void TestReload::keepsTheLastGoodFile()
{
    Rig rig;
    QCOMPARE(configStatus(rig), u"ok"_s);
    for (const QByteArray bad :
         {"{\"version\":1,", "", "[]", R"({"version":1,"providers":[{"id":"UPPER CASE"}]})"}) {
        rig.gateway.saveConfig(bad);
        QTRY_COMPARE_WITH_TIMEOUT(configStatus(rig), u"invalid"_s, 2000);
        QCOMPARE(ask(rig.gateway, "gpt-4o"), "gpt-4o");
        rig.gateway.saveConfig(configWith({providerAt(rig.provider.port(), "openai", "gpt-4o")}));
        QTRY_COMPARE_WITH_TIMEOUT(configStatus(rig), u"ok"_s, 2000);
    }
}

void TestReload::reloadsOnHangup()
{
    Rig rig;
    rig.gateway.saveConfig(configWith({providerAt(rig.provider.port(), "openai", "hung-up")}));
    rig.gateway.signal(SIGHUP);
    QTRY_COMPARE_WITH_TIMEOUT(ask(rig.gateway, "hung-up"), "hung-up", 1000);
    QCOMPARE(rig.gateway.stop(), 0);
}

void TestReload::runningRequestsKeepTheirConfiguration()
{
    Rig rig;
    FakeProvider other;
    const SseScript script = shortChat().done();
    rig.provider.enqueue(FakeAnswer::streamHead()
                             .chunk(script.events().first())
                             .wait()
                             .chunk(script.bytes().mid(script.events().first().size()))
                             .lastChunk());
    RawClient running(rig.gateway.port());
    running.send(streamRequest());
    QVERIFY(running.readUntil("assistant").endsWith("assistant"));
    rig.gateway.saveConfig(configWith({providerAt(other.port(), "other", "gpt-4o")}));
    QTRY_COMPARE_WITH_TIMEOUT(rig.ask(chatRequest()).header("x-gatehouse-provider"), "other", 1500);
    rig.provider.open();
    QVERIFY(running.readUntil("[DONE]").endsWith("[DONE]"));
}

void TestReload::readsVariablesFromAFile()
{
    FakeProvider provider;
    QByteArray filed = providerAt(provider.port(), "filed", "m");
    filed.replace("${FAKE_KEY}", "${KEY_OF_FILE}");
    GatehouseProcess gateway(configWith({filed}));
    QCOMPARE(exchange(gateway.port(), chatRequest("m")).status, 503);
    QFile file(gateway.folder() + u"/.env"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# keys\nexport OTHER=1\nKEY_OF_FILE=\"sk-of-file-0123456789\"\n");
    file.close();
    gateway.signal(SIGHUP);
    QTRY_COMPARE_WITH_TIMEOUT(exchange(gateway.port(), chatRequest("m")).status, 200, 1500);
    QCOMPARE(provider.nextRequest().header("authorization"), "Bearer sk-of-file-0123456789");
    QVERIFY(!gateway.log().contains("sk-of-file-0123456789"));
}

QTEST_GUILESS_MAIN(TestReload)
#include "tst_reload.moc"
