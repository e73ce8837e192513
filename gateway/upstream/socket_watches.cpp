// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/socket_watches.h"

namespace gatehouse {

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
    it->second->read.setEnabled(in);
    it->second->write.setEnabled(out);
}

std::unique_ptr<SocketWatches::Pair> SocketWatches::makePair(curl_socket_t socket)
{
    auto pair = std::make_unique<Pair>(socket);
    pair->read.setEnabled(false);
    pair->write.setEnabled(false);
    QObject::connect(&pair->read, &QSocketNotifier::activated, &pair->read,
                     [this, socket] { m_ready(socket, CURL_CSELECT_IN); });
    QObject::connect(&pair->write, &QSocketNotifier::activated, &pair->write,
                     [this, socket] { m_ready(socket, CURL_CSELECT_OUT); });
    return pair;
}

} // namespace gatehouse
