// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/effective_config.h"

#include "app/words.h"
#include "gateway/config/base_url.h"
#include "gateway/config/config_check.h"
#include "gateway/pipeline/snapshot.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

void addDemo(ConfigReading &reading)
{
    Provider demo = demoProvider();
    QList<Provider> &providers = reading.config.providers;
    const auto sameId = [&](const Provider &provider) { return provider.id == demo.id; };
    if (providers.removeIf(sameId) > 0)
        reading.problems.append({u"/providers"_s,
                                 AppWords::tr("the provider '%1' gives way to that of --demo").arg(demo.id),
                                 true});
    providers.append(std::move(demo));
    // The file was checked without it: targets that name it are right now.
    const QList<Problem> now = check(reading.config);
    reading.problems.removeIf([&](const Problem &problem) {
        return problem.path.startsWith("/routes/"_L1) && problem.path.endsWith("/provider"_L1) &&
               !now.contains(problem);
    });
}

//! One whose use nobody bills: the built-in one, and those that run on this machine or in its network.
bool isFree(const Provider &provider)
{
    return provider.baseUrl.startsWith("demo:"_L1) || isNearby(provider.baseUrl);
}

} // namespace

Overrides overridesOf(const Options &options)
{
    return {options.host, options.port, options.demo};
}

ConfigReading effectiveConfig(ConfigReading reading, const Overrides &overrides)
{
    Listener &listener = reading.config.listener;
    const Listener before = listener;
    listener.port = overrides.port.value_or(listener.port);
    listener.host = overrides.host.value_or(listener.host);
    if (listener != before) {
        // What was wrong with the file's address is wrong no more.
        reading.problems.removeIf([](const Problem &problem) {
            return problem.path == "/listener/host"_L1 || problem.path == "/listener/allowedHosts"_L1;
        });
        for (const Problem &problem : check(reading.config)) {
            if (!reading.problems.contains(problem))
                reading.problems.append(problem);
        }
    }
    if (overrides.demo)
        addDemo(reading);
    if (overrides.pausePaid) {
        for (Provider &provider : reading.config.providers)
            provider.enabled = provider.enabled && isFree(provider);
    }
    return reading;
}

} // namespace gatehouse
