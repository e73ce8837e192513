// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/pick.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace gatehouse {
namespace {

constexpr milliseconds probeWait{100}; // somebody else's probe decides soon

Error keyMissing(const ProviderEntry &provider)
{
    return {503, "provider_error", "provider_key_missing",
            u"No key for the provider '%1': %2."_s.arg(provider.config->id, provider.keyProblem())};
}

Error atItsLimit(const ProviderEntry &provider, milliseconds wait)
{
    Error error{429, "rate_limit_error", "rate_limit_exceeded",
                u"The provider '%1' is at the limit that is set for it here."_s.arg(provider.config->id)};
    error.retryAfter = wait;
    return error;
}

Error coolingDown(const ProviderEntry &provider, const Cooling &cooling, TimePoint now)
{
    Error error{
        503, "provider_error", "no_healthy_provider",
        u"The provider '%1' is left alone for a while: %2"_s.arg(provider.config->id, cooling.reason)};
    error.retryAfter = std::max(milliseconds(1000), std::chrono::ceil<milliseconds>(cooling.until - now));
    return error;
}

//! Why nobody could be asked; what tells most stands.
struct NobodyAsked
{
    std::optional<Error> error = {};

    void keyIsMissing(const ProviderEntry &provider)
    {
        if (!error)
            error = keyMissing(provider);
    }

    void cools(const ProviderEntry &provider, const Cooling &cooling, TimePoint now)
    {
        Error other = coolingDown(provider, cooling, now);
        if (!error || !error->retryAfter || *other.retryAfter < *error->retryAfter)
            error = std::move(other);
    }
};

//! A key of \a standing that can be used now; null: none, \a cooling tells the soonest end if that is why.
struct KeyChoice
{
    bool found = false;
    int index = -1;
    Scope scope = {};
    std::optional<Cooling> cooling = {};
};

KeyChoice chooseKey(const ProviderEntry &provider, const Standing &standing, const PickContext &context)
{
    KeyChoice choice;
    const auto consider = [&](int index, const QByteArray &fingerprint) {
        const Scope scope{provider.config->id, fingerprint, standing.candidate.model};
        const auto cooling = context.cooldowns.blocked(scope, context.now);
        if (!cooling) {
            choice = {true, index, scope, {}};
        } else if (!choice.cooling || cooling->until < choice.cooling->until) {
            choice.cooling = cooling;
        }
    };
    const auto barred = standing.keysOut | standing.keysResting;
    if (provider.keys.isEmpty()) {
        if (!barred.test(0))
            consider(-1, {});
        return choice;
    }
    const int count = int(std::min<qsizetype>(provider.keys.size(), Standing::maxKeys));
    const int first = context.keyTurns.next(provider.config->id, count);
    for (int i = 0; i < count && !choice.found; ++i) {
        const int index = (first + i) % count;
        if (provider.keys[index].usable() && !barred.test(size_t(index)))
            consider(index, provider.fingerprints[index]);
    }
    return choice;
}

//! Where a probe of another request is about to decide, it is waited for: once, and not for long.
void awaitProbe(Standing &standing, const ProviderEntry &provider, TimePoint now)
{
    if (std::exchange(standing.awaited, true))
        return;
    const auto longest = std::min<milliseconds>(provider.config->retry.maxDelay, Cooldowns::probeTime);
    standing.patientUntil = std::max(standing.patientUntil, now + longest);
}

//! How long to wait for \a standing, which asked for a short wait or is being probed; none: it is not waited
//! for.
std::optional<milliseconds> patience(Standing &standing, const PickContext &context)
{
    const auto resting = std::exchange(standing.keysResting, {});
    const ProviderEntry &provider = context.snapshot.providers[size_t(standing.candidate.provider)];
    const KeyChoice key = chooseKey(provider, standing, context);
    const bool probed = !key.found && key.cooling && key.cooling->probed;
    if (probed)
        awaitProbe(standing, provider, context.now);
    const auto until = [&](TimePoint time) { return std::chrono::ceil<milliseconds>(time - context.now); };
    const auto left = key.cooling ? until(key.cooling->until) : milliseconds(0);
    const auto asked = probed ? milliseconds(0) : until(standing.retryAt); // of another key
    const auto wait = std::max({left, asked, probeWait});
    const bool waits = (key.found || key.cooling) && context.now + wait <= standing.patientUntil;
    if (!waits || probed)
        standing.keysResting = resting;
    return waits ? std::optional(wait) : std::nullopt;
}

//! The shortest of all.
std::optional<milliseconds> patience(Candidates &candidates, const PickContext &context)
{
    std::optional<milliseconds> shortest;
    for (Standing &standing : candidates.all()) {
        if (standing.out)
            continue;
        const auto wait = patience(standing, context);
        if (wait && (!shortest || *wait < *shortest))
            shortest = wait;
    }
    return shortest;
}

} // namespace

Result<Next> pick(Candidates &candidates, Turn &turn, const PickContext &context)
{
    NobodyAsked refusal;
    std::optional<milliseconds> limitWait;
    const ProviderEntry *limited = nullptr;
    for (Standing &standing : candidates.all()) {
        if (standing.out)
            continue;
        const ProviderEntry &provider = context.snapshot.providers[size_t(standing.candidate.provider)];
        if (!provider.hasUsableKey()) {
            refusal.keyIsMissing(provider);
            standing.out = true;
            continue;
        }
        const KeyChoice key = chooseKey(provider, standing, context);
        if (!key.found) {
            if (key.cooling)
                refusal.cools(provider, *key.cooling, context.now);
            continue;
        }
        if (standing.notBefore > context.now)
            return Next{{}, std::chrono::ceil<milliseconds>(standing.notBefore - context.now)};
        auto answer = context.limiter.enter(Limiter::OfProvider, provider.config->id, provider.config->limits,
                                            context.estimatedTokens, context.now, &turn);
        if (!answer.ticket) {
            if (!limited)
                limited = &provider;
            limitWait = std::min(limitWait.value_or(answer.wait), answer.wait);
            continue;
        }
        turn.leave();
        return Next{Picked{&provider, standing.candidate.model, key.index,
                           key.index < 0 ? QByteArray() : provider.authorization[key.index].bytes(),
                           key.scope, std::move(*answer.ticket)}};
    }
    if (limited) {
        context.limiter.queue(Limiter::OfProvider, limited->config->id, turn);
        return Next{{}, *limitWait, atItsLimit(*limited, *limitWait)};
    }
    if (const auto wait = patience(candidates, context))
        return Next{{}, *wait};
    if (candidates.lastError())
        return *candidates.lastError();
    if (!refusal.error && candidates.notCarried())
        return *candidates.notCarried();
    return refusal.error.value_or(
        Error{503, "provider_error", "no_healthy_provider", u"No provider is left to ask."_s});
}

} // namespace gatehouse
