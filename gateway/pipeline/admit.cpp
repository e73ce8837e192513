// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/admit.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

QString whatIsExceeded(const Client &client, Limiter::Reason reason)
{
    switch (reason) {
    case Limiter::Concurrent:
        return u"The client '%1' has its limit of %2 requests at a time."_s.arg(
            client.name, QString::number(client.limits.concurrent));
    case Limiter::Tokens:
        return u"The client '%1' has used up its %2 tokens a minute."_s.arg(
            client.name, QString::number(client.limits.tokensPerMinute));
    case Limiter::Requests:
    case Limiter::Queue:
    case Limiter::None:
        break;
    }
    return u"The client '%1' has used up its %2 requests a minute."_s.arg(
        client.name, QString::number(client.limits.requestsPerMinute));
}

//! Whether it costs nothing whoever answers.
bool isFree(const Snapshot &snapshot, const Choice &choice)
{
    return std::all_of(choice.candidates.cbegin(), choice.candidates.cend(), [&](const Candidate &candidate) {
        return snapshot.providers[size_t(candidate.provider)].prices.isFree(candidate.model);
    });
}

} // namespace

Result<Plan> admit(Limiter &limiter, const Budgets &budgets, const Snapshot &snapshot, Plan plan,
                   TimePoint now, qint64 nowMs)
{
    const ClientEntry *client = plan.call.caller.client;
    const auto spent = budgets.check(snapshot.config, client ? client->config : nullptr, nowMs);
    if (spent && !isFree(snapshot, plan.choice))
        return *spent;
    if (!client)
        return plan;
    const Limits &limits = client->config->limits;
    auto answer =
        limiter.enter(Limiter::OfClient, client->config->name, limits, plan.call.estimatedTokens, now);
    if (!answer.ticket) {
        Error error{429, "rate_limit_error", "rate_limit_exceeded",
                    whatIsExceeded(*client->config, answer.reason)};
        error.retryAfter = answer.wait;
        return error;
    }
    plan.ticket = std::move(*answer.ticket);
    return plan;
}

} // namespace gatehouse
