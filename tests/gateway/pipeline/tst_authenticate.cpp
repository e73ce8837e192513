// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/authenticate.h"
#include "tests/gateway/pipeline/sample.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Client keys, in all the places where clients put them.
class TestAuthenticate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsKeys_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArrayList>("lines");
        QTest::addColumn<QString>("client");
        const auto row = [](const char *name, const char *target, const QByteArrayList &lines,
                            const QString &client) {
            QTest::newRow(name) << QByteArray(target) << lines << client;
        };
        row("bearer", "/", {"Authorization: Bearer key-b"}, u"B"_s);
        row("bearer in lower case", "/", {"authorization: bearer key-a"}, u"A"_s);
        row("x-api-key", "/", {"X-Api-Key: key-a"}, u"A"_s);
        row("api-key", "/", {"api-key: key-b"}, u"B"_s);
        row("x-goog-api-key", "/", {"x-goog-api-key: key-b"}, u"B"_s);
        row("query", "/?alt=sse&key=key-a", {}, u"A"_s);
        row("query, encoded", "/?key=key%2Da", {}, u"A"_s);
        row("none", "/", {}, {});
        row("wrong", "/", {"Authorization: Bearer key-c"}, {});
        row("beginning", "/", {"Authorization: Bearer key-"}, {});
        row("empty", "/", {"Authorization: Bearer "}, {});
        row("basic", "/", {"Authorization: Basic a2V5LWE="}, {});
        row("hash instead of the key", "/", {"x-api-key: sha256:" + QByteArray(64, '0')}, {});
    }

    void readsKeys()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArrayList, lines);
        QFETCH(QString, client);
        Config config;
        config.clients = {sample::client(u"A"_s, "key-a"), sample::client(u"B"_s, "key-b")};
        const auto snapshot = sample::snapshot(config);
        const auto caller = authenticate(*snapshot, sample::request("GET", target, lines));
        QCOMPARE(caller ? caller->name() : QString(), client);
        if (!caller) {
            QCOMPARE(caller.error().status, 401);
            QCOMPARE(caller.error().code, "invalid_api_key");
        }
    }

    void letsEverybodyInWithoutClients()
    {
        const auto snapshot = sample::snapshot({});
        const auto caller =
            authenticate(*snapshot, sample::request("GET", "/", {"Authorization: Bearer whatever"}));
        QVERIFY(caller);
        QVERIFY(!caller->client);
        QVERIFY(caller->mayUse("anything"));
    }

    void keepsToTheModelsOfAClient()
    {
        Config config;
        config.clients = {sample::client(u"A"_s, "key-a", {u"gpt-*"_s, u"fast"_s})};
        const auto snapshot = sample::snapshot(config);
        const Caller caller{&snapshot->clients.front()};
        QVERIFY(caller.mayUse("gpt-4o"));
        QVERIFY(caller.mayUse("fast"));
        QVERIFY(!caller.mayUse("faster"));
        QVERIFY(!caller.mayUse("openai/gpt-4o"));
    }
};

QTEST_GUILESS_MAIN(TestAuthenticate)
#include "tst_authenticate.moc"
