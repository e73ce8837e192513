// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QTimer>

#include <chrono>

namespace gatehouse::soak {

//! Lets this thread's events happen for \a time.
inline void passTime(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

//! The same until \a condition holds; false if it does not within \a limit.
template<typename Condition>
bool waitUntil(Condition condition, std::chrono::milliseconds limit)
{
    constexpr std::chrono::milliseconds step{20};
    for (std::chrono::milliseconds waited{0}; !condition(); waited += step) {
        if (waited >= limit)
            return false;
        passTime(step);
    }
    return true;
}

} // namespace gatehouse::soak
