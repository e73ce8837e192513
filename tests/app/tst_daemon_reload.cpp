// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gatehouse_process.h"
#include "tests/support/raw_client.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! The real gatehoused while its files change under it.
class TestDaemonReload final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesUpAChangeWithinASecond();
    void keepsTheLastGoodConfiguration();
    void followsTheEnvironmentFile();
    void reloadsOnHangup();
    void neverOpensItselfByAReload();
    void saysWhereItCouldNotMove();
    void warnsOnce();

private:
    static QJsonObject health(const GatehouseProcess &process)
    {
        return QJsonDocument::fromJson(exchange(process.port(), httpRequest("GET", "/health")).body).object();
    }
    static QJsonObject provider(const GatehouseProcess &process, const QString &id)
    {
        for (const QJsonValue &row : health(process).value("providers"_L1).toArray()) {
            if (row["id"_L1].toString() == id)
                return row.toObject();
        }
        return {};
    }
    static QString configStatus(const GatehouseProcess &process)
    {
        return health(process).value("config"_L1)["status"_L1].toString();
    }

    static constexpr int second = 1000;
};

#define TRY_WITHIN_A_SECOND(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, second)

void TestDaemonReload::takesUpAChangeWithinASecond()
{
    GatehouseProcess process(configWith({providerAt(9, "one", "m")}), {}, {fakeKeyVariable});
    QVERIFY(process.isListening());
    QCOMPARE(provider(process, u"two"_s), QJsonObject());
    process.saveConfig(configWith({providerAt(9, "one", "m"), providerAt(9, "two", "m2")}));
    TRY_WITHIN_A_SECOND(provider(process, u"two"_s).isEmpty(), false);
    QCOMPARE(configStatus(process), u"ok"_s);
}

void TestDaemonReload::keepsTheLastGoodConfiguration()
{
    GatehouseProcess process(configWith({providerAt(9, "one", "m")}), {}, {fakeKeyVariable});
    QVERIFY(process.isListening());
    process.saveConfig("{\"version\": 1, \"providers\": [");
    TRY_WITHIN_A_SECOND(configStatus(process), u"invalid"_s);
    QVERIFY(!health(process).value("config"_L1)["message"_L1].toString().isEmpty());
    QVERIFY(!provider(process, u"one"_s).isEmpty());
    QTRY_VERIFY(process.log().contains("the last good one stays in force"));
    process.saveConfig(configWith({providerAt(9, "three", "m")}));
    TRY_WITHIN_A_SECOND(configStatus(process), u"ok"_s);
    QVERIFY(!provider(process, u"three"_s).isEmpty());
}

void TestDaemonReload::followsTheEnvironmentFile()
{
    GatehouseProcess process(configWith({providerAt(9, "one", "m")}));
    QVERIFY(process.isListening());
    QCOMPARE(provider(process, u"one"_s).value("status"_L1).toString(), u"no_key"_s);
    QFile file(process.folder() + "/.env"_L1);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(fakeKeyVariable.toLatin1() + '\n');
    file.close();
    TRY_WITHIN_A_SECOND(provider(process, u"one"_s).value("status"_L1).toString(), u"unknown"_s);
    QVERIFY(!process.log().contains(fakeKey));
}

void TestDaemonReload::reloadsOnHangup()
{
    GatehouseProcess process(configWith({}), {u"--demo"_s});
    QVERIFY(process.isListening());
    QVERIFY(!process.log().contains("Configuration loaded"));
    process.signal(SIGHUP);
    QTRY_VERIFY(process.log().contains("Configuration loaded"));
    QVERIFY(!provider(process, u"demo"_s).isEmpty());
}

void TestDaemonReload::neverOpensItselfByAReload()
{
    const QByteArray client =
        R"(,"clients":[{"name":"a","keyHash":"sha256:)" + QByteArray(64, '0') + R"("}])";
    // Open with a key; the file then goes back to loopback, without one: the listener cannot follow.
    GatehouseProcess open(configWith({}, client), {u"--host"_s, u"0.0.0.0"_s});
    QVERIFY2(open.isListening(), open.log().constData());
    open.saveConfig(configWith({}));
    TRY_WITHIN_A_SECOND(configStatus(open), u"invalid"_s);
    QCOMPARE(exchange(open.port(), httpRequest("GET", "/v1/models")).status, 401);

    GatehouseProcess closed(configWith({}));
    QVERIFY(closed.isListening());
    closed.saveConfig(configWith({}, R"(,"listener":{"host":"0.0.0.0"})"));
    TRY_WITHIN_A_SECOND(configStatus(closed), u"invalid"_s);
    closed.saveConfig(configWith({}, client + R"(,"listener":{"host":"0.0.0.0"})"));
    // With a key it may, and says where it listens now.
    QTRY_VERIFY_WITH_TIMEOUT(closed.log().contains("and every other address of this machine"), 1000);
}

void TestDaemonReload::saysWhereItCouldNotMove()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(u"127.0.0.2"_s)));
    const QString port = QString::number(other.serverPort());
    GatehouseProcess process(configWith({}), {u"--demo"_s, u"--port"_s, port});
    QVERIFY2(process.isListening(), process.log().constData());
    process.saveConfig(configWith({}, R"(,"listener":{"host":"127.0.0.2"},"defaultModel":"a/b")"));
    TRY_WITHIN_A_SECOND(configStatus(process), u"invalid"_s);
    const QString message = health(process).value("config"_L1)["message"_L1].toString();
    QVERIFY2(message.contains(port) && message.contains("still listens"_L1), qPrintable(message));
    QCOMPARE(health(process).value("status"_L1).toString(), u"degraded"_s);
    process.signal(SIGHUP); // it is still so
    QTRY_COMPARE(process.log().count("is taken by"), 2);
    QTRY_COMPARE(configStatus(process), u"invalid"_s);
    process.saveConfig(configWith({}));
    TRY_WITHIN_A_SECOND(configStatus(process), u"ok"_s);
    QCOMPARE(health(process).value("config"_L1)["message"_L1].toString(), QString());
}

void TestDaemonReload::warnsOnce()
{
    GatehouseProcess process(configWith({}, R"(,"colour":1)"));
    QVERIFY(process.isListening());
    for (int reloads = 1; reloads <= 3; ++reloads) {
        process.signal(SIGHUP);
        QTRY_COMPARE(process.log().count("Configuration loaded"), reloads);
    }
    QCOMPARE(process.log().count("/colour"), 1);
}

QTEST_GUILESS_MAIN(TestDaemonReload)
#include "tst_daemon_reload.moc"
