// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/upstream/recorder.h"

#include <QTest>

Q_DECLARE_METATYPE(gatehouse::FakeAnswer)

using namespace gatehouse;
using namespace std::chrono_literals;

//! A request goes out again only where it cannot have been worked on, once, and it is told.
class TestTransferResend : public QObject
{
    Q_OBJECT

    FakeProvider m_provider;
    Transfers m_transfers;

private Q_SLOTS:
    void init() { m_provider.reset(); }

    void sendsAgainOnceWhereAKeptConnectionWasDead()
    {
        const auto link = linkTo(m_provider);
        Recorder first;
        exchange(m_transfers, first, requestOver(link));
        m_provider.enqueue(FakeAnswer().reset());
        Recorder second;
        const QByteArray large(500000, 'b');
        exchange(m_transfers, second, requestOver(link, {large, "m", large}));
        QVERIFY(second.complete());
        QCOMPARE(second.head.sends, 2);
        QCOMPARE(second.end->sends, 2);
        QCOMPARE(m_provider.requestCount(), 3);
        QCOMPARE(m_provider.requests().last().body, large + "m" + large);

        m_provider.reset();
        Recorder third;
        exchange(m_transfers, third, requestOver(link));
        m_provider.enqueue(FakeAnswer().reset());
        m_provider.enqueue(FakeAnswer().reset());
        Recorder fourth;
        exchange(m_transfers, fourth, requestOver(link));
        QCOMPARE(fourth.end->kind, TransferEnd::Broken);
        QCOMPARE(m_provider.requestCount(), 3);
    }

    void sendsNothingTwiceThatMustGoOnce()
    {
        const auto link = linkTo(m_provider);
        Recorder first;
        exchange(m_transfers, first, requestOver(link));
        m_provider.enqueue(FakeAnswer().reset());
        Outgoing once = requestOver(link);
        once.once = true;
        Recorder second;
        exchange(m_transfers, second, std::move(once));
        QCOMPARE(second.end->kind, TransferEnd::Broken);
        QCOMPARE(second.end->sends, 1);
        QCOMPARE(m_provider.requestCount(), 2);
    }

    void tellsWhatWentOutWhereTheProviderIsGone()
    {
        FakeProvider provider;
        const auto link = linkTo(provider);
        Recorder first;
        exchange(m_transfers, first, requestOver(link));
        provider.enqueue(FakeAnswer().reset());
        provider.refuse();
        Recorder second;
        exchange(m_transfers, second, requestOver(link));
        QCOMPARE(second.end->kind, TransferEnd::Broken); // it may have been read
        QCOMPARE(second.end->sends, 1);
        QCOMPARE(provider.requestCount(), 2);
    }

    void takesNoConnectionThatHasEnded()
    {
        const auto link = linkTo(m_provider);
        m_provider.enqueue(FakeAnswer::raw("HTTP/1.1 200 OK\r\n\r\nall of it").close());
        Recorder first;
        Recorder second;
        first.atEnd = [&] { second.transfer = m_transfers.start(requestOver(link), second); };
        exchange(m_transfers, first, requestOver(link));
        QVERIFY(first.complete());
        QCOMPARE(first.body, "all of it");
        QTRY_VERIFY(second.complete());
        QCOMPARE(second.head.sends, 1);
        QCOMPARE(m_provider.requestCount(), 2);
    }

    void sendsNothingTwiceThatMayBeBilledTwice_data()
    {
        QTest::addColumn<FakeAnswer>("answer");
        QTest::newRow("part of an answer") << FakeAnswer::raw("HTTP/1.1 200 OK\r\n").pause(20ms).reset();
        QTest::newRow("an interim answer")
            << FakeAnswer::raw("HTTP/1.1 102 Processing\r\n\r\n").pause(20ms).reset();
        QTest::newRow("time to work") << FakeAnswer().pause(700ms).reset();
    }

    void sendsNothingTwiceThatMayBeBilledTwice()
    {
        QFETCH(FakeAnswer, answer);
        const auto link = linkTo(m_provider);
        Recorder first;
        exchange(m_transfers, first, requestOver(link));
        m_provider.enqueue(answer);
        Recorder second;
        exchange(m_transfers, second, requestOver(link));
        QCOMPARE(second.end->kind, TransferEnd::Broken);
        QCOMPARE(second.end->sends, 1);
        QCOMPARE(m_provider.requestCount(), 2);
    }
};

QTEST_GUILESS_MAIN(TestTransferResend)
#include "tst_transfer_resend.moc"
