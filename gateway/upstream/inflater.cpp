// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/inflater.h"

#include <algorithm>
#include <limits>

#define ZLIB_CONST // next_in is not written to
#include <zlib.h>

namespace gatehouse {
namespace {

constexpr qsizetype pieceSize = qsizetype(16) * 1024;
constexpr int gzipOrZlib = 15 + 32; // zlib.h, inflateInit2()

} // namespace

struct Inflater::Stream : z_stream
{
    Stream()
        : z_stream()
        , isReady(inflateInit2(this, gzipOrZlib) == Z_OK)
    {
    }
    ~Stream() { inflateEnd(this); }
    Q_DISABLE_COPY_MOVE(Stream)

    bool isReady;
};

Inflater::Inflater()
    : m_stream(std::make_unique<Stream>())
    , m_output(pieceSize, Qt::Uninitialized)
{
}

Inflater::~Inflater() = default;

Inflater::Step Inflater::next(QByteArrayView &input)
{
    if (!m_stream->isReady)
        return Wrong;
    if (m_ended) {
        input = {};
        return End;
    }
    const auto offered = uInt(std::min<qsizetype>(input.size(), std::numeric_limits<int>::max()));
    m_stream->next_in = reinterpret_cast<const Bytef *>(input.data());
    m_stream->avail_in = offered;
    m_stream->next_out = reinterpret_cast<Bytef *>(m_output.data());
    m_stream->avail_out = uInt(m_output.size());
    const int result = inflate(m_stream.get(), Z_NO_FLUSH);
    input = input.sliced(qsizetype(offered - m_stream->avail_in));
    m_piece = QByteArrayView(m_output).first(m_output.size() - qsizetype(m_stream->avail_out));
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) // the last: no input, no output
        return Wrong;
    m_ended = result == Z_STREAM_END;
    if (!m_piece.isEmpty())
        return Piece;
    return m_ended ? End : More;
}

} // namespace gatehouse
