// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/model_index.h"

#include <algorithm>

namespace gatehouse {
namespace {

void append(QList<Candidate> &chain, Candidate candidate)
{
    const bool known = std::any_of(chain.cbegin(), chain.cend(),
                                   [&](const Candidate &c) { return c.provider == candidate.provider; });
    if (!known)
        chain.append(std::move(candidate));
}

} // namespace

ModelIndex::ModelIndex(const Config &config)
    : m_defaultModel(config.defaultModel.toUtf8())
{
    for (int i = 0; i < config.providers.size(); ++i) {
        if (config.providers[i].enabled)
            m_providers.insert(config.providers[i].id.toUtf8(), i);
    }
    for (const Route &route : config.routes) {
        Choice choice{{}, route.policy, route.model.toUtf8()};
        for (const RouteTarget &target : route.targets) {
            if (const auto it = m_providers.constFind(target.provider.toUtf8()); it != m_providers.cend())
                choice.candidates.append({*it, target.model.toUtf8(), target.weight});
        }
        if (!choice.candidates.isEmpty())
            addName(choice.route);
        m_routes.insert(choice.route, choice);
    }
    for (int i = 0; i < config.providers.size(); ++i) {
        if (!config.providers[i].enabled)
            continue;
        for (const ModelEntry &entry : config.providers[i].models) {
            const QByteArray id = entry.id.toUtf8();
            const QByteArray alias = entry.alias.toUtf8();
            if (id.contains('*')) {
                m_patterns.append({id, i});
                continue;
            }
            if (!alias.isEmpty()) {
                append(m_models[alias], {i, id});
                addName(alias);
            }
            append(m_models[id], {i, id});
            addName(id);
        }
    }
    std::stable_sort(m_patterns.begin(), m_patterns.end(),
                     [](const Pattern &a, const Pattern &b) { return a.glob.size() > b.glob.size(); });
}

void ModelIndex::addName(const QByteArray &name)
{
    if (!m_known.contains(name)) {
        m_known.insert(name);
        m_names.append(name);
    }
}

Choice ModelIndex::findNamed(const QByteArray &model) const
{
    if (const auto route = m_routes.constFind(model); route != m_routes.cend())
        return *route;
    if (const qsizetype slash = model.indexOf('/'); slash > 0 && slash + 1 < model.size()) {
        if (const auto it = m_providers.constFind(model.left(slash)); it != m_providers.cend())
            return {{{*it, model.mid(slash + 1)}}};
    }
    if (const auto named = m_models.constFind(model); named != m_models.cend())
        return {*named};
    Choice choice;
    qsizetype length = -1;
    for (const Pattern &pattern : m_patterns) {
        if (length >= 0 && pattern.glob.size() < length)
            break;
        if (globMatches(pattern.glob, model)) {
            length = pattern.glob.size();
            append(choice.candidates, {pattern.provider, model});
        }
    }
    return choice;
}

Choice ModelIndex::find(const QByteArray &model) const
{
    Choice choice = findNamed(model);
    if (choice.candidates.isEmpty() && !m_defaultModel.isEmpty() && !m_routes.contains(model))
        choice = findNamed(m_defaultModel);
    return choice;
}

int ModelIndex::ownerOf(const QByteArray &name) const
{
    const Choice choice = findNamed(name);
    return choice.candidates.isEmpty() ? -1 : choice.candidates.first().provider;
}

} // namespace gatehouse
