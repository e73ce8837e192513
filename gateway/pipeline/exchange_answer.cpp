// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/provider_error.h"
#include "gateway/http/error_body.h"
#include "gateway/pipeline/answer_headers.h"
#include "gateway/pipeline/exchange.h"
#include "gateway/pipeline/reported_error.h"

// What the client of an exchange is told: errors, refusals, and the lines above every answer.

namespace gatehouse {
namespace {

//! What passes on of a head, without a key that the provider may repeat there.
ReplyHead withoutKeys(ReplyHead head, const Redactor &redactor)
{
    for (QByteArray *text : {&head.contentType, &head.headers})
        *text = redactor.redactKnown(*text);
    if (redactor.redactKnown(head.requestId) != head.requestId)
        head.requestId.clear();
    return head;
}

} // namespace

void Exchange::giveUp(const Error &error)
{
    if (m_refusal)
        return answerRefusal();
    answer(error);
}

//! The provider refused: its own words go to the client, but for a key that they may echo.
void Exchange::answerRefusal()
{
    Refusal refusal = *std::exchange(m_refusal, std::nullopt);
    const QByteArray code = "upstream_" + QByteArray::number(refusal.head.status);
    const QByteArray body = m_services.redactor.redactKnown(refusal.body);
    const bool wordless = refusal.head.contentType.startsWith("text/html") || body.trimmed().isEmpty();
    if (passesThrough() || !(wordless || refusal.translated)) {
        m_reply.send(refusal.head.status, answerLines(refusal.head), body);
        return finish(refusal.head.status, code);
    }
    Error error = wordless ? *m_candidates.lastError()
                           : withoutKeys(readProviderError(refusal.head.status, body), m_services.redactor);
    error.retryAfter.reset(); // is among the provider's own lines
    ReplyHead head = refusal.head;
    head.contentType.clear();
    head.headers += errorHeaders(error);
    m_reply.send(error.status, answerLines(head), errorBody(error, dialectOfPath(m_in.path)));
    finish(error.status, code);
}

void Exchange::answer(const Error &error)
{
    // What a provider reported is not ours to store.
    if (m_record.attempts.isEmpty() || m_record.attempts.last().code != error.code)
        m_record.message = error.message;
    ReplyHead head;
    head.headers = errorHeaders(error);
    m_reply.send(error.status, answerLines(head), errorBody(error, dialectOfPath(m_in.path)));
    finish(error.status, error.code);
}

QByteArray Exchange::answerLines(const ReplyHead &answered)
{
    const Redactor &redactor = m_services.redactor;
    if (redactor.mayHoldKnown({answered.contentType, answered.headers, answered.requestId}))
        return cleanAnswerLines(withoutKeys(answered, redactor));
    return cleanAnswerLines(answered);
}

QByteArray Exchange::cleanAnswerLines(const ReplyHead &head)
{
    const TimePoint now = Clock::now();
    if (head.status > 0 && m_attempt && m_attempt->picked().scope.probe > 0) // the rest may take minutes
        m_services.cooldowns.answering(m_attempt->picked().scope);
    AnswerHeaders own;
    own.provider = m_record.provider;
    own.model = m_record.upstreamModel;
    if (m_attempt)
        own.dropped = m_attempt->dropped();
    if (m_copy)
        m_dropped = own.dropped;
    own.attempts = int(m_record.attempts.size());
    own.upstreamMs = m_upstream.count();
    if (m_attempt)
        own.upstreamMs += millisecondsBetween(m_attempt->began(), m_attempt->lastHeard(now));
    own.gatewayMs = millisecondsBetween(m_in.arrived, now - waited(now)) - own.upstreamMs;
    if (m_record.requestId.isEmpty())
        m_record.requestId = head.requestId.isEmpty() ? newRequestId() : head.requestId;
    own.requestId = m_record.requestId;
    own.anthropic = dialectOfPath(m_in.path) == Dialect::Anthropic;
    m_record.gatewayUs = own.gatewayMs * 1000;
    if (head.status > 0)
        m_record.headers = head.headers;
    return answerHeaders(own, head);
}

} // namespace gatehouse
