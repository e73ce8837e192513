// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/secret_bytes.h"
#include "gateway/config/config.h"

#include <QHash>
#include <QString>

namespace gatehouse {

class Environment;

//! A key of a provider, or the reason why there is none.
struct Key
{
    SecretBytes secret;
    QString problem = {}; //!< for a person, naming the variable or the keychain entry; empty = usable

    bool usable() const { return problem.isEmpty(); }
};

//! What the keychain answered so far, by entry.
using KeychainKeys = QHash<QString, Key>;

//! The keychain entries that \a config refers to for hosts that are the provider's own.
QStringList keychainEntries(const Config &config);

//! The keys of \a provider in their order; empty when it needs none. A keychain entry for another host than
//! the provider's is never used (contract, section 2).
QList<Key> resolveKeys(const Provider &provider, const Environment &environment,
                       const KeychainKeys &keychain);

//! The `host[:port]` that a key for \a provider belongs to; the port only where it is not the scheme's own.
QString keyHost(const Provider &provider);

} // namespace gatehouse
