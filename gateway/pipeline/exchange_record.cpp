// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/provider_error.h"
#include "gateway/http/request_id.h"
#include "gateway/pipeline/answer_outline.h"
#include "gateway/pipeline/exchange.h"
#include "gateway/pipeline/judge.h"

// What is kept of an exchange: its one record, and where a person asked for it, its bodies.

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qsizetype longestWords = 500;
constexpr qint64 guessedBytesPerToken = 4;    // of text
constexpr qint64 bytesPerStreamedToken = 200; // with the event around each

//! \a bytes without the beginning of a character at its end.
QByteArray wholeCharacters(QByteArray bytes)
{
    for (int cut = 0; cut < 3 && !bytes.isEmpty() && !QByteArrayView(bytes).isValidUtf8(); ++cut)
        bytes.chop(1);
    return bytes;
}

//! Without a NUL, as text is.
bool isText(QByteArrayView bytes)
{
    return !bytes.contains('\0') && bytes.isValidUtf8();
}

} // namespace

//! What a provider says is told to a person, but not stored: it may repeat the request.
void Exchange::noteFailure(const QString &message, const QString &words)
{
    AttemptRecord &row = m_record.attempts.last();
    row.message = message;
    row.words = QString::fromUtf8(m_services.redactor.redact(words.left(longestWords).toUtf8()));
}

void Exchange::noteFailure(const Failure &failure, const std::optional<Refusal> &refusal)
{
    const QString &provider = m_attempt->picked().provider->config->id;
    if (refusal && !refusal->head.contentType.startsWith("text/html"))
        noteFailure(failure.error.message, readProviderError(refusal->head.status, refusal->body).message);
    else
        noteFailure(ownWords(failure, provider), failure.reported ? failure.error.message : QString());
}

//! The record keeps every attempt; its provider's place and its count are given back.
void Exchange::closeAttempt(const QByteArray &code)
{
    Attempt &attempt = *m_attempt;
    const TimePoint now = Clock::now();
    AttemptRecord &row = m_record.attempts.last();
    row.status = attempt.head().status;
    row.code = code;
    row.connectMs = attempt.connectMs();
    row.milliseconds = millisecondsBetween(attempt.began(), now);
    row.sends = attempt.sends();
    if (attempt.firstByte() != TimePoint{}) {
        row.firstByteMs = millisecondsBetween(attempt.began(), attempt.firstByte());
        if (m_record.firstByteMs < 0 && attempt.relaying())
            m_record.firstByteMs = millisecondsBetween(m_in.arrived, attempt.firstByte());
    }
    m_upstream += attempt.lastHeard(now) - attempt.began();
    m_services.health.ended(attempt.picked().provider->config->id);
    if (m_record.tokens)
        attempt.picked().ticket.correctTokens(m_record.tokens->input + m_record.tokens->output);
    else if (!code.isEmpty() && !attempt.relaying())
        attempt.picked().ticket.correctTokens(0); // it cost nothing
    m_attempt.reset();
}

void Exchange::finish(int status, const QByteArray &code)
{
    m_wait.reset();
    m_turn.leave();
    if (m_attempt) { // cut short
        m_services.cooldowns.abandoned(m_attempt->picked().scope, Clock::now());
        if (!m_record.tokens)
            m_record.tokens = m_attempt->tokens();
        m_record.partial = m_attempt->relaying();
        closeAttempt(code);
    }
    if (m_record.requestId.isEmpty())
        m_record.requestId = newRequestId();
    m_record.status = status;
    m_record.errorCode = code;
    m_record.totalMs = millisecondsBetween(m_in.arrived, Clock::now());
    m_record.bytesOut = m_reply.bytesOut();
    if (m_plan && m_record.tokens)
        m_plan->ticket.correctTokens(m_record.tokens->input + m_record.tokens->output);
    if (m_record.message.isEmpty() && !m_record.attempts.isEmpty() && m_record.attempts.last().code == code)
        m_record.message = m_record.attempts.last().message;
    if (status >= 400) // a client may say a key in the place of a model
        takeKeysOut();
    countTokens();
    countCost();
    if (m_copy)
        handOverCopy();
    m_services.record(std::move(m_record));
    if (m_over)
        std::exchange(m_over, nullptr)();
}

void Exchange::takeKeysOut()
{
    m_record.model = m_services.redactor.redactKnown(m_record.model);
    m_record.message = QString::fromUtf8(m_services.redactor.redactKnown(m_record.message.toUtf8()));
}

//! Where the provider told none they are guessed, for a chart, never for a price.
void Exchange::countTokens()
{
    if (m_record.tokens)
        return;
    m_record.tokensEstimated = true;
    if (!m_plan || m_record.provider.isEmpty() || m_record.firstByteMs < 0)
        return; // it cost nothing
    const Endpoint &endpoint = *m_plan->call.match.endpoint;
    if (!endpoint.form && endpoint.stream == StreamForm::Other)
        return; // it is not text
    TokenUsage guess;
    if (endpoint.task != Task::CountTokens)
        guess.input = m_plan->call.estimatedTokens;
    if (endpoint.task == Task::Generate)
        guess.output = m_record.bytesOut / (m_record.stream ? bytesPerStreamedToken : guessedBytesPerToken);
    m_record.tokens = guess;
}

//! Only what answered is billed, and only by figures that the provider told.
void Exchange::countCost()
{
    if (m_price && m_record.tokens && !m_record.tokensEstimated)
        m_record.costUsd = costOf(*m_price, *m_record.tokens);
}

//! What passes straight through is not routed by its model, but billed by it all the same.
QByteArray Exchange::modelPassedThrough()
{
    if (m_record.model.isEmpty() && !m_in.body.isEmpty()) {
        if (const auto peek = m_services.json.read(m_in.body, {}))
            note(*peek);
    }
    return m_record.model;
}

void Exchange::keepBodies(const Endpoint &endpoint, const BodySink &sink)
{
    m_copy = Copy{&endpoint, sink};
    m_reply.keepCopy(BodyRecorder::mostBytes);
}

void Exchange::handOverCopy()
{
    const Endpoint &endpoint = *m_copy->endpoint;
    RecordedExchange exchange = recordedRequest(m_in, endpoint, m_services.redactor);
    exchange.requestId = m_record.requestId;
    exchange.status = m_record.status;
    const QByteArray copy = m_reply.takeCopy();
    const bool cut = copy.size() < m_reply.bytesOut();
    exchange.answer = m_services.redactor.redact(cut ? wholeCharacters(copy) : copy);
    exchange.cutAnswer = cut || !isText(exchange.answer);
    if (!isText(exchange.answer))
        exchange.answer.clear();
    else if (endpoint.form && m_record.status < 400)
        exchange.outline = outlineOf(*endpoint.form, exchange.answer);
    exchange.dropped = m_dropped;
    m_copy->sink(exchange, m_record);
}

} // namespace gatehouse
