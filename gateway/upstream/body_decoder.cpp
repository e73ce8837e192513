// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/body_decoder.h"

#include <algorithm>

namespace gatehouse {

BodyDecoder::BodyDecoder(const BodyFraming &framing)
    : m_framing(framing)
    , m_left(framing.length)
    , m_inflater(framing.compressed && framing.kind != BodyFraming::None ? std::make_unique<Inflater>()
                                                                         : nullptr)
{
}

BodyDecoder::Step BodyDecoder::next()
{
    if (m_again) {
        m_again = false;
        return Piece;
    }
    return m_inflater ? inflated() : nextRaw(m_piece);
}

BodyDecoder::Step BodyDecoder::nextRaw(QByteArrayView &piece)
{
    switch (m_framing.kind) {
    case BodyFraming::None:
        return End;
    case BodyFraming::Chunked:
        switch (m_chunks.next(m_input, piece)) {
        case ChunkReader::Data:
            return Piece;
        case ChunkReader::More:
            return More;
        case ChunkReader::End:
            return End;
        case ChunkReader::Wrong:
            break;
        }
        return Wrong;
    case BodyFraming::Length:
        if (m_left == 0)
            return End;
        piece = m_input.first(std::min<qint64>(m_left, m_input.size()));
        m_left -= piece.size();
        break;
    case BodyFraming::UntilClose:
        piece = m_input;
        break;
    }
    m_input = m_input.sliced(piece.size());
    return piece.isEmpty() ? More : Piece;
}

BodyDecoder::Step BodyDecoder::inflated()
{
    for (;;) {
        switch (m_inflater->next(m_compressed)) {
        case Inflater::Piece:
            m_piece = m_inflater->piece();
            return Piece;
        case Inflater::Wrong:
            return Wrong;
        case Inflater::End:
            m_inflatedAll = true;
            break;
        case Inflater::More:
            break;
        }
        const Step step = nextRaw(m_compressed);
        if (step == End && !m_inflatedAll)
            return Wrong;
        if (step != Piece)
            return step;
        m_inflatedAll = false;
    }
}

void BodyDecoder::hold()
{
    // What is held already may be a part of the same buffers: it is taken before they are given up.
    m_heldPiece = m_piece.toByteArray();
    m_heldCompressed = m_compressed.toByteArray();
    m_held = m_input.toByteArray();
    m_piece = m_heldPiece;
    m_compressed = m_heldCompressed;
    m_input = m_held;
    m_again = true;
}

bool BodyDecoder::isWholeAtClose() const
{
    switch (m_framing.kind) {
    case BodyFraming::None:
        return true;
    case BodyFraming::UntilClose:
        return !m_inflater || m_inflatedAll;
    case BodyFraming::Length:
    case BodyFraming::Chunked:
        break;
    }
    return false;
}

} // namespace gatehouse
