// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/credentials/client_key.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QStringBuilder>

#include <array>

namespace gatehouse {

QByteArray newClientKey()
{
    std::array<quint32, 8> random;
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    return "gh-" + QByteArray(reinterpret_cast<const char *>(random.data()), sizeof random).toHex();
}

QByteArray clientKeyHash(QByteArrayView key)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(key);
    return "sha256:" + hash.result().toHex();
}

} // namespace gatehouse
