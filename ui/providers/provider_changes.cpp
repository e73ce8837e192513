// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/provider_changes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

bool leadsTo(const RouteTarget &target, const QString &provider)
{
    return target.provider == provider;
}

void rename(Config &config, const QString &before, const QString &id)
{
    for (Route &route : config.routes) {
        for (RouteTarget &target : route.targets) {
            if (leadsTo(target, before))
                target.provider = id;
        }
    }
    // `PROVIDER/MODEL` names a provider, if there is one of that id (contract, section 2).
    if (config.defaultModel.startsWith(QString(before + u'/')))
        config.defaultModel = id + config.defaultModel.mid(before.size());
}

} // namespace

qsizetype providerIndex(const Config &config, const QString &id)
{
    const auto it = std::find_if(config.providers.cbegin(), config.providers.cend(),
                                 [&](const Provider &provider) { return provider.id == id; });
    return it == config.providers.cend() ? -1 : it - config.providers.cbegin();
}

Config withProvider(Config config, const QString &before, const Provider &provider)
{
    const qsizetype index = before.isEmpty() ? -1 : providerIndex(config, before);
    if (index < 0) {
        config.providers.append(provider);
        return config;
    }
    config.providers[index] = provider;
    if (provider.id != before)
        rename(config, before, provider.id);
    return config;
}

Config withoutProvider(Config config, const QString &id)
{
    const QStringList ended = routesOnlyTo(config, id);
    config.routes.removeIf([&](const Route &route) { return ended.contains(route.model); });
    for (Route &route : config.routes)
        route.targets.removeIf([&](const RouteTarget &target) { return leadsTo(target, id); });
    config.providers.removeIf([&](const Provider &provider) { return provider.id == id; });
    return config;
}

QStringList routesOnlyTo(const Config &config, const QString &id)
{
    QStringList names;
    for (const Route &route : config.routes) {
        if (!route.targets.isEmpty() && std::all_of(route.targets.cbegin(), route.targets.cend(),
                                                    [&](const RouteTarget &t) { return leadsTo(t, id); }))
            names.append(route.model);
    }
    return names;
}

QStringList routesTo(const Config &config, const QString &id)
{
    QStringList names;
    for (const Route &route : config.routes) {
        if (std::any_of(route.targets.cbegin(), route.targets.cend(),
                        [&](const RouteTarget &t) { return leadsTo(t, id); }))
            names.append(route.model);
    }
    return names;
}

} // namespace gatehouse
