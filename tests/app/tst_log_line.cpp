// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log_line.h"
#include "app/usage_log.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! One entry is one line, whatever is in it.
class TestLogLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesText();
    void writesJson();
    void staysOneLine_data();
    void staysOneLine();
    void isBounded_data();
    void isBounded();
    void takesAnyBytesThatAreText();
    void recordsHaveTheContractsColumns();
    void recordsReadWell_data();
    void recordsReadWell();

private:
    static QJsonObject parsed(const QByteArray &line)
    {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(line, &error);
        return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
    }
};

void TestLogLine::writesText()
{
    const LogLine line = {1'700'000'000'123, LogLevel::Warn, "gatehouse.config", "The \"file\" is äöü", {}};
    QCOMPARE(formatLine(line, LogFormat::Text),
             QByteArray("2023-11-14T22:13:20.123Z warn  gatehouse.config: The \"file\" is äöü\n"));
}

void TestLogLine::writesJson()
{
    const LogLine line = {1'700'000'000'123,
                          LogLevel::Error,
                          "gatehouse.app",
                          "a \"b\" \\ ü",
                          {{"count", qint64(-3)},
                           {"ratio", 0.5},
                           {"odd", std::numeric_limits<double>::quiet_NaN()},
                           {"yes", true},
                           {"none", nullptr},
                           {"text", u"x\"\n"_s}}};
    const QJsonObject object = parsed(formatLine(line, LogFormat::Json));
    const QJsonObject expected{{u"time"_s, u"2023-11-14T22:13:20.123Z"_s},
                               {u"level"_s, u"error"_s},
                               {u"category"_s, u"gatehouse.app"_s},
                               {u"message"_s, u"a \"b\" \\ ü"_s},
                               {u"count"_s, -3},
                               {u"ratio"_s, 0.5},
                               {u"odd"_s, QJsonValue::Null},
                               {u"yes"_s, true},
                               {u"none"_s, QJsonValue::Null},
                               {u"text"_s, u"x\"\n"_s}};
    QCOMPARE(object, expected);
}

void TestLogLine::staysOneLine_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("line break") << QByteArray("a\nb") << QByteArray("a\\nb");
    QTest::newRow("carriage return") << QByteArray("a\r\nb") << QByteArray("a\\u000d\\nb");
    QTest::newRow("escape sequence") << QByteArray("\x1b[2Jx") << QByteArray("\\u001b[2Jx");
    QTest::newRow("C1 control sequence") << QByteArray("\xc2\x9b"
                                                       "2Jx")
                                         << QByteArray("\\u009b2Jx");
    QTest::newRow("no control: inverted mark") << QByteArray("\xc2\xa1x") << QByteArray("\xc2\xa1x");
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray("a\\u0000b");
    QTest::newRow("DEL and tab") << QByteArray("a\x7f\tb") << QByteArray("a\\u007f\\u0009b");
}

void TestLogLine::staysOneLine()
{
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, shown);
    const LogLine line = {0, LogLevel::Info, "c", message, {}};
    QCOMPARE(formatLine(line, LogFormat::Text), "1970-01-01T00:00:00.000Z info  c: " + shown + '\n');
    const QByteArray json = formatLine(line, LogFormat::Json);
    QCOMPARE(json.count('\n'), 1);
    QCOMPARE(parsed(json).value("message"_L1).toString(), QString::fromUtf8(message));
}

void TestLogLine::isBounded_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("letters") << u"x"_s;
    QTest::newRow("two bytes") << u"ü"_s;
    QTest::newRow("four bytes") << u"\U0001F600"_s;
    QTest::newRow("control characters") << u"\x01"_s;
    QTest::newRow("quotes") << u"\""_s;
}

