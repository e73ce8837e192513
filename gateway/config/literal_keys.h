// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace gatehouse {

//! A key that stands in a configuration as it is, where only a reference may.
struct LiteralKey
{
    QString providerId;
    int index = 0; //!< among the keys of the provider, from 0; as withApiKey() takes it
    QByteArray secret;

    bool operator==(const LiteralKey &) const = default;
};

//! Every key under `providers[].apiKey` that is neither empty nor meant as a reference (a misspelt `${NAME`
//! or `keychain:` is no key), in the order of the text. None of a text that cannot be parsed.
QList<LiteralKey> literalKeys(QByteArrayView json);

} // namespace gatehouse
