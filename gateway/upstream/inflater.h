// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace gatehouse {

//! Undoes gzip and zlib (which HTTP calls deflate), a bounded piece at a time: little can become much. What
//! some servers call deflate, without zlib's own frame, is Wrong.
class Inflater final
{
public:
    enum Step { Piece, More, End, Wrong };

    Inflater();
    ~Inflater();
    Q_DISABLE_COPY_MOVE(Inflater)

    //! Takes from \a input what makes the next piece. Bytes behind the end are taken and ignored.
    Step next(QByteArrayView &input);
    //! Valid until the following next().
    QByteArrayView piece() const { return m_piece; }

private:
    struct Stream;

    std::unique_ptr<Stream> m_stream;
    QByteArray m_output;
    QByteArrayView m_piece;
    bool m_ended = false;
};

} // namespace gatehouse
