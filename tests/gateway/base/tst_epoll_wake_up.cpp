// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/epoll_dispatcher.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

using namespace gatehouse;

//! The event loop over epoll sleeps when there is nothing to do, and wakes whenever there is.
class TestEpollWakeUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isInForce() { QVERIFY(qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance())); }

    void sleepsUntilSomethingHappens()
    {
        QElapsedTimer clock;
        clock.start();
        QTimer::singleShot(60, Qt::PreciseTimer, this, [] {});
        int rounds = 0;
        while (clock.elapsed() < 60) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            ++rounds;
        }
        QVERIFY2(rounds < 10, qPrintable(QString::number(rounds)));
    }

    void wakesForQtsOwnSockets()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&server] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write(socket->readAll()); });
        });
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, server.serverPort());
        const QByteArray sent(8 * 1024 * 1024, 'q');
        client.write(sent);
        qint64 received = 0;
        connect(&client, &QTcpSocket::readyRead, this, [&] { received += client.readAll().size(); });
        QTRY_COMPARE(received, sent.size());
    }

    void handlesWhatItPostsToItself()
    {
        int steps = 0;
        QEventLoop loop;
        const std::function<void()> step = [&] {
            if (++steps == 1000)
                loop.quit();
            else
                QMetaObject::invokeMethod(this, step, Qt::QueuedConnection);
        };
        QMetaObject::invokeMethod(this, step, Qt::QueuedConnection);
        loop.exec(); // there is no timer and no descriptor that would wake it
        QCOMPARE(steps, 1000);
    }

    void isWokenFromOtherThreads()
    {
        constexpr int senders = 4;
        constexpr int each = 5000;
        std::atomic<int> received = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        QEventLoop loop;
        for (int i = 0; i < senders; ++i) {
            threads.emplace_back(QThread::create([&] {
                for (int n = 0; n < each; ++n) {
                    QMetaObject::invokeMethod(
                        this,
                        [&] {
                            if (++received == senders * each)
                                loop.quit();
                        },
                        Qt::QueuedConnection);
                    if (n % 100 == 0)
                        QThread::usleep(50); // lets it fall asleep now and then
                }
            }));
            threads.back()->start();
        }
        loop.exec();
        QCOMPARE(received, senders * each);
        for (const auto &thread : threads)
            thread->wait();
    }

    void answersAcrossThreads()
    {
        QThread thread;
        thread.setEventDispatcher(new EpollDispatcher);
        thread.start();
        QObject there;
        there.moveToThread(&thread);
        for (int i = 0; i < 2000; ++i) {
            int answer = 0;
            QMetaObject::invokeMethod(
                &there, [&] { answer = i; }, Qt::BlockingQueuedConnection);
            QCOMPARE(answer, i);
        }
        thread.quit();
        QVERIFY(thread.wait(5000));
    }

    void endsWheneverItIsAskedTo()
    {
        for (int i = 0; i < 500; ++i) {
            QThread thread;
            thread.setEventDispatcher(new EpollDispatcher);
            QObject busy; // posts to itself, so that the wake-up mark is often set when the end is asked for
            busy.moveToThread(&thread);
            thread.start();
            QMetaObject::invokeMethod(&busy, [&busy] {
                for (int n = 0; n < 3; ++n)
                    QMetaObject::invokeMethod(
                        &busy, [] {}, Qt::QueuedConnection);
            });
            if (i % 3 > 0)
                QThread::usleep(ulong(i % 50));
            thread.quit();
            QVERIFY2(thread.wait(5000), qPrintable(QString::number(i)));
        }
    }
};

int main(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication app(argc, argv);
    TestEpollWakeUp test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_epoll_wake_up.moc"
