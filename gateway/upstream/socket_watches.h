// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <curl/curl.h>

#include <functional>
#include <memory>
#include <unordered_map>

namespace gatehouse {

//! Tells when sockets can be read or written. Notifiers are kept for each descriptor, and a kept
//! connection stays watched between its requests: libcurl changes its mind several times in each request.
class SocketWatches final
{
public:
    //! \a ready gets the socket and CURL_CSELECT_IN or CURL_CSELECT_OUT.
    using Ready = std::function<void(curl_socket_t, int)>;

    explicit SocketWatches(Ready ready);
    ~SocketWatches();
    Q_DISABLE_COPY_MOVE(SocketWatches)

    //! \a what: CURL_POLL_IN, _OUT, _INOUT or _REMOVE.
    void watch(curl_socket_t socket, int what);
    //! Closes a socket, watched or not.
    void close(curl_socket_t socket);

private:
    struct Pair;

    void readable(Pair &pair);

    Ready m_ready;
    std::unordered_map<curl_socket_t, std::unique_ptr<Pair>> m_pairs;
};

} // namespace gatehouse
