// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/socket_watches.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <unistd.h>
#endif

namespace gatehouse {
namespace {

void closeSocket(curl_socket_t socket)
{
#ifdef Q_OS_WIN
    ::closesocket(socket);
#else
    ::close(socket);
#endif
}

} // namespace

SocketWatches::SocketWatches(Ready ready)
    : m_ready(std::move(ready))
{
}

void SocketWatches::watch(curl_socket_t socket, int what)
{
    const bool in = what == CURL_POLL_IN || what == CURL_POLL_INOUT;
    const bool out = what == CURL_POLL_OUT || what == CURL_POLL_INOUT;
    auto it = m_pairs.find(socket);
    if (it == m_pairs.end()) {
        if (!in && !out)
            return;
        it = m_pairs.emplace(socket, makePair(socket)).first;
    }
    Pair &pair = *it->second;
    pair.readWanted = in;
    if (in)
        pair.read.setEnabled(true);
    pair.write.setEnabled(out);
}

void SocketWatches::close(curl_socket_t socket)
{
    if (const auto it = m_pairs.find(socket); it != m_pairs.end()) {
        it->second->readWanted = false;
        it->second->read.setEnabled(false);
        it->second->write.setEnabled(false);
    }
    closeSocket(socket);
}

std::unique_ptr<SocketWatches::Pair> SocketWatches::makePair(curl_socket_t socket)
{
    auto pair = std::make_unique<Pair>(socket);
    pair->read.setEnabled(false);
    pair->write.setEnabled(false);
    QObject::connect(&pair->read, &QSocketNotifier::activated, &pair->read, [this, socket, own = pair.get()] {
        if (own->readWanted)
            m_ready(socket, CURL_CSELECT_IN);
        else // the provider has ended an idle connection: libcurl sees that for itself
            own->read.setEnabled(false);
    });
    QObject::connect(&pair->write, &QSocketNotifier::activated, &pair->write,
                     [this, socket] { m_ready(socket, CURL_CSELECT_OUT); });
    return pair;
}

} // namespace gatehouse
