// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/epoll_dispatcher.h"
#include "gateway/base/round.h"
#include "tests/gateway/base/socket_pair.h"

#include <QCoreApplication>
#include <QTest>

using namespace gatehouse;

//! When the event loop over epoll gathers what is to be sent. (It drives this whole test.)
class TestEpollRounds : public QObject
{
    Q_OBJECT

    static void turns(int count)
    {
        for (int i = 0; i < count; ++i)
            QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void gathersWhereSeveralAreReady()
    {
        struct Sender final : Round::Waiter
        {
            void sendWaiting() override { ++sent; }
            int sent = 0;
        };
        Sender sender;
        Pair one;
        Pair two;
        QList<bool> crowded;
        int sentMeanwhile = 0;
        const auto ready = [&](Pair &pair) {
            pair.hear(0);
            crowded.append(Round::isCrowded());
            if (Round::isCrowded())
                Round::add(sender);
            sentMeanwhile += sender.sent;
        };
        const Notifier first = watch(one.ends[0], readable, [&] { ready(one); });
        const Notifier second = watch(two.ends[0], readable, [&] { ready(two); });
        turns(1);
        one.say(1);
        turns(1);
        QCOMPARE(crowded, QList<bool>{false});
        one.say(1);
        two.say(1);
        turns(1);
        QCOMPARE(crowded, (QList<bool>{false, true, true}));
        QCOMPARE(sentMeanwhile, 0);
        QCOMPARE(sender.sent, 1);
    }

    void sendsBeforeALoopWithinWaits()
    {
        struct Sender final : Round::Waiter
        {
            void sendWaiting() override { sent = true; }
            bool sent = false;
        };
        Sender sender;
        Pair one;
        Pair two;
        bool sentWithin = false;
        const auto ready = [&](Pair &pair) {
            pair.hear(0);
            if (Round::isCrowded() && !sender.sent) {
                Round::add(sender);
                turns(1);
                sentWithin = sender.sent;
            }
        };
        const Notifier first = watch(one.ends[0], readable, [&] { ready(one); });
        const Notifier second = watch(two.ends[0], readable, [&] { ready(two); });
        turns(1);
        one.say(1);
        two.say(1);
        turns(1);
        QVERIFY(sentWithin);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication app(argc, argv);
    TestEpollRounds test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_epoll_rounds.moc"
