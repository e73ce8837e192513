// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/upstream/recorder.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

#include <array>

Q_DECLARE_METATYPE(gatehouse::FakeAnswer)

using namespace gatehouse;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

//! However an answer fails to come, the end says so, and nothing that was cut looks whole.
class TestTransferEnds : public QObject
{
    Q_OBJECT

    FakeProvider m_provider;
    Transfers m_transfers;

    void exchange(Recorder &recorder, Outgoing outgoing, int patience = 5000)
    {
        recorder.transfer = m_transfers.start(std::move(outgoing), recorder);
        QTRY_VERIFY_WITH_TIMEOUT(recorder.end, patience);
    }

    static quint16 closedPort()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        return server.serverPort();
    }

private Q_SLOTS:
    void init() { m_provider.reset(); }

    void breaks_data()
    {
        QTest::addColumn<FakeAnswer>("answer");
        QTest::addColumn<int>("heads");
        const QByteArray ok = "HTTP/1.1 200 OK\r\n";
        QTest::newRow("closed") << FakeAnswer().close() << 0;
        QTest::newRow("reset") << FakeAnswer().reset() << 0;
        QTest::newRow("closed in the head") << FakeAnswer::raw(ok + "Content-Ty").close() << 0;
        QTest::newRow("short body") << FakeAnswer::raw(ok + "Content-Length: 10\r\n\r\n12345").close() << 1;
        QTest::newRow("reset in the body")
            << FakeAnswer::raw(ok + "Content-Length: 10\r\n\r\n12345").pause(50ms).reset() << 1;
        QTest::newRow("closed between chunks") << FakeAnswer::streamHead().chunk("data: 1\n\n").close() << 1;
        QTest::newRow("closed within a chunk") << FakeAnswer::streamHead().send("a\r\n12345").close() << 1;
        QTest::newRow("bad chunk size") << FakeAnswer::streamHead().chunk("x").send("ZZZ\r\nabc\r\n") << 1;
        QTest::newRow("chunk without its end") << FakeAnswer::streamHead().send("1\r\nabc\r\n0\r\n\r\n") << 1;
        QTest::newRow("not HTTP") << FakeAnswer::raw("hello\r\nworld\r\n\r\n").close() << 0;
        QTest::newRow("HTTP/0.9") << FakeAnswer::raw("{\"a\":1}").close() << 0;
        QTest::newRow("only 1xx") << FakeAnswer::raw("HTTP/1.1 100 Continue\r\n\r\n").close() << 0;
        QTest::newRow("switching protocols")
            << FakeAnswer::raw("HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\nabc").close() << 0;
        QTest::newRow("bad Content-Length")
            << FakeAnswer::raw(ok + "Content-Length: -5\r\n\r\n").close() << 0;
        QTest::newRow("two lengths") << FakeAnswer::raw(ok +
                                                        "Content-Length: 2\r\nContent-Length: 3\r\n\r\nabc")
                                     << 0;
        QTest::newRow("long head")
            << FakeAnswer::raw(ok + QByteArray("X-Filler: " + QByteArray(1000, 'x') + "\r\n").repeated(400) +
                               "\r\n")
            << 0;
        QTest::newRow("long line") << FakeAnswer::raw(ok + "X-Filler: " + QByteArray(500000, 'x') +
                                                      "\r\n\r\n")
                                   << 0;
        QTest::newRow("brotli") << FakeAnswer::json("abc", 200, {"Content-Encoding: br"}) << 0;
        QTest::newRow("gzip twice") << FakeAnswer::json("abc", 200, {"Content-Encoding: gzip, gzip"}) << 0;
        QTest::newRow("not gzip") << FakeAnswer::json("abcdefghijklmnop", 200, {"Content-Encoding: gzip"})
                                  << 1;
    }

    void breaks()
    {
        QFETCH(FakeAnswer, answer);
        QFETCH(int, heads);
        m_provider.enqueue(answer);
        Recorder recorder;
        exchange(recorder, requestOver(linkTo(m_provider)));
        QCOMPARE(recorder.end->kind, TransferEnd::Broken);
        QCOMPARE(recorder.end->sends, 1);
        QVERIFY(!recorder.end->message.isEmpty());
        QVERIFY2(!recorder.end->message.contains(u"sk-secret"_s), qPrintable(recorder.end->message));
        QCOMPARE(recorder.heads, heads);
        QCOMPARE(m_provider.requestCount(), 1); // nothing is sent again unasked
    }

    void isNeverWholeWhereverItIsCut()
    {
        const FakeAnswer stream = FakeAnswer::stream({"data: 1\n\n", "data: 2\n\n"});
        const FakeAnswer sized = FakeAnswer::json(R"({"a":1})");
        for (const FakeAnswer &answer : {stream, sized}) {
            for (qsizetype length = 0; length < answer.bytes().size() - 1;
                 ++length) { // all but a last LF is whole
                m_provider.enqueue(answer.cutAt(length));
                Recorder recorder;
                QEventLoop loop;
                recorder.atEnd = [&] { loop.quit(); };
                recorder.transfer = m_transfers.start(requestOver(linkTo(m_provider)), recorder);
                loop.exec();
                QCOMPARE(recorder.end->kind, TransferEnd::Broken);
            }
        }
    }

    void toleratesBytesBehindTheEnd()
    {
        m_provider.enqueue(
            FakeAnswer::raw("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok HTTP/1.1 200 OK\r\n\r\n"));
        Recorder first;
        exchange(first, requestOver(linkTo(m_provider)));
        QVERIFY(first.complete());
        QCOMPARE(first.body, "ok");
        const int opened = m_provider.connectionsOpened();
        Recorder second;
        exchange(second, requestOver(linkTo(m_provider)));
        QCOMPARE(second.body, "{}");
        QCOMPARE(m_provider.connectionsOpened(), opened + 1); // that connection is not trusted again
    }

    void cannotReach_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QString>("named");
        QTest::newRow("refused") << "http://127.0.0.1:" + QByteArray::number(closedPort()) << u"127.0.0.1"_s;
        QTest::newRow("no such name")
            << QByteArray("http://no-such-host.invalid") << u"no-such-host.invalid"_s;
    }

    void cannotReach()
    {
        QFETCH(QByteArray, base);
        QFETCH(QString, named);
        Recorder recorder;
        exchange(recorder, requestOver(linkTo(base)), 15000);
        QCOMPARE(recorder.end->kind, TransferEnd::Unreachable);
        QCOMPARE(recorder.end->sends, 0);
        QVERIFY2(recorder.end->message.contains(named), qPrintable(recorder.end->message));
    }

    void namesTheProxyThatFails()
    {
        const auto link = linkTo(m_provider);
        const QString port = QString::number(closedPort());
        link->proxy = u"http://user:pa55word@127.0.0.1:"_s + port;
        Recorder recorder;
        exchange(recorder, requestOver(link));
        QCOMPARE(recorder.end->kind, TransferEnd::Unreachable);
        QVERIFY2(recorder.end->message.contains(u"proxy 127.0.0.1:"_s + port),
                 qPrintable(recorder.end->message));
        QVERIFY(!recorder.end->message.contains(u"pa55word"_s));
        QCOMPARE(m_provider.requestCount(), 0);
    }

    void stopsWaitingForTheConnection()
    {
        QTcpServer full; // a backlog of one that is taken: further connections get no answer
        full.setListenBacklogSize(1);
        QVERIFY(full.listen(QHostAddress::LocalHost));
        full.pauseAccepting();
        std::vector<std::unique_ptr<QTcpSocket>> crowd;
        for (int i = 0; i < 4; ++i) {
            crowd.push_back(std::make_unique<QTcpSocket>());
            crowd.back()->connectToHost(QHostAddress::LocalHost, full.serverPort());
        }
        QTest::qWait(50);
        const auto link = linkTo("http://127.0.0.1:" + QByteArray::number(full.serverPort()));
        link->timeouts.connect = 1s;
        Recorder recorder;
        QElapsedTimer timer;
        timer.start();
        exchange(recorder, requestOver(link));
        QCOMPARE(recorder.end->kind, TransferEnd::Unreachable);
        QVERIFY2(timer.elapsed() >= 1000 && timer.elapsed() < 2500,
                 qPrintable(QString::number(timer.elapsed())));
    }

    void stopsWaitingForTheHandshake()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const auto link = linkTo("https://127.0.0.1:" + QByteArray::number(silent.serverPort()));
        link->timeouts.connect = 1s;
        Recorder recorder;
        exchange(recorder, requestOver(link));
        QCOMPARE(recorder.end->kind, TransferEnd::Tls);
    }

    void timesOut()
    {
        struct Case
        {
            const char *name;
            FakeAnswer answer;
            TransferEnd::Kind kind;
            Recorder recorder = {};
            qint64 took = 0;
        };
        const QByteArray ok = "HTTP/1.1 200 OK\r\n";
        FakeAnswer interim;
        for (int i = 0; i < 100; ++i)
            interim.send("HTTP/1.1 102 Processing\r\n\r\n").pause(100ms);
        std::array<Case, 6> cases = {
            Case{"nothing", FakeAnswer().wait("never"), TransferEnd::FirstByteTimeout},
            Case{"half a version", FakeAnswer::raw("HTT").wait("never"), TransferEnd::FirstByteTimeout},
            Case{"half a head", FakeAnswer::raw(ok + "X: ").wait("never"), TransferEnd::FirstByteTimeout},
            Case{"1xx again and again", interim, TransferEnd::FirstByteTimeout},
            Case{"head only", FakeAnswer::streamHead().wait("never"), TransferEnd::IdleTimeout},
            Case{"cut", FakeAnswer::streamHead().chunk("x").wait("never"), TransferEnd::IdleTimeout},
        };
        m_provider.answerWith(
            [&cases](const FakeRequest &request) { return cases[request.body.toUInt()].answer; });
        const auto link = linkTo(m_provider);
        link->timeouts.firstByte = 1s;
        link->timeouts.idle = 1s;
        QElapsedTimer timer;
        timer.start();
        for (size_t i = 0; i < cases.size(); ++i) {
            cases[i].recorder.atEnd = [&, i] { cases[i].took = timer.elapsed(); };
            cases[i].recorder.transfer =
                m_transfers.start(requestOver(link, {QByteArray::number(qulonglong(i))}), cases[i].recorder);
        }
        for (const Case &one : cases) {
            QTRY_VERIFY2(one.recorder.end, one.name);
            QCOMPARE(one.recorder.end->kind, one.kind);
            QVERIFY2(one.took >= 1000 && one.took < 2500, one.name);
        }
        QTRY_COMPARE(m_provider.connectionsNow(), 0); // broken off, not left behind
        m_provider.answerWith({});
    }

    void letsSlowOnesBe()
    {
        FakeAnswer drip = FakeAnswer::streamHead();
        for (int i = 0; i < 5; ++i)
            drip.chunk("x").pause(300ms);
        m_provider.enqueue(drip.lastChunk());
        const auto link = linkTo(m_provider);
        link->timeouts.firstByte = 1s;
        link->timeouts.idle = 1s;
        Recorder recorder;
        exchange(recorder, requestOver(link));
        QVERIFY(recorder.complete());
        QCOMPARE(recorder.body, "xxxxx");
    }
};

QTEST_GUILESS_MAIN(TestTransferEnds)
#include "tst_transfer_ends.moc"
