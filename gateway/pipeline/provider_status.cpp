// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/provider_status.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>

namespace gatehouse {
namespace {

//! What cools all of \a provider: itself, or each of its keys; none: it can be asked.
std::optional<Cooling> coolingOf(const ProviderEntry &provider, const Cooldowns &cooldowns, TimePoint now)
{
    std::optional<Cooling> soonest;
    QSet<QByteArray> keys;
    for (const Cooling &cooling : cooldowns.active(provider.config->id, now)) {
        if (cooling.source == Cooling::Failures)
            return cooling;
        if (!provider.keys.isEmpty() && !provider.fingerprints.contains(cooling.key))
            continue; // of a key that has been replaced
        keys.insert(cooling.key);
        if (!soonest || cooling.until < soonest->until)
            soonest = cooling;
    }
    const qsizetype usable = std::count_if(provider.keys.cbegin(), provider.keys.cend(),
                                           [](const Key &key) { return key.usable(); });
    return keys.size() >= std::max<qsizetype>(1, usable) ? soonest : std::nullopt;
}

//! A moment of the monotonic clock as one of the wall clock, in milliseconds since 1970.
qint64 wallClock(TimePoint moment, TimePoint now)
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(moment - now);
    return QDateTime::currentMSecsSinceEpoch() + left.count();
}

void judge(ProviderStatus &status, const ProviderEntry &provider, const Health::State &state,
           const Cooldowns &cooldowns, TimePoint now)
{
    if (!provider.config->enabled) {
        status.state = ProviderState::Disabled;
        return;
    }
    if (!provider.hasUsableKey()) {
        status.state = ProviderState::NoKey;
        status.reason = provider.keyProblem();
        return;
    }
    if (const auto cooling = coolingOf(provider, cooldowns, now)) {
        status.state = ProviderState::Cooling;
        status.reason = cooling->reason;
        status.untilMs = wallClock(cooling->until, now);
        status.usable = cooling->source == Cooling::RateLimit;
        return;
    }
    switch (state.status) {
    case Health::Status::Ok:
        status.state = ProviderState::Ok;
        status.usable = true;
        return;
    case Health::Status::Down:
        status.state = ProviderState::Down;
        status.reason = state.reason;
        return;
    case Health::Status::Unknown:
        break;
    }
    status.reason = state.reason;
    status.usable = true;
}

} // namespace

QList<ProviderStatus> providerStatus(const Snapshot &snapshot, const Health &health,
                                     const Cooldowns &cooldowns, TimePoint now)
{
    QList<ProviderStatus> all;
    all.reserve(qsizetype(snapshot.providers.size()));
    for (const ProviderEntry &provider : snapshot.providers) {
        const Health::State state = health.state(provider.config->id);
        ProviderStatus status{provider.config->id, provider.config->name};
        status.latencyMs = state.latencyMs;
        status.inFlight = state.inFlight;
        judge(status, provider, state, cooldowns, now);
        all.append(std::move(status));
    }
    return all;
}

GatewayStatus::Level levelOf(const QList<ProviderStatus> &providers, bool configValid)
{
    const auto count = [&](auto &&is) { return std::count_if(providers.cbegin(), providers.cend(), is); };
    const auto enabled =
        count([](const ProviderStatus &provider) { return provider.state != ProviderState::Disabled; });
    const auto usable = count([](const ProviderStatus &provider) { return provider.usable; });
    const auto well = count([](const ProviderStatus &provider) {
        return provider.usable && provider.state != ProviderState::Cooling;
    });
    if (usable == 0)
        return GatewayStatus::Down;
    return well < enabled || !configValid ? GatewayStatus::Degraded : GatewayStatus::Ok;
}

} // namespace gatehouse
