// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <memory>
#include <unordered_map>

namespace gatehouse {

class SocketWatch;

//! Tells when sockets can be read or written. What it has for a socket is kept: libcurl changes its mind
//! several times in each request.
class SocketWatches final
{
public:
    //! To be combined.
    enum Event { None = 0, Read = 1, Write = 2 };
    //! Gets a socket and one event.
    using Ready = std::function<void(qintptr, Event)>;

    explicit SocketWatches(Ready ready);
    ~SocketWatches();
    Q_DISABLE_COPY_MOVE(SocketWatches)

    //! Tells of \a events from now on, and of no others. That nothing is to be read for a while costs
    //! nothing.
    void watch(qintptr socket, int events);
    //! Tells of it no more. It may be closed then.
    void forget(qintptr socket);
    //! Closes a socket, watched or not.
    void close(qintptr socket);

private:
    Ready m_ready;
    std::unordered_map<qintptr, std::unique_ptr<SocketWatch>>
        m_sockets; //!< closed ones too: numbers come again
};

} // namespace gatehouse
