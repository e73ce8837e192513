// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/round.h"

#include <QByteArray>

#include <vector>

namespace gatehouse {

class Connection;

//! Where the connections of one server put together what they send: one piece after the other, of which the
//! last is yet to be ended. Pieces that are ended may wait here for the end of a round.
class Outbox final : public Round::Waiter
{
public:
    //! Begins a piece. Its bytes are to be appended.
    QByteArray &begin();
    QByteArray &bytes() { return m_bytes; }
    //! What has been appended to the last piece.
    QByteArrayView piece() const { return QByteArrayView(m_bytes).sliced(m_begun); }
    //! It is whole, and is \a connection's; it waits.
    void endPiece(Connection &connection);
    //! What waits for \a connection, which goes, is not sent.
    void forget(const Connection &connection);

    //! Hands each piece that waits to its connection.
    void sendWaiting() override;

private:
    struct Piece
    {
        Connection *connection; //!< null: it has gone
        qsizetype begin;
        qsizetype end;
    };

    QByteArray m_bytes;
    qsizetype m_begun = 0; //!< where the last piece begins
    std::vector<Piece> m_waiting;
};

} // namespace gatehouse