void TestLogLine::isBounded()
{
    QFETCH(QString, text);
    const QString longText = text.repeated(100'000);
    const LogLine line = {0, LogLevel::Info, "c", longText.toUtf8(), {{"a", longText}, {"b", longText}}};
    for (LogFormat format : {LogFormat::Text, LogFormat::Json}) {
        const QByteArray bytes = formatLine(line, format);
        QVERIFY(bytes.size() > 3000);
        QVERIFY(bytes.size() < 4096); // what a pipe takes at once
        QVERIFY(QString::fromUtf8(bytes).count(QChar::ReplacementCharacter) == 0);
        QVERIFY(format == LogFormat::Text || !parsed(bytes).isEmpty());
    }
}

void TestLogLine::takesAnyBytesThatAreText()
{
    QRandomGenerator random(4711);
    for (int round = 0; round < 2000; ++round) {
        QString text;
        for (int i = 0; i < 40; ++i)
            text += QChar(ushort(random.bounded(round % 2 ? 0x100 : 0x3000)));
        const LogLine line = {0, LogLevel::Debug, "c", text.toUtf8(), {{"field", text}}};
        const QByteArray json = formatLine(line, LogFormat::Json);
        QCOMPARE(json.count('\n'), 1);
        QCOMPARE(parsed(json).value("message"_L1).toString(), text);
        QCOMPARE(parsed(json).value("field"_L1).toString(), text);
        const QByteArray plain = formatLine(line, LogFormat::Text);
        QCOMPARE(std::count_if(plain.cbegin(), plain.cend(), [](char c) { return uchar(c) < 0x20; }), 1);
    }
}

void TestLogLine::recordsHaveTheContractsColumns()
{
    UsageRecord record;
    record.tokens = TokenUsage{.input = 10, .output = 20, .cached = 3, .cacheWrite = 0, .reasoning = 7};
    record.model = "\xff" + QByteArray(500, 'm');
    record.firstByteMs = 1.5;
    record.attempts = {AttemptRecord{.provider = u"a"_s, .code = "upstream_tls"},
                       AttemptRecord{.provider = u"b"_s, .code = {}}};
    QStringList names;
    for (const LogField &field : usageFields(record))
        names.append(QString::fromLatin1(field.name));
    const QString columns =
        u"time_ms, request_id, client, path, dialect_in, dialect_out, model, provider, upstream_model, "
        "status, error_code, attempts, stream, input_tokens, output_tokens, cached_tokens, "
        "cache_write_tokens, "
        "reasoning_tokens, tokens_estimated, cost_usd, first_byte_ms, total_ms, gateway_us, bytes_in, "
        "bytes_out, program, tried, sends"_s;
    QCOMPARE(names.join(u", "), columns);

    const QJsonObject told = parsed(formatLine({.fields = usageFields(record)}, LogFormat::Json));
    QCOMPARE(told.value("input_tokens"_L1).toInt(), 10);
    QCOMPARE(told.value("reasoning_tokens"_L1).toInt(), 7);
    QCOMPARE(told.value("tokens_estimated"_L1).toInt(), 0);
    QCOMPARE(told.value("attempts"_L1).toInt(), 2);
    QCOMPARE(told.value("first_byte_ms"_L1).toDouble(), 1.5);
    QVERIFY(told.value("cost_usd"_L1).isNull());
    QVERIFY(told.value("model"_L1).toString().size() < 350);

    record.costUsd = 0.0125;
    QCOMPARE(
        parsed(formatLine({.fields = usageFields(record)}, LogFormat::Json)).value("cost_usd"_L1).toDouble(),
        0.0125);

    record.tokens.reset();
    record.tokensEstimated = true;
    record.firstByteMs = -1;
    const QJsonObject untold = parsed(formatLine({.fields = usageFields(record)}, LogFormat::Json));
    QVERIFY(untold.value("input_tokens"_L1).isNull());
    QVERIFY(untold.value("first_byte_ms"_L1).isNull());
    QCOMPARE(untold.value("tokens_estimated"_L1).toInt(), 1);
}

void TestLogLine::recordsReadWell_data()
{
    QTest::addColumn<UsageRecord>("record");
    QTest::addColumn<QByteArray>("text");
    UsageRecord whole;
    whole.requestId = "r1";
    whole.path = "/v1/chat/completions";
    whole.model = "fast";
    whole.provider = u"openai"_s;
    whole.upstreamModel = "gpt-4o";
    whole.status = 200;
    whole.totalMs = 812;
    whole.firstByteMs = 200.06;
    whole.tokens = TokenUsage{.input = 10, .output = 20};
    QTest::newRow("answered") << whole
                              << QByteArray("200 /v1/chat/completions fast: openai/gpt-4o, 812.0 ms (first "
                                            "byte 200.1 ms), 10+20 tokens, id r1");
    UsageRecord guessed = whole;
    guessed.tokensEstimated = true;
    guessed.costUsd = 0.5;
    guessed.program = u"claude"_s;
    QTest::newRow("guessed") << guessed
                             << QByteArray(
                                    "200 /v1/chat/completions fast: openai/gpt-4o, 812.0 ms (first byte "
                                    "200.1 ms), about 10+20 tokens, $0.500000, from claude, id r1");
    UsageRecord left;
    left.requestId = "r2";
    left.path = "/v1/embeddings";
    left.status = 499;
    left.errorCode = "client_closed";
    left.client = u"Cursor"_s;
    left.attempts = {AttemptRecord{.provider = u"a"_s, .code = {}},
                     AttemptRecord{.provider = u"b"_s, .code = {}}};
    QTest::newRow("left")
        << left
        << QByteArray("499 /v1/embeddings, 0.0 ms, tried a/ 0, b/ 0, client_closed, client Cursor, id r2");
}

void TestLogLine::recordsReadWell()
{
    QFETCH(UsageRecord, record);
    QFETCH(QByteArray, text);
    QCOMPARE(usageText(record), text);
}

QTEST_GUILESS_MAIN(TestLogLine)
#include "tst_log_line.moc"
