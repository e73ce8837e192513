// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/import/litellm_routes.h"

#include "gateway/config/checks.h"
#include "gateway/config/presets.h"
#include "gateway/import/import_text.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr double mostWeight = 1'000'000;

//! The entries of one name.
struct Group
{
    QString name;
    QList<LiteLlmDeployment> members; //!< each provider's model once
};

QList<Group> groupsOf(const QList<LiteLlmDeployment> &deployments)
{
    QList<Group> groups;
    QHash<QString, qsizetype> places;
    QSet<QString> mixed;
    for (const LiteLlmDeployment &one : deployments) {
        if (!places.contains(one.name)) {
            places.insert(one.name, groups.size());
            groups.append({one.name, {}});
        }
        QList<LiteLlmDeployment> &members = groups[places.value(one.name)].members;
        if (!members.isEmpty() && members.front().measure != one.measure)
            mixed.insert(one.name);
        const auto same = std::find_if(members.begin(), members.end(), [&](const LiteLlmDeployment &other) {
            return other.provider == one.provider && other.model == one.model;
        });
        if (same == members.end())
            members.append(one);
        else
            same->weight += one.weight;
    }
    // A share by requests a minute says nothing beside one by weight, or beside none.
    for (Group &group : groups) {
        if (!mixed.contains(group.name))
            continue;
        for (LiteLlmDeployment &one : group.members)
            one.weight = 1;
    }
    return groups;
}

//! Weights are whole numbers here: fractions of one keep their proportions.
int wholeWeight(double weight, const QList<LiteLlmDeployment> &members)
{
    const bool whole = std::all_of(members.cbegin(), members.cend(), [](const LiteLlmDeployment &one) {
        return one.weight == std::floor(one.weight);
    });
    constexpr double parts = 100;
    return int(std::clamp(std::round(whole ? weight : weight * parts), 1.0, mostWeight));
}

//! Makes routes and aliases out of groups.
class RouteMaker final
{
public:
    RouteMaker(Imported &imported, QList<Group> groups, Policy policy)
        : m_imported(imported)
        , m_groups(std::move(groups))
        , m_policy(policy)
    {
    }

    void add(const Group &group, const QStringList &fallbacks)
    {
        const LiteLlmDeployment &first = group.members.front();
        const QList<RouteTarget> further = targetsOf(group, fallbacks);
        const bool isOne = group.members.size() == 1 && further.isEmpty();
        if (isOne && group.name == QString(idOf(first) + u'/' + first.model))
            return;
        if (isOne && !isElsewhere(group.name, first) && !namesProvider(group.name)) {
            ModelEntry &model = entryOf(first);
            if (model.id == group.name || model.alias == group.name)
                return;
            if (model.alias.isEmpty()) {
                model.alias = group.name;
                return;
            }
        }
        Route route{group.name, Policy::Priority, {}};
        if (group.members.size() > 1)
            route.policy = m_policy;
        for (const LiteLlmDeployment &one : group.members)
            route.targets.append({idOf(one), one.model, wholeWeight(one.weight, group.members)});
        if (route.policy == Policy::Fastest && !further.isEmpty()) {
            m_imported.leave(
                ImportText::tr("fallbacks of \"%1\": a route to the fastest has no order.").arg(group.name));
        } else {
            for (RouteTarget target : further) {
                target.weight = route.policy == Policy::Weighted ? 0 : 1;
                route.targets.append(target);
            }
        }
        m_imported.config.routes.append(route);
    }

    const Group *find(const QString &name) const
    {
        const auto it = std::find_if(m_groups.cbegin(), m_groups.cend(),
                                     [&](const Group &group) { return group.name == name; });
        return it == m_groups.cend() ? nullptr : &*it;
    }

private:
    QString idOf(const LiteLlmDeployment &one) const { return m_imported.config.providers[one.provider].id; }

    ModelEntry &entryOf(const LiteLlmDeployment &one)
    {
        QList<ModelEntry> &models = m_imported.config.providers[one.provider].models;
        return *std::find_if(models.begin(), models.end(),
                             [&](const ModelEntry &model) { return model.id == one.model; });
    }

    //! Whether \a name would lead to something else than \a target too, if no route stood before it.
    bool isElsewhere(const QString &name, const LiteLlmDeployment &target) const
    {
        for (qsizetype p = 0; p < m_imported.config.providers.size(); ++p) {
            for (const ModelEntry &model : m_imported.config.providers[p].models) {
                const bool isTarget = p == target.provider && model.id == target.model;
                if (!isTarget && (model.id == name || model.alias == name))
                    return true;
            }
        }
        return false;
    }

    //! Whether \a name is `PROVIDER/MODEL` of a provider that there is, or may well be where this is
    //! imported: that counts before an alias.
    bool namesProvider(const QString &name) const
    {
        const QString id = name.contains(u'/') ? name.section(u'/', 0, 0) : QString();
        const QList<Provider> &providers = m_imported.config.providers;
        return !id.isEmpty() &&
               (findPreset(id) || std::any_of(providers.cbegin(), providers.cend(),
                                              [&](const Provider &provider) { return provider.id == id; }));
    }

    QList<RouteTarget> targetsOf(const Group &group, const QStringList &fallbacks)
    {
        QList<RouteTarget> targets;
        for (const QString &name : fallbacks) {
            const Group *next = find(name);
            if (!next) {
                m_imported.leave(ImportText::tr("fallbacks of \"%1\": \"%2\" is no model of this file.")
                                     .arg(group.name, name));
                continue;
            }
            for (const LiteLlmDeployment &one : next->members) {
                const RouteTarget target{idOf(one), one.model, 1};
                const bool own =
                    std::any_of(group.members.cbegin(), group.members.cend(), [&](const auto &member) {
                        return member.provider == one.provider && member.model == one.model;
                    });
                if (!own && !targets.contains(target))
                    targets.append(target);
            }
        }
        return targets;
    }

    Imported &m_imported;
    const QList<Group> m_groups;
    const Policy m_policy;
};

} // namespace

void addLiteLlmRoutes(Imported &imported, const QList<LiteLlmDeployment> &deployments,
                      const LiteLlmRouting &routing)
{
    const QList<Group> groups = groupsOf(deployments);
    RouteMaker maker(imported, groups, routing.policy);
    QHash<QString, QStringList> fallbacks;
    for (const auto &[name, others] : routing.fallbacks) {
        fallbacks[name] += others;
        if (!maker.find(name))
            imported.leave(ImportText::tr("fallbacks of \"%1\": it is no model of this file.").arg(name));
    }
    for (const Group &group : groups)
        maker.add(group, fallbacks.value(group.name));
    for (const auto &[alias, name] : routing.aliases) {
        const Group *group = maker.find(name);
        if (!group || maker.find(alias) || alias.isEmpty() || !isPlain(alias) || alias.contains(u'*'))
            imported.leave(ImportText::tr("router_settings.model_group_alias.%1: leads to no model of this "
                                          "file, or is the name of one.")
                               .arg(alias));
        else
            maker.add({alias, group->members}, fallbacks.value(name));
    }
}

} // namespace gatehouse
