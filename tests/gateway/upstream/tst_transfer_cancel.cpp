// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/upstream/recorder.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace gatehouse;

//! Whoever destroys a transfer hears nothing more of it, and its connection ends.
class TestTransferCancel : public QObject
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
        m_transfers.dropIdleConnections();
        QTRY_COMPARE(m_provider.connectionsNow(), 0);
    }

    void isBrokenOffFromWithin_data()
    {
        QTest::addColumn<int>("where");
        QTest::newRow("head") << 0;
        QTest::newRow("body") << 1;
        QTest::newRow("body, paused") << 2;
        QTest::newRow("end") << 3;
    }

    void isBrokenOffFromWithin()
    {
        QFETCH(int, where);
        const int abandoned = m_provider.abandoned();
        if (where < 3)
            m_provider.enqueue(FakeAnswer::streamHead().chunk("data: 1\n\n").wait("never"));
        auto recorder = std::make_unique<Recorder>();
        bool gone = false;
        const auto go = [&] {
            gone = true;
            recorder.reset();
        };
        if (where == 0)
            recorder->atHead = go;
        else if (where == 3)
            recorder->atEnd = go;
        else
            recorder->atBody = [&, where](QByteArrayView) {
                recorder->transfer.reset();
                gone = true;
                return where == 1;
            };
        start(*recorder, linkTo(m_provider));
        QTRY_VERIFY(gone);
        QCOMPARE(m_transfers.active(), 0); // at once
        if (where < 3)
            QTRY_COMPARE(m_provider.abandoned(), abandoned + 1);
    }

    void isBrokenOffFromOutside_data()
    {
        QTest::addColumn<int>("turns");
        for (int turns : {0, 1, 2, 3, 5, 8, 13})
            QTest::addRow("after %d turns", turns) << turns;
    }

    void isBrokenOffFromOutside()
    {
        QFETCH(int, turns);
        m_provider.answerWith(
            [](const FakeRequest &) { return FakeAnswer::streamHead().chunk("x").wait("never"); });
        Recorder recorder;
        start(recorder, linkTo(m_provider));
        for (int i = 0; i < turns; ++i)
            QCoreApplication::processEvents();
        recorder.transfer.reset();
        QCOMPARE(m_transfers.active(), 0);
        QTRY_COMPARE(m_provider.connectionsNow(), 0);
        QVERIFY(!recorder.end);
        m_provider.answerWith({});
    }

    void startsTheNextFromWithin()
    {
        const auto link = linkTo(m_provider);
        m_provider.enqueue(FakeAnswer::json("{}", 500));
        Recorder first;
        Recorder second;
        first.atHead = [&] {
            first.transfer.reset();
            start(second, link);
        };
        start(first, link);
        QTRY_VERIFY(second.complete());
        QVERIFY(!first.end);
        QCOMPARE(second.head.status, 200);
    }

    void survivesItsTransfers()
    {
        m_provider.answerWith([](const FakeRequest &) { return FakeAnswer::streamHead().wait("never"); });
        auto transfers = std::make_unique<Transfers>();
        Recorder recorder;
        recorder.transfer = transfers->start(requestOver(linkTo(m_provider)), recorder);
        QTRY_COMPARE(recorder.heads, 1);
        transfers.reset();
        recorder.transfer->resume();
        recorder.transfer.reset();
        m_provider.answerWith({});
    }
    void releasesNothingThatIsStillBeingSent()
    {
        QTcpServer deaf; // takes what fits into the system's buffers, and answers all the same
        QVERIFY(deaf.listen(QHostAddress::LocalHost));
        connect(&deaf, &QTcpServer::newConnection, this, [&deaf] {
            QTcpSocket *socket = deaf.nextPendingConnection();
            socket->setReadBufferSize(1);
            socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n");
        });
        auto body = std::make_unique<QByteArray>(64 * 1024 * 1024, 'b');
        const auto link = linkTo("http://127.0.0.1:" + QByteArray::number(deaf.serverPort()));
        Outgoing outgoing = requestOver(link, {});
        outgoing.body.append(*body);
        Recorder recorder;
        recorder.transfer = m_transfers.start(std::move(outgoing), recorder);
        QTRY_COMPARE(recorder.body, "x");
        m_transfers.release(std::move(recorder.transfer));
        QCOMPARE(m_transfers.active(), 0); // not left to read what its owner takes away now
        body.reset();
        QTest::qWait(20);
    }
};

QTEST_GUILESS_MAIN(TestTransferCancel)
#include "tst_transfer_cancel.moc"
