// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/epoll_dispatcher.h"

#include "gateway/base/round.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QThread>

#include <algorithm>
#include <array>
#include <limits>

#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

using std::chrono::milliseconds;

namespace gatehouse {
namespace {

// So many descriptors are served before timers and posted events have their turn; the kernel hands out those
// that are ready in turn, so none is forgotten.
constexpr int maxEventsPerRound = 128;

constexpr size_t eventsAhead = 2; // are fetched into the cache

// As Qt's own dispatcher: an error or a hang-up wakes whoever waits.
constexpr std::array<uint32_t, 3> wakes = {
    EPOLLIN | EPOLLHUP | EPOLLERR,
    EPOLLOUT | EPOLLHUP | EPOLLERR,
    EPOLLPRI | EPOLLHUP | EPOLLERR,
};

//! Rounded up, so that no timer fires early.
int millisecondsUntil(TimePoint when)
{
    const auto wait = std::chrono::ceil<milliseconds>(when - Clock::now()).count();
    return int(std::clamp<qint64>(wait, 0, std::numeric_limits<int>::max()));
}

} // namespace

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent)
    , m_wake(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
    , m_set(m_wake)
{
}

EpollDispatcher::~EpollDispatcher()
{
    close(m_wake);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_interrupted = false;
    m_woken = false; // before the posted events are looked at, so that later ones wake it again
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();
    const bool mayWait = flags.testFlag(QEventLoop::WaitForMoreEvents);
    if (mayWait && !m_interrupted)
        Q_EMIT aboutToBlock();
    if (m_interrupted)
        return false;

    Round::flush(); // of a round from within which this is called
    const int timeout = mayWait && !m_woken ? waitTime() : 0;
    const bool served =
        flags.testFlag(QEventLoop::ExcludeSocketNotifiers) ? waitForWakeUp(timeout) : serveSockets(timeout);
    const bool fired = m_timers.fire(Clock::now());
    return served || fired;
}

int EpollDispatcher::waitTime() const
{
    const auto next = m_timers.next();
    return next ? millisecondsUntil(*next) : -1;
}

bool EpollDispatcher::serveSockets(int timeout)
{
    std::array<epoll_event, maxEventsPerRound> room;
    const auto events = m_set.wait(room, timeout);
    const Round round(events.size() > 1);
    bool any = false;
    for (size_t at = 0; at < events.size(); ++at) {
        if (at + eventsAhead < events.size())
            m_set.expect(events[at + eventsAhead]);
        any |= serve(events[at]);
        Round::flushLongWaiting();
    }
    return any;
}

bool EpollDispatcher::waitForWakeUp(int timeout)
{
    pollfd wake{m_wake, POLLIN, 0};
    if (poll(&wake, 1, timeout) <= 0)
        return false;
    clearWakeUp();
    return true;
}

void EpollDispatcher::clearWakeUp()
{
    uint64_t count = 0;
    [[maybe_unused]] const auto size = read(m_wake, &count, sizeof count);
}

bool EpollDispatcher::serve(const epoll_event &event)
{
    if (EpollSet::isWakeUp(event)) {
        clearWakeUp();
        return true;
    }
    const EpollSet::Descriptor *descriptor = m_set.descriptorOf(event);
    if (!descriptor)
        return false;
    const qintptr number = EpollSet::numberOf(event);
    const uint32_t generation = descriptor->toldGeneration; // the event's
    // Looked up each time: what runs below may watch, close and destroy.
    const auto isWanted = [&](uint32_t EpollSet::Descriptor::*by, int type) {
        descriptor = m_set.find(number);
        return (event.events & wakes[size_t(type)]) != 0 && descriptor->generation == generation &&
               (descriptor->*by & EpollSet::interests[size_t(type)]) != 0;
    };
    const uint32_t taken = descriptor->taken;
    bool any = false;
    if (isWanted(&EpollSet::Descriptor::watched, QSocketNotifier::Read)) {
        descriptor->watcher->onReadable();
        any = true;
    }
    if (isWanted(&EpollSet::Descriptor::watched, QSocketNotifier::Write)) {
        descriptor->watcher->onWritable();
        any = true;
    }
    for (const auto type : {QSocketNotifier::Read, QSocketNotifier::Write, QSocketNotifier::Exception}) {
        const bool isTaken = (taken & EpollSet::interests[size_t(type)]) != 0;
        if (!isTaken && isWanted(&EpollSet::Descriptor::notified, type)) {
            QEvent activation(QEvent::SockAct);
            QCoreApplication::sendEvent(descriptor->notifiers[size_t(type)], &activation);
            any = true;
        }
    }
    return any;
}

void EpollDispatcher::watch(int number, bool read, bool write, DescriptorWatcher &watcher)
{
    EpollSet::Descriptor &descriptor = m_set.at(number);
    const uint32_t events = (read ? EPOLLIN : 0U) | (write ? EPOLLOUT : 0U);
    if (events == 0 && descriptor.watcher != &watcher)
        return; // another one has taken the number over
    // Others may have closed it without a word, and its number come again.
    const bool takesOver = descriptor.watcher && descriptor.watcher != &watcher;
    if (takesOver || descriptor.wanted() == 0 || (descriptor.notified & events) != 0)
        ++descriptor.generation;
    descriptor.watcher = events != 0 ? &watcher : nullptr;
    descriptor.watched = events;
    descriptor.taken = 0;
    m_set.noteChange(number);
}

void EpollDispatcher::takeReading(int number, DescriptorWatcher &watcher)
{
    watch(number, true, false, watcher);
    m_set.at(number).taken = EPOLLIN;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    EpollSet::Descriptor &descriptor = m_set.at(notifier->socket());
    const uint32_t wanted = descriptor.wanted();
    if (wanted == 0 || (wanted & EpollSet::interests[size_t(notifier->type())]) != 0) // as in watch()
        ++descriptor.generation;
    descriptor.setNotifier(notifier->type(), notifier);
    if ((descriptor.taken & EpollSet::interests[size_t(notifier->type())]) != 0) { // another's number by now
        descriptor.watcher = nullptr;
        descriptor.watched = descriptor.taken = 0;
    }
    m_set.noteChange(notifier->socket());
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    EpollSet::Descriptor *descriptor = m_set.find(notifier->socket());
    if (!descriptor || descriptor->notifiers[size_t(notifier->type())] != notifier)
        return; // another one has taken the number over
    descriptor->setNotifier(notifier->type(), nullptr);
    m_set.noteChange(notifier->socket());
}

void EpollDispatcher::registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object)
{
    m_timers.add(id, milliseconds(interval), type, object, Clock::now());
}

bool EpollDispatcher::unregisterTimer(int id)
{
    return m_timers.remove(id);
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    return m_timers.removeAll(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    return m_timers.of(object);
}

int EpollDispatcher::remainingTime(int id)
{
    const auto due = m_timers.due(id);
    return due ? millisecondsUntil(*due) : -1;
}

void EpollDispatcher::wakeUp()
{
    if (!m_woken.exchange(true))
        knock();
}

void EpollDispatcher::interrupt()
{
    m_interrupted = true;
    m_woken = true;
    knock(); // in any case: the mark may be about to be cleared
}

//! Ends the waiting of the dispatcher's thread.
void EpollDispatcher::knock()
{
    if (QThread::currentThread() == thread())
        return; // it does not wait just now, and looks at the mark before it does
    const uint64_t one = 1;
    [[maybe_unused]] const auto size = write(m_wake, &one, sizeof one);
}

} // namespace gatehouse
