// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/import/provider_merge.h"

#include "gateway/config/base_url.h"
#include "gateway/import/secret_places.h"

#include <algorithm>

namespace gatehouse {
namespace {

bool isAtOneOrigin(const Provider &a, const Provider &b)
{
    return !hostAndPort(a.baseUrl).isEmpty() && isSameOrigin(a.baseUrl, b.baseUrl);
}

bool hasHeader(const QList<ExtraHeader> &headers, const QByteArray &name)
{
    return std::any_of(headers.cbegin(), headers.cend(), [&](const ExtraHeader &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

void addModels(QList<ModelEntry> &models, const QList<ModelEntry> &further)
{
    for (const ModelEntry &one : further) {
        const auto same = std::find_if(models.begin(), models.end(),
                                       [&](const ModelEntry &model) { return model.id == one.id; });
        if (same == models.end()) {
            models.append(one);
            continue;
        }
        if (!one.alias.isEmpty())
            same->alias = one.alias;
        if (one.price)
            same->price = one.price;
    }
}

} // namespace

Provider withPresentSecrets(Provider provider, const Provider &present)
{
    if (!isAtOneOrigin(provider, present))
        return provider;
    QList<ExtraHeader> plain;
    QList<ExtraHeader> secret;
    for (const ExtraHeader &header : present.headers)
        (mayHoldSecret(header) && !hasHeader(provider.headers, header.name) ? secret : plain).append(header);
    if (plain == provider.headers)
        provider.headers = present.headers; // in their order: else that would be a change
    else
        provider.headers += secret;
    return provider;
}

Provider mergedByField(const Provider &present, const Provider &provider, ImportFormat format)
{
    Provider merged = present;
    merged.baseUrl = provider.baseUrl;
    merged.apiKeys = provider.apiKeys;
    if (present.baseUrl != provider.baseUrl) { // what is spoken there goes with the address
        merged.preset = provider.preset;
        merged.dialect = provider.dialect;
        merged.auth = provider.auth;
        merged.nativeResponses = provider.nativeResponses;
        merged.streamUsage = provider.streamUsage;
    }
    if (format == ImportFormat::NodeGateway)
        merged.headers = withPresentSecrets(provider, present).headers;
    else if (!isAtOneOrigin(present, provider))
        merged.headers.removeIf(mayHoldSecret);
    if (provider.limits != Limits())
        merged.limits = provider.limits;
    addModels(merged.models, provider.models);
    return merged;
}

} // namespace gatehouse
