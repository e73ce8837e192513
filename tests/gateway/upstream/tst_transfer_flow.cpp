// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/upstream/recorder.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <vector>

using namespace gatehouse;

namespace {

qint64 residentKiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmRSS:");
    return text.mid(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toLongLong();
}

} // namespace

//! How transfers run beside each other, pause and go on.
class TestTransferFlow : public QObject
{
    Q_OBJECT

    FakeProvider m_provider;
    Transfers m_transfers;

    void start(Recorder &recorder, const std::shared_ptr<Link> &link)
    {
        recorder.transfer = m_transfers.start(requestOver(link), recorder);
    }

private Q_SLOTS:
    void init() { m_provider.reset(); }

    void cleanup()
    {
        QTRY_COMPARE(m_transfers.active(), 0);
        m_transfers.dropIdleConnections();
        QTRY_COMPARE(m_provider.connectionsNow(), 0);
    }

    void usesConnectionsAgain()
    {
        const auto link = linkTo(m_provider);
        const int before = m_provider.connectionsOpened();
        for (int i = 0; i < 20; ++i) {
            Recorder recorder;
            start(recorder, i % 2 == 0 ? link : linkTo(m_provider));
            QTRY_VERIFY(recorder.complete());
        }
        QCOMPARE(m_provider.connectionsOpened(), before + 1);
    }

    void startsAfreshWhereAnIdleConnectionWasClosed()
    {
        m_provider.enqueue(FakeAnswer::json("{}").close());
        Recorder first;
        start(first, linkTo(m_provider));
        QTRY_VERIFY(first.complete());
        QTRY_COMPARE(m_provider.connectionsNow(), 0);
        Recorder second;
        start(second, linkTo(m_provider));
        QTRY_VERIFY(second.complete());
        QCOMPARE(second.end->sends, 1);
        QCOMPARE(m_provider.requestCount(), 2);
    }

    void moves40StreamsOfOneHostAtOnce()
    {
        m_provider.answerWith([](const FakeRequest &) {
            return FakeAnswer::streamHead().chunk("data: 1\n\n").wait().chunk("data: 2\n\n").lastChunk();
        });
        const auto link = linkTo(m_provider);
        std::vector<Recorder> recorders(40);
        for (Recorder &recorder : recorders)
            start(recorder, link);
        QCOMPARE(m_transfers.active(), 40);
        for (Recorder &recorder : recorders) {
            QTRY_COMPARE(recorder.body, "data: 1\n\n");
            QCOMPARE(recorder.toldOf, 1); // more may be long in coming: what came can be passed on
        }
        m_provider.open();
        for (Recorder &recorder : recorders) {
            QTRY_VERIFY(recorder.complete());
            QCOMPARE(recorder.body, "data: 1\n\ndata: 2\n\n");
        }
        // They are kept: another forty need no new connection.
        const int opened = m_provider.connectionsOpened();
        std::vector<Recorder> again(40);
        for (Recorder &recorder : again)
            start(recorder, link);
        for (Recorder &recorder : again)
            QTRY_VERIFY(recorder.complete());
        QCOMPARE(m_provider.connectionsOpened(), opened);
        m_provider.answerWith({});
    }

    void pausesAndGoesOn()
    {
        constexpr qint64 size = 64 * 1024 * 1024;
        m_provider.enqueue(FakeAnswer::streamHead().flood(size).lastChunk());
        const auto link = linkTo(m_provider);
        link->timeouts.idle = std::chrono::seconds(1); // a pause of our own is not the provider's silence
        Recorder recorder;
        qint64 taken = 0;
        bool open = false;
        recorder.atBody = [&](QByteArrayView bytes) {
            if (!open)
                return false;
            taken += bytes.size();
            recorder.body.clear();
            return true;
        };
        const qint64 before = residentKiB();
        start(recorder, link);
        QTRY_COMPARE(recorder.pieces, 1);
        QCOMPARE(recorder.toldOf, 1);
        QTest::qWait(1300);
        QCOMPARE(recorder.pieces, 1); // not one call while it is paused
        QVERIFY(!recorder.end);
        const qint64 grown = residentKiB() - before;
        QVERIFY2(grown < 24 * 1024, qPrintable(QString::number(grown)));
        QVERIFY(m_provider.bytesSent() < size / 2);
        open = true;
        recorder.transfer->resume();
        QTRY_VERIFY_WITH_TIMEOUT(recorder.complete(), 30000);
        QVERIFY(taken >= size);
    }

    void pausesAtEveryPiece()
    {
        const QByteArrayList events(200, QByteArray(5000, 'e'));
        m_provider.enqueue(FakeAnswer::stream(events));
        Recorder recorder;
        bool refuse = true;
        recorder.atBody = [&](QByteArrayView) {
            refuse = !refuse;
            if (!refuse)
                return true;
            recorder.transfer->resume(); // from within, even before the pause has begun
            return false;
        };
        start(recorder, linkTo(m_provider));
        QTRY_VERIFY(recorder.complete());
        QVERIFY(recorder.body == events.join());
    }

