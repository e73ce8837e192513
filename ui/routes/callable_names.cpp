// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/routes/callable_names.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

bool anyEnabled(const QList<ServingProvider> &servers)
{
    return std::any_of(servers.cbegin(), servers.cend(),
                       [](const ServingProvider &server) { return server.enabled; });
}

ServingProvider serverOf(const Provider &provider, const QString &model)
{
    return {provider.id, provider.name.isEmpty() ? provider.id : provider.name, model, 1, provider.enabled};
}

//! Each provider once: what it has first counts.
void append(QList<ServingProvider> &chain, const ServingProvider &server)
{
    if (std::none_of(chain.cbegin(), chain.cend(),
                     [&](const ServingProvider &s) { return s.id == server.id; }))
        chain.append(server);
}

bool matches(const QString &pattern, const QString &name)
{
    const QString expression = QRegularExpression::escape(pattern).replace("\\*"_L1, ".*"_L1);
    return QRegularExpression(QRegularExpression::anchoredPattern(expression),
                              QRegularExpression::DotMatchesEverythingOption)
        .match(name)
        .hasMatch();
}

//! Looks names up in one configuration.
class Lookup final
{
public:
    explicit Lookup(const Config &config)
        : m_config(config)
    {
        for (const Provider &provider : config.providers) {
            for (const ModelEntry &model : provider.models) {
                if (model.id.contains(u'*')) {
                    m_patterns.append({model.id, serverOf(provider, {})});
                    continue;
                }
                if (!model.alias.isEmpty())
                    append(m_listed[model.alias], serverOf(provider, model.id));
                append(m_listed[model.id], serverOf(provider, model.id));
            }
        }
    }

    //! The enabled provider that \a name begins with, as in `openai/gpt-4o`; null if it does not.
    const Provider *prefixOf(const QString &name) const
    {
        const qsizetype slash = name.indexOf(u'/');
        if (slash <= 0 || slash + 1 == name.size())
            return nullptr;
        for (const Provider &provider : m_config.providers) {
            if (provider.enabled && provider.id == QStringView(name).first(slash))
                return &provider;
        }
        return nullptr;
    }

    CallableName find(const QString &name, CallableName::Kind kind) const
    {
        CallableName found = findNamed(name, kind);
        const bool isRoute = std::any_of(m_config.routes.cbegin(), m_config.routes.cend(),
                                         [&](const Route &route) { return route.model == name; });
        if (!found.isServed() && !isRoute && !m_config.defaultModel.isEmpty()) {
            CallableName usual = findNamed(m_config.defaultModel, kind);
            for (ServingProvider &server : usual.servers) {
                if (server.model.isEmpty()) // through a pattern
                    server.model = m_config.defaultModel;
            }
            found.servers += usual.servers;
            found.policy = usual.policy;
        }
        return found;
    }

    //! Who has exactly that pattern.
    CallableName patternRow(const QString &pattern) const
    {
        CallableName row{pattern, CallableName::Pattern};
        for (const auto &[text, server] : m_patterns) {
            if (text == pattern)
                append(row.servers, server);
        }
        return row;
    }

private:
    CallableName findNamed(const QString &name, CallableName::Kind kind) const
    {
        for (const Route &route : m_config.routes) {
            if (route.model == name)
                return {name, kind, route.policy, gatehouse::serversOf(m_config, route)};
        }
        if (const Provider *provider = prefixOf(name))
            return {name, kind, {}, {serverOf(*provider, name.section(u'/', 1))}};
        CallableName found{name, kind, {}, m_listed.value(name)};
        if (anyEnabled(found.servers))
            return found;

        qsizetype longest = -1;
        QList<ServingProvider> chain;
        for (const auto &[pattern, server] : m_patterns) {
            const qsizetype length = pattern.toUtf8().size();
            if (!server.enabled || length < longest || !matches(pattern, name))
                continue;
            if (length > std::exchange(longest, length))
                chain.clear();
            append(chain, server);
        }
        found.servers += chain;
        return found;
    }

    const Config &m_config;
    QHash<QString, QList<ServingProvider>> m_listed;       //!< by id and alias
    QList<std::pair<QString, ServingProvider>> m_patterns; //!< in order of the file
};

} // namespace

bool CallableName::isServed() const
{
    return anyEnabled(servers);
}

QList<CallableName> callableNames(const Config &config)
{
    const Lookup lookup(config);
    QList<CallableName> names;
    QList<CallableName> patterns;
    QSet<QString> seen;
    const auto isNew = [&](const QString &name) {
        const bool known = seen.contains(name);
        seen.insert(name);
        return !known && !name.isEmpty();
    };
    for (const Route &route : config.routes) {
        if (isNew(route.model))
            names.append(lookup.find(route.model, CallableName::RouteName));
    }
    for (const Provider &provider : config.providers) {
        for (const ModelEntry &model : provider.models) {
            if (model.id.contains(u'*')) {
                // With a provider's name before the slash it is never reached: that provider comes first.
                if (!lookup.prefixOf(model.id) && isNew(model.id))
                    patterns.append(lookup.patternRow(model.id));
                continue;
            }
            if (isNew(model.alias))
                names.append(lookup.find(model.alias, CallableName::Alias));
            if (isNew(model.id))
                names.append(lookup.find(model.id, CallableName::Model));
        }
    }
    std::stable_sort(patterns.begin(), patterns.end(), [](const CallableName &a, const CallableName &b) {
        return a.name.toUtf8().size() > b.name.toUtf8().size();
    });
    names += patterns;
    for (const Provider &provider : config.providers)
        names.append({provider.id + "/*"_L1, CallableName::Explicit, {}, {serverOf(provider, {})}});
    return names;
}

QList<ServingProvider> serversOf(const Config &config, const QString &name)
{
    return name.isEmpty() ? QList<ServingProvider>() : Lookup(config).find(name, CallableName::Model).servers;
}

QList<ServingProvider> serversOf(const Config &config, const Route &route)
{
    QList<ServingProvider> servers;
    for (const RouteTarget &target : route.targets) {
        const auto provider = std::find_if(config.providers.cbegin(), config.providers.cend(),
                                           [&](const Provider &p) { return p.id == target.provider; });
        if (provider == config.providers.cend()) {
            servers.append({target.provider, target.provider, target.model, target.weight, false});
            continue;
        }
        servers.append(serverOf(*provider, target.model));
        servers.last().weight = target.weight;
    }
    return servers;
}

QStringList plainNames(const QList<CallableName> &names)
{
    QStringList plain;
    for (const CallableName &name : names) {
        if (name.isServed() && name.kind != CallableName::Pattern && name.kind != CallableName::Explicit)
            plain.append(name.name);
    }
    return plain;
}

} // namespace gatehouse
