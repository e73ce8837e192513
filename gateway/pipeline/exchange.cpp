// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/exchange.h"

#include "gateway/dialect/dialect.h"
#include "gateway/http/error_body.h"
#include "gateway/pipeline/answer_headers.h"
#include "gateway/pipeline/pick.h"
#include "gateway/pipeline/prepare.h"
#include "gateway/upstream/failure.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qint64 maxErrorBody = 1024 * 1024;
constexpr qint64 holdBytes = 256 * 1024;

bool isType(QByteArrayView contentType, QByteArrayView type)
{
    return contentType.size() >= type.size() &&
           contentType.first(type.size()).compare(type, Qt::CaseInsensitive) == 0;
}

} // namespace

Exchange::Exchange(Services &services, std::shared_ptr<const Snapshot> snapshot, Incoming in, Reply reply)
    : m_services(services)
    , m_snapshot(std::move(snapshot))
    , m_in(std::move(in))
    , m_reply(std::move(reply))
{
    m_record.timeMs = QDateTime::currentMSecsSinceEpoch();
    m_record.path = m_in.path;
    m_record.bytesIn = m_in.body.size();
    m_record.dialectIn = dialectName(dialectOfPath(m_in.path)).toByteArray();
    m_reply.onLeft([this] {
        const auto over = m_over; // lives on while it destroys this
        over();
    });
    m_reply.onDrained([this] {
        if (m_transfer)
            m_transfer->resume();
    });
}

Exchange::~Exchange()
{
    if (m_over) { // cancelled: the client has left
        m_over = nullptr;
        finish(499, "client_closed");
    }
}

void Exchange::run(Result<Plan> plan)
{
    if (!plan)
        return answer(plan.error());
    m_plan = std::move(*plan);
    m_record.client = m_plan->call.caller.name();
    m_record.model = m_plan->call.peek.model;
    m_record.stream = m_plan->call.peek.stream;
    attempt();
}

void Exchange::attempt()
{
    const TimePoint now = Clock::now();
    auto picked = pick(*m_snapshot, *m_plan, m_services.limiter, now, m_lastFailure);
    if (!picked)
        return answer(picked.error());
    m_picked = std::move(*picked);
    const Provider &provider = *m_picked->provider->config;
    m_record.provider = provider.id;
    m_record.upstreamModel = m_picked->model;
    m_record.dialectOut = dialectName(provider.dialect).toByteArray();
    m_record.attempts.append({provider.id, m_picked->model});

    Prepared prepared = prepare(m_in, m_plan->call, *m_picked);
    m_hideUsage = prepared.hideUsage;
    m_head = {};
    m_errorBody.clear();
    m_relay.reset();
    m_attemptBegan = now;
    if (m_sent == TimePoint{})
        m_sent = now;
    m_services.health.began(provider.id);
    m_transfer = m_services.transfers.start(std::move(prepared.outgoing), *this);
}

void Exchange::onHead(ReplyHead head)
{
    m_lastUpstream = Clock::now();
    m_head = std::move(head);
    m_record.attempts.last().status = m_head.status;
    if (m_head.status >= 300 && m_head.status < 400)
        return attemptFailed(
            unusableAnswer(m_picked->provider->config->id, u"a redirect, which is never followed"_s));
    if (m_head.status >= 400)
        return;
    const bool page = isType(m_head.contentType, "text/html");
    if (page && m_plan->call.match.endpoint->surface == Surface::Model)
        return attemptFailed(
            unusableAnswer(m_picked->provider->config->id, u"a web page instead of an API's answer"_s));
    m_relay = relayFor(m_head);
}

std::unique_ptr<Relay> Exchange::relayFor(const ReplyHead &head)
{
    const Endpoint &endpoint = *m_plan->call.match.endpoint;
    const Dialect dialect = m_picked->provider->config->dialect;
    auto lines = [this] { return headers(); };
    if (isType(head.contentType, "text/event-stream"))
        return makeStreamRelay(m_reply, head.status, endpoint.stream, dialect, m_hideUsage, lines);
    const bool json = isType(head.contentType, "application/json") || head.contentType.isEmpty();
    return makeBodyRelay(m_reply, head.status, head.contentLength, json ? holdBytes : 0, dialect, lines);
}

bool Exchange::onBody(QByteArrayView bytes)
{
    m_lastUpstream = Clock::now();
    if (m_record.firstByteMs < 0)
        m_record.firstByteMs = millisecondsBetween(m_in.arrived, m_lastUpstream);
    if (!m_relay) { // an error's body
        m_errorBody.append(bytes.first(qMin<qsizetype>(bytes.size(), maxErrorBody - m_errorBody.size())));
        return true;
    }
    switch (m_relay->body(bytes)) {
    case Relay::Go:
        return true;
    case Relay::Pause:
        return false;
    case Relay::Stop:
        break;
    }
    ended({}); // destroys this
    return true;
}

