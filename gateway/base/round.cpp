// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/round.h"

#include "gateway/base/clock.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace gatehouse {
namespace {

constexpr int mostThings = 8; // more would only wait longer: their readers are awake by then
constexpr std::chrono::milliseconds longestWait{1};

struct Waiting
{
    bool crowded = false;
    int things = 0;
    TimePoint since; //!< of the first
    std::vector<Round::Waiter *> waiters;
};

// Each thread has at most one event loop.
thread_local Waiting waiting; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

} // namespace

Round::Waiter::~Waiter()
{
    std::erase(waiting.waiters, this);
}

Round::Round(bool crowded)
    : m_outer(waiting.crowded)
{
    flush();
    waiting.crowded = crowded;
}

Round::~Round()
{
    flush();
    waiting.crowded = m_outer;
}

bool Round::isCrowded()
{
    return waiting.crowded;
}

void Round::add(Waiter &waiter)
{
    if (std::find(waiting.waiters.cbegin(), waiting.waiters.cend(), &waiter) == waiting.waiters.cend())
        waiting.waiters.push_back(&waiter);
    if (++waiting.things == 1)
        waiting.since = Clock::now();
    if (waiting.things >= mostThings)
        flush();
}

void Round::flushLongWaiting()
{
    if (waiting.things > 0 && Clock::now() - waiting.since >= longestWait)
        flush();
}

void Round::flush()
{
    waiting.things = 0;
    if (waiting.waiters.empty())
        return;
    const bool crowded = std::exchange(waiting.crowded, false); // what comes of it is sent at once
    while (!waiting.waiters.empty()) {
        Waiter *waiter = waiting.waiters.back();
        waiting.waiters.pop_back();
        waiter->sendWaiting();
    }
    waiting.crowded = crowded;
}

} // namespace gatehouse
