// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/network_watch.h"

#include <QNetworkInterface>
#include <QSocketNotifier>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>
#include <unistd.h>

namespace gatehouse {
namespace {

constexpr std::chrono::seconds settle{1}; // addresses come one by one
constexpr std::chrono::seconds lookAtClocks{10};
constexpr std::chrono::seconds slept{5};

//! A socket that hears of every change of an address (rtnetlink(7)); −1 if there is none to be had.
int openNetlink()
{
    const int fd = ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE);
    sockaddr_nl address = {};
    address.nl_family = AF_NETLINK;
    address.nl_groups = RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR;
    if (fd >= 0 && ::bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        ::close(fd);
        return -1;
    }
    return fd;
}

std::chrono::seconds secondsOf(clockid_t clock)
{
    timespec time = {};
    ::clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec);
}

//! How long this machine has slept since it was started: only one of the two clocks runs on meanwhile.
std::chrono::seconds timeAsleep()
{
    return secondsOf(CLOCK_BOOTTIME) - secondsOf(CLOCK_MONOTONIC);
}

QList<QHostAddress> addresses()
{
    QList<QHostAddress> found = QNetworkInterface::allAddresses();
    std::sort(found.begin(), found.end(),
              [](const QHostAddress &a, const QHostAddress &b) { return a.toString() < b.toString(); });
    return found;
}

} // namespace

struct NetworkWatch::Private
{
    std::function<void()> changed;
    int fd = openNetlink();
    std::unique_ptr<QSocketNotifier> heard;
    QTimer settled;
    QTimer clocks;
    QList<QHostAddress> known = addresses();
    std::chrono::seconds asleep = timeAsleep();

    //! Reads away what was told; lifetimes that are renewed are told too, so the addresses are compared.
    void drain()
    {
        char buffer[8192];
        while (::recv(fd, buffer, sizeof buffer, 0) > 0) {
        }
        settled.start(settle);
    }

    void compareAddresses()
    {
        QList<QHostAddress> now = addresses();
        if (now != std::exchange(known, now))
            changed();
    }

    void compareClocks()
    {
        const auto now = timeAsleep();
        if (now - std::exchange(asleep, now) >= slept)
            changed();
    }
};

NetworkWatch::NetworkWatch(std::function<void()> changed)
    : d(std::make_unique<Private>())
{
    d->changed = std::move(changed);
    d->settled.setSingleShot(true);
    QObject::connect(&d->settled, &QTimer::timeout, &d->settled, [this] { d->compareAddresses(); });
    d->clocks.setTimerType(Qt::VeryCoarseTimer);
    QObject::connect(&d->clocks, &QTimer::timeout, &d->clocks, [this] { d->compareClocks(); });
    d->clocks.start(lookAtClocks);
    if (d->fd < 0)
        return;
    d->heard = std::make_unique<QSocketNotifier>(d->fd, QSocketNotifier::Read);
    QObject::connect(d->heard.get(), &QSocketNotifier::activated, d->heard.get(), [this] { d->drain(); });
}

NetworkWatch::~NetworkWatch()
{
    d->heard.reset();
    if (d->fd >= 0)
        ::close(d->fd);
}

} // namespace gatehouse
