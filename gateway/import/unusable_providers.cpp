// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/import/unusable_providers.h"

#include "gateway/config/checks.h"
#include "gateway/import/import_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! What is wrong with \a provider by itself, with the field; empty if nothing is.
QString problemOf(const Provider &provider)
{
    QList<Problem> problems;
    checkProvider(provider, {problems, {}});
    const auto error = std::find_if(problems.cbegin(), problems.cend(),
                                    [](const Problem &problem) { return !problem.warning; });
    return error == problems.cend() ? QString() : QString(error->path.mid(1) + u' ' + error->message);
}

void leaveTargets(Imported &imported, const QString &provider)
{
    for (Route &route : imported.config.routes)
        route.targets.removeIf([&](const RouteTarget &target) { return target.provider == provider; });
    imported.config.routes.removeIf([&](const Route &route) {
        if (route.targets.isEmpty())
            imported.leave(ImportText::tr("The route \"%1\": none of its targets is left.").arg(route.model));
        return route.targets.isEmpty();
    });
}

} // namespace

void leaveUnusable(Imported &imported, const QStringList &places)
{
    QList<Provider> usable;
    QStringList unusable;
    for (qsizetype i = 0; i < imported.config.providers.size(); ++i) {
        const Provider &provider = imported.config.providers[i];
        const QString problem = problemOf(provider);
        if (problem.isEmpty()) {
            usable.append(provider);
            continue;
        }
        unusable.append(provider.id);
        imported.leave(ImportText::tr("%1: the provider \"%2\" was left out: %3")
                           .arg(places.value(i), provider.id, problem));
    }
    imported.config.providers = usable;
    for (const QString &id : unusable) {
        imported.keys.removeIf([&](const ImportedKey &key) { return key.provider == id; });
        leaveTargets(imported, id);
    }
    imported.unset.removeIf([&](const UnsetVariable &variable) {
        const QString reference = "${"_L1 + variable.name + u'}';
        return std::none_of(usable.cbegin(), usable.cend(),
                            [&](const Provider &provider) { return provider.apiKeys.contains(reference); });
    });
}

} // namespace gatehouse
