// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/checks.h"
#include "gateway/config/close_names.h"
#include "gateway/config/glob.h"
#include "gateway/config/words.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! What the configuration defines, for looking up what it refers to.
struct Names
{
    QHash<QString, bool> providers; //!< whether enabled, by id
    QSet<QString> models;           //!< routes, ids, aliases
};

Names namesIn(const Config &config)
{
    Names names;
    for (const Provider &provider : config.providers) {
        names.providers.insert(provider.id, provider.enabled);
        for (const ModelEntry &model : provider.models)
            names.models << model.id << model.alias;
    }
    for (const Route &route : config.routes)
        names.models << route.model;
    return names;
}

void checkTarget(const RouteTarget &target, const Names &names, Findings findings)
{
    const auto provider = names.providers.constFind(target.provider);
    if (target.provider.isEmpty())
        findings.error(u"provider"_s, ConfigWords::tr("is missing"));
    else if (provider == names.providers.cend())
        findings.error(u"provider"_s, ConfigWords::tr("is no provider of this configuration") +
                                          suggestion(target.provider, names.providers.keys()));
    else if (!*provider)
        findings.warning(u"provider"_s, ConfigWords::tr("is switched off"));
    if (target.model.isEmpty())
        findings.error(u"model"_s, ConfigWords::tr("is missing"));
    else if (!isPlain(target.model) || target.model.contains(u'*'))
        findings.error(u"model"_s, ConfigWords::tr("must be one model's name"));
    if (target.weight < 0)
        findings.error(u"weight"_s, ConfigWords::tr("must not be negative"));
}

void checkRoute(const Route &route, const Names &names, Findings findings)
{
    if (route.model.isEmpty())
        findings.error(u"model"_s, ConfigWords::tr("is missing"));
    else if (route.model.contains(u'*'))
        findings.error(u"model"_s,
                       ConfigWords::tr("must be one name: a pattern with * is for the models of a provider"));
    else if (!isPlain(route.model))
        findings.error(u"model"_s, ConfigWords::tr("must be one name, which clients ask for"));
    if (route.targets.isEmpty())
        findings.error(u"targets"_s, ConfigWords::tr("is empty: the route leads nowhere"));

    QSet<QString> seen;
    for (qsizetype i = 0; i < route.targets.size(); ++i) {
        const RouteTarget &target = route.targets[i];
        Findings here = findings.below(u"targets/%1"_s.arg(i));
        checkTarget(target, names, here);
        const QString place = target.provider + u'/' + target.model;
        if (seen.contains(place))
            here.warning(u"model"_s, ConfigWords::tr("is a target of this route already"));
        seen.insert(place);
    }
    const bool shared = std::any_of(route.targets.cbegin(), route.targets.cend(),
                                    [](const RouteTarget &target) { return target.weight > 0; });
    if (route.policy == Policy::Weighted && !route.targets.isEmpty() && !shared)
        findings.warning(u"targets"_s, ConfigWords::tr("gives no target a share: all weights are 0"));
}

//! Whether \a provider takes requests for \a model by that name alone.
bool offersModel(const Provider &provider, const QString &model)
{
    return std::any_of(provider.models.cbegin(), provider.models.cend(), [&](const ModelEntry &entry) {
        return entry.alias == model || globMatches(entry.id.toUtf8(), model.toUtf8());
    });
}

void checkDefaultModel(const Config &config, const Names &names, Findings findings)
{
    const QString &usual = config.defaultModel;
    const bool isRoute = std::any_of(config.routes.cbegin(), config.routes.cend(),
                                     [&](const Route &route) { return route.model == usual; });
    if (usual.isEmpty() || isRoute) // where a route leads is said there
        return;
    bool known = false;
    bool served = false;
    for (const Provider &provider : config.providers) {
        const bool here = provider.id == usual.section(u'/', 0, 0) || offersModel(provider, usual);
        known = known || here;
        served = served || (here && provider.enabled);
    }
    if (!isPlain(usual))
        findings.error(u"defaultModel"_s, ConfigWords::tr("must be one model's name"));
    else if (usual.contains(u'*'))
        findings.warning(
            u"defaultModel"_s,
            ConfigWords::tr("is a pattern, and is sent to the provider as it stands: name one model"));
    else if (!known)
        findings.warning(u"defaultModel"_s,
                         ConfigWords::tr("is neither a route nor a model of any provider") +
                             suggestion(usual, names.models.values()));
    else if (!served)
        findings.warning(u"defaultModel"_s, ConfigWords::tr("leads only to providers that are switched off"));
}

void checkAliases(const Config &config, Findings findings)
{
    QSet<QString> routes;
    for (const Route &route : config.routes)
        routes.insert(route.model);
    for (qsizetype p = 0; p < config.providers.size(); ++p) {
        const QList<ModelEntry> &models = config.providers[p].models;
        for (qsizetype m = 0; m < models.size(); ++m) {
            if (!models[m].alias.isEmpty() && routes.contains(models[m].alias))
                findings.warning(u"%1/models/%2/alias"_s.arg(p).arg(m),
                                 ConfigWords::tr("is a route's name too, and the route comes first"));
        }
    }
}

} // namespace

void checkRoutes(const Config &config, Findings findings)
{
    const Names names = namesIn(config);
    QSet<QString> seen;
    for (qsizetype i = 0; i < config.routes.size(); ++i) {
        Findings here = findings.below(u"routes/%1"_s.arg(i));
        checkRoute(config.routes[i], names, here);
        if (seen.contains(config.routes[i].model) && !config.routes[i].model.isEmpty())
            here.error(u"model"_s, ConfigWords::tr("belongs to another route already"));
        seen.insert(config.routes[i].model);
    }
    checkAliases(config, findings.below(u"providers"_s));

    checkDefaultModel(config, names, findings);
}

} // namespace gatehouse
