// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/exchange.h"

#include "gateway/base/logging.h"
#include "gateway/dialect/dialect.h"
#include "gateway/http/error_body.h"
#include "gateway/pipeline/answer_headers.h"
#include "gateway/pipeline/judge.h"
#include "gateway/pipeline/way.h"

#include <QDateTime>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace gatehouse {

Exchange::Exchange(Services &services, std::shared_ptr<const Snapshot> snapshot, Incoming in, Reply reply)
    : m_services(services)
    , m_snapshot(std::move(snapshot))
    , m_in(std::move(in))
    , m_reply(std::move(reply))
    , m_turn([this] { wait({}); })
{
    m_record.timeMs = QDateTime::currentMSecsSinceEpoch();
    m_record.path = m_in.path;
    m_record.bytesIn = m_in.body.size();
    m_record.peerPort = m_in.peerPort;
    m_record.dialectIn = dialectName(dialectOfPath(m_in.path)).toByteArray();
    m_reply.onLeft([this] {
        const auto over = m_over; // lives on while it destroys this
        over();
    });
    m_reply.onDrained([this] {
        if (m_attempt)
            m_attempt->resume();
    });
}

Exchange::~Exchange()
{
    if (m_over) { // cancelled: the client has left
        m_over = nullptr;
        finish(499, "client_closed");
    }
}

void Exchange::note(const Caller &caller)
{
    m_record.client = caller.name();
}

void Exchange::note(const Peek &peek)
{
    m_record.model = peek.model;
    m_record.stream = peek.stream;
}

void Exchange::note(const Picked &picked)
{
    m_record.provider = picked.provider->config->id;
    m_record.upstreamModel = picked.model;
    m_record.dialectOut = dialectName(picked.provider->config->dialect).toByteArray();
    m_price = picked.provider->prices.find(passesThrough() ? modelPassedThrough() : picked.model);
}

void Exchange::run(Result<Plan> plan)
{
    if (!plan)
        return answer(plan.error());
    m_plan = std::move(*plan);
    m_services.balancer.order(m_plan->choice, m_snapshot->config);
    const auto &form = m_plan->call.match.endpoint->form;
    if (m_snapshot->failures && form)
        m_snapshot->failures->putLast(m_plan->choice, m_snapshot->config, *form, m_in.body);
    m_candidates = Candidates(*m_snapshot, m_plan->choice.candidates);
    next();
}

//! The one loop: ask the next one, wait, or give up.
void Exchange::next()
{
    const TimePoint now = Clock::now();
    m_waited = waited(now);
    m_waitsSince = {};
    if (now > m_in.arrived + budget && m_candidates.lastError())
        return giveUp(*m_candidates.lastError());
    auto next = pick(m_candidates, m_turn,
                     {*m_snapshot, m_services.limiter, m_services.cooldowns, m_services.keyTurns, now,
                      m_plan->call.estimatedTokens});
    if (!next)
        return giveUp(next.error());
    if (next->picked)
        return begin(std::move(*next->picked));
    if (next->atLimit && m_queuedSince == TimePoint{})
        m_queuedSince = now;
    const bool tooLong = next->atLimit && now - m_queuedSince + next->wait > queueFor;
    if (tooLong || now + next->wait > m_in.arrived + budget)
        return giveUp(m_candidates.lastError() ? *m_candidates.lastError() : next->atLimit.value_or(Error{}));
    wait(next->wait);
}

void Exchange::wait(std::chrono::milliseconds time)
{
    if (!m_wait) {
        m_wait = std::make_unique<QTimer>();
        m_wait->setSingleShot(true);
        QObject::connect(m_wait.get(), &QTimer::timeout, m_wait.get(), [this] { next(); });
    }
    if (m_waitsSince == TimePoint{})
        m_waitsSince = Clock::now();
    m_wait->start(time);
}

Clock::duration Exchange::waited(TimePoint now) const
{
    return m_waitsSince == TimePoint{} ? m_waited : m_waited + (now - m_waitsSince);
}

