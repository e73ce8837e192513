// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/judge.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

QString ownWords(const Failure &failure, const QString &provider)
{
    return failure.reported ? u"The provider '%1' sent an error in the place of an answer."_s.arg(provider)
                            : failure.error.message;
}

void judge(Services &services, const Attempt &attempt, const Failure &failure, bool passedThrough)
{
    const Picked &picked = attempt.picked();
    const QString &provider = picked.provider->config->id;
    const QString reason = ownWords(failure, provider);
    const TimePoint now = Clock::now();
    Cooldowns &cooldowns = services.cooldowns;
    if (failure.countsAgainstProvider)
        services.health.failed(provider, reason);
    else
        services.health.answered(provider, millisecondsBetween(attempt.began(), now));
    switch (failure.kind) {
    case FailureKind::RateLimited:
        return cooldowns.limited(picked.scope, Cooling::RateLimit, reason, failure.retryAfter, now);
    case FailureKind::QuotaGone:
        return cooldowns.limited(picked.scope, Cooling::Quota, reason, failure.retryAfter, now);
    case FailureKind::KeyRefused:
        return passedThrough ? cooldowns.abandoned(picked.scope, now)
                             : cooldowns.keyRefused(picked.scope, reason, now);
    case FailureKind::Unreachable:
    case FailureKind::Lasting:
    case FailureKind::Transient:
    case FailureKind::RequestFault:
        break;
    }
    if (failure.countsAgainstProvider) {
        cooldowns.failed(picked.scope, reason, now);
        services.balancer.failed(provider, picked.model, now);
    } else {
        cooldowns.succeeded(picked.scope, now);
    }
}

Failure notAgain(Failure failure)
{
    if (failure.kind == FailureKind::Transient)
        failure.kind = FailureKind::Lasting;
    return failure;
}

} // namespace gatehouse
