// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/upstream/recorder.h"

#include <QTest>

using namespace gatehouse;

//! Where our own sockets are stricter than libcurl.
class TestPlainTransfers : public QObject
{
    Q_OBJECT

    FakeProvider m_provider;
    Transfers m_transfers;

private Q_SLOTS:
    void init() { m_provider.reset(); }

    void takesNothingUnaskedForAnAnswer()
    {
        const auto link = linkTo(m_provider);
        m_provider.enqueue(FakeAnswer::json("{}").wait("later").send(
            "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n"));
        Recorder first;
        exchange(m_transfers, first, requestOver(link));
        QVERIFY(first.complete());
        const qint64 sent = m_provider.bytesSent();
        m_provider.open("later");
        while (m_provider.bytesSent() == sent) // without looking at our side
            QThread::yieldCurrentThread();
        Recorder second;
        exchange(m_transfers, second, requestOver(link));
        QVERIFY(second.complete());
        QCOMPARE(second.head.status, 200);
    }

    void noticesAtOnceWhatIsNotHttp()
    {
        for (const char *greeting :
             {"\x15\x03\x01", "HTTP/2", "220 mail"}) { // and then silence, and no line's end
            m_provider.enqueue(FakeAnswer::raw(greeting).wait("never"));
            Recorder recorder;
            exchange(m_transfers, recorder, requestOver(linkTo(m_provider)));
            QCOMPARE(recorder.end->kind, TransferEnd::Broken);
        }
    }
};

QTEST_GUILESS_MAIN(TestPlainTransfers)
#include "tst_plain_transfers.moc"
