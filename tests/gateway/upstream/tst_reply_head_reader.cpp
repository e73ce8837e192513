// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/reply_head_reader.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gatehouse;
using namespace std::chrono_literals;

//! Of a head, what may be passed on is kept, and nothing in it can harm.
class TestReplyHeadReader : public QObject
{
    Q_OBJECT

    static ReplyHeadReader::Step read(ReplyHeadReader &reader, const QByteArray &lines)
    {
        ReplyHeadReader::Step step = ReplyHeadReader::More;
        qsizetype begin = 0;
        while (begin < lines.size() && step == ReplyHeadReader::More) {
            const qsizetype end = lines.indexOf('\n', begin);
            const qsizetype next = end < 0 ? lines.size() : end + 1;
            step = reader.line(QByteArrayView(lines).sliced(begin, next - begin));
            begin = next;
        }
        return step;
    }

private Q_SLOTS:
    void readsHeads_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("passed");
        QTest::addColumn<QByteArray>("requestId");
        QTest::addColumn<qint64>("length");
        const auto row = [](const char *name, const char *fields, const char *passed, const char *id,
                            qint64 length) {
            QTest::newRow(name) << QByteArray(fields) << QByteArray(passed) << QByteArray(id) << length;
        };
        row("none", "", "", "", -1);
        row("length", "Content-Length: 5\r\n", "", "", 5);
        row("same length twice", "Content-Length: 5\r\nContent-Length: 5\r\n", "", "", 5);
        row("chunked", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "", "", -1);
        row("gzip", "Content-Length: 5\r\nContent-Encoding: gzip\r\n", "", "", -1);
        row("identity", "Content-Length: 5\r\nContent-Encoding: identity\r\n", "", "", 5);
        row("own id wins", "request-id: b\r\nX-Request-ID: a\r\n", "request-id: b\r\n", "a", -1);
        row("other id", "Request-Id: b\r\n", "request-id: b\r\n", "b", -1);
        row("limits", "X-RateLimit-Reset: 6m0s\r\nanthropic-ratelimit-x: 1\r\nOpenAI-Processing-Ms: 9\r\n",
            "x-ratelimit-reset: 6m0s\r\nanthropic-ratelimit-x: 1\r\nopenai-processing-ms: 9\r\n", "", -1);
        row("others",
            "Set-Cookie: a\r\nServer: b\r\nLocation: c\r\nX-Rate: d\r\nopenai: e\r\nConnection: close\r\n",
            "", "", -1);
        row("control bytes", "x-ratelimit-a: 1\x01\x1b[2J\x7f\tz\r\nx-request-id: a\rb\r\n",
            "x-ratelimit-a: 1[2Jz\r\n", "ab", -1);
        row("no name", ": x\r\nx-ratelimit-a\r\nx-ratelimit-b c: d\r\n", "", "", -1);
    }

    void readsHeads()
    {
        QFETCH(QByteArray, fields);
        ReplyHeadReader reader;
        QCOMPARE(read(reader, "HTTP/1.1 200 OK\r\n" + fields + "\r\n"), ReplyHeadReader::Done);
        const ReplyHead head = reader.take();
        QCOMPARE(head.status, 200);
        QTEST(head.headers, "passed");
        QTEST(head.requestId, "requestId");
        QTEST(head.contentLength, "length");
    }

    void takesTheFinalHeadOnly()
    {
        ReplyHeadReader reader;
        QCOMPARE(read(reader, "HTTP/1.1 100 Continue\r\nx-request-id: a\r\nContent-Length: 1\r\n\r\n"),
                 ReplyHeadReader::More);
        QCOMPARE(read(reader, "HTTP/2 429 \r\nretry-after: 2\r\nretry-after-ms: 30\r\n\r\n"),
                 ReplyHeadReader::Done);
        QCOMPARE(read(reader, "x-request-id: trailer\r\nretry-after: 9\r\n\r\n"), ReplyHeadReader::More);
        const ReplyHead head = reader.take();
        QCOMPARE(head.status, 429);
        QCOMPARE(head.contentLength, -1);
        QVERIFY(head.requestId.isEmpty());
        QCOMPARE(head.retryAfter, 30ms); // the finer one
        QCOMPARE(head.headers, "retry-after: 2\r\nretry-after-ms: 30\r\n");
    }

    void tellsTheFraming_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("keeps");
        const auto row = [](const char *head, BodyFraming::Kind kind, bool keeps) {
            QTest::newRow(head) << QByteArray(head) << int(kind) << keeps;
        };
        const char *const ok = "HTTP/1.1 200 OK\r\n";
        row(ok, BodyFraming::UntilClose, true); // which ends the connection all the same
        row("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n", BodyFraming::Length, true);
        row("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: identity\r\n", BodyFraming::Length,
            true);
        row("HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n", BodyFraming::Chunked, true);
        row("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n", BodyFraming::Chunked,
            false);
        row("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n", BodyFraming::None, true);
        row("HTTP/1.1 304 Not Modified\r\n", BodyFraming::None, true);
        row("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n", BodyFraming::Length, false);
        row("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\nConnection: keep-alive\r\n",
            BodyFraming::Length, false);
        row("HTTP/1.0 200 OK\r\nContent-Length: 5\r\n", BodyFraming::Length, false);
        row("HTTP/1.0 200 OK\r\nContent-Length: 5\r\nConnection: Keep-Alive\r\n", BodyFraming::Length, true);
        row("HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: keep-alive\r\n",
            BodyFraming::Chunked, false);
        row("HTTP/1.0 100 Continue\r\nConnection: close\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n",
            BodyFraming::Length, true); // what an interim answer says is not the answer's
    }

    void tellsTheFraming()
    {
        QFETCH(QByteArray, head);
        ReplyHeadReader reader;
        head.append("\r\n");
        for (const QByteArray &line : head.split('\n')) {
            if (!line.isEmpty())
                QVERIFY(reader.line(QByteArray(line + '\n')) != ReplyHeadReader::Refused);
        }
        QTEST(int(reader.framing(false).kind), "kind");
        QTEST(reader.keepsConnection(), "keeps");
        QCOMPARE(reader.framing(true).kind, BodyFraming::None);
        if (reader.framing(false).kind == BodyFraming::Length)
            QCOMPARE(reader.framing(false).length, 5);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("lines");
        const QByteArray ok = "HTTP/1.1 200 OK\r\n";
        QTest::newRow("no status") << QByteArray("HTTP/1.1\r\n");
        QTest::newRow("no number") << QByteArray("HTTP/1.1 abc\r\n");
        QTest::newRow("small") << QByteArray("HTTP/1.1 42 x\r\n");
        QTest::newRow("large") << QByteArray("HTTP/1.1 600 x\r\n");
        QTest::newRow("negative") << QByteArray("HTTP/1.1 -20 x\r\n");
        QTest::newRow("two lengths") << ok + "Content-Length: 1\r\nContent-Length: 2\r\n";
        QTest::newRow("list of lengths") << ok + "Content-Length: 1, 1\r\n";
        QTest::newRow("negative length") << ok + "Content-Length: -1\r\n";
        QTest::newRow("signed length") << ok + "Content-Length: +1\r\n";
        QTest::newRow("coded transfer") << ok + "Transfer-Encoding: gzip, chunked\r\n";
        QTest::newRow("huge length") << ok + "Content-Length: 99999999999999999999\r\n";
        QTest::newRow("brotli") << ok + "Content-Encoding: br\r\n";
        QTest::newRow("layers") << ok + "Content-Encoding: gzip, gzip\r\n";
        QTest::newRow("layers, apart") << ok + "Content-Encoding: gzip\r\nContent-Encoding: gzip\r\n";
        QTest::newRow("one long line") << ok + "X: " + QByteArray(ReplyHeadReader::maxBytes, 'x') + "\r\n";
        QTest::newRow("many lines") << ok + QByteArray("x-ratelimit-a: b\r\n").repeated(20000);
        QTest::newRow("many interim heads") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(20000);
    }

    void refuses()
    {
        QFETCH(QByteArray, lines);
        ReplyHeadReader reader;
        QCOMPARE(read(reader, lines + "\r\n"), ReplyHeadReader::Refused);
        QVERIFY(!reader.problem().isEmpty());
    }

    void survivesMutations()
    {
        const QByteArray sound =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 12\r\n"
            "x-request-id: abc\r\nRetry-After: Sun, 06 Nov 2044 08:49:37 GMT\r\n"
            "retry-after-ms: 12.5\r\nx-ratelimit-limit: 1\r\n\r\n";
        QRandomGenerator random(7);
        for (int round = 0; round < 20000; ++round) {
            QByteArray lines = sound.first(random.bounded(int(sound.size()) + 1));
            for (int i = random.bounded(4); i > 0 && !lines.isEmpty(); --i)
                lines[random.bounded(int(lines.size()))] = char(random.bounded(256));
            ReplyHeadReader reader;
            if (read(reader, lines) != ReplyHeadReader::Done)
                continue;
            const ReplyHead head = reader.take();
            QVERIFY(head.status >= 200 && head.status <= 599);
            QVERIFY(head.contentLength >= -1);
            for (const QByteArray &text :
                 {head.contentType, head.requestId, QByteArray(head.headers).replace("\r\n", "")}) {
                for (char c : text)
                    QVERIFY(static_cast<unsigned char>(c) >= 0x20);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestReplyHeadReader)
#include "tst_reply_head_reader.moc"
