// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/admit.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

Result<Plan> admit(Limiter &limiter, Plan plan, TimePoint now)
{
    const ClientEntry *client = plan.call.caller.client;
    if (!client)
        return plan;
    auto answer = limiter.enter(Limiter::OfClient, client->config->name, client->config->limits, now);
    if (!answer.ticket) {
        const Limits &limits = client->config->limits;
        Error error{429, "rate_limit_error", "rate_limit_exceeded",
                    answer.busy ? u"The client '%1' has its limit of %2 requests at a time."_s.arg(
                                      client->config->name, QString::number(limits.concurrent))
                                : u"The client '%1' has used up its %2 requests a minute."_s.arg(
                                      client->config->name, QString::number(limits.requestsPerMinute))};
        error.retryAfter = answer.wait;
        return error;
    }
    plan.ticket = std::move(*answer.ticket);
    return plan;
}

} // namespace gatehouse
