// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/exchange.h"
#include "gateway/pipeline/health_checks.h"
#include "gateway/pipeline/local_answers.h"
#include "gateway/status/gateway_status.h"

#include <functional>
#include <memory>
#include <unordered_map>

namespace gatehouse {

//! The way of every request, from whole bytes to an answer. Lives in the gateway thread.
class Pipeline final
{
public:
    Pipeline(Transfers &transfers, const Redactor &redactor, std::function<void(UsageRecord)> record);
    ~Pipeline();

    void apply(std::shared_ptr<const Snapshot> snapshot);
    void setConfigState(ConfigState state);

    //! Lets \a provider be asked again at once; an empty name means all of them.
    void endCooldown(const QString &provider);

    //! Takes one request and answers it, now or later.
    void handle(Incoming &&in, Reply &&reply);

    //! From now on every new request is answered with 503 shutting_down, until serve() is called.
    void drain() { m_draining = true; }
    void serve() { m_draining = false; }
    //! Ends what still runs, with an error that says why.
    void shutDown();

    int inFlight() const { return int(m_exchanges.size()); }

    //! How it fares. Of the listener it knows nothing.
    GatewayStatus status() const;
    //! From now on \a changed is called when status() may be another.
    void watch(const std::function<void()> &changed);

private:
    Result<Plan> plan(Exchange &exchange, const Match &match);
    void answerLocally(const Match &match, const Incoming &in, Reply &reply);
    void refuse(const Error &error, const Incoming &in, Reply &reply);
    void over(Exchange *exchange);
    void changed() const;

    std::shared_ptr<const Snapshot> m_snapshot;
    ConfigState m_configState;
    TimePoint m_started = Clock::now();
    JsonPeek m_json;
    Limiter m_limiter;
    Health m_health;
    Cooldowns m_cooldowns;
    KeyTurns m_keyTurns;
    Balancer m_balancer;
    ReplyMemory m_memory;
    const Redactor &m_redactor;
    HealthChecks m_checks;
    Services m_services;
    std::unordered_map<Exchange *, std::unique_ptr<Exchange>> m_exchanges;
    bool m_draining = false;
    std::function<void()> m_changed;
};

} // namespace gatehouse
