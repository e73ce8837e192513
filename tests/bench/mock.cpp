// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/mock_connection.h"
#include "tests/bench/sockets.h"

#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <queue>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <vector>

using namespace gatehouse::bench;

namespace {

//! When a stream's next event is due. Connections are found by number: one that has left is simply missing.
struct Due
{
    std::int64_t at;
    std::uint64_t connection;
    bool operator>(const Due &other) const { return at > other.at; }
};

//! A provider that answers at once, or at an even pace; one thread, one epoll.
class Mock final
{
public:
    Mock(int listener, Pace pace)
        : m_listener(listener)
        , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
        , m_pace(pace)
    {
        watch(EPOLL_CTL_ADD, listener, EPOLLIN, 0);
    }

    [[noreturn]] void run()
    {
        std::vector<epoll_event> events(512);
        for (;;) {
            const int count = wait(events);
            for (int i = 0; i < count; ++i)
                on(events[std::size_t(i)]);
            sendWhatIsDue();
        }
    }

private:
    struct Peer
    {
        int socket;
        std::unique_ptr<MockConnection> connection;
        bool watchesWrite = false;
    };

    int wait(std::vector<epoll_event> &events)
    {
        if (m_due.empty())
            return ::epoll_wait(m_epoll, events.data(), int(events.size()), -1);
        const std::int64_t left = std::max<std::int64_t>(0, m_due.top().at - nowNs());
        const timespec time = {left / 1'000'000'000, left % 1'000'000'000};
        return ::epoll_pwait2(m_epoll, events.data(), int(events.size()), &time, nullptr);
    }

    void on(const epoll_event &event)
    {
        if (event.data.u64 == 0)
            return accept();
        const auto it = m_peers.find(event.data.u64);
        if (it == m_peers.end())
            return;
        MockConnection &connection = *it->second.connection;
        if (!((event.events & EPOLLOUT) == 0 || connection.flush()) ||
            !((event.events & ~unsigned(EPOLLOUT)) == 0 || connection.onReadable())) {
            m_peers.erase(it);
            return;
        }
        if (connection.takeStreamStart()) {
            // Streams of a crowd begin together but do not speak in one voice.
            const std::int64_t offset = std::int64_t(m_streams++ * 7919 % 1000) * m_pace.intervalNs / 1000;
            m_due.push({nowNs() + offset, event.data.u64});
        }
        const bool unsent = connection.hasUnsent();
        if (unsent != it->second.watchesWrite) {
            it->second.watchesWrite = unsent;
            watch(EPOLL_CTL_MOD, it->second.socket, unsent ? EPOLLIN | EPOLLOUT : EPOLLIN, event.data.u64);
        }
    }

    void accept()
    {
        for (int socket; (socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC)) >= 0;) {
            const std::uint64_t number = ++m_accepted;
            m_peers.emplace(number, Peer{socket, std::make_unique<MockConnection>(socket)});
            watch(EPOLL_CTL_ADD, socket, EPOLLIN, number);
        }
    }

    void sendWhatIsDue()
    {
        for (const std::int64_t now = nowNs(); !m_due.empty() && m_due.top().at <= now;) {
            const Due due = m_due.top();
            m_due.pop();
            const auto it = m_peers.find(due.connection);
            if (it != m_peers.end() && it->second.connection->nextEvent(m_pace))
                m_due.push({due.at + m_pace.intervalNs, due.connection});
        }
    }

    void watch(int operation, int socket, unsigned events, std::uint64_t number)
    {
        epoll_event event = {};
        event.events = events;
        event.data.u64 = number;
        ::epoll_ctl(m_epoll, operation, socket, &event);
    }

    int m_listener;
    int m_epoll;
    Pace m_pace;
    std::map<std::uint64_t, Peer> m_peers;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_due;
    std::uint64_t m_accepted = 0;
    std::uint64_t m_streams = 0;
};

} // namespace

//! bench_mock PORT [EVENTS [INTERVAL_MS]]
int main(int argc, char *argv[])
{
    Pace pace;
    if (argc > 2)
        pace.events = std::atoi(argv[2]);
    if (argc > 3)
        pace.intervalNs = std::atoll(argv[3]) * 1'000'000;
    raiseDescriptorLimit();
    const int listener = argc > 1 ? listenOn(std::uint16_t(std::atoi(argv[1]))) : -1;
    if (listener < 0) {
        std::fputs("usage: bench_mock PORT [EVENTS [INTERVAL_MS]], with a free port\n", stderr);
        return 2;
    }
    Mock(listener, pace).run();
}
