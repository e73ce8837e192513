// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/epoll_dispatcher.h"

#include "gateway/base/round.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QThread>

#include <algorithm>
#include <cerrno>
#include <cstring>
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

// As Qt's own dispatcher: an error or a hang-up wakes whoever waits.
constexpr std::array<uint32_t, 3> wakes = {
    EPOLLIN | EPOLLHUP | EPOLLERR,
    EPOLLOUT | EPOLLHUP | EPOLLERR,
    EPOLLPRI | EPOLLHUP | EPOLLERR,
};
constexpr std::array<uint32_t, 3> interests = {EPOLLIN, EPOLLOUT, EPOLLPRI};

constexpr uint64_t wakeUpMark = std::numeric_limits<uint64_t>::max();

//! Rounded up, so that no timer fires early.
int millisecondsUntil(TimePoint when)
{
    const auto wait = std::chrono::ceil<milliseconds>(when - Clock::now()).count();
    return int(std::clamp<qint64>(wait, 0, std::numeric_limits<int>::max()));
}

} // namespace

uint32_t EpollDispatcher::Descriptor::wanted() const
{
    uint32_t mask = 0;
    for (size_t type = 0; type < notifiers.size(); ++type)
        mask |= notifiers[type] ? interests[type] : 0;
    return mask;
}

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent)
    , m_wake(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
    openPoll();
}

EpollDispatcher::~EpollDispatcher()
{
    close(m_poll);
    close(m_wake);
}

void EpollDispatcher::openPoll()
{
    m_poll = epoll_create1(EPOLL_CLOEXEC);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = wakeUpMark;
    if (m_poll < 0 || m_wake < 0 || epoll_ctl(m_poll, EPOLL_CTL_ADD, m_wake, &event) != 0)
        qFatal("No event loop: %s", std::strerror(errno));
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
    applyChanges();
    std::array<epoll_event, maxEventsPerRound> events;
    const int count = epoll_wait(m_poll, events.data(), int(events.size()), timeout);
    const Round round(count > 1);
    bool any = false;
    for (int i = 0; i < count; ++i)
        any |= serve(events[size_t(i)]);
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
    if (event.data.u64 == wakeUpMark) {
        clearWakeUp();
        return true;
    }
    const auto number = size_t(event.data.u64 & std::numeric_limits<uint32_t>::max());
    const auto generation = uint32_t(event.data.u64 >> 32);
    if (generation != m_descriptors[number].toldGeneration || m_descriptors[number].told == 0) {
        m_openAgain = true; // closed by us, but open elsewhere: the kernel goes on, and there is no other way
        return false;
    }
    bool any = false;
    for (size_t type = 0; type < wakes.size(); ++type) {
        // Looked up each time: what runs below may register, unregister, close and destroy.
        const Descriptor &descriptor = m_descriptors[number];
        if (descriptor.generation != generation)
            break;
        if (QSocketNotifier *notifier = descriptor.notifiers[type];
            notifier && (event.events & wakes[type]) != 0) {
            QEvent activation(QEvent::SockAct);
            QCoreApplication::sendEvent(notifier, &activation);
            any = true;
        }
    }
    return any;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const auto number = size_t(notifier->socket());
    if (number >= m_descriptors.size())
        m_descriptors.resize(number + 1);
    Descriptor &descriptor = m_descriptors[number];
    QSocketNotifier *&place = descriptor.notifiers[size_t(notifier->type())];
    if (descriptor.wanted() == 0 || place)
        ++descriptor.generation;
    place = notifier;
    noteChange(int(number));
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const auto number = size_t(notifier->socket());
    if (number >= m_descriptors.size())
        return;
    QSocketNotifier *&place = m_descriptors[number].notifiers[size_t(notifier->type())];
    if (place != notifier)
        return; // another one has taken the number over
    place = nullptr;
    noteChange(int(number));
}

void EpollDispatcher::noteChange(int number)
{
    Descriptor &descriptor = m_descriptors[size_t(number)];
    if (!std::exchange(descriptor.changed, true))
        m_changed.push_back(number);
}

void EpollDispatcher::applyChanges()
{
    if (std::exchange(m_openAgain, false)) {
        close(m_poll);
        openPoll();
        for (size_t number = 0; number < m_descriptors.size(); ++number) {
            m_descriptors[number].told = 0;
            noteChange(int(number));
        }
    }
    for (int number : m_changed)
        apply(number);
    m_changed.clear();
}

void EpollDispatcher::apply(int number)
{
    Descriptor &descriptor = m_descriptors[size_t(number)];
    descriptor.changed = false;
    const uint32_t wanted = descriptor.wanted();
    if (wanted == descriptor.told && descriptor.generation == descriptor.toldGeneration)
        return;
    const bool known = descriptor.told != 0;
    descriptor.told = wanted;
    descriptor.toldGeneration = descriptor.generation;
    epoll_event event{};
    event.events = wanted;
    event.data.u64 = (uint64_t(descriptor.generation) << 32) | uint32_t(number);
    if (wanted == 0) {
        epoll_ctl(m_poll, EPOLL_CTL_DEL, number, &event); // fails if it was closed before: as good
        return;
    }
    int result = epoll_ctl(m_poll, known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, number, &event);
    if (result != 0 && errno == ENOENT) // closed, and its number given to another
        result = epoll_ctl(m_poll, EPOLL_CTL_ADD, number, &event);
    else if (result != 0 && errno == EEXIST)
        result = epoll_ctl(m_poll, EPOLL_CTL_MOD, number, &event);
    if (result != 0)
        qWarning("EpollDispatcher: descriptor %d cannot be watched: %s", number, std::strerror(errno));
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
