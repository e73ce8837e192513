// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/upstream/body_framing.h"
#include "gateway/upstream/chunk_reader.h"
#include "gateway/upstream/inflater.h"

#include <optional>

namespace gatehouse {

//! Takes an answer's body out of what a connection brings. Pieces lie in what was fed, without a copy, unless
//! they came compressed.
class BodyDecoder final
{
public:
    enum Step {
        Piece, //!< piece() has some of the body
        More,  //!< all that was fed is used up
        End,   //!< the body is whole, left() is what came behind it
        Wrong  //!< the framing, or what was compressed, is broken
    };

    BodyDecoder() = default;
    explicit BodyDecoder(const BodyFraming &framing);

    //! The bytes that next() reads from, until it says anything but Piece or hold() was called.
    void feed(QByteArrayView bytes) { m_input = bytes; }
    Step next();
    QByteArrayView piece() const { return m_piece; }
    //! Keeps what was fed and not used up; the last piece comes again.
    void hold();

    //! Whether the body is whole if nothing more comes.
    bool isWholeAtClose() const;
    QByteArrayView left() const { return m_input; }

private:
    Step nextRaw(QByteArrayView &piece);
    Step inflated();

    BodyFraming m_framing;
    qint64 m_left = 0; //!< of Length
    ChunkReader m_chunks;
    std::unique_ptr<Inflater> m_inflater; //!< where the body comes compressed
    QByteArrayView m_input;
    QByteArrayView m_compressed; //!< of m_input, taken out of its framing
    QByteArrayView m_piece;
    QByteArray m_held; //!< owns m_input after hold()
    QByteArray m_heldCompressed;
    QByteArray m_heldPiece;
    bool m_again = false;
    bool m_inflatedAll = true; //!< what was compressed up to now has ended
};

} // namespace gatehouse
