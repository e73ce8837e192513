// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/timer_queue.h"

#include <QAbstractEventDispatcher>

#include <array>
#include <atomic>
#include <cstdint>
#include <vector>

struct epoll_event;

namespace gatehouse {

//! Qt's event loop over Linux' epoll. Qt's own hands every descriptor to poll() each time it waits, which
//! with some hundred streams is half of all work.
//! Give it to a thread before that is started (QThread::setEventDispatcher()).
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT

public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    void registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object) override;
    bool unregisterTimer(int id) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int id) override;

    void wakeUp() override;
    void interrupt() override;

private:
    //! What is wanted of one descriptor, and what the kernel has been told.
    struct Descriptor
    {
        std::array<QSocketNotifier *, 3> notifiers{}; //!< by QSocketNotifier::Type
        uint32_t generation = 0; //!< of its use: the kernel forgets a closed one, whose number comes again
        uint32_t toldGeneration = 0;
        uint32_t told = 0;
        bool changed = false; //!< it is in m_changed

        uint32_t wanted() const;
    };

    void openPoll();
    void noteChange(int number);
    void applyChanges();
    void apply(int number);
    int waitTime() const;
    bool serve(const epoll_event &event);
    bool serveSockets(int timeout);
    bool waitForWakeUp(int timeout);
    void knock();
    void clearWakeUp();

    int m_poll = -1;
    int m_wake = -1;
    std::vector<Descriptor> m_descriptors; //!< by number
    std::vector<int> m_changed;
    bool m_openAgain = false; //!< the kernel watches something that we cannot take out any more
    TimerQueue m_timers;
    std::atomic<bool> m_woken = false;
    std::atomic<bool> m_interrupted = false;
};

} // namespace gatehouse
