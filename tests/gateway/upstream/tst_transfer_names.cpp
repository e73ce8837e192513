// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/upstream/recorder.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTest>
#include <QTimer>

#include <dlfcn.h>
#include <netdb.h>

#include <cstring>

namespace {

QSemaphore slowAnswers; //!< look-ups of slow names wait for it

} // namespace

// Stands in front of the system's own for everything in this program, libcurl included.
extern "C" int getaddrinfo(const char *node, const char *service, const addrinfo *hints, addrinfo **result)
{
    static const auto real = reinterpret_cast<decltype(&getaddrinfo)>(dlsym(RTLD_NEXT, "getaddrinfo"));
    if (node && std::strstr(node, ".slow.test"))
        slowAnswers.acquire();
    if (node && std::strstr(node, "fast.test"))
        node = "127.0.0.1";
    return real(node, service, hints, result);
}

using namespace gatehouse;
using namespace std::chrono_literals;

//! A name that is slow to look up holds up nobody but who waits for it.
class TestTransferNames : public QObject
{
    Q_OBJECT

    FakeProvider m_provider;

    QByteArray url(const QByteArray &host)
    {
        return "http://" + host + ':' + QByteArray::number(m_provider.port());
    }

private Q_SLOTS:
    void othersGoOn()
    {
        Transfers transfers;
        const auto slow = linkTo(url("a.slow.test"));
        slow->timeouts.connect = 1s;
        Recorder waiting;
        waiting.transfer = transfers.start(requestOver(slow), waiting);

        QElapsedTimer sinceTick;
        qint64 longest = 0;
        QTimer ticks;
        connect(&ticks, &QTimer::timeout, this, [&] { longest = qMax(longest, sinceTick.restart()); });
        sinceTick.start();
        ticks.start(10);
        Recorder other;
        other.transfer = transfers.start(requestOver(linkTo(url("fast.test"))), other);
        QTRY_VERIFY(other.complete());
        QVERIFY(!waiting.end);
        QTRY_VERIFY(waiting.end); // and its time-out cannot be held up either
        QCOMPARE(waiting.end->kind, TransferEnd::Unreachable);
        QVERIFY2(longest < 600, qPrintable(QString::number(longest)));
        slowAnswers.release();
    }

    void cancellingDoesNotWait()
    {
        Transfers transfers;
        Recorder waiting;
        waiting.transfer = transfers.start(requestOver(linkTo(url("b.slow.test"))), waiting);
        QTest::qWait(50);
        QElapsedTimer timer;
        timer.start();
        QTimer::singleShot(2s, [] { slowAnswers.release(); }); // should it wait, it does not wait for ever
        waiting.transfer.reset();
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(transfers.active(), 0);
        slowAnswers.release();
    }
};

QTEST_GUILESS_MAIN(TestTransferNames)
#include "tst_transfer_names.moc"
