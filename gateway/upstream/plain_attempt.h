// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/recycled.h"
#include "gateway/upstream/body_decoder.h"
#include "gateway/upstream/plain_connection.h"
#include "gateway/upstream/plain_request.h"
#include "gateway/upstream/plain_target.h"
#include "gateway/upstream/transfer_attempt.h"

#include <optional>
#include <span>

namespace gatehouse {

class PlainLoop;

//! One attempt over a connection of its own, as HTTP/1.1. What happens to it returns how it ended, if that
//! ended it.
class PlainAttempt final : public TransferAttempt, public Recycled<PlainAttempt>
{
public:
    PlainAttempt(PlainLoop &loop, const PlainTarget &target, Outgoing outgoing, TransferReceiver &receiver,
                 TransferAttempt *&owner);

    //! Sends the request, in a crowded round at its end; where no connection is kept, once one is made.
    std::optional<TransferEnd> begin(QByteArrayView path);
    //! Sends over a connection that is made.
    std::optional<TransferEnd> sendNow();
    std::optional<TransferEnd> writable();
    //! Reads into \a buffer.
    std::optional<TransferEnd> readable(std::span<char> buffer);
    //! After a pause.
    std::optional<TransferEnd> goOn();

    //! On a kept connection of which nothing has been heard the request may have to be sent again.
    bool hasSentAll() const override { return m_request.hasSentAll() && (m_heard || !m_connection.kept); }
    const PlainTarget &target() const { return m_target; }
    int socket() const { return m_connection.socket; }
    PlainConnection takeConnection() { return std::exchange(m_connection, {}); }
    //! Whether the answer is over, with nothing behind it, and the provider will take another request.
    bool leavesConnectionClean() const { return m_clean; }

private:
    using Ended = std::optional<TransferEnd>;

    bool madeConnection() const override { return m_connected && !m_connection.kept; }

    void watch(int events);
    Ended connect();
    Ended send();
    Ended take(QByteArrayView bytes);
    Ended takeHead(QByteArrayView &bytes);
    Ended takeLine(QByteArrayView line);
    Ended decode();
    Ended closed(int error);
    Ended connectAnew();
    Ended notReached(int error) const;
    TransferEnd brokenOff() const { return endWith(TransferEnd::Broken, failure()); }

    PlainLoop &m_plainLoop;
    const PlainTarget &m_target; //!< lives as long as the link
    PlainConnection m_connection;
    PlainRequest m_request;
    BodyDecoder m_body;
    QByteArray m_line;     //!< of the head, as far as it has come
    int m_watched = 0;     //!< of SocketWatches
    int m_sendError = 0;   //!< an errno
    bool m_unsent = false; //!< some of the request waits for room
    bool m_connected = false;
    bool m_heard = false;   //!< a byte of an answer
    bool m_atStatus = true; //!< the next line begins a head
    bool m_clean = false;
};

} // namespace gatehouse
