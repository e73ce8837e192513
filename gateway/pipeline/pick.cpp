// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/pick.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

Error keyMissing(const ProviderEntry &provider)
{
    return {503, "provider_error", "provider_key_missing",
            u"No key for the provider '%1': %2."_s.arg(provider.config->id, provider.keyProblem())};
}

Error atItsLimit(const ProviderEntry &provider, std::chrono::milliseconds wait)
{
    Error error{429, "rate_limit_error", "rate_limit_exceeded",
                u"The provider '%1' is at the limit that is set for it here."_s.arg(provider.config->id)};
    error.retryAfter = wait;
    return error;
}

} // namespace

Result<Picked> pick(const Snapshot &snapshot, Plan &plan, Limiter &limiter, TimePoint now,
                    const std::optional<Error> &lastFailure)
{
    std::optional<Error> refusal = lastFailure;
    while (!plan.choice.candidates.isEmpty()) {
        const Candidate candidate = plan.choice.candidates.takeFirst();
        const ProviderEntry &provider = snapshot.providers[size_t(candidate.provider)];
        if (!provider.hasUsableKey()) {
            if (!refusal)
                refusal = keyMissing(provider);
            continue;
        }
        auto answer = limiter.enter(Limiter::OfProvider, provider.config->id, provider.config->limits, now);
        if (!answer.ticket) {
            if (!refusal || refusal->code == "provider_key_missing")
                refusal = atItsLimit(provider, answer.wait);
            continue;
        }
        const auto key = std::find_if(provider.authorization.cbegin(), provider.authorization.cend(),
                                      [](const QByteArray &line) { return !line.isEmpty(); });
        return Picked{&provider, candidate.model, key == provider.authorization.cend() ? QByteArray() : *key,
                      std::move(*answer.ticket)};
    }
    return refusal.value_or(
        Error{503, "provider_error", "no_healthy_provider", u"No provider is left to ask."_s});
}

} // namespace gatehouse
