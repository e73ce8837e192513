// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/epoll_dispatcher.h"
#include "tests/gateway/base/socket_pair.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSocketNotifier>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <memory>
#include <vector>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace gatehouse;
using namespace std::chrono_literals;

//! The event loop over epoll tells of descriptors as Qt's own does. (It drives this whole test.)
class TestEpollDispatcher : public QObject
{
    Q_OBJECT

    static void turns(int count)
    {
        for (int i = 0; i < count; ++i)
            QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void isInForce() { QVERIFY(qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance())); }

    void tellsUntilItIsRead()
    {
        Pair pair;
        int told = 0;
        const auto notifier = watch(pair.ends[0], readable, [&] { ++told; });
        turns(3);
        QCOMPARE(told, 0);
        pair.say(1);
        turns(3);
        QVERIFY(told >= 2); // level-triggered
        pair.hear(0);
        const int before = told;
        turns(3);
        QCOMPARE(told, before);
    }

    void tellsReadingFromWriting()
    {
        Pair pair;
        int reads = 0;
        int writes = 0;
        const auto reading = watch(pair.ends[0], readable, [&] { ++reads; });
        const auto writing = watch(pair.ends[0], writable, [&] { ++writes; });
        turns(2);
        QVERIFY(writes > 0);
        QCOMPARE(reads, 0);
        writing->setEnabled(false);
        writes = 0;
        pair.say(1);
        turns(2);
        QCOMPARE(writes, 0);
        QVERIFY(reads > 0);
        reading->setEnabled(false);
        writing->setEnabled(true);
        reads = 0;
        turns(2);
        QVERIFY(writes > 0);
        QCOMPARE(reads, 0);
    }

    void tellsThatThePeerHasGone()
    {
        Pair pair;
        int told = 0;
        const auto notifier = watch(pair.ends[0], readable, [&] { ++told; });
        pair.closeEnd(1);
        QTRY_VERIFY(told > 0);
        QCOMPARE(pair.hear(0), 0);
    }

    void switchesOnAndOffWithinOneRound()
    {
        Pair pair;
        int told = 0;
        const auto notifier = watch(pair.ends[0], readable, [&] { ++told; });
        pair.say(1);
        for (int i = 0; i < 7; ++i)
            notifier->setEnabled(i % 2 == 1);
        turns(2);
        QCOMPARE(told, 0);
        for (int i = 0; i < 7; ++i)
            notifier->setEnabled(i % 2 == 0);
        turns(2);
        QVERIFY(told > 0);
    }

    void survivesWhatHandlersDestroy()
    {
        // All are ready in one round; whoever comes first destroys the others, and at last itself.
        std::vector<std::unique_ptr<Pair>> pairs;
        std::vector<Notifier> notifiers(20);
        int told = 0;
        for (size_t i = 0; i < notifiers.size(); ++i) {
            pairs.push_back(std::make_unique<Pair>());
            notifiers[i] = watch(pairs[i]->ends[0], readable, [&, i] {
                ++told;
                for (size_t k = 0; k < notifiers.size(); ++k) {
                    if (k != i)
                        notifiers[k].reset();
                }
                notifiers[i].release()->deleteLater();
            });
            pairs[i]->say(1);
        }
        turns(3);
        QCOMPARE(told, 1);
    }

    void survivesDescriptorsClosedTooEarly()
    {
        auto pair = std::make_unique<Pair>();
        int old = 0;
        int fresh = 0;
        auto notifier = watch(pair->ends[0], readable, [&] { ++old; });
        turns(1);
        const int number = pair->ends[0];
        pair.reset(); // closed, and only then switched off
        notifier.reset();
        Pair next;
        QVERIFY(next.ends[0] == number || next.ends[1] == number); // the number comes again
        const auto again = watch(next.ends[0], readable, [&] { ++fresh; });
        const auto other = watch(next.ends[1], readable, [&] { ++fresh; });
        next.say(0);
        next.say(1);
        turns(2);
        QVERIFY(fresh >= 2);
        QCOMPARE(old, 0);
    }

    void isNotFooledByCopiesOfDescriptors()
    {
        Pair pair;
        int old = 0;
        auto notifier = watch(pair.ends[0], readable, [&] { ++old; });
        turns(1);
        const int copy = dup(pair.ends[0]);
        const int number = pair.ends[0];
        pair.closeEnd(0); // the kernel goes on watching it for the copy's sake
        notifier.reset();
        pair.say(1);
        Pair next;
        int fresh = 0;
        const auto again = watch(number, readable, [&] { ++fresh; });
        turns(5);
        QCOMPARE(old + fresh, 0);
        QElapsedTimer clock;
        clock.start();
        int rounds = 0;
        QTimer::singleShot(50, this, [] {});
        while (clock.elapsed() < 50) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            ++rounds;
        }
        QVERIFY2(rounds < 20, qPrintable(QString::number(rounds))); // it sleeps
        next.say(next.ends[0] == number ? 1 : 0);
        turns(2);
        QVERIFY(fresh > 0);
        ::close(copy);
    }

    void servesManyWithoutForgettingTimers()
    {
        std::vector<std::unique_ptr<Pair>> pairs;
        std::vector<Notifier> notifiers;
        std::vector<int> told(400, 0);
        for (size_t i = 0; i < told.size(); ++i) {
            pairs.push_back(std::make_unique<Pair>());
            if (pairs.back()->ends[1] < 0)
                QSKIP("too few descriptors are allowed here");
            notifiers.push_back(watch(pairs[i]->ends[0], readable, [&told, i] { ++told[i]; }));
            pairs[i]->say(1); // and never read: all are ready all the time
        }
        int ticks = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&] { ++ticks; });
        timer.start(1);
        QTRY_VERIFY(ticks >= 10);
        for (int count : told)
            QVERIFY(count > 0);
        const auto [least, most] = std::minmax_element(told.cbegin(), told.cend());
        QVERIFY2(*most <= 2 * *least + 2, qPrintable(QStringLiteral("%1 %2").arg(*least).arg(*most)));
    }

    void leavesNotifiersOutIfAsked()
    {
        Pair pair;
        int told = 0;
        const auto notifier = watch(pair.ends[0], readable, [&] { ++told; });
        pair.say(1);
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents(QEventLoop::ExcludeSocketNotifiers);
        QCOMPARE(told, 0);
        turns(1);
        QVERIFY(told > 0);
    }

    void movesTimersAndNotifiersBetweenThreads()
    {
        QThread thread;
        thread.setEventDispatcher(new EpollDispatcher);
        thread.start();
        Pair pair;
        std::atomic<int> reads = 0;
        std::atomic<int> ticks = 0;
        auto *notifier = new QSocketNotifier(pair.ends[0], readable);
        connect(notifier, &QSocketNotifier::activated, notifier, [&] {
            pair.hear(0);
            ++reads;
        });
        auto *timer = new QTimer;
        connect(timer, &QTimer::timeout, timer, [&] { ++ticks; });
        timer->start(1);
        for (QObject *object : {static_cast<QObject *>(notifier), static_cast<QObject *>(timer)}) {
            object->moveToThread(&thread);
            connect(&thread, &QThread::finished, object, &QObject::deleteLater);
        }
        pair.say(1);
        QTRY_VERIFY(reads > 0 && ticks > 3);
        thread.quit();
        QVERIFY(thread.wait(5000));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication app(argc, argv);
    TestEpollDispatcher test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_epoll_dispatcher.moc"
