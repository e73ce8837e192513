// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/load_connection.h"
#include "tests/bench/load_request.h"
#include "tests/bench/sockets.h"
#include "tests/bench/statistics.h"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <sys/epoll.h>
#include <vector>

using namespace gatehouse::bench;

namespace {

//! What to measure, from the command line.
struct Order
{
    std::uint16_t port = 0;
    int connections = 1;
    double seconds = 0; //!< 0: one request per connection
    int pid = 0;        //!< whose CPU time is taken
};

void watch(int epoll, int operation, LoadConnection &connection, std::uint32_t index)
{
    epoll_event event = {};
    event.events = connection.hasUnsent() ? EPOLLIN | EPOLLOUT : EPOLLIN;
    event.data.u32 = index;
    ::epoll_ctl(epoll, operation, connection.socket(), &event);
}

//! Keeps every connection busy until \a until (0: one answer each); lost connections count as errors.
void drive(std::vector<std::unique_ptr<LoadConnection>> &connections, std::int64_t until, Tally &tally)
{
    const int epoll = ::epoll_create1(EPOLL_CLOEXEC);
    int busy = 0;
    for (std::uint32_t i = 0; i < connections.size(); ++i) {
        connections[i]->sendRequest();
        watch(epoll, EPOLL_CTL_ADD, *connections[i], i);
        ++busy;
    }
    std::vector<epoll_event> events(512);
    while (busy > 0) {
        const int count = ::epoll_wait(epoll, events.data(), int(events.size()), 10'000);
        if (count == 0) { // something hangs
            tally.errors += busy;
            break;
        }
        for (int i = 0; i < count; ++i) {
            const epoll_event &event = events[std::size_t(i)];
            LoadConnection &connection = *connections[event.data.u32];
            const bool alive = ((event.events & EPOLLOUT) == 0 || connection.onWritable()) &&
                               ((event.events & ~unsigned(EPOLLOUT)) == 0 || connection.onReadable());
            const bool again = alive && connection.isAnswered() && nowNs() < until;
            if (again)
                connection.sendRequest();
            if (!alive || (connection.isAnswered() && !again)) {
                tally.errors += !alive;
                --busy;
                ::epoll_ctl(epoll, EPOLL_CTL_DEL, connection.socket(), nullptr);
            } else if ((event.events & EPOLLOUT) != 0 || connection.hasUnsent()) {
                watch(epoll, EPOLL_CTL_MOD, connection, event.data.u32);
            }
        }
    }
}

//! A figure a line: NAME VALUE. Delays are those of events, from the time stamp that they carry.
void print(Tally &tally, double seconds, double cpuSeconds)
{
    const auto perUnit = [&](std::size_t units) { return units > 0 ? cpuSeconds * 1e6 / double(units) : 0; };
    std::printf("rate %.1f\n", double(tally.latencies.size()) / seconds);
    std::printf("errors %lld\n", static_cast<long long>(tally.errors));
    std::printf("p50 %.1f\np99 %.1f\n", percentile(tally.latencies, 50) / 1e3,
                percentile(tally.latencies, 99) / 1e3);
    std::printf("cpu %.2f\n", perUnit(tally.latencies.size()));
    if (tally.firstEvents.empty())
        return;
    std::printf("events %zu\neventcpu %.2f\n", tally.delays.size(), perUnit(tally.delays.size()));
    std::printf("delay50 %.1f\ndelay99 %.1f\n", percentile(tally.delays, 50) / 1e3,
                percentile(tally.delays, 99) / 1e3);
    std::printf("first %.1f\n", percentile(tally.firstEvents, 100) / 1e3);
}

} // namespace

//! bench_load small|large|body|stream|translated PORT CONNECTIONS SECONDS PID: SECONDS 0 is one request a
//! connection. Prints rate (answers per second), errors, p50 and p99 of the latency, cpu (of PID, per
//! answer) and, of streams, events, eventcpu, delay50, delay99, first (until the last stream has begun);
//! times in µs.
int main(int argc, char *argv[])
{
    const std::string bytes = argc == 6 ? requestOf(argv[1]) : std::string();
    if (bytes.empty()) {
        std::fputs("usage: bench_load small|large|body|stream|translated PORT CONNECTIONS SECONDS PID\n",
                   stderr);
        return 2;
    }
    const Order order{std::uint16_t(std::atoi(argv[2])), std::atoi(argv[3]), std::atof(argv[4]),
                      std::atoi(argv[5])};
    raiseDescriptorLimit();
    Tally tally;
    std::vector<std::unique_ptr<LoadConnection>> connections;
    for (int i = 0; i < order.connections; ++i) {
        connections.push_back(std::make_unique<LoadConnection>(order.port, bytes, tally));
        if (connections.back()->socket() < 0) {
            std::fprintf(stderr, "nobody listens on port %d\n", order.port);
            return 1;
        }
    }
    if (order.seconds > 0) { // warm-up: connections, caches
        drive(connections, nowNs() + 300'000'000, tally);
        tally = {};
    }
    const std::int64_t began = nowNs();
    const double cpuBefore = cpuSeconds(order.pid);
    drive(connections, order.seconds > 0 ? began + std::int64_t(order.seconds * 1e9) : 0, tally);
    const double cpu = cpuSeconds(order.pid) - cpuBefore;
    print(tally, double(nowNs() - began) / 1e9, cpu);
    return 0;
}
