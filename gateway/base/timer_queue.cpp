// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/timer_queue.h"

#include <QCoreApplication>
#include <QTimerEvent>
#include <QVarLengthArray>

namespace gatehouse {

void TimerQueue::add(int id, std::chrono::milliseconds interval, Qt::TimerType type, QObject *object,
                     TimePoint now)
{
    remove(id);
    m_timers.emplace(id, Timer{object, interval, type, now + interval});
    m_order.emplace(now + interval, id);
}

bool TimerQueue::remove(int id)
{
    const auto it = m_timers.find(id);
    if (it == m_timers.end())
        return false;
    m_order.erase({it->second.due, id});
    m_timers.erase(it);
    return true;
}

bool TimerQueue::removeAll(QObject *object)
{
    const auto isOurs = [&](const auto &entry) {
        if (entry.second.object != object)
            return false;
        m_order.erase({entry.second.due, entry.first});
        return true;
    };
    return std::erase_if(m_timers, isOurs) > 0;
}

QList<QAbstractEventDispatcher::TimerInfo> TimerQueue::of(QObject *object) const
{
    QList<QAbstractEventDispatcher::TimerInfo> timers;
    for (const auto &[id, timer] : m_timers) {
        if (timer.object == object)
            timers.append(QAbstractEventDispatcher::TimerInfo(id, int(timer.interval.count()), timer.type));
    }
    return timers;
}

std::optional<TimePoint> TimerQueue::due(int id) const
{
    const auto it = m_timers.find(id);
    return it == m_timers.end() ? std::nullopt : std::optional(it->second.due);
}

std::optional<TimePoint> TimerQueue::next() const
{
    for (const auto &[due, id] : m_order) {
        if (!m_timers.at(id).firing)
            return due;
    }
    return std::nullopt;
}

bool TimerQueue::fire(TimePoint now)
{
    QVarLengthArray<int, 32> ids; // what becomes due meanwhile waits for the next round
    for (auto it = m_order.cbegin(); it != m_order.cend() && it->first <= now; ++it)
        ids.append(it->second);
    bool any = false;
    for (int id : ids) {
        const auto it = m_timers.find(id);
        if (it == m_timers.end() || it->second.firing || it->second.due > now)
            continue; // stopped, running already, or begun anew meanwhile
        Timer &timer = it->second;
        m_order.erase({timer.due, id});
        timer.due += timer.interval;
        if (timer.due < now)
            timer.due = now + timer.interval; // one that is late does not catch up
        m_order.emplace(timer.due, id);
        timer.firing = true;
        QTimerEvent event(id);
        QCoreApplication::sendEvent(timer.object, &event);
        if (const auto after = m_timers.find(id); after != m_timers.end())
            after->second.firing = false;
        any = true;
    }
    return any;
}

} // namespace gatehouse
