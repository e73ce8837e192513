// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/round.h"

#include <QElapsedTimer>
#include <QTest>

#include <functional>
#include <memory>

using namespace gatehouse;

namespace {

struct Sender final : Round::Waiter
{
    void sendWaiting() override
    {
        ++sent;
        if (then)
            then();
    }

    int sent = 0;
    std::function<void()> then;
};

} // namespace

//! When what waits for the end of a round is sent.
class TestRound : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isThereInACrowdOnly()
    {
        QVERIFY(!Round::isCrowded());
        {
            const Round alone(false);
            QVERIFY(!Round::isCrowded());
        }
        {
            const Round crowded(true);
            QVERIFY(Round::isCrowded());
        }
        QVERIFY(!Round::isCrowded());
    }

    void sendsOnceAtItsEnd()
    {
        Sender one;
        Sender two;
        {
            const Round round(true);
            Round::add(one);
            Round::add(two);
            Round::add(one);
            QCOMPARE(one.sent + two.sent, 0);
        }
        QCOMPARE(one.sent, 1);
        QCOMPARE(two.sent, 1);
        Round::flush();
        QCOMPARE(one.sent, 1);
    }

    void doesNotLetThingsPileUp()
    {
        Sender sender;
        const Round round(true);
        int added = 0;
        while (sender.sent == 0 && added < 1'000) {
            Round::add(sender);
            ++added;
        }
        QVERIFY2(added > 1 && added <= 64, qPrintable(QString::number(added)));
        Round::add(sender);
        QCOMPARE(sender.sent, 1);
        QVERIFY(Round::isCrowded());
    }

    void doesNotLetThingsWaitLong()
    {
        Sender sender;
        const Round round(true);
        QElapsedTimer timer;
        timer.start();
        Round::add(sender);
        Round::flushLongWaiting();
        QVERIFY(sender.sent == 0 || timer.nsecsElapsed() >= 1'000'000);
        while (timer.nsecsElapsed() < 1'100'000) // something is served
            Round::flushLongWaiting();
        QCOMPARE(sender.sent, 1);
        QVERIFY(Round::isCrowded());
    }

    void sendsAtOnceWhatComesOfSending()
    {
        Sender sender;
        bool crowded = true;
        sender.then = [&] { crowded = Round::isCrowded(); };
        {
            const Round round(true);
            Round::add(sender);
        }
        QVERIFY(!crowded);
    }

    void sendsBeforeALoopWithinTheRound()
    {
        Sender sender;
        const Round outer(true);
        Round::add(sender);
        {
            const Round inner(false);
            QCOMPARE(sender.sent, 1);
            QVERIFY(!Round::isCrowded());
        }
        QVERIFY(Round::isCrowded());
    }

    void forgetsOneThatGoes()
    {
        auto gone = std::make_unique<Sender>();
        Sender stays;
        stays.then = [&] { gone.reset(); };
        {
            const Round round(true);
            Round::add(*gone);
            Round::add(stays);
            gone.reset();
        }
        QCOMPARE(stays.sent, 1);
        gone = std::make_unique<Sender>();
        {
            const Round round(true);
            Round::add(*gone);
            Round::add(stays); // makes the other go while both are told
        }
        QCOMPARE(stays.sent, 2);
    }
};

QTEST_GUILESS_MAIN(TestRound)
#include "tst_round.moc"
