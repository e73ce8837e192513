// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/snapshot.h"

#include "gateway/config/base_url.h"
#include "gateway/pipeline/api_version.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr auto demoUrl = "demo:"_L1;

//! Sets the base URL, without a trailing slash; for dialects whose version belongs to the path it may be
//! given or not, since people write it both ways. Gemini has others, which are meant where they are written.
void setBase(Link &link, const Provider &provider)
{
    QByteArray url = provider.baseUrl.toUtf8();
    while (url.endsWith('/'))
        url.chop(1);
    if (provider.dialect == Dialect::Anthropic || provider.dialect == Dialect::Gemini) {
        const bool gemini = provider.dialect == Dialect::Gemini;
        QByteArray version = url.sliced(std::max<qsizetype>(0, url.lastIndexOf('/')));
        const bool usual = version == "/v1" || version == "/v1beta";
        const bool other = !usual && gemini && isApiVersion(version); // Anthropic's API has but one
        if (usual || other)
            url.chop(version.size());
        link.root = url;
        url += other ? version : gemini ? QByteArray("/v1beta") : QByteArray("/v1");
    }
    link.baseUrl = url;
}

std::shared_ptr<const Link> makeLink(const Provider &provider)
{
    auto link = std::make_shared<Link>();
    link->provider = provider.id;
    link->demo = provider.baseUrl == demoUrl;
    setBase(*link, provider);
    for (const ExtraHeader &header : provider.headers)
        link->headers.append(header.name + ": " + header.value);
    link->timeouts = provider.timeouts;
    link->proxy = provider.proxy;
    return link;
}

} // namespace

bool ProviderEntry::hasUsableKey() const
{
    return keys.isEmpty() ||
           std::any_of(keys.cbegin(), keys.cend(), [](const Key &key) { return key.usable(); });
}

QString ProviderEntry::keyProblem() const
{
    const auto it = std::find_if(keys.cbegin(), keys.cend(), [](const Key &key) { return !key.usable(); });
    return it == keys.cend() ? QString() : it->problem;
}

Snapshot::Snapshot(Config theConfig, const Environment &environment, const KeychainKeys &keychain,
                   const QList<CapabilitySheet> &sheets)
    : config(std::move(theConfig))
    , models(config)
    , failures(KnownFailures::from(config, sheets))
{
    providers.reserve(size_t(config.providers.size()));
    for (const Provider &provider : std::as_const(config.providers)) {
        ProviderEntry entry{
            &provider, makeLink(provider), resolveKeys(provider, environment, keychain), {}, {}, {}};
        entry.prices = ProviderPrices(provider, entry.link->demo || isNearby(provider.baseUrl));
        for (const Key &key : std::as_const(entry.keys)) {
            entry.authorization.append(key.usable() ? provider.auth.name + ": " + provider.auth.prefix +
                                                          key.secret.bytes()
                                                    : QByteArray());
            entry.fingerprints.append(
                QCryptographicHash::hash(key.secret.bytes(), QCryptographicHash::Sha256).first(8));
        }
        providers.push_back(std::move(entry));
    }
    for (const Client &client : std::as_const(config.clients)) {
        ClientEntry entry{
            &client, QByteArray::fromHex(client.keyHash.mid(QByteArrayView("sha256:").size())), {}};
        for (const QString &model : client.models)
            entry.models.append(model.toUtf8());
        clients.push_back(std::move(entry));
    }
}

const ProviderEntry *Snapshot::provider(const QString &id) const
{
    const auto it = std::find_if(providers.cbegin(), providers.cend(),
                                 [&](const ProviderEntry &entry) { return entry.config->id == id; });
    return it == providers.cend() ? nullptr : &*it;
}

Provider demoProvider()
{
    Provider demo;
    demo.id = u"demo"_s;
    demo.name = u"Demo"_s;
    demo.baseUrl = demoUrl;
    demo.models = {{u"echo"_s, u"demo/echo"_s}};
    return demo;
}

} // namespace gatehouse
