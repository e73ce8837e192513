// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <span>

namespace gatehouse {

//! Reads a body out of the scattered views that it consists of.
class BodyReader final
{
public:
    BodyReader() = default;
    //! \a views and what they point to must stay where they are.
    explicit BodyReader(std::span<const QByteArrayView> views);

    //! Copies at most \a max bytes to \a to; returns how many, 0 at the end.
    qsizetype read(char *to, qsizetype max);
    //! Goes to \a position, counted from the beginning; false if it lies outside.
    bool seek(qint64 position);

private:
    std::span<const QByteArrayView> m_views;
    size_t m_view = 0;      //!< the one to read from
    qsizetype m_offset = 0; //!< within it
};

} // namespace gatehouse
