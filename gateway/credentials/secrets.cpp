// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/credentials/secrets.h"

#include "gateway/config/base_url.h"
#include "gateway/config/key_reference.h"
#include "gateway/credentials/env_file.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! \a secret without the line end that came along, if it can stand in a header line: a key must not be able
//! to begin a second one. \a source names it for a person.
Key checked(const QByteArray &secret, const QString &source)
{
    const QByteArray key = secret.trimmed();
    if (key.isEmpty())
        return {{}, source + " is empty"_L1};
    if (!std::all_of(key.cbegin(), key.cend(), [](char c) { return c > ' ' && c < '\x7f'; }))
        return {{}, source + " holds characters that no key may have"_L1};
    return {key};
}

Key fromEnvironment(const QString &name, const Environment &environment)
{
    const QByteArray secret = environment.value(name);
    if (secret.isEmpty())
        return {{}, u"the environment variable %1 is not set"_s.arg(name)};
    return checked(secret, u"the environment variable %1"_s.arg(name));
}

Key fromKeychain(const KeyReference &reference, const QString &host, const KeychainKeys &keychain)
{
    if (reference.host != host)
        return {{},
                u"the stored key %1 is for another host than %2 and is not sent there"_s.arg(reference.name,
                                                                                             host)};
    const auto it = keychain.constFind(reference.name);
    if (it == keychain.cend())
        return {{}, u"the key %1 has not been read from the keychain yet"_s.arg(reference.name)};
    return it->usable() ? checked(it->secret.bytes(), u"the stored key %1"_s.arg(reference.name)) : *it;
}

} // namespace

QString keyHost(const Provider &provider)
{
    return hostAndPort(provider.baseUrl);
}

QStringList keychainEntries(const Config &config)
{
    QStringList entries;
    for (const Provider &provider : config.providers) {
        for (const QString &text : provider.apiKeys) {
            const KeyReference reference = readKeyReference(text);
            if (reference.kind == KeyReference::Keychain && reference.host == keyHost(provider) &&
                !entries.contains(reference.name))
                entries.append(reference.name);
        }
    }
    return entries;
}

QList<Key> resolveKeys(const Provider &provider, const Environment &environment, const KeychainKeys &keychain)
{
    QList<Key> keys;
    for (const QString &text : provider.apiKeys) {
        const KeyReference reference = readKeyReference(text);
        switch (reference.kind) {
        case KeyReference::Variable:
            keys.append(fromEnvironment(reference.name, environment));
            break;
        case KeyReference::Keychain:
            keys.append(fromKeychain(reference, keyHost(provider), keychain));
            break;
        case KeyReference::Invalid: // refused by check(); the text may be a key and is not shown
            keys.append({{}, u"its apiKey is neither ${VARIABLE} nor keychain:name@host"_s});
            break;
        }
    }
    return keys;
}

} // namespace gatehouse
