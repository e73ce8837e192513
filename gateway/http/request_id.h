// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRandomGenerator>
#include <QString> // QStringBuilder

namespace gatehouse {

//! An id for a request that its provider gave none: `req_` and 32 hex digits.
inline QByteArray newRequestId()
{
    const quint64 words[2] = {QRandomGenerator::global()->generate64(),
                              QRandomGenerator::global()->generate64()};
    return "req_" + QByteArray::fromRawData(reinterpret_cast<const char *>(words), sizeof words).toHex();
}

} // namespace gatehouse
