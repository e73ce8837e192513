// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <initializer_list>
#include <iterator>

namespace gatehouse {

// Heads and JSON are written word by word, and QByteArray::append() takes a hundred instructions for each,
// QByteArray::number() four hundred.

//! Makes \a out longer by \a bytes and returns where these are to be written.
inline char *extend(QByteArray &out, qsizetype bytes)
{
    const qsizetype size = out.size();
    if (Q_UNLIKELY(out.capacity() - size < bytes))
        out.reserve(std::max(2 * size, size + bytes)); // else each of many would copy all
    out.resize(size + bytes);                          // which detaches it
    return const_cast<char *>(out.constData()) + size;
}

inline void appendBytes(QByteArray &out, QByteArrayView bytes)
{
    if (!bytes.isEmpty())
        std::memcpy(extend(out, bytes.size()), bytes.data(), size_t(bytes.size()));
}

//! Makes room once for all \a parts.
inline void appendParts(QByteArray &out, std::initializer_list<QByteArrayView> parts)
{
    qsizetype size = 0;
    for (QByteArrayView part : parts)
        size += part.size();
    char *to = extend(out, size);
    for (QByteArrayView part : parts)
        to = std::copy(part.begin(), part.end(), to);
}

inline void appendNumber(QByteArray &out, qint64 number)
{
    char digits[20];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    appendBytes(out, {digits, end - digits});
}

} // namespace gatehouse
