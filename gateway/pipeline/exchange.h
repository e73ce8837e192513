// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/recycled.h"
#include "gateway/http/reply.h"
#include "gateway/pipeline/attempt.h"
#include "gateway/pipeline/body_recorder.h"
#include "gateway/pipeline/services.h"
#include "gateway/pipeline/translate.h"

#include <functional>
#include <memory>
#include <optional>

namespace gatehouse {

//! One request in flight: does all the waiting. Destroying it is the one way to cancel: the transfer is
//! aborted, places are given back, the outcome is recorded.
class Exchange final : public Recycled<Exchange>, private Attempt::Owner
{
public:
    Exchange(Services &services, std::shared_ptr<const Snapshot> snapshot, Incoming in, Reply reply);
    ~Exchange() override;
    Exchange(const Exchange &) = delete;
    Exchange &operator=(const Exchange &) = delete;

    const Incoming &incoming() const { return m_in; }

    //! \a over is called once, as the last thing, when there is nothing left to do; it destroys the exchange.
    void whenOver(std::function<void()> over) { m_over = std::move(over); }
    //! Who asks, for the record.
    void note(const Caller &caller);
    //! What is asked for, for the record.
    void note(const Peek &peek);
    //! The program that asks, where it is known beforehand.
    void noteProgram(const QString &program) { m_record.program = program; }
    using BodySink = std::function<void(const RecordedExchange &, const UsageRecord &)>;
    //! Hands request, answer and record to \a sink in the end.
    void keepBodies(const Endpoint &endpoint, const BodySink &sink);
    //! Carries \a plan out, or answers with the error that stands in its place.
    void run(Result<Plan> plan);
    //! Ends it now with `shutting_down`.
    void shutDown();

    //! No attempt begins later than this after the request came.
    static constexpr std::chrono::minutes budget{5};
    //! As long a request waits in the queue of a provider at its limit.
    static constexpr std::chrono::seconds queueFor{10};

private:
    void next();
    void wait(std::chrono::milliseconds time);
    Clock::duration waited(TimePoint now) const;
    void begin(Picked picked);
    void note(const Picked &picked);
    void beginTranslated(Picked picked);
    void send(Picked picked, Prepared prepared);
    void giveUp(const Error &error);
    QByteArray answerLines(const ReplyHead &head) override;
    QByteArray cleanAnswerLines(const ReplyHead &head); //!< of one in which no key stands
    const Redactor &redactor() const override { return m_services.redactor; }
    void onAnswered(const RelayEnd &end) override;
    void onFailed(const Failure &failure, std::optional<Refusal> refusal) override;

    bool passesThrough() const { return m_plan->call.match.endpoint->surface == Surface::PassThrough; }
    void noteFailure(const QString &message, const QString &words);
    void noteFailure(const Failure &failure, const std::optional<Refusal> &refusal);
    void closeAttempt(const QByteArray &code);
    void answer(const Error &error);
    void answerRefusal();
    void finish(int status, const QByteArray &code);
    void takeKeysOut();
    void countTokens();
    void countCost();
    QByteArray modelPassedThrough();
    void handOverCopy();

    //! Where the bodies go.
    struct Copy
    {
        const Endpoint *endpoint = nullptr;
        BodySink sink;
    };

    Services &m_services;
    std::shared_ptr<const Snapshot> m_snapshot;
    Incoming m_in;
    Reply m_reply;
    std::function<void()> m_over;

    std::optional<Plan> m_plan;
    std::optional<TranslatedRequest> m_translated; //!< once a candidate speaks another dialect
    Candidates m_candidates;
    Turn m_turn;
    TimePoint m_queuedSince = {};
    std::unique_ptr<QTimer> m_wait;
    TimePoint m_waitsSince = {};   //!< TimePoint{}: it does not wait
    Clock::duration m_waited = {}; //!< for somebody to be asked, in waits that are over
    std::unique_ptr<Attempt> m_attempt;
    std::optional<Refusal> m_refusal; //!< what the last attempt was told, if anything

    std::chrono::duration<double, std::milli> m_upstream{0}; //!< spent in attempts that are over
    std::optional<Price> m_price;                            //!< of who is asked now, where it is known
    std::optional<Copy> m_copy;
    QByteArray m_dropped; //!< as the client was told
    UsageRecord m_record;
};

} // namespace gatehouse
