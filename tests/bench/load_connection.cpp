// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/load_connection.h"

#include "tests/bench/sockets.h"

#include <cerrno>
#include <cstdlib>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace gatehouse::bench {

LoadConnection::LoadConnection(std::uint16_t port, const std::string &request, Tally &tally)
    : m_socket(connectTo(port))
    , m_request(request)
    , m_tally(tally)
{
    m_sent = request.size();
}

LoadConnection::~LoadConnection()
{
    ::close(m_socket);
}

void LoadConnection::sendRequest()
{
    m_reader.restart();
    m_event.clear();
    m_answered = false;
    m_streams = false;
    m_sent = 0;
    m_began = nowNs();
    onWritable();
}

bool LoadConnection::onWritable()
{
    return sendSome(m_socket, m_request, m_sent);
}

bool LoadConnection::onReadable()
{
    static char buffer[256 * 1024];
    const ssize_t count = ::recv(m_socket, buffer, sizeof buffer, 0);
    if (count <= 0)
        return count < 0 && errno == EAGAIN;
    m_reader.feed({buffer, std::size_t(count)}, [this](std::string_view piece) { onBody(piece); });
    if (m_reader.broken())
        return false;
    if (m_reader.done()) {
        m_answered = true;
        m_tally.latencies.push_back(nowNs() - m_began);
        m_tally.errors += m_reader.head().compare(9, 3, "200") != 0;
    }
    return true;
}

void LoadConnection::onBody(std::string_view piece)
{
    if (m_event.empty() && piece.substr(0, 5) != "data:")
        return; // not a stream
    m_event.append(piece);
    const std::int64_t now = nowNs();
    std::size_t begin = 0;
    for (std::size_t end; (end = m_event.find("\n\n", begin)) != std::string::npos; begin = end + 2) {
        const std::size_t stamp = m_event.find("T=", begin);
        if (stamp >= end)
            continue;
        if (!std::exchange(m_streams, true))
            m_tally.firstEvents.push_back(now - m_began);
        m_tally.delays.push_back(now - std::strtoll(m_event.c_str() + stamp + 2, nullptr, 10));
    }
    m_event.erase(0, begin);
}

} // namespace gatehouse::bench
