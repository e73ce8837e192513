// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/logging.h"
#include "gateway/dialect/provider_error.h"
#include "gateway/dialect/translation.h"
#include "gateway/http/error_body.h"
#include "gateway/pipeline/reading.h"
#include "gateway/pipeline/relay.h"
#include "gateway/pipeline/reported_error.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qsizetype maxWhole = 32 * 1024 * 1024;
constexpr int answered = 200;

//! The client's body for the provider's.
Result<WholeReply> translated(const Reading &reading, QByteArrayView body)
{
    switch (reading.task) {
    case Task::Generate:
        break;
    case Task::CountTokens:
        return reading.provider.readTokenCount(body).andThen([&](qint64 tokens) -> Result<WholeReply> {
            return WholeReply{reading.client.writeTokenCount(tokens), {}};
        });
    case Task::Embed:
        return reading.provider.readEmbedding(body, reading.target)
            .andThen([&](const EmbeddingReply &reply) -> Result<WholeReply> {
                return WholeReply{reading.client.writeEmbedding(reply, reading.embedding), reply.usage};
            });
    }
    return translateReply(reading.provider, reading.target, reading.client, reading.context, body);
}

//! Of an answer, as of a request; the header of a stream may be out already.
void warnOfLoss(const Dropped &dropped)
{
    if (!dropped.names().isEmpty())
        qCWarning(lcPipeline).noquote() << "Left out for the client:" << QString::fromUtf8(dropped.header());
}

class TranslatedBody final : public Relay
{
public:
    TranslatedBody(Reply &reply, const Reading &reading, TypedHeaders headers)
        : m_reply(reply)
        , m_reading(reading)
        , m_headers(std::move(headers))
    {
    }

    Flow body(QByteArrayView bytes) override
    {
        m_tooLong = m_body.size() + bytes.size() > maxWhole;
        if (m_tooLong)
            return Stop;
        m_body.append(bytes);
        return Go;
    }

    RelayEnd end(const TransferEnd &end, const Error &failure) override
    {
        if (m_tooLong)
            return {false, false, protocolError(u"sent an answer of more than 32 MiB")};
        if (end.kind != TransferEnd::Complete)
            return {false, false, failure};
        const Result<WholeReply> whole = translated(m_reading, m_body);
        if (!whole)
            return {false, false, toldError(whole.error(), m_reading.redactor)};
        m_tokens = whole->usage;
        warnOfLoss(whole->dropped);
        m_begun = true;
        m_reply.send(answered, m_headers("application/json", whole->dropped), whole->body);
        return {true, true, std::nullopt};
    }

    bool begun() const override { return m_begun; }
    std::optional<TokenUsage> tokens() const override { return m_tokens; }

private:
    Reply &m_reply;
    const Reading &m_reading;
    TypedHeaders m_headers;
    QByteArray m_body;
    std::optional<TokenUsage> m_tokens;
    bool m_tooLong = false;
    bool m_begun = false;
};

class TranslatedStream final : public Relay
{
public:
    TranslatedStream(Reply &reply, const Reading &reading, TypedHeaders headers)
        : m_reply(reply)
        , m_reading(reading)
        , m_headers(std::move(headers))
        , m_translation(reading.provider, reading.target, reading.client, reading.context)
    {
    }

    Flow body(QByteArrayView bytes) override
    {
        if (m_reply.pending() >= Reply::highWater)
            return Pause;
        m_translation.feed(bytes);
        const bool shows = m_translation.content() || m_translation.output().size() > mostHeldEvents;
        if (m_begun || (shows && !m_translation.failure()))
            letGo();
        return m_translation.over() ? Stop : Go;
    }

    RelayEnd end(const TransferEnd &end, const Error &failure) override
    {
        const bool failed = m_translation.failure().has_value();
        const bool complete = end.kind == TransferEnd::Complete;
        if (complete)
            m_translation.bodyEnded();
        else
            m_translation.bodyBroke();
        if (m_translation.over() && !m_translation.failure()) {
            letGo();
            warnOfLoss(m_translation.dropped());
            m_reply.finish();
            return {true, true, std::nullopt};
        }
        const Error error =
            toldError(complete || failed ? *m_translation.failure() : failure, m_reading.redactor);
        if (!m_begun)
            return {false, false, error};
        m_translation.breakOff(error, errorBody(error, m_reading.asked));
        letGo();
        m_reply.abort();
        return {true, false, error};
    }

    bool begun() const override { return m_begun; }
    bool holding() const override { return !m_begun && !m_translation.output().isEmpty(); }
    void letGo() override
    {
        QByteArray &output = m_translation.output();
        if (output.isEmpty())
            return;
        if (!std::exchange(m_begun, true))
            m_reply.begin(answered, m_headers(m_translation.contentType(), m_translation.dropped()));
        m_reply.write(output);
        output.resize(0); // keeps its memory
    }
    void ping() override
    {
        if (m_reply.pending() > 0)
            return; // it has not even taken what there is
        m_translation.ping();
        letGo();
    }
    std::optional<TokenUsage> tokens() const override { return m_translation.tokens(); }

private:
    Reply &m_reply;
    const Reading &m_reading;
    TypedHeaders m_headers;
    StreamTranslation m_translation;
    bool m_begun = false;
};

} // namespace

std::unique_ptr<Relay> makeTranslatedBody(Reply &reply, const Reading &reading, TypedHeaders headers)
{
    return std::make_unique<TranslatedBody>(reply, reading, std::move(headers));
}

std::unique_ptr<Relay> makeTranslatedStream(Reply &reply, const Reading &reading, TypedHeaders headers)
{
    return std::make_unique<TranslatedStream>(reply, reading, std::move(headers));
}

} // namespace gatehouse
