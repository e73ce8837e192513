// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/import/import_plan.h"

#include "gateway/config/config_check.h"
#include "gateway/import/import_text.h"
#include "gateway/import/plan_changes.h"
#include "gateway/import/provider_merge.h"
#include "gateway/import/secret_places.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! \a into with those of \a from, which take the places of those called the same.
template<typename T, typename Name>
void merge(QList<T> &into, const QList<T> &from, Name name)
{
    const qsizetype present = into.size(); // two of one name in the file are for the check to find
    for (const T &one : from) {
        const auto end = into.begin() + present;
        const auto same =
            std::find_if(into.begin(), end, [&](const T &other) { return name(other) == name(one); });
        if (same == end)
            into.append(one);
        else
            *same = one;
    }
}

//! The imported providers as they take the places of those present with the same ids.
QList<Provider> fitted(const Imported &imported, const QList<Provider> &present, ImportMode mode)
{
    QList<Provider> providers = imported.config.providers;
    const bool byField = mode == ImportMode::Merge && imported.format != ImportFormat::Gatehouse;
    for (Provider &provider : providers) {
        const auto same = std::find_if(present.cbegin(), present.cend(),
                                       [&](const Provider &other) { return other.id == provider.id; });
        if (same != present.cend())
            provider = byField ? mergedByField(*same, provider, imported.format)
                               : withPresentSecrets(provider, *same);
    }
    return providers;
}

//! An imported provider that says the same as the present one is that one: what follows from its preset is
//! nobody's change.
QList<Provider> known(QList<Provider> providers, const QList<Provider> &present)
{
    for (Provider &provider : providers) {
        const auto same = std::find_if(present.cbegin(), present.cend(), [&](const Provider &other) {
            return comparable(other) == comparable(provider);
        });
        if (same != present.cend())
            provider = *same;
    }
    return providers;
}

Config mergedInto(Config now, const Imported &imported)
{
    const Config &other = imported.config;
    merge(now.providers, known(fitted(imported, now.providers, ImportMode::Merge), now.providers),
          std::mem_fn(&Provider::id));
    merge(now.routes, other.routes, std::mem_fn(&Route::model));
    merge(now.clients, other.clients, std::mem_fn(&Client::name));
    if (now.defaultModel.isEmpty())
        now.defaultModel = other.defaultModel;
    return now;
}

Config replaced(Config now, const Imported &imported)
{
    const Config &other = imported.config;
    now.providers = known(fitted(imported, now.providers, ImportMode::Replace), now.providers);
    now.routes = other.routes;
    if (!other.clients.isEmpty())
        now.clients = other.clients;
    if (imported.format != ImportFormat::Gatehouse)
        return now; // no other format says anything of the settings
    now.defaultModel = other.defaultModel;
    now.cooldownMax = other.cooldownMax;
    now.healthInterval = other.healthInterval;
    now.usageKeepDays = other.usageKeepDays;
    now.budget = other.budget;
    now.alerts.errorRatePercent = other.alerts.errorRatePercent;
    if (!other.alerts.webhookUrl.isEmpty()) // no export has one
        now.alerts.webhookUrl = other.alerts.webhookUrl;
    return now;
}

//! Which settings of \a imported say something, and are not in \a result.
QStringList ignoredSettings(const Config &imported, const Config &result)
{
    const Config usual;
    QStringList ignored;
    const auto note = [&](const auto &field, const QString &path) {
        if (std::invoke(field, imported) != std::invoke(field, result) &&
            std::invoke(field, imported) != std::invoke(field, usual))
            ignored.append(ImportText::tr("%1: the present setting stays.").arg(path));
    };
    note(&Config::listener, u"/listener"_s);
    note(&Config::defaultModel, u"/defaultModel"_s);
    note(&Config::cooldownMax, u"/cooldown"_s);
    note(&Config::healthInterval, u"/health"_s);
    note(&Config::usageKeepDays, u"/usage"_s);
    note(&Config::budget, u"/budget"_s);
    note(&Config::alerts, u"/alerts"_s);
    return ignored;
}

} // namespace

ImportPlan planImport(const Config &now, const Imported &imported, ImportMode mode)
{
    ImportPlan plan;
    plan.result = mode == ImportMode::Merge ? mergedInto(now, imported) : replaced(now, imported);
    plan.changes =
        hostChanges(now, plan.result, imported.keys) + contentChanges(now, plan.result, imported.keys);
    for (ImportChange &change : plan.changes) {
        change.name = withoutKeyShapes(change.name);
        change.detail = withoutKeyShapes(change.detail);
    }
    plan.left = imported.left + ignoredSettings(imported.config, plan.result);
    plan.unset = imported.unset;
    plan.problems = check(plan.result);
    return plan;
}

} // namespace gatehouse
