// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/descriptor_watcher.h"
#include "gateway/base/touched.h"

#include <QtGlobal>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <sys/epoll.h>

class QSocketNotifier;

namespace gatehouse {

//! Which descriptors are watched, for whom, and what the kernel has been told of it.
class EpollSet final
{
public:
    //! By QSocketNotifier::Type.
    static constexpr std::array<uint32_t, 3> interests = {EPOLLIN, EPOLLOUT, EPOLLPRI};

    //! What is wanted of one descriptor.
    struct Descriptor
    {
        std::array<QSocketNotifier *, 3> notifiers{}; //!< by QSocketNotifier::Type
        DescriptorWatcher *watcher = nullptr;
        uint32_t notified = 0;   //!< what the notifiers want
        uint32_t watched = 0;    //!< what the watcher wants, of EPOLLIN and EPOLLOUT
        uint32_t taken = 0;      //!< what of it no notifier is told
        uint32_t generation = 0; //!< of its use: the kernel forgets a closed one, whose number comes again
        uint32_t toldGeneration = 0;
        uint32_t told = 0;
        bool changed = false; //!< the kernel is yet to be told

        uint32_t wanted() const { return notified | watched; }
        void setNotifier(int type, QSocketNotifier *notifier);
    };

    //! \a wakeUp: a descriptor that ends the waiting.
    explicit EpollSet(int wakeUp);
    ~EpollSet();
    EpollSet(const EpollSet &) = delete;
    EpollSet &operator=(const EpollSet &) = delete;

    //! Makes room for it where there is none.
    Descriptor &at(qintptr number);
    //! Null where nobody has ever watched it.
    Descriptor *find(qintptr number)
    {
        return size_t(number) < m_descriptors.size() ? &m_descriptors[size_t(number)] : nullptr;
    }
    //! To be called after a change.
    void noteChange(qintptr number);

    //! Tells the kernel what has changed, and waits. Returns those that are ready.
    std::span<const epoll_event> wait(std::span<epoll_event> room, int timeout);
    static bool isWakeUp(const epoll_event &event);
    //! Whom it is for, as the kernel was told last; null where there is nobody any more.
    Descriptor *descriptorOf(const epoll_event &event);
    //! It will be served soon.
    void expect(const epoll_event &event)
    {
        if (!isWakeUp(event))
            Touched::fetch(&m_descriptors[size_t(numberOf(event))], sizeof(Descriptor));
    }
    static qintptr numberOf(const epoll_event &event);

private:
    void openPoll();
    void applyChanges();
    void apply(int number);

    int m_wakeUp;
    int m_poll = -1;
    std::vector<Descriptor> m_descriptors; //!< by number
    std::vector<int> m_changed;
    bool m_openAgain = false; //!< the kernel watches something that we cannot take out any more
};

} // namespace gatehouse
