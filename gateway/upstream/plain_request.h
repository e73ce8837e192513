// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/upstream/transfer.h"

#include <QVarLengthArray>

namespace gatehouse {

//! A request as HTTP/1.1 writes it, and how much of it has been sent. Neither the key nor the body is copied.
class PlainRequest final
{
public:
    PlainRequest() = default;
    ~PlainRequest();
    Q_DISABLE_COPY_MOVE(PlainRequest)

    //! \a outgoing must stay where it is; \a path is where to ask, \a host whom. False: a header line holds a
    //! line break.
    bool assign(const Outgoing &outgoing, QByteArrayView host, QByteArrayView path);

    enum Sent { All, Some, Failed };

    //! Sends what \a socket takes, or a good part of it; errno says why it Failed.
    Sent send(int socket);
    bool hasSentAll() const { return m_piece == m_pieces.size(); }
    //! Begins anew, for another connection.
    void rewind();

private:
    void skip(qsizetype bytes);

    QByteArray m_head;
    QVarLengthArray<QByteArrayView, 8> m_pieces;
    qsizetype m_piece = 0;  //!< the one to be sent next
    qsizetype m_offset = 0; //!< within it
};

} // namespace gatehouse
