// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/socket_watches.h"

#include "gateway/upstream/socket_watch.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <unistd.h>
#endif

#include <utility>

namespace gatehouse {
namespace {

void closeSocket(qintptr socket)
{
#ifdef Q_OS_WIN
    ::closesocket(SOCKET(socket));
#else
    ::close(int(socket));
#endif
}

} // namespace

SocketWatches::SocketWatches(Ready ready)
    : m_ready(std::move(ready))
{
}

SocketWatches::~SocketWatches() = default;

void SocketWatches::watch(qintptr socket, int events)
{
    auto it = m_sockets.find(socket);
    if (it == m_sockets.end()) {
        if (events == None)
            return;
        it = m_sockets.emplace(socket, makeSocketWatch(m_ready, socket)).first;
    }
    it->second->set((events & Read) != 0, (events & Write) != 0);
}

void SocketWatches::forget(qintptr socket)
{
    if (const auto it = m_sockets.find(socket); it != m_sockets.end())
        it->second->stop();
}

void SocketWatches::close(qintptr socket)
{
    forget(socket);
    closeSocket(socket);
}

} // namespace gatehouse