void Exchange::begin(Picked picked)
{
    const Endpoint &endpoint = *m_plan->call.match.endpoint;
    if (!passesThrough() && wayTo(endpoint, *picked.provider->config) == Way::Translate)
        return beginTranslated(std::move(picked));
    Prepared prepared = prepare(m_in, m_plan->call, picked, &m_services.memory);
    send(std::move(picked), std::move(prepared));
}

void Exchange::beginTranslated(Picked picked)
{
    if (!m_translated)
        m_translated.emplace(m_in, m_plan->call, m_services);
    const auto estimate = m_translated->estimate(picked);
    if (estimate && *estimate) {
        note(picked);
        picked.ticket.cancel();
        m_plan->ticket.correctTokens(0);
        ReplyHead head;
        head.contentType = "application/json";
        m_reply.send(200, answerLines(head), **estimate);
        return finish(200, {});
    }
    Result<Prepared> prepared = estimate ? estimate->error() : m_translated->prepare(picked);
    if (prepared)
        return send(std::move(picked), std::move(*prepared));
    // It was not asked: that says nothing of the provider, and costs nothing.
    m_candidates.cannotCarry(picked, prepared.error());
    picked.ticket.cancel();
    next();
}

void Exchange::send(Picked picked, Prepared prepared)
{
    note(picked);
    const Provider &provider = *picked.provider->config;
    m_record.attempts.append({.provider = provider.id,
                              .upstreamModel = picked.model,
                              .startMs = millisecondsBetween(m_in.arrived, Clock::now())});
    m_refusal.reset();
    if (!prepared.dropped.names().isEmpty())
        qCWarning(lcPipeline).noquote() << "Left out for the provider" << QString(provider.id + u':')
                                        << QString::fromUtf8(prepared.dropped.header());
    m_services.health.began(provider.id);
    picked.scope.probe = m_services.cooldowns.began(picked.scope, Clock::now());
    Attempt::Owner &owner = *this;
    m_attempt = std::make_unique<Attempt>(owner, m_reply, m_services.transfers, std::move(picked),
                                          std::move(prepared), m_plan->call);
}

void Exchange::onAnswered(const RelayEnd &end)
{
    const Picked &picked = m_attempt->picked();
    const QString &provider = picked.provider->config->id;
    const TimePoint now = Clock::now();
    m_record.tokens = m_attempt->tokens();
    m_record.partial = !end.whole;
    if (end.whole) {
        const double firstByte = millisecondsBetween(m_attempt->began(), m_attempt->answeredAt());
        m_services.health.answered(provider, firstByte);
        m_services.cooldowns.succeeded(picked.scope, now);
        m_services.balancer.answered(provider, picked.model, firstByte, now);
        m_attempt->release(m_services.transfers);
    } else {
        const QString reason = u"The answer of the provider '%1' broke off."_s.arg(provider);
        noteFailure(reason, end.error->message);
        m_services.health.failed(provider, reason);
        m_services.cooldowns.failed(picked.scope, reason, now);
    }
    const QByteArray code = end.error ? end.error->code : QByteArray();
    const int status = m_attempt->head().status;
    closeAttempt(code);
    finish(status, code);
}

void Exchange::onFailed(const Failure &failure, std::optional<Refusal> refusal)
{
    const bool safe = m_in.method == "GET" || m_in.method == "HEAD";
    const bool once = passesThrough() && !safe;
    judge(m_services, *m_attempt, failure, passesThrough());
    m_candidates.failed(m_attempt->picked(), once ? notAgain(failure) : failure,
                        QRandomGenerator::global()->generateDouble(), Clock::now());
    const QByteArray code = failure.error.code;
    // In our own words: a provider's may repeat the prompt.
    qCDebug(lcPipeline).noquote() << "Attempt failed:" << code << ownWords(failure, m_record.provider);
    noteFailure(failure, refusal);
    m_refusal = std::move(refusal);
    closeAttempt(code);
    next();
}

void Exchange::shutDown()
{
    const Error error{503, "server_error", "shutting_down", u"The gateway is shutting down."_s};
    if (!m_attempt || !m_attempt->relaying())
        return answer(error);
    const int status = m_attempt->head().status;
    m_attempt->breakOff(error);
    finish(status, error.code);
}

} // namespace gatehouse
