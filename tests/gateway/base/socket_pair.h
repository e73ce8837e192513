// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>
#include <utility>

#include <sys/socket.h>
#include <unistd.h>

namespace gatehouse {

//! Two connected sockets.
struct Pair
{
    Pair() { [[maybe_unused]] const int failed = socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends); }
    ~Pair()
    {
        closeEnd(0);
        closeEnd(1);
    }
    Pair(const Pair &) = delete;
    Pair &operator=(const Pair &) = delete;

    void say(int end) { [[maybe_unused]] const auto size = ::write(ends[end], "x", 1); }
    int hear(int end)
    {
        char bytes[64];
        return int(::read(ends[end], bytes, sizeof bytes));
    }
    void closeEnd(int end)
    {
        if (ends[end] >= 0)
            ::close(std::exchange(ends[end], -1));
    }

    int ends[2] = {-1, -1};
};

using Notifier = std::unique_ptr<QSocketNotifier>;

//! Calls \a then whenever \a descriptor is ready.
inline Notifier watch(int descriptor, QSocketNotifier::Type type, std::function<void()> then)
{
    auto notifier = std::make_unique<QSocketNotifier>(descriptor, type);
    QObject::connect(notifier.get(), &QSocketNotifier::activated, notifier.get(), std::move(then));
    return notifier;
}

constexpr auto readable = QSocketNotifier::Read;
constexpr auto writable = QSocketNotifier::Write;

} // namespace gatehouse
