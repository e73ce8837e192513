// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/epoll_dispatcher.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QThread>
#include <QTimer>

using namespace gatehouse;

//! Timers of the event loop over epoll fire as those of Qt's own do. (It drives this whole test.)
class TestTimerQueue : public QObject
{
    Q_OBJECT

    static void turns(int count)
    {
        for (int i = 0; i < count; ++i)
            QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void isInForce() { QVERIFY(qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance())); }

    void firesInOrderAndNeverEarly()
    {
        QElapsedTimer clock;
        clock.start();
        QList<int> order;
        for (int wait : {30, 10, 50, 20, 40}) {
            QTimer::singleShot(wait, Qt::PreciseTimer, this, [&order, &clock, wait] {
                QVERIFY2(clock.elapsed() >= wait, qPrintable(QString::number(clock.elapsed())));
                order.append(wait);
            });
        }
        QTRY_COMPARE(order.size(), 5);
        QCOMPARE(order, QList<int>({10, 20, 30, 40, 50}));
        QVERIFY(clock.elapsed() < 1500);
    }

    void repeatsUntilStopped()
    {
        for (const Qt::TimerType type : {Qt::PreciseTimer, Qt::CoarseTimer}) {
            QTimer timer;
            int count = 0;
            timer.setTimerType(type);
            connect(&timer, &QTimer::timeout, this, [&] {
                if (++count == 5)
                    timer.stop();
            });
            timer.start(3);
            QTRY_COMPARE(count, 5);
            QTest::qWait(20);
            QCOMPARE(count, 5);
        }
    }

    void firesZeroTimersOnceARound()
    {
        QTimer timer;
        int count = 0;
        connect(&timer, &QTimer::timeout, this, [&] { ++count; });
        timer.start(0);
        for (int i = 1; i <= 10; ++i) {
            QCoreApplication::processEvents();
            QCOMPARE(count, i);
        }
    }

    void doesNotCatchUp()
    {
        QTimer timer;
        int count = 0;
        connect(&timer, &QTimer::timeout, this, [&] { ++count; });
        timer.start(10);
        QThread::msleep(100); // late by many intervals
        turns(5);
        QCOMPARE(count, 1);
    }

    void startsAnewFromWithin()
    {
        QTimer first;
        QTimer second;
        int count = 0;
        connect(&first, &QTimer::timeout, this, [&] {
            ++count;
            second.start(10000); // was due in this very round
            first.start(10000);
        });
        connect(&second, &QTimer::timeout, this, [&] { ++count; });
        first.start(1);
        second.start(2);
        QThread::msleep(10);
        turns(3);
        QCOMPARE(count, 1);
        QVERIFY(second.remainingTime() > 9000);
    }

    void isNotFiredWithinItself()
    {
        QTimer timer;
        int depth = 0;
        int deepest = 0;
        int others = 0;
        QTimer other;
        connect(&other, &QTimer::timeout, this, [&] { ++others; });
        other.start(1);
        connect(&timer, &QTimer::timeout, this, [&] {
            deepest = qMax(deepest, ++depth);
            QTest::qWait(15);
            --depth;
        });
        timer.start(1);
        QTRY_VERIFY(others > 10);
        timer.stop();
        QCOMPARE(deepest, 1);
    }

    void knowsItsTimers()
    {
        QObject object;
        const int a = object.startTimer(1000, Qt::PreciseTimer);
        const int b = object.startTimer(5000, Qt::VeryCoarseTimer);
        auto *dispatcher = QAbstractEventDispatcher::instance();
        QCOMPARE(dispatcher->registeredTimers(&object).size(), 2);
        QVERIFY(dispatcher->remainingTime(a) > 900 && dispatcher->remainingTime(a) <= 1000);
        QVERIFY(dispatcher->unregisterTimer(a));
        QVERIFY(!dispatcher->unregisterTimer(a));
        QCOMPARE(dispatcher->remainingTime(a), -1);
        QCOMPARE(dispatcher->registeredTimers(&object).size(), 1);
        QCOMPARE(dispatcher->registeredTimers(&object)[0].timerId, b);
        QVERIFY(dispatcher->unregisterTimers(&object));
        QVERIFY(dispatcher->registeredTimers(&object).isEmpty());
    }
};

int main(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication app(argc, argv);
    TestTimerQueue test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_timer_queue.moc"