    void pausesWhileTheRequestIsStillBeingSent()
    {
        QTcpServer server; // answers at the first byte of a large request, and reads the rest later
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QTcpSocket *peer = nullptr;
        qint64 read = 0;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            peer = server.nextPendingConnection();
            peer->setReadBufferSize(1);
            peer->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n1\r\n");
        });
        const QByteArray body(16 * 1024 * 1024, 'b');
        Outgoing outgoing =
            requestOver(linkTo("http://127.0.0.1:" + QByteArray::number(server.serverPort())), {body});
        Recorder recorder;
        bool open = false;
        recorder.atBody = [&](QByteArrayView) { return open; };
        recorder.transfer = m_transfers.start(std::move(outgoing), recorder);
        QTRY_COMPARE(recorder.pieces, 1);
        peer->write("1\r\n2\r\n0\r\n\r\n");
        connect(peer, &QTcpSocket::readyRead, this, [&] { read += peer->readAll().size(); });
        peer->setReadBufferSize(0);
        read += peer->readAll().size();
        QTRY_VERIFY(read > body.size()); // sending goes on
        QCOMPARE(recorder.pieces, 1);    // reading does not
        open = true;
        recorder.transfer->resume();
        QTRY_VERIFY(recorder.complete());
        QCOMPARE(recorder.body, "12");
    }

    void pausesABombWithoutGrowing()
    {
        // 32 MiB of zeros; gzip's bytes come packed a thousandfold.
        const QByteArray zeros(32 * 1024 * 1024, '\0');
        QByteArray zlib = qCompress(zeros, 9).sliced(4);
        m_provider.enqueue(FakeAnswer::json(zlib, 200, {"Content-Encoding: deflate"}));
        Recorder recorder;
        bool open = false;
        qint64 taken = 0;
        recorder.atBody = [&](QByteArrayView bytes) {
            taken += open ? bytes.size() : 0;
            recorder.body.clear();
            return open;
        };
        const qint64 before = residentKiB();
        start(recorder, linkTo(m_provider));
        QTRY_COMPARE(recorder.pieces, 1);
        QTest::qWait(200);
        QVERIFY2(residentKiB() - before < 40 * 1024, qPrintable(QString::number(residentKiB() - before)));
        open = true;
        recorder.transfer->resume();
        QTRY_VERIFY(recorder.end);
        QVERIFY(recorder.complete());
        QCOMPARE(taken, zeros.size());
    }

    void letsTheRestRunUnheard()
    {
        const auto link = linkTo(m_provider);
        m_provider.enqueue(FakeAnswer::streamHead()
                               .chunk("data: [DONE]\n\n")
                               .pause(std::chrono::milliseconds(50))
                               .chunk("rest")
                               .lastChunk());
        Recorder recorder;
        recorder.atBody = [&](QByteArrayView) {
            m_transfers.release(std::move(recorder.transfer));
            return true;
        };
        start(recorder, link);
        QTRY_VERIFY(recorder.pieces == 1 && m_transfers.active() == 0);
        QCOMPARE(recorder.pieces, 1);
        QVERIFY(!recorder.end);
        const int opened = m_provider.connectionsOpened();
        Recorder next;
        start(next, link);
        QTRY_VERIFY(next.complete());
        QCOMPARE(m_provider.connectionsOpened(), opened); // the connection was worth waiting for
    }

    void letsTheRestRunNotForLong_data()
    {
        QTest::addColumn<bool>("floods");
        QTest::newRow("silent") << false;
        QTest::newRow("endless") << true;
    }

    void letsTheRestRunNotForLong()
    {
        QFETCH(bool, floods);
        FakeAnswer answer = FakeAnswer::streamHead().chunk("data: [DONE]\n\n");
        m_provider.enqueue(floods ? answer.flood(qint64(1) << 40) : answer.wait("never"));
        Recorder recorder;
        start(recorder, linkTo(m_provider));
        QTRY_VERIFY(!recorder.body.isEmpty());
        m_transfers.release(std::move(recorder.transfer));
        QTRY_COMPARE_WITH_TIMEOUT(m_transfers.active(), 0, floods ? 1000 : 3000);
        QTRY_COMPARE(m_provider.connectionsNow(), 0);
    }

    void dropsConnectionsButNotTransfers()
    {
        const auto link = linkTo(m_provider);
        m_provider.enqueue(FakeAnswer::streamHead().chunk("1").wait().chunk("2").lastChunk());
        Recorder running;
        start(running, link);
        QTRY_COMPARE(running.body, "1");
        Recorder idle;
        start(idle, link);
        QTRY_VERIFY(idle.complete());
        m_transfers.dropIdleConnections();
        QCOMPARE(m_transfers.active(), 1);
        const int opened = m_provider.connectionsOpened();
        Recorder fresh;
        start(fresh, link);
        QTRY_VERIFY(fresh.complete());
        QCOMPARE(m_provider.connectionsOpened(), opened + 1);
        m_provider.open();
        QTRY_VERIFY(running.complete());
        QCOMPARE(running.body, "12");
    }
};

QTEST_GUILESS_MAIN(TestTransferFlow)
#include "tst_transfer_flow.moc"
