// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/load_connection.h"
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
    std::string mode; //!< small | large | stream | translated
    std::uint16_t port = 0;
    int connections = 1;
    double seconds = 0; //!< 0: one request per connection
    int pid = 0;        //!< whose CPU time is taken
};

std::string request(const std::string &mode)
{
    std::string path = "/v1/chat/completions";
    const bool translated = mode == "translated"; // a stream whose provider speaks another dialect
    std::string body = std::string(R"({"model":")") + (translated ? "claude-bench" : "gpt-4o-mini") +
                       R"(","messages":[{"role":"system","content":"You are a helpful assistant."},)"
                       R"({"role":"user","content":"Tell me something in about a hundred characters."}])";
    if (mode == "stream" || translated) {
        body += R"(,"stream":true)";
    } else if (mode == "large") {
        path = "/v1/embeddings";
        body = R"({"model":"gpt-4o-mini","input":")" + std::string(1024 * 1024, 'x') + '"';
    }
    body += '}';
    return "POST " + path +
           " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: " +
           std::to_string(body.size()) +
           "\r\nAuthorization: Bearer sk-bench-client\r\nUser-Agent: bench\r\n\r\n" + body;
}

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

} // namespace

//! bench_load small|large|stream|translated PORT CONNECTIONS SECONDS PID
//! Prints, separated by spaces: requests per second, answers, errors, p50 and p99 of the latency in µs,
//! events, p50 and p99 of the delay per event in µs, CPU seconds of PID.
int main(int argc, char *argv[])
{
    if (argc < 6) {
        std::fputs("usage: bench_load small|large|stream|translated PORT CONNECTIONS SECONDS PID\n", stderr);
        return 2;
    }
    const Order order{argv[1], std::uint16_t(std::atoi(argv[2])), std::atoi(argv[3]), std::atof(argv[4]),
                      std::atoi(argv[5])};
    const std::string bytes = request(order.mode);
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
    const double elapsed = double(nowNs() - began) / 1e9;
    const double cpu = cpuSeconds(order.pid) - cpuBefore;
    std::printf("%.1f %zu %lld %.0f %.0f %zu %.0f %.0f %.3f\n", double(tally.latencies.size()) / elapsed,
                tally.latencies.size(), static_cast<long long>(tally.errors),
                percentile(tally.latencies, 50) / 1e3, percentile(tally.latencies, 99) / 1e3,
                tally.delays.size(), percentile(tally.delays, 50) / 1e3, percentile(tally.delays, 99) / 1e3,
                cpu);
    return 0;
}
