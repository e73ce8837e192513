// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/round.h"
#include "tests/gateway/upstream/recorder.h"

#include <QTest>

using namespace gatehouse;

//! Requests of a crowded round over kept connections leave at its end.
class TestPlainRounds : public QObject
{
    Q_OBJECT

    FakeProvider m_provider;
    Transfers m_transfers;

    void keepAConnection(const std::shared_ptr<Link> &link)
    {
        Recorder recorder;
        exchange(m_transfers, recorder, requestOver(link));
        QVERIFY(recorder.complete());
    }

private Q_SLOTS:
    void init() { m_provider.reset(); }

    void sendsAtTheEnd()
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
            exchange(m_transfers, first, requestOver(link));
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

    void forgetsOneThatIsDroppedWhileAnotherIsRead()
    {
        const auto link = linkTo(m_provider);
        Recorder first;
        Recorder second;
        first.transfer = m_transfers.start(requestOver(link), first);
        second.transfer = m_transfers.start(requestOver(link), second);
        QTRY_VERIFY(first.end && second.end); // two connections are kept
        const qsizetype before = m_provider.requests().size();
        Recorder waiting;
        Recorder reads;
        reads.atBody = [&](QByteArrayView) {
            const Round round(true);
            waiting.transfer = m_transfers.start(requestOver(link), waiting);
            waiting.transfer.reset();
            return true;
        };
        exchange(m_transfers, reads, requestOver(link));
        QVERIFY(reads.complete());
        Recorder next;
        exchange(m_transfers, next, requestOver(link));
        QCOMPARE(m_provider.requests().size(), before + 2);
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
        exchange(m_transfers, next, requestOver(link));
        QVERIFY(next.complete());
        QVERIFY(!recorder.end);
        QCOMPARE(m_provider.requests().size(), before + 1);
    }
};

QTEST_GUILESS_MAIN(TestPlainRounds)
#include "tst_plain_rounds.moc"
