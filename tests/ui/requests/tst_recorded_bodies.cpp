// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/requests/sample_records.h"
#include "ui/requests/pretty_json.h"
#include "ui/requests/recorded_bodies.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! What is kept of bodies, and how they are laid out.
class TestRecordedBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOnlySoMany()
    {
        RecordedBodies bodies;
        for (int id = 0; id < 250; ++id)
            bodies.add(exchangeOf(goodRecord(id)));
        QCOMPARE(bodies.count(), RecordedBodies::maxCount);
        QVERIFY(!bodies.contains("req_49"));
        QVERIFY(bodies.contains("req_50"));
        QVERIFY(bodies.find("req_249"));
    }

    void keepsOnlySoMuch()
    {
        RecordedBodies bodies;
        RecordedExchange exchange = exchangeOf(goodRecord(1));
        exchange.answer = QByteArray(RecordedBodies::maxBytes / 3, 'x');
        for (int id = 1; id <= 5; ++id) {
            exchange.requestId = QByteArray::number(id);
            bodies.add(exchange);
            QVERIFY(bodies.bytes() <= RecordedBodies::maxBytes);
        }
        QCOMPARE(bodies.count(), 2);
        QVERIFY(bodies.contains("5") && bodies.contains("4"));
        exchange.requestId = "huge";
        exchange.answer = QByteArray(RecordedBodies::maxBytes + 1, 'x');
        bodies.add(exchange);
        QVERIFY(!bodies.contains("huge"));
        QCOMPARE(bodies.count(), 2); // nobody made room in vain
    }

    void forgets()
    {
        RecordedBodies bodies;
        bodies.add(exchangeOf(goodRecord(1)));
        bodies.add(exchangeOf(goodRecord(1)));
        QCOMPARE(bodies.count(), 1);
        bodies.add(exchangeOf(goodRecord(2)));
        bodies.forget("req_1");
        bodies.forget("never");
        QCOMPARE(bodies.count(), 1);
        QCOMPARE(bodies.bytes(), bytesOf(exchangeOf(goodRecord(2))));
        bodies.forget("req_2");
        QCOMPARE(bodies.bytes(), 0);
        bodies.add(exchangeOf(goodRecord(3)));
        bodies.clear();
        QCOMPARE(bodies.count(), 0);
        QCOMPARE(bodies.bytes(), 0);
    }

    void laysOutJson_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("pretty");
        const auto row = [](const char *name, const QByteArray &json, const QByteArray &pretty) {
            QTest::newRow(name) << json << pretty;
        };
        row("object", "{\"b\":1,\"a\":[true,null]}",
            "{\n  \"b\": 1,\n  \"a\": [\n    true,\n    null\n  ]\n}");
        row("numbers stay", "[12345678901234567890,1.0,1E+2,-0]",
            "[\n  12345678901234567890,\n  1.0,\n  1E+2,\n  -0\n]");
        row("empty ones", "{\"a\":{ },\"b\":[ ]}", "{\n  \"a\": {},\n  \"b\": []\n}");
        row("strings stay", "{\"a\":\"{\\\"x\\\":\\u00e9, [ \\\\\"}",
            "{\n  \"a\": \"{\\\"x\\\":\\u00e9, [ \\\\\"\n}");
        for (const char *same : {"", "plain text", "\"text\"", "{\"a\":1", "[1}", "{\"a\"", "[1]]",
                                 "data: {\"a\":1}\n\n", "{\"a\":'x'}", "{\"a\\"})
            row(same, same, same);
        row("too deep", QByteArray(500, '[') + QByteArray(500, ']'),
            QByteArray(500, '[') + QByteArray(500, ']'));
    }

    void laysOutJson()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, pretty);
        QCOMPARE(prettyJson(json), pretty);
    }

    void makesNotMuchOfLittle()
    {
        QByteArray json = QByteArray(90, '[');
        for (int i = 0; i < 100'000; ++i)
            json += "1,";
        json += '1' + QByteArray(90, ']');
        QCOMPARE(prettyJson(json), json);
    }

    void showsOnlySoMuch()
    {
        QVERIFY(!shownBody("{}").shortened);
        const ShownBody large = shownBody(QByteArray(3 * 1024 * 1024, 'a').replace(0, 2, "a\n"));
        QVERIFY(large.shortened);
        QVERIFY(large.text.size() <= 1024 * 1024);
        const ShownBody line = shownBody("{\"image\":\"" + QByteArray(100'000, 'A') + "\",\"n\":1}");
        QVERIFY(line.shortened);
        QVERIFY(line.text.size() < 25'000);
        QVERIFY(line.text.endsWith(u"\n  \"n\": 1\n}"_s));
        QVERIFY(!shownBody(QByteArray("a\0b", 3)).text.contains(QChar(u'\0')));
    }
};

QTEST_MAIN(TestRecordedBodies)
#include "tst_recorded_bodies.moc"
