// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/epoll_set.h"
#include "gateway/base/timer_queue.h"

#include <QAbstractEventDispatcher>

#include <atomic>

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

    //! Tells \a watcher when \a descriptor can be read or written, until it says otherwise. Called in the
    //! dispatcher's thread.
    void watch(int descriptor, bool read, bool write, DescriptorWatcher &watcher);
    //! Tells \a watcher when \a descriptor can be read, in place of the notifier that it has; until
    //! watch(), or until a notifier is registered anew.
    void takeReading(int descriptor, DescriptorWatcher &watcher);

    void registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object) override;
    bool unregisterTimer(int id) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int id) override;

    void wakeUp() override;
    void interrupt() override;

private:
    int waitTime() const;
    bool serve(const epoll_event &event);
    bool serveSockets(int timeout);
    bool waitForWakeUp(int timeout);
    void knock();
    void clearWakeUp();

    int m_wake;
    EpollSet m_set;
    TimerQueue m_timers;
    std::atomic<bool> m_woken = false;
    std::atomic<bool> m_interrupted = false;
};

} // namespace gatehouse
