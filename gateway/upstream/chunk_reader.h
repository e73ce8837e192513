// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace gatehouse {

//! Takes the chunked transfer coding off a body (RFC 9112, 7.1), wherever its bytes are split. Extensions and
//! trailers are skipped. Lines may end with LF alone, as some servers write them.
class ChunkReader final
{
public:
    enum Step { Data, More, End, Wrong };

    //! Takes from \a input what is next; for Data, that is in \a data.
    Step next(QByteArrayView &input, QByteArrayView &data);

private:
    enum class At { Size, Extension, Data, DataEnd, TrailerStart, Trailer, Over, Broken };

    bool take(char c);
    bool size(char c);
    bool dataEnd(char c);

    At m_at = At::Size;
    qint64 m_left = 0;     //!< of the chunk
    int m_digits = 0;      //!< of its size
    qsizetype m_aside = 0; //!< bytes of extensions and trailers
    bool m_sawCr = false;
};

} // namespace gatehouse
