// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "gateway/credentials/secrets.h"
#include "gateway/pipeline/known_failures.h"
#include "gateway/pipeline/model_index.h"
#include "gateway/pipeline/provider_prices.h"
#include "gateway/upstream/transfer.h"

#include <memory>
#include <vector>

namespace gatehouse {

//! A provider as the pipeline uses it.
struct ProviderEntry
{
    const Provider *config = nullptr;
    std::shared_ptr<const Link> link;
    QList<Key> keys;                  //!< empty: it needs none
    QList<SecretBytes> authorization; //!< the header line for each key, empty where it is not usable
    QList<QByteArray> fingerprints;   //!< tells keys apart without being them; a replaced key has another
    ProviderPrices prices;

    bool hasUsableKey() const;
    QString keyProblem() const; //!< of the first key that is not usable
};

//! A client key, hashed.
struct ClientEntry
{
    const Client *config = nullptr;
    QByteArray digest;     //!< 32 bytes
    QByteArrayList models; //!< names or patterns
};

//! The configuration in the shape that requests need it in: immutable, made once per change, shared by
//! the exchanges that began under it.
struct Snapshot
{
    Config config;
    std::vector<ProviderEntry> providers; //!< as Config::providers
    std::vector<ClientEntry> clients;     //!< as Config::clients
    ModelIndex models;
    std::unique_ptr<const KnownFailures> failures; //!< null: none are known

    Snapshot(Config config, const Environment &environment, const KeychainKeys &keychain,
             const QList<CapabilitySheet> &sheets = {});
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

    const ProviderEntry *provider(const QString &id) const;
};

//! The provider `demo`, which needs neither key nor network.
Provider demoProvider();

} // namespace gatehouse
