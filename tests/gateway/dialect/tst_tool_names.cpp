// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/tool_arguments.h"
#include "gateway/dialect/tool_names.h"

#include <QTest>

using namespace gatehouse;

//! Names, ids and arguments of tools are valid on the other side, and find their way back.
class TestToolNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsNames_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("sent"); // a trailing * stands for eight hexadecimal digits
        QTest::newRow("plain") << QByteArray("get_weather-2") << QByteArray("get_weather-2");
        QTest::newRow("64") << QByteArray(64, 'a') << QByteArray(64, 'a');
        QTest::newRow("90") << QByteArray(90, 'a') << QByteArray(QByteArray(55, 'a') + "_*");
        QTest::newRow("other bytes") << QByteArray("mcp.tool/ü") << QByteArray("mcp_tool___");
        QTest::newRow("empty") << QByteArray() << QByteArray("tool");
    }

    void sendsNames()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, sent);
        ToolNames names;
        const QByteArray is = names.sent(name);
        if (sent.endsWith('*'))
            QCOMPARE(is.chopped(8), sent.chopped(1));
        else
            QCOMPARE(is, sent);
        QVERIFY(is.size() <= 64);
        QCOMPARE(names.sent(name), is);
        QCOMPARE(names.original(is), name);
    }

    void keepsNamesApart()
    {
        ToolNames names;
        const QByteArray a = names.sent("a.b");
        const QByteArray b = names.sent("a_b");
        const QByteArray c = names.sent(QByteArray(QByteArray(70, 'x') + '1'));
        const QByteArray d = names.sent(QByteArray(QByteArray(70, 'x') + '2'));
        QVERIFY(a != b && c != d);
        QCOMPARE(names.original(a), QByteArray("a.b"));
        QCOMPARE(names.original(b), QByteArray("a_b"));
        QCOMPARE(names.original(d), QByteArray(QByteArray(70, 'x') + '2'));
        QCOMPARE(names.original("unknown"), QByteArray("unknown"));
    }

    void followsTheRule()
    {
        ToolNames gemini({64, "_-.:", true});
        QCOMPARE(gemini.sent("a.b:c"), QByteArray("a.b:c"));
        QCOMPARE(gemini.sent("1st"), QByteArray("_1st"));
    }

    void makesIdsValid()
    {
        ToolIds ids;
        QCOMPARE(ids.valid("toolu_01-A"), QByteArray("toolu_01-A"));
        QCOMPARE(ids.valid("a:1"), QByteArray("a_1"));
        QCOMPARE(ids.valid("a:1"), QByteArray("a_1"));
        const QByteArray other = ids.valid("a_1");
        QVERIFY(other != "a_1" && other.startsWith("a_1_"));
        const QByteArray first = ids.valid({});
        QVERIFY(!first.isEmpty() && ids.valid({}) != first);
        const QByteArray longId = ids.valid(QByteArray(300, 'x'));
        QCOMPARE(longId.size(), 64);
        QCOMPARE(ids.valid(QByteArray(300, 'x')), longId);
    }

    void readsArguments_data()
    {
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<QByteArray>("object");
        QTest::newRow("object") << QByteArray("{ \"b\" : 12345678901234567890, \"a\" : \"x y\" }")
                                << QByteArray("{\"b\":12345678901234567890,\"a\":\"x y\"}");
        QTest::newRow("empty") << QByteArray() << QByteArray("{}");
        QTest::newRow("array") << QByteArray("[1]") << QByteArray("{}");
        QTest::newRow("cut") << QByteArray("{\"a\":") << QByteArray("{}");
        QTest::newRow("string") << QByteArray("\"{}\"") << QByteArray("{}");
    }

    void readsArguments()
    {
        QFETCH(QByteArray, arguments);
        QTEST(argumentsObject(arguments), "object");
    }

    void carriesFreeformText()
    {
        QCOMPARE(freeformArguments("a\"b"), QByteArray("{\"input\":\"a\\\"b\"}"));
        QCOMPARE(freeformText(freeformArguments("*** Begin\n\\d")), QByteArray("*** Begin\n\\d"));
        QCOMPARE(freeformText("plain"), QByteArray("plain"));
    }

    void scans_data()
    {
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<qsizetype>("counted"); // −1: all, and not complete
        QTest::newRow("object") << QByteArray("{\"a\":1}x") << qsizetype(7);
        QTest::newRow("brace in a string") << QByteArray("{\"}\\\"}\":[{}]} ") << qsizetype(13);
        QTest::newRow("open") << QByteArray("{\"a\":{}") << qsizetype(-1);
        QTest::newRow("nothing") << QByteArray("  ") << qsizetype(-1);
        QTest::newRow("spaces") << QByteArray("{\"a\":" + QByteArray(600, '\n') + "1}") << qsizetype(607);
        QTest::newRow("runaway") << QByteArray("{\"a\"" + QByteArray(600, '\n')) << qsizetype(-1);
        QTest::newRow("closing only") << QByteArray("}}}}") << qsizetype(1);
    }

    void scans()
    {
        QFETCH(QByteArray, arguments);
        QFETCH(qsizetype, counted);
        ArgumentScan whole;
        QCOMPARE(whole.feed(arguments).size(), counted < 0 ? arguments.size() : counted);
        QCOMPARE(whole.complete(), counted >= 0);
        ArgumentScan bytes;
        qsizetype sum = 0;
        for (const char c : arguments)
            sum += bytes.feed(QByteArrayView(&c, 1)).size();
        QCOMPARE(sum, counted < 0 ? arguments.size() : counted);
    }
};

QTEST_GUILESS_MAIN(TestToolNames)
#include "tst_tool_names.moc"
