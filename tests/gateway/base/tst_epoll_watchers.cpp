// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/epoll_dispatcher.h"
#include "tests/gateway/base/socket_pair.h"

#include <QCoreApplication>
#include <QTest>

using namespace gatehouse;

namespace {

EpollDispatcher *loop()
{
    return qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance());
}

//! Watches a descriptor until it goes, and notes what it hears.
struct Watcher final : DescriptorWatcher
{
    explicit Watcher(int number)
        : descriptor(number)
    {
    }
    ~Watcher() override { watch(false, false); }

    void watch(bool read, bool write) { loop()->watch(descriptor, read, write, *this); }
    void onReadable() override { note('r'); }
    void onWritable() override { note('w'); }
    void note(char event)
    {
        heard += event;
        const auto next = then; // lives on if this ends meanwhile
        if (next)
            next();
    }

    int descriptor;
    QByteArray heard;
    std::function<void()> then;
};

} // namespace

//! Who is told what of a descriptor by the event loop over epoll. (It drives this whole test.)
class TestEpollWatchers : public QObject
{
    Q_OBJECT

    static void turns(int count)
    {
        for (int i = 0; i < count; ++i)
            QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void tellsAWatcherUntilItIsToldOtherwise()
    {
        Pair pair;
        Watcher watcher(pair.ends[0]);
        turns(1);
        QCOMPARE(watcher.heard, QByteArray());
        watcher.watch(true, false);
        turns(2);
        QCOMPARE(watcher.heard, QByteArray());
        pair.say(1);
        turns(2); // it does not read
        QCOMPARE(watcher.heard, "rr");
        watcher.watch(true, true);
        turns(1);
        QCOMPARE(watcher.heard, "rrrw");
        watcher.watch(false, false);
        turns(2);
        QCOMPARE(watcher.heard, "rrrw");
        watcher.watch(false, true);
        turns(1);
        QCOMPARE(watcher.heard, "rrrww");
        watcher.watch(true, false);
        pair.hear(0);
        pair.closeEnd(1);
        turns(1);
        QCOMPARE(watcher.heard, "rrrwwr");
    }

    void aWatcherMayGoWhileItIsTold()
    {
        Pair pair;
        pair.say(1);
        auto watcher = std::make_unique<Watcher>(pair.ends[0]);
        int told = 0;
        watcher->then = [&] {
            ++told;
            watcher.reset();
        };
        watcher->watch(true, true);
        turns(2);
        QCOMPARE(told, 1);
        QVERIFY(!watcher);
    }

    void aNumberMayComeAgainWhileItsWatcherIsTold()
    {
        Pair old;
        old.say(1);
        Watcher before(old.ends[0]);
        std::unique_ptr<Pair> young;
        std::unique_ptr<Watcher> after;
        before.then = [&] {
            before.watch(false, false);
            const int number = old.ends[0];
            old.closeEnd(0);
            young = std::make_unique<Pair>();
            QCOMPARE(young->ends[0], number);
            after = std::make_unique<Watcher>(number);
            after->watch(true, true);
        };
        before.watch(true, false);
        turns(1);
        QCOMPARE(before.heard, "r");
        QCOMPARE(after->heard, QByteArray()); // nothing of what was the other's
        turns(1);
        QCOMPARE(after->heard, "w");
        young->say(1);
        turns(1);
        QCOMPARE(after->heard, "wrw");
        QCOMPARE(before.heard, "r");
    }

    //! As libcurl's resolver closes its sockets: without a word to whoever watches them.
    void aNumberMayComeAgainWithoutAWord_data()
    {
        QTest::addColumn<bool>("asNotifier");
        QTest::newRow("to a notifier") << true;
        QTest::newRow("to another watcher") << false;
    }

    void aNumberMayComeAgainWithoutAWord()
    {
        QFETCH(bool, asNotifier);
        auto old = std::make_unique<Pair>();
        const int number = old->ends[0];
        auto before = std::make_unique<Watcher>(number);
        before->watch(true, false);
        turns(1);
        old.reset();
        Pair young;
        QCOMPARE(young.ends[0], number);
        int told = 0;
        Watcher after(number);
        Notifier notifier;
        if (asNotifier)
            notifier = watch(number, readable, [&] { ++told; });
        else
            after.watch(true, false);
        young.say(1);
        turns(1);
        QCOMPARE(told + after.heard.size(), 1);
        before.reset(); // only now it leaves
        turns(1);
        QCOMPARE(told + after.heard.size(), 2);
    }

    void whatWasAnothersIsNotTold()
    {
        Pair first;
        auto second = std::make_unique<Pair>();
        Watcher one(first.ends[0]);
        Watcher two(second->ends[0]);
        std::unique_ptr<Pair> young;
        std::unique_ptr<Watcher> after;
        // Whichever is told first gives the other's number to another.
        const auto replace = [&](Watcher &other, const std::function<void()> &close) {
            if (after)
                return;
            const int number = other.descriptor;
            other.watch(false, false);
            close();
            young = std::make_unique<Pair>();
            QCOMPARE(young->ends[0], number);
            after = std::make_unique<Watcher>(number);
            after->watch(true, true);
        };
        one.then = [&] { replace(two, [&] { second.reset(); }); };
        two.then = [&] { replace(one, [&] { first.closeEnd(0), first.closeEnd(1); }); };
        one.watch(true, false);
        two.watch(true, false);
        turns(1);
        first.say(1);
        second->say(1);
        turns(1);
        QCOMPARE(one.heard.size() + two.heard.size(), 1);
        QCOMPARE(after->heard, QByteArray());
        turns(1);
        QCOMPARE(after->heard, "w");
    }

    void tellsWatcherAndNotifier()
    {
        Pair pair;
        int told = 0;
        const Notifier notifier = watch(pair.ends[0], readable, [&] { ++told; });
        Watcher watcher(pair.ends[0]);
        watcher.watch(false, true);
        turns(1);
        QCOMPARE(watcher.heard, "w");
        QCOMPARE(told, 0);
        pair.say(1);
        turns(1);
        QCOMPARE(watcher.heard, "ww");
        QCOMPARE(told, 1);
        watcher.watch(false, false);
        turns(1);
        QCOMPARE(watcher.heard, "ww");
        QCOMPARE(told, 2);
    }

    void aWatcherMayTakeANotifiersPlace()
    {
        Pair pair;
        int told = 0;
        const Notifier notifier = watch(pair.ends[0], readable, [&] { ++told; });
        turns(1);
        Watcher watcher(pair.ends[0]);
        loop()->takeReading(pair.ends[0], watcher);
        pair.say(1);
        turns(1);
        QCOMPARE(watcher.heard, "r");
        QCOMPARE(told, 0);
        pair.closeEnd(1); // a hang-up is its matter, too
        turns(1);
        QCOMPARE(watcher.heard, "rr");
        QCOMPARE(told, 0);
        watcher.then = [&] { watcher.watch(false, false); };
        turns(1);
        QCOMPARE(watcher.heard, "rrr");
        QCOMPARE(told, 0);
        turns(1);
        QCOMPARE(watcher.heard, "rrr");
        QCOMPARE(told, 1);
    }

    void aTakenPlaceIsNotKeptFromTheNumbersNextOwner()
    {
        auto old = std::make_unique<Pair>();
        const int number = old->ends[0];
        Notifier first = watch(number, readable, [] {});
        Watcher watcher(number);
        loop()->takeReading(number, watcher);
        turns(1);
        first.reset();
        old.reset(); // without a word to the watcher
        Pair young;
        QCOMPARE(young.ends[0], number);
        int told = 0;
        const Notifier second = watch(number, readable, [&] { ++told; });
        young.say(1);
        turns(1);
        QCOMPARE(told, 1);
        QCOMPARE(watcher.heard, QByteArray());
    }
};

int main(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication app(argc, argv);
    TestEpollWatchers test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_epoll_watchers.moc"
