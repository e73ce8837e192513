// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/round.h"
#include "tests/gateway/upstream/recorder.h"

#include <QTest>

using namespace gatehouse;

//! Where our own sockets are stricter than libcurl.
class TestPlainTransfers : public QObject
{
    Q_OBJECT

    FakeProvider m_provider;
    Transfers m_transfers;

    void exchange(Recorder &recorder, Outgoing outgoing)
    {
        recorder.transfer = m_transfers.start(std::move(outgoing), recorder);
        QTRY_VERIFY(recorder.end);
    }

    void keepAConnection(const std::shared_ptr<Link> &link)
    {
        Recorder recorder;
        exchange(recorder, requestOver(link));
        QVERIFY(recorder.complete());
    }

private Q_SLOTS:
    void init() { m_provider.reset(); }

    void takesNothingUnaskedForAnAnswer()
    {
        const auto link = linkTo(m_provider);
        m_provider.enqueue(FakeAnswer::json("{}").wait("later").send(
            "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n"));
        Recorder first;
        exchange(first, requestOver(link));
        QVERIFY(first.complete());
        const qint64 sent = m_provider.bytesSent();
        m_provider.open("later");
        while (m_provider.bytesSent() == sent) // without looking at our side
            QThread::yieldCurrentThread();
        Recorder second;
        exchange(second, requestOver(link));
        QVERIFY(second.complete());
        QCOMPARE(second.head.status, 200);
    }

    void sendsAtTheEndOfACrowdedRound()
    {
        const auto link = linkTo(m_provider);
        keepAConnection(link);
        Recorder kept;
        Recorder made;
        {
            const Round round(true);
            kept.transfer = m_transfers.start(requestOver(link), kept);
            made.transfer = m_transfers.start(requestOver(link), made); // connects at once
            QTRY_VERIFY(made.end);
            QVERIFY(!kept.end);
        }
        QTRY_VERIFY(kept.end);
        QVERIFY(kept.complete());
        QVERIFY(made.complete());
        QCOMPARE(kept.head.connectMs, -1.0);
    }

    void leavesAKeptConnectionThatEndsWhileItWaits()
    {
        const auto link = linkTo(m_provider);
        for (const QByteArray &last : {QByteArray(), QByteArray("HTTP/1.1 408 Request Timeout\r\n\r\n")}) {
            m_provider.reset();
            m_provider.enqueue(FakeAnswer::json("{}").wait("later").send(last).close());
            Recorder first;
            exchange(first, requestOver(link));
            Recorder second;
            {
                const Round round(true);
                second.transfer = m_transfers.start(requestOver(link), second);
                m_provider.open("later");
                QTRY_VERIFY(second.end); // over another connection, made meanwhile
            }
            QVERIFY(second.complete());
            QCOMPARE(second.head.status, 200);
            QCOMPARE(second.head.sends, 1);
        }
    }

    void forgetsOneThatGoesWhileItWaits()
    {
        const auto link = linkTo(m_provider);
        keepAConnection(link);
        const qsizetype before = m_provider.requests().size();
        Recorder recorder;
        {
            const Round round(true);
            recorder.transfer = m_transfers.start(requestOver(link), recorder);
            recorder.transfer.reset();
        }
        Recorder next;
        exchange(next, requestOver(link));
        QVERIFY(next.complete());
        QVERIFY(!recorder.end);
        QCOMPARE(m_provider.requests().size(), before + 1);
    }

    void noticesAtOnceWhatIsNotHttp()
    {
        for (const char *greeting :
             {"\x15\x03\x01", "HTTP/2", "220 mail"}) { // and then silence, and no line's end
            m_provider.enqueue(FakeAnswer::raw(greeting).wait("never"));
            Recorder recorder;
            exchange(recorder, requestOver(linkTo(m_provider)));
            QCOMPARE(recorder.end->kind, TransferEnd::Broken);
        }
    }
};

QTEST_GUILESS_MAIN(TestPlainTransfers)
#include "tst_plain_transfers.moc"