void Exchange::onEnd(const TransferEnd &end)
{
    m_lastUpstream = Clock::now();
    ended(end);
}

void Exchange::ended(const TransferEnd &end)
{
    const QString &provider = m_picked->provider->config->id;
    if (!m_relay && m_head.status >= 400 && end.kind == TransferEnd::Complete)
        return onErrorAnswer();
    if (!m_relay)
        return attemptFailed(toError(end, provider));

    const RelayEnd relayed = m_relay->end(end, toError(end, provider));
    m_record.tokens = m_relay->tokens();
    m_record.partial = !relayed.whole;
    if (!relayed.sent)
        return attemptFailed(*relayed.error);
    if (relayed.whole) {
        m_services.health.answered(provider, millisecondsBetween(m_attemptBegan, m_lastUpstream));
        m_services.transfers.release(std::move(m_transfer));
    } else {
        m_services.health.failed(provider, relayed.error->message);
    }
    finish(m_head.status, relayed.error ? relayed.error->code : QByteArray());
}

//! The provider refused: its own words go to the client, but for a key that it may echo.
void Exchange::onErrorAnswer()
{
    const QString &provider = m_picked->provider->config->id;
    if (m_head.status >= 500)
        m_services.health.failed(provider, u"HTTP %1"_s.arg(m_head.status));
    else
        m_services.health.answered(provider, millisecondsBetween(m_attemptBegan, m_lastUpstream));
    const QByteArray code = "upstream_" + QByteArray::number(m_head.status);
    m_record.attempts.last().code = code;
    if (isType(m_head.contentType, "text/html") || m_errorBody.trimmed().isEmpty()) {
        Error error = unusableAnswer(provider, m_errorBody.isEmpty() ? u"no words"_s : u"a web page"_s);
        error.status = m_head.status;
        error.code = "upstream_error";
        error.message += u" (HTTP %1)"_s.arg(m_head.status);
        error.retryAfter = m_head.retryAfter;
        return answer(error);
    }
    m_reply.send(m_head.status, headers(), m_services.redactor.redactKnown(m_errorBody));
    finish(m_head.status, code);
}

void Exchange::attemptFailed(const Error &error)
{
    m_transfer.reset();
    m_services.health.failed(m_picked->provider->config->id, error.message);
    m_record.attempts.last().code = error.code;
    m_record.attempts.last().milliseconds = millisecondsBetween(m_attemptBegan, Clock::now());
    m_services.health.ended(m_picked->provider->config->id);
    m_picked.reset();
    m_lastFailure = error;
    attempt();
}

void Exchange::answer(const Error &error)
{
    m_head.headers = errorHeaders(error);
    m_head.contentType.clear();
    m_reply.send(error.status, headers(), errorBody(error, dialectOfPath(m_in.path)));
    finish(error.status, error.code);
}

QByteArray Exchange::headers()
{
    const TimePoint now = Clock::now();
    AnswerHeaders answer;
    answer.provider = m_record.provider;
    answer.model = m_record.upstreamModel;
    answer.attempts = int(m_record.attempts.size());
    const bool asked = m_sent != TimePoint{};
    const TimePoint last = m_lastUpstream == TimePoint{} ? now : m_lastUpstream;
    answer.upstreamMs = asked ? millisecondsBetween(m_sent, last) : 0;
    answer.gatewayMs = millisecondsBetween(m_in.arrived, now) - answer.upstreamMs;
    if (m_record.requestId.isEmpty())
        m_record.requestId = m_head.requestId.isEmpty() ? newRequestId() : m_head.requestId;
    answer.requestId = m_record.requestId;
    m_record.gatewayUs = answer.gatewayMs * 1000;
    return answerHeaders(answer, m_head);
}

void Exchange::finish(int status, const QByteArray &code)
{
    const TimePoint now = Clock::now();
    m_transfer.reset();
    if (m_picked) {
        m_record.attempts.last().milliseconds = millisecondsBetween(m_attemptBegan, now);
        m_services.health.ended(m_picked->provider->config->id);
        m_picked.reset();
    }
    if (m_relay && !m_record.tokens)
        m_record.tokens = m_relay->tokens();
    if (m_record.requestId.isEmpty())
        m_record.requestId = newRequestId();
    m_record.status = status;
    m_record.errorCode = code;
    m_record.totalMs = millisecondsBetween(m_in.arrived, now);
    m_record.bytesOut = m_reply.bytesOut();
    m_services.record(std::move(m_record));
    if (m_over)
        std::exchange(m_over, nullptr)();
}

void Exchange::shutDown()
{
    const Error error{503, "server_error", "shutting_down", u"The gateway is shutting down."_s};
    if (m_relay && m_relay->begun()) {
        m_relay->end({TransferEnd::Broken, error.message}, error);
        m_record.partial = true;
        return finish(m_head.status, error.code);
    }
    m_relay.reset();
    answer(error);
}

} // namespace gatehouse
