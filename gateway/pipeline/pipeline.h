// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/alert_watch.h"
#include "gateway/pipeline/budgets.h"
#include "gateway/pipeline/exchange.h"
#include "gateway/pipeline/health_checks.h"
#include "gateway/pipeline/local_answers.h"
#include "gateway/pipeline/self_test_judge.h"
#include "gateway/status/gateway_status.h"
#include "gateway/upstream/webhook.h"

#include <functional>
#include <memory>
#include <unordered_map>

namespace gatehouse {

//! The way of every request, from whole bytes to an answer. Lives in the gateway thread.
class Pipeline final
{
public:
    //! Whom it tells.
    struct Listener
    {
        std::function<void(UsageRecord)> record;
        std::function<void(const Alert &)> alert;
        std::function<void(quint16 peerPort)> connected; //!< the first request came over a connection
        BodyRecorder::Listener bodies;
    };

    Pipeline(Transfers &transfers, const Redactor &redactor, Listener listener);
    ~Pipeline();

    void apply(std::shared_ptr<const Snapshot> snapshot);
    void setConfigState(ConfigState state);

    //! Lets \a provider be asked again at once; an empty name means all of them.
    void endCooldown(const QString &provider);

    //! Takes one request and answers it, now or later.
    void handle(Incoming &&in, Reply &&reply);

    //! What the store knows of.
    void setSpent(const SpendingTable &spent, const StoreSpending &asked);
    //! Lets a client (empty: all together) go on although its budget is used up.
    void liftBudget(const QString &client);
    //! How many records the store has given up, for /metrics.
    void setRecordsLost(qint64 lost) { m_recordsLost = lost; }

    //! From now on every new request is answered with 503 shutting_down, until serve() is called.
    void drain() { m_draining = true; }
    //! What new requests are told from then on.
    static Error shuttingDown();
    void serve() { m_draining = false; }
    //! Sends what was recorded again, to \a model; \a done is called once, perhaps from within, unless
    //! cancelResend() comes first.
    void resend(quint64 number, const RecordedExchange &exchange, const QByteArray &model,
                std::function<void(const Resent &)> done);
    void cancelResend(quint64 number);
    //! Asks \a question of \a target, of nobody else, for \a program of our own; \a done is called once,
    //! perhaps from within, unless cancelAsked() comes first. Returns the number to cancel it by; 0: it is
    //! over.
    quint64 ask(const RecordedExchange &question, const RouteTarget &target, const QString &program,
                std::function<void(const SelfTestAnswer &)> done);
    void cancelAsked(quint64 number);
    //! Ends what still runs, with an error that says why.
    void shutDown();

    int inFlight() const { return int(m_exchanges.size()); }

    BodyRecorder &bodies() { return m_bodies; }

    //! How it fares. Of the listener it knows nothing.
    GatewayStatus status() const;
    //! From now on \a changed is called when status() may be another.
    void watch(const std::function<void()> &changed);

private:
    Result<Plan> plan(Exchange &exchange, const Match &match);
    //! \a only: who alone is to answer; null: whoever serves the model.
    Result<Plan> planFor(Exchange &exchange, const Match &match, const Caller &caller,
                         const RouteTarget *only = nullptr);
    void answerLocally(const Match &match, const Incoming &in, Reply &reply);
    void refuse(const Error &error, const Incoming &in, Reply &reply);
    Exchange &begin(Incoming &&in, Reply &&reply);
    void over(Exchange *exchange);
    void record(UsageRecord record);
    void alert(const Alert &alert);
    void changed();

    std::shared_ptr<const Snapshot> m_snapshot;
    ConfigState m_configState;
    TimePoint m_started = Clock::now();
    qint64 m_startedMs; //!< the same, UTC
    qint64 m_recordsLost = 0;
    JsonPeek m_json;
    Limiter m_limiter;
    Budgets m_budgets;
    Health m_health;
    Cooldowns m_cooldowns;
    KeyTurns m_keyTurns;
    Balancer m_balancer;
    ReplyMemory m_memory;
    Metrics m_metrics;
    const Redactor &m_redactor;
    HealthChecks m_checks;
    BodyRecorder m_bodies;
    AlertWatch m_alerts;
    Webhook m_webhook;
    QTimer m_look; //!< until providers are looked at for alerts
    Services m_services;
    std::unordered_map<Exchange *, std::unique_ptr<Exchange>> m_exchanges;
    std::unordered_map<quint64, Exchange *> m_resends;
    std::unordered_map<quint64, Exchange *> m_asked;
    quint64 m_lastAsked = 0;
    bool m_draining = false;
    Listener m_listener;
    std::function<void()> m_changed;
};

} // namespace gatehouse
