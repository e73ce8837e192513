// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstring>

namespace gatehouse {

//! Appends in place where there is room: heads and JSON are written word by word, and QByteArray::append()
//! takes a hundred instructions for each.
inline void appendBytes(QByteArray &out, QByteArrayView bytes)
{
    const qsizetype size = out.size();
    if (out.capacity() - size < bytes.size()) {
        out.append(bytes);
        return;
    }
    out.resize(size + bytes.size());
    std::memcpy(out.data() + size, bytes.data(), size_t(bytes.size()));
}

} // namespace gatehouse
