// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/redact.h"
#include "gateway/http/reply.h"
#include "gateway/pipeline/relay.h"
#include "gateway/pipeline/stages.h"
#include "gateway/upstream/health.h"
#include "gateway/upstream/transfers.h"
#include "gateway/usage/usage_record.h"

#include <functional>
#include <memory>
#include <optional>

namespace gatehouse {

//! What exchanges share; lives as long as the worker.
struct Services
{
    JsonPeek &json;
    Limiter &limiter;
    Health &health;
    Transfers &transfers;
    const Redactor &redactor;
    std::function<void(UsageRecord)> record; //!< takes the one record of each exchange
};

//! One request in flight: does all the waiting. Destroying it is the one way to cancel: the transfer is
//! aborted, places are given back, the outcome is recorded.
class Exchange final : private TransferReceiver
{
public:
    Exchange(Services &services, std::shared_ptr<const Snapshot> snapshot, Incoming in, Reply reply);
    ~Exchange() override;
    Exchange(const Exchange &) = delete;
    Exchange &operator=(const Exchange &) = delete;

    const Incoming &incoming() const { return m_in; }
    const Snapshot &snapshot() const { return *m_snapshot; }

    //! \a over is called once, as the last thing, when there is nothing left to do; it destroys the exchange.
    void whenOver(std::function<void()> over) { m_over = std::move(over); }
    //! Carries \a plan out, or answers with the error that stands in its place.
    void run(Result<Plan> plan);
    //! Ends it now with `shutting_down`.
    void shutDown();

private:
    void attempt();
    void onHead(ReplyHead head) override;
    bool onBody(QByteArrayView bytes) override;
    void onEnd(const TransferEnd &end) override;

    void ended(const TransferEnd &end);
    void onErrorAnswer();
    void attemptFailed(const Error &error);
    void answer(const Error &error);
    void finish(int status, const QByteArray &code);
    QByteArray headers();
    std::unique_ptr<Relay> relayFor(const ReplyHead &head);

    Services &m_services;
    std::shared_ptr<const Snapshot> m_snapshot;
    Incoming m_in;
    Reply m_reply;
    std::function<void()> m_over;

    std::optional<Plan> m_plan;
    std::optional<Picked> m_picked;
    std::optional<Error> m_lastFailure;
    bool m_hideUsage = false;
    ReplyHead m_head;
    QByteArray m_errorBody; //!< of an answer with status ≥ 400
    bool m_failedHead = false;
    std::unique_ptr<Relay> m_relay;
    std::unique_ptr<Transfer> m_transfer;

    TimePoint m_sent = {}; //!< the first transfer began
    TimePoint m_attemptBegan = {};
    TimePoint m_lastUpstream = {}; //!< when the provider last did something
    UsageRecord m_record;
};

} // namespace gatehouse
