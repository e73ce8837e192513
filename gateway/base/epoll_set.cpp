// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/epoll_set.h"

#include <cerrno>
#include <cstring>
#include <limits>
#include <utility>

#include <unistd.h>

namespace gatehouse {
namespace {

constexpr uint64_t wakeUpMark = std::numeric_limits<uint64_t>::max();

} // namespace

void EpollSet::Descriptor::setNotifier(int type, QSocketNotifier *notifier)
{
    notifiers[size_t(type)] = notifier;
    notified &= ~interests[size_t(type)];
    notified |= notifier ? interests[size_t(type)] : 0;
}

EpollSet::EpollSet(int wakeUp)
    : m_wakeUp(wakeUp)
{
    openPoll();
}

EpollSet::~EpollSet()
{
    close(m_poll);
}

void EpollSet::openPoll()
{
    m_poll = epoll_create1(EPOLL_CLOEXEC);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = wakeUpMark;
    if (m_poll < 0 || m_wakeUp < 0 || epoll_ctl(m_poll, EPOLL_CTL_ADD, m_wakeUp, &event) != 0)
        qFatal("No event loop: %s", std::strerror(errno));
}

EpollSet::Descriptor &EpollSet::at(qintptr number)
{
    if (size_t(number) >= m_descriptors.size())
        m_descriptors.resize(size_t(number) + 1);
    return m_descriptors[size_t(number)];
}

void EpollSet::noteChange(qintptr number)
{
    if (!std::exchange(m_descriptors[size_t(number)].changed, true))
        m_changed.push_back(int(number));
}

std::span<const epoll_event> EpollSet::wait(std::span<epoll_event> room, int timeout)
{
    applyChanges();
    const int count = epoll_wait(m_poll, room.data(), int(room.size()), timeout);
    return room.first(count > 0 ? size_t(count) : 0);
}

bool EpollSet::isWakeUp(const epoll_event &event)
{
    return event.data.u64 == wakeUpMark;
}

qintptr EpollSet::numberOf(const epoll_event &event)
{
    return qintptr(event.data.u64 & std::numeric_limits<uint32_t>::max());
}

EpollSet::Descriptor *EpollSet::descriptorOf(const epoll_event &event)
{
    Descriptor &descriptor = m_descriptors[size_t(numberOf(event))];
    if (uint32_t(event.data.u64 >> 32) == descriptor.toldGeneration && descriptor.told != 0)
        return &descriptor;
    m_openAgain = true; // closed by us, but open elsewhere: the kernel goes on, and there is no other way
    return nullptr;
}

void EpollSet::applyChanges()
{
    if (std::exchange(m_openAgain, false)) {
        close(m_poll);
        openPoll();
        for (size_t number = 0; number < m_descriptors.size(); ++number) {
            m_descriptors[number].told = 0;
            noteChange(qintptr(number));
        }
    }
    for (int number : m_changed)
        apply(number);
    m_changed.clear();
}

void EpollSet::apply(int number)
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

} // namespace gatehouse
