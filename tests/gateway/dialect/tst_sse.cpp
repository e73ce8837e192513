// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/sse.h"
#include "gateway/dialect/stream_watch.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gatehouse;

namespace {

//! Feeds \a pieces and returns the events; what is left over is the last entry.
QByteArrayList split(const QByteArrayList &pieces)
{
    SseSplitter splitter;
    QByteArrayList events;
    for (const QByteArray &piece : pieces) {
        if (!splitter.feed(
                piece, [&](QByteArrayView event) { events.append(event.toByteArray()); }, [] {}))
            events.append("TOO LONG");
    }
    events.append(splitter.rest().toByteArray());
    return events;
}

} // namespace

//! Events come out whole and unchanged, whatever way a stream is cut.
class TestSse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsAtEveryByte_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<int>("events");
        QTest::newRow("LF") << QByteArray("data: a\n\nevent: x\ndata: b\n\n: ping\n\ndata: [DONE]\n\n") << 4;
        QTest::newRow("CRLF") << QByteArray("data: a\r\n\r\ndata: b\r\ndata: c\r\n\r\n") << 2;
        QTest::newRow("CR") << QByteArray("data: a\r\rdata: b\r\r") << 2;
        QTest::newRow("mixed") << QByteArray("data: a\n\r\ndata: b\r\n\ndata: c\n\n") << 3;
        QTest::newRow("UTF-8") << QByteArray("data: 你好\n\ndata: \xf0\x9f\x98\x80\n\n") << 2;
        QTest::newRow("unended") << QByteArray("data: a\n\ndata: b") << 1;
    }

    void splitsAtEveryByte()
    {
        QFETCH(QByteArray, stream);
        QFETCH(int, events);
        const QByteArrayList whole = split({stream});
        QCOMPARE(whole.size(), events + 1);
        QCOMPARE(whole.join(), stream);
        for (qsizetype n = 0; n <= stream.size(); ++n)
            QCOMPARE(split({stream.left(n), stream.mid(n)}).join(), stream);
        QByteArrayList bytes;
        for (char c : stream)
            bytes.append(QByteArray(1, c));
        QByteArrayList events1 = split(bytes);
        QCOMPARE(events1.join(), stream);
        if (QByteArray(QTest::currentDataTag()) == "mixed")
            events1.removeAll("\n"); // the second half of a first CRLF that was cut apart
        QCOMPARE(events1.size(), whole.size());
    }

    void limitsTheLengthOfAnEvent()
    {
        const QByteArray megabyte = "data: " + QByteArray(1024 * 1024, 'x');
        QCOMPARE(split({megabyte, megabyte, megabyte + "\n\n"}).count("TOO LONG"), 0);
        QVERIFY(split({megabyte, megabyte, megabyte, megabyte}).contains("TOO LONG"));
    }

    void survivesRandomBytes()
    {
        QRandomGenerator random(3);
        for (int i = 0; i < 2000; ++i) {
            QByteArray stream;
            for (int n = random.bounded(200); n > 0; --n)
                stream.append("\r\n\n: adt\x80"[random.bounded(9)]);
            QByteArrayList pieces;
            for (qsizetype at = 0; at < stream.size();) {
                const qsizetype length = random.bounded(1, 9);
                pieces.append(stream.mid(at, length));
                at += length;
            }
            QCOMPARE(split(pieces).join(), stream);
        }
    }

    void findsData()
    {
        QCOMPARE(SseSplitter::data("data: x\n\n"), QByteArrayView("x"));
        QCOMPARE(SseSplitter::data("event: e\r\ndata:y\r\n\r\n"), QByteArrayView("y"));
        QVERIFY(SseSplitter::data(": ping\n\n").isNull());
        QVERIFY(SseSplitter::data("").isNull());
    }

    void watchesChat_data()
    {
        QTest::addColumn<QByteArrayList>("events");
        QTest::addColumn<int>("passed");
        QTest::addColumn<bool>("ended");
        QTest::addColumn<qint64>("output");
        const QByteArray delta =
            "{\"choices\":[{\"delta\":{\"content\":\"a \\\"finish_reason\\\":\\\"stop\\\" "
            "b\"},\"finish_reason\":null}],\"usage\":null}";
        const QByteArray stop = R"({"choices":[{"delta":{},"finish_reason":"stop"}],"usage":null})";
        const QByteArray usage =
            R"({"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12}})";
        const QByteArray stopUsage =
            R"({"choices":[{"delta":{},"finish_reason" : "stop"}],"usage":{"completion_tokens":5}})";
        const QByteArray filter = R"({"choices":[],"prompt_filter_results":[{"prompt_index":0}]})";
        QTest::newRow("usage chunk is taken out")
            << QByteArrayList{delta, stop, usage, "[DONE]"} << 3 << true << qint64(3);
        QTest::newRow("usage with choices stays")
            << QByteArrayList{delta, stopUsage, "[DONE]"} << 3 << true << qint64(5);
        QTest::newRow("empty choices without usage stay")
            << QByteArrayList{filter, delta} << 2 << false << qint64(-1);
        QTest::newRow("text that talks about the end") << QByteArrayList{delta} << 1 << false << qint64(-1);
        QTest::newRow("no [DONE]") << QByteArrayList{delta, stop} << 2 << true << qint64(-1);
    }

    void watchesChat()
    {
        QFETCH(QByteArrayList, events);
        StreamWatch watch(StreamForm::Chat, Dialect::OpenAi, true);
        int passed = 0;
        for (const QByteArray &event : events)
            passed += watch.pass(QByteArray("data: " + event + "\n\n"));
        QTEST(passed, "passed");
        QTEST(watch.ended(), "ended");
        const qint64 output = watch.tokens() ? watch.tokens()->output : -1;
        QTEST(output, "output");
    }

    void seesErrors()
    {
        StreamWatch chat(StreamForm::Chat, Dialect::OpenAi, false);
        QVERIFY(chat.pass("data: {\"error\":{\"message\":\"overloaded\"}}\n\n"));
        QVERIFY(chat.failed());
        StreamWatch messages(StreamForm::Messages, Dialect::Anthropic, false);
        QVERIFY(messages.pass("event: error\ndata: {\"type\":\"error\"}\n\n"));
        QVERIFY(messages.failed());
    }

    void addsUpAnthropicUsage()
    {
        StreamWatch watch(StreamForm::Messages, Dialect::Anthropic, false);
        QVERIFY(watch.pass(
            "event: message_start\ndata: "
            "{\"type\":\"message_start\",\"message\":{\"usage\":{\"input_tokens\":10,"
            "\"output_tokens\":1,\"cache_creation_input_tokens\":5,\"cache_read_input_tokens\":20}}}\n\n"));
        QVERIFY(watch.pass(
            "event: message_delta\ndata: {\"type\":\"message_delta\",\"usage\":{\"output_tokens\":7}}\n\n"));
        QVERIFY(!watch.ended());
        QVERIFY(watch.pass("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n"));
        QVERIFY(watch.ended());
        QCOMPARE(*watch.tokens(), (TokenUsage{35, 7, 20, 5, 0}));
    }
};

QTEST_GUILESS_MAIN(TestSse)
#include "tst_sse.moc"
