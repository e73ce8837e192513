// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRandomGenerator>

namespace gatehouse {

//! An id for a request that its provider gave none: `req_` and 32 hex digits.
inline QByteArray newRequestId()
{
    constexpr char digits[] = "0123456789abcdef";
    QByteArray id("req_00000000000000000000000000000000");
    char *to = id.data() + 4;
    for (int word = 0; word < 2; ++word) {
        quint64 bits = QRandomGenerator::global()->generate64();
        for (int digit = 0; digit < 16; ++digit, bits >>= 4)
            *to++ = digits[bits & 15];
    }
    return id;
}

} // namespace gatehouse
