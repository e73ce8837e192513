// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/json_escape.h"
#include "gateway/dialect/json_view.h"
#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/line_separators.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gatehouse;

//! JSON is read where it stands: exact, in order, and never beyond its end.
class TestJsonView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds()
    {
        const QByteArray json =
            " { \"a\" : [ 1 , {\"x\":null} , \"s\" ] , \"b\\u0062\": true,\"n\":-1.50e2 , "
            "\"big\":123456789012345678901234567890, \"a2\":{}, \"e\":[ ] } ";
        JsonDocument document;
        const JsonView root = document.parse(json);
        QVERIFY2(root.isObject(), document.problem().constData());
        QCOMPARE(root.raw().toByteArray(), json.trimmed());
        QCOMPARE(root["a"].raw().toByteArray(), QByteArray("[ 1 , {\"x\":null} , \"s\" ]"));
        QCOMPARE(root["a2"].raw().toByteArray(), QByteArray("{}"));
        QCOMPARE(root["big"].raw().toByteArray(), QByteArray("123456789012345678901234567890"));
        QVERIFY(!root["big"].integer());
        QCOMPARE(root["n"].integer(), std::optional<qint64>(-150));
        QCOMPARE(root["bb"].boolean(), std::optional<bool>(true));
        QVERIFY(root["missing"].isMissing());
        QVERIFY(root["missing"]["deeper"]["still"].isMissing());
        QVERIFY(root["e"].isEmpty() && root["e"].isArray() && !root["a"].isEmpty());
        QByteArrayList keys;
        for (const JsonView member : root)
            keys.append(member.key());
        QCOMPARE(keys.join(' '), QByteArray("a bb n big a2 e"));
        QByteArrayList elements;
        for (const JsonView element : root["a"])
            elements.append(element.raw().toByteArray());
        QCOMPARE(elements.join(' '), QByteArray("1 {\"x\":null} \"s\""));
    }

    void readsNull()
    {
        JsonDocument document;
        const JsonView root = document.parse("{\"x\":null}");
        QVERIFY(!root["x"] && root["x"].kind() == JsonView::Null);
        QVERIFY(root["x"].text().isEmpty() && !root["x"].integer() && root["x"].isEmpty());
    }

    void takesTheLastOfTwo()
    {
        JsonDocument document;
        QCOMPARE(document.parse("{\"a\":1,\"a\":2}")["a"].integer(), std::optional<qint64>(2));
    }

    void integers_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<bool>("whole");
        QTest::addColumn<qint64>("value");
        QTest::newRow("0") << QByteArray("0") << true << qint64(0);
        QTest::newRow("exact") << QByteArray("9007199254740993") << true << qint64(9007199254740993);
        QTest::newRow("least") << QByteArray("-9223372036854775808") << true
                               << std::numeric_limits<qint64>::min();
        QTest::newRow("1.0") << QByteArray("1.0") << true << qint64(1);
        QTest::newRow("1e3") << QByteArray("1e3") << true << qint64(1000);
        QTest::newRow("1.5") << QByteArray("1.5") << false << qint64(0);
        QTest::newRow("1e300") << QByteArray("1e300") << false << qint64(0);
        QTest::newRow("1e999") << QByteArray("1e999") << false << qint64(0);
        QTest::newRow("too great") << QByteArray("9223372036854775808") << false << qint64(0);
    }

    void integers()
    {
        QFETCH(QByteArray, token);
        JsonDocument document;
        const QByteArray json = '[' + token + ']';
        const auto value = (*document.parse(json).begin()).integer();
        QTEST(value.has_value(), "whole");
        QTEST(value.value_or(0), "value");
    }

    void decodes_data()
    {
        QTest::addColumn<QByteArray>("inner");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("plain") << QByteArray("Grüße") << QByteArray("Grüße");
        QTest::newRow("short") << QByteArray("\\\"\\\\\\/\\b\\f\\n\\r\\t") << QByteArray("\"\\/\b\f\n\r\t");
        QTest::newRow("unicode") << QByteArray("\\u0041\\u00fc\\u4f60") << QByteArray("Aü你");
        QTest::newRow("pair") << QByteArray("\\ud83d\\ude00!") << QByteArray("😀!");
        QTest::newRow("NUL") << QByteArray("a\\u0000b") << QByteArray("a\0b", 3);
        QTest::newRow("half") << QByteArray("\\ud83d") << QByteArray("\xef\xbf\xbd");
        QTest::newRow("other half") << QByteArray("\\ude00x") << QByteArray("\xef\xbf\xbdx");
        QTest::newRow("two firsts") << QByteArray("\\ud83d\\ud83d\\ude00") << QByteArray("\xef\xbf\xbd😀");
    }

    void decodes()
    {
        QFETCH(QByteArray, inner);
        QFETCH(QByteArray, text);
        JsonDocument document;
        const QByteArray json = "{\"" + inner + "\":\"" + inner + "\"}";
        const JsonView root = document.parse(json);
        QCOMPARE(root[text].text(), text);
        QCOMPARE((*root.begin()).key(), text);
        QVERIFY(root[text].is(text));
        QByteArray again;
        JsonWriter(again).openArray().text(text).closeArray();
        JsonDocument second;
        QCOMPARE((*second.parse(again).begin()).text(), text);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json :
             {"",          " ",          "1",       "\"a\"",     "null",          "{",           "}",
              "[1,]",      "{\"a\":1,}", "{\"a\"}", "{\"a\":}",  "{a:1}",         "[1 2]",       "[1}",
              "{\"a\":1]", "{} {}",      "[]x",     "[\"\\x\"]", "[\"\\u12g4\"]", "[\"\\u12\"]", "[\"a\nb\"]",
              "[\"a]",     "[01]",       "[1.]",    "[.5]",      "[+1]",          "[1e]",        "[tru]",
              "[truee]",   "[nul]",      "[nulll]", "[NaN]",     "[\"\xff\"]",    "{\"\\\":1}",  "[,1]",
              "[[]",       "{\"a\":{}"})
            QTest::newRow(json[0] ? json : "empty") << QByteArray(json);
        QTest::newRow("deep") << QByteArray(300, '[') + QByteArray(300, ']');
        QTest::newRow("hidden NUL") << QByteArray("[1]\0[2]", 7);
    }

    void refuses()
    {
        QFETCH(QByteArray, json);
        JsonDocument document;
        QVERIFY(document.parse(json).isMissing());
        QVERIFY(!document.problem().isEmpty());
        QVERIFY(document.parse("{\"a\":1}")["a"]); // and is none the worse for it
    }

    void boundsItsMemory()
    {
        QByteArray json = "[0";
        json.append(QByteArray(",0").repeated(qsizetype(JsonDocument::maxValues) + 1)).append(']');
        JsonDocument document;
        QVERIFY(document.parse(json).isMissing());
    }

    void survivesDamage()
    {
        QRandomGenerator random(7);
        const QByteArray whole =
            "{\"a\":[1,2.5e3,{\"b\\n\":\"c\\u00e9\\\"\"}],\"d\":null,\"e\":[true,false]}";
        JsonDocument document;
        int taken = 0;
        for (int i = 0; i < 20000; ++i) {
            QByteArray json = whole;
            for (int n = random.bounded(1, 4); n > 0; --n)
                json[random.bounded(json.size())] = "{}[]\",:\\0etu \x80"[random.bounded(15)];
            const JsonView root = document.parse(json);
            taken += root ? 1 : 0;
            for (const JsonView member : root) {
                QVERIFY(member.raw().size() <= json.size());
                (void)member.text();
                (void)member.key();
            }
        }
        QVERIFY(taken > 0);
    }

    void compacts()
    {
        QByteArray out;
        appendCompact(out, "{ \"a b\" : [ 1 ,\n\"c \\\" d\" ] }");
        QCOMPARE(out, QByteArray("{\"a b\":[1,\"c \\\" d\"]}"));
    }

    void compactsEscapes_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("compact");
        const auto row = [](const char *name, const char *json, const char *compact) {
            QTest::newRow(name) << QByteArray(json) << QByteArray(compact);
        };
        row("characters", R"({"\u5929\u6c14": "\u00e9 \u0041x"})", "{\"天气\":\"é Ax\"}");
        row("after an escape", "[\"\\\\u5317\\\"\\u5317\\\\\"]", "[\"\\\\u5317\\\"北\\\\\"]");
        row("beyond the first plane", R"(["\ud83d\ude00"])", "[\"😀\"]");
        row("halves", R"(["\ud83dx","\ude00","\ud83d\u0041"])", R"(["\ud83dx","\ude00","\ud83dA"])");
        row("what has to be escaped", R"(["\u0022\u005c\u0000\u001f\n"])",
            R"(["\u0022\u005c\u0000\u001f\n"])");
        row("numbers", R"([1e400, 1.0])", R"([1e400,1.0])");
    }

    void compactsEscapes()
    {
        QFETCH(QByteArray, json);
        QByteArray out;
        appendCompact(out, json);
        QTEST(out, "compact");
    }

    void writes()
    {
        QByteArray out = "data: ";
        JsonWriter json(out);
        json.openObject().text("a", "x\"\n\x01").number("b", -5).real("c", 0.1).flag("d", true).null("e");
        json.openArray("f").number(1).raw("{\"k\":[]}").openObject().closeObject().text("").closeArray();
        json.name("g").openText();
        appendEscaped(json.bytes(), "1");
        appendEscaped(json.bytes(), "\\");
        json.closeText().openObject("h").escapedKey("\"").real(3).closeObject().closeObject();
        QCOMPARE(out, QByteArray("data: {\"a\":\"x\\\"\\n\\u0001\",\"b\":-5,\"c\":0.1,\"d\":true,\"e\":null,"
                                 "\"f\":[1,{\"k\":[]},{},\"\"],\"g\":\"1\\\\\",\"h\":{\"\\\"\":3}}"));
    }

    void escapesLineSeparators()
    {
        QByteArray json = "\"\xe2\x80\xa8\"";
        escapeLineSeparators(json, 4); // behind it
        QCOMPARE(json, QByteArray("\"\xe2\x80\xa8\""));
        json = "\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\xa6\xe2\x80";
        escapeLineSeparators(json, 0);
        QCOMPARE(json, QByteArray("\\u2028\\u2029\xe2\x80\xa6\xe2\x80"));
    }

    void escapesEachByteWhereverItStands()
    {
        for (int byte = 1; byte < 0x80; ++byte) {
            const QByteArray escape =
                byte == '"'    ? "\\\""
                : byte == '\\' ? "\\\\"
                : byte == '\n' ? "\\n"
                : byte == '\r' ? "\\r"
                : byte == '\t' ? "\\t"
                : byte < 0x20  ? QByteArray("\\u00" + QByteArray::number(byte, 16).rightJustified(2, '0'))
                               : QByteArray(1, char(byte));
            for (int before = 0; before < 18; ++before) {
                QByteArray text = QByteArray(before, '!') + QByteArray(3, char(byte)) + "\xc3\xa4";
                QByteArray expected = QByteArray(before, '!') + escape.repeated(3) + "\xc3\xa4";
                for (int after = 0; after < 9; ++after) {
                    QByteArray out = "x";
                    appendEscaped(out, text);
                    QCOMPARE(out, QByteArray('x' + expected));
                    text.append('#');
                    expected.append('#');
                }
            }
        }
    }

    void writesWhatIsNotUtf8()
    {
        QByteArray out;
        JsonWriter(out).openArray().text("a\xff").closeArray();
        QCOMPARE(out, QByteArray("[\"a\xef\xbf\xbd\"]"));
    }
};

QTEST_GUILESS_MAIN(TestJsonView)
#include "tst_json_view.moc"
