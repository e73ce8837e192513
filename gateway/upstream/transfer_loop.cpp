// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/transfer_loop.h"

namespace gatehouse {

TransferLoop::Inside::Inside(TransferLoop &loop)
    : m_loop(loop)
{
    ++m_loop.m_inside;
}

TransferLoop::Inside::~Inside()
{
    if (--m_loop.m_inside > 0)
        return;
    while (!m_loop.m_dropped.empty())
        m_loop.remove(*m_loop.m_dropped.back());
}

TransferLoop::TransferLoop(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &TransferLoop::onTimer);
}

void TransferLoop::adopt(std::unique_ptr<TransferAttempt> attempt)
{
    const TimePoint deadline = attempt->deadline();
    const auto place = m_attempts.emplace(deadline, std::move(attempt));
    place->second->place = place;
    place->second->placedFor = deadline;
    arm(deadline);
}

void TransferLoop::drop(TransferAttempt &attempt)
{
    attempt.abandon();
    if (m_inside > 0)
        m_dropped.push_back(&attempt);
    else
        remove(attempt);
}

void TransferLoop::release(TransferAttempt &attempt, std::chrono::milliseconds patience)
{
    if (!attempt.hasSentAll())
        return drop(attempt); // the body is the receiver's, and goes with it
    attempt.letRun(patience);
    resume(attempt);
}

void TransferLoop::resume(TransferAttempt &attempt)
{
    if (!attempt.wantsResume())
        return;
    m_resuming.push_back(&attempt);
    arm(Clock::now());
}

void TransferLoop::deadlineMoved(TransferAttempt &attempt)
{
    place(m_attempts.extract(attempt.place));
    arm(attempt.deadline());
}

void TransferLoop::arm(TimePoint when)
{
    if (when >= m_armedFor)
        return;
    m_armedFor = when;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(when - Clock::now());
    m_timer.start(std::max(wait, std::chrono::milliseconds(0)));
}

void TransferLoop::onTimer()
{
    m_armedFor = TimePoint::max();
    for (auto count = m_resuming.size(); count > 0 && !m_resuming.empty(); --count) {
        TransferAttempt &attempt = *m_resuming.front();
        m_resuming.erase(m_resuming.begin());
        if (attempt.unpause())
            goOn(attempt);
    }
    const TimePoint next = work();
    const TimePoint now = Clock::now();
    expire(now);
    tellBodyRead();
    if (!m_attempts.empty())
        arm(std::min(next, m_attempts.begin()->first));
    if (!m_resuming.empty())
        arm(now);
}

void TransferLoop::tellBodyRead()
{
    while (!m_reading.empty()) {
        TransferAttempt &attempt = *m_reading.back();
        m_reading.pop_back();
        attempt.tellBodyRead();
    }
}

void TransferLoop::expire(TimePoint now)
{
    while (!m_attempts.empty() && m_attempts.begin()->first <= now) {
        TransferAttempt &attempt = *m_attempts.begin()->second;
        if (attempt.deadline() <= now) {
            end(attempt, attempt.expired());
            continue;
        }
        place(m_attempts.extract(attempt.place));
    }
}

void TransferLoop::place(TransferAttempts::node_type node)
{
    TransferAttempt &attempt = *node.mapped();
    node.key() = attempt.deadline();
    attempt.placedFor = node.key();
    attempt.place = m_attempts.insert(std::move(node));
}

void TransferLoop::end(TransferAttempt &attempt, const TransferEnd &end)
{
    const auto gone = remove(attempt);
    gone->tellEnd(end);
}

std::unique_ptr<TransferAttempt> TransferLoop::remove(TransferAttempt &attempt)
{
    for (auto *list : {&m_resuming, &m_dropped, &m_reading})
        std::erase(*list, &attempt);
    auto gone = std::move(attempt.place->second);
    m_attempts.erase(attempt.place);
    letGo(*gone);
    return gone;
}

void TransferLoop::removeAll()
{
    while (!m_attempts.empty())
        remove(*m_attempts.begin()->second);
}

} // namespace gatehouse
