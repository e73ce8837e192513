// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/load_connection.h"
#include "tests/bench/load_request.h"
#include "tests/bench/mock_connection.h"
#include "tests/bench/sockets.h"
#include "tests/bench/statistics.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

using namespace gatehouse::bench;

namespace {

constexpr int patienceMs = 60'000; // under valgrind all takes long
constexpr int restTries = 10'000;

//! Client and provider in one thread, so that the gateway between them never has more to do than one thing:
//! a stream's next event leaves the provider when the client has the one before and the gateway rests. What
//! the gateway does then depends on nobody's speed.
class Steps final
{
public:
    Steps(int listener, std::uint16_t gatewayPort, int gatewayPid)
        : m_listener(listener)
        , m_gatewayPort(gatewayPort)
        , m_gatewayPid(gatewayPid)
    {
    }

    //! Asks \a times, on one connection, each time for a stream of \a events if the mode is one. False if
    //! anything is not as it should be.
    bool ask(const std::string &mode, int times, int events)
    {
        const std::string request = mode == "mark" ? std::string(mark) : requestOf(mode);
        Tally tally;
        LoadConnection client(m_gatewayPort, request, tally);
        m_pace.events = events;
        for (int i = 0; i < times && client.socket() >= 0; ++i) {
            letRest();
            client.sendRequest();
            while (!client.isAnswered()) {
                if (!step(client, tally))
                    return false;
            }
        }
        return tally.errors == 0 && tally.latencies.size() == std::size_t(times);
    }

private:
    static constexpr char mark[] = "GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

    bool step(LoadConnection &client, const Tally &tally)
    {
        const auto wanted = [](bool unsent) { return short(unsent ? POLLIN | POLLOUT : POLLIN); };
        std::vector<pollfd> sockets{{client.socket(), wanted(client.hasUnsent()), 0},
                                    {m_listener, POLLIN, 0}};
        for (const Peer &peer : m_peers)
            sockets.push_back({peer.socket, wanted(peer.connection->hasUnsent()), 0});
        if (::poll(sockets.data(), sockets.size(), patienceMs) <= 0)
            return false;
        for (std::size_t i = m_peers.size(); i-- > 0;) {
            if (sockets[i + 2].revents != 0 && !serve(*m_peers[i].connection, sockets[i + 2].revents))
                m_peers.erase(m_peers.begin() + std::ptrdiff_t(i));
        }
        if (sockets[1].revents != 0)
            accept();
        const std::size_t before = tally.delays.size();
        if ((sockets[0].revents & POLLOUT) != 0 && !client.onWritable())
            return false;
        if ((sockets[0].revents & ~POLLOUT) != 0 && !client.onReadable())
            return false;
        if (tally.delays.size() > before)
            speak();
        return true;
    }

    //! False when the connection has ended.
    bool serve(MockConnection &connection, short events)
    {
        const bool alive = ((events & POLLOUT) == 0 || connection.flush()) &&
                           ((events & ~POLLOUT) == 0 || connection.onReadable());
        if (alive && connection.takeStreamStart()) {
            m_speaker = &connection;
            speak();
        } else if (!alive && m_speaker == &connection) {
            m_speaker = nullptr;
        }
        return alive;
    }

    //! Twice at rest, in case one thread was about to hand over to another.
    void letRest() const
    {
        for (int times = 0, tries = 0; times < 2 && tries < restTries; ++tries) {
            ::usleep(300);
            times = rests(m_gatewayPid) ? times + 1 : 0;
        }
    }

    void speak()
    {
        letRest();
        if (m_speaker && !m_speaker->nextEvent(m_pace))
            m_speaker = nullptr;
    }

    void accept()
    {
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket >= 0)
            m_peers.push_back({socket, std::make_unique<MockConnection>(socket)});
    }

    struct Peer
    {
        int socket;
        std::unique_ptr<MockConnection> connection;
    };

    int m_listener;
    std::uint16_t m_gatewayPort;
    int m_gatewayPid;
    std::vector<Peer> m_peers;
    MockConnection *m_speaker = nullptr; //!< whose stream runs
    Pace m_pace;
};

} // namespace

//! bench_steps PIPE { MODE TIMES EVENTS }…: prints the port that it listens on as the provider, waits until
//! the pipe has told it gatehoused's process number and its ready line, then asks one thing after another.
//! Modes are those of bench_load, and mark: GET /metrics.
int main(int argc, char *argv[])
{
    if (argc < 5 || argc % 3 != 2) {
        std::fputs("usage: bench_steps PIPE { MODE TIMES EVENTS }...\n", stderr);
        return 2;
    }
    const int listener = listenOn(0);
    std::printf("%d\n", portOf(listener));
    std::fflush(stdout);
    int pid = 0;
    std::string ready; // {"event":"listening","url":"http://127.0.0.1:1337"}
    std::ifstream pipe(argv[1]);
    pipe >> pid >> ready;
    const std::size_t colon = ready.rfind(':');
    if (colon == std::string::npos)
        return 1;
    Steps steps(listener, std::uint16_t(std::atoi(ready.c_str() + colon + 1)), pid);
    for (int i = 2; i < argc; i += 3) {
        if (!steps.ask(argv[i], std::atoi(argv[i + 1]), std::atoi(argv[i + 2]))) {
            std::fprintf(stderr, "%s was not answered as it should be\n", argv[i]);
            return 1;
        }
    }
    return 0;
}
