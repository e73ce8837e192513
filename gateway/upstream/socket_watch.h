// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/upstream/socket_watches.h"

#include <memory>
#include <utility>

namespace gatehouse {

//! One socket of SocketWatches.
class SocketWatch
{
public:
    //! \a ready has to outlive it.
    SocketWatch(const SocketWatches::Ready &ready, qintptr socket)
        : m_ready(ready)
        , m_socket(socket)
    {
    }
    virtual ~SocketWatch() = default;
    Q_DISABLE_COPY_MOVE(SocketWatch)

    void set(bool read, bool write)
    {
        m_readWanted = read;
        // That nobody reads for a while is told to the system only when there is something to read.
        enable(read || m_reads, write);
    }
    void stop()
    {
        m_readWanted = false;
        enable(false, false);
    }

protected:
    virtual void doEnable(bool read, bool write) = 0;

    void tellReadable()
    {
        if (m_readWanted)
            m_ready(m_socket, SocketWatches::Read);
        else // it is told of again when somebody waits for it
            enable(false, m_writes);
    }
    void tellWritable() { m_ready(m_socket, SocketWatches::Write); }
    qintptr socket() const { return m_socket; }

private:
    void enable(bool read, bool write)
    {
        const bool reads = std::exchange(m_reads, read);
        const bool writes = std::exchange(m_writes, write);
        if (read != reads || write != writes)
            doEnable(read, write);
    }

    const SocketWatches::Ready &m_ready;
    const qintptr m_socket;
    bool m_readWanted = false; //!< as set() said last
    bool m_reads = false;      //!< what is told of at all
    bool m_writes = false;
};

//! Through whatever is fastest in the event loop of this thread.
std::unique_ptr<SocketWatch> makeSocketWatch(const SocketWatches::Ready &ready, qintptr socket);
//! Through what every event loop has.
std::unique_ptr<SocketWatch> makeNotifierWatch(const SocketWatches::Ready &ready, qintptr socket);

} // namespace gatehouse
