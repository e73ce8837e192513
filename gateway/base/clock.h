// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace gatehouse {

//! The clock that limits, cooldowns and time-outs run on: it never jumps when the wall clock is set.
using Clock = std::chrono::steady_clock;
using TimePoint = Clock::time_point;

//! Milliseconds from \a from to \a to, with fractions.
inline double millisecondsBetween(TimePoint from, TimePoint to)
{
    return std::chrono::duration<double, std::milli>(to - from).count();
}

} // namespace gatehouse
