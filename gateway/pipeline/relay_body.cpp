// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/append.h"
#include "gateway/dialect/json_view.h"
#include "gateway/pipeline/relay.h"
#include "gateway/pipeline/reported_error.h"

#include <cstring>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qsizetype usageTail = 16 * 1024; // figures stand at the end of an answer

bool endsLikeJson(QByteArrayView body)
{
    body = body.trimmed();
    return body.endsWith('}') || body.endsWith(']');
}

bool beginsLikeJson(QByteArrayView body)
{
    constexpr QByteArrayView mark = "\xef\xbb\xbf"; // some write it, and libraries overlook it
    body = (body.startsWith(mark) ? body.sliced(mark.size()) : body).trimmed();
    return body.startsWith('{') || body.startsWith('[');
}

//! Whether \a body, which is no error, may be an API's answer: JSON by the look of its ends, and where it
//! begins like an error, JSON in full.
bool isAnswer(QByteArrayView body)
{
    body = body.trimmed();
    if (!beginsLikeJson(body) || !endsLikeJson(body))
        return false;
    const bool likeError = body.startsWith('{') && body.sliced(1).trimmed().startsWith("\"error\"");
    return !likeError || bool(JsonDocument().parse(body));
}

//! Whether it pays to look for an error in the place of an answer: few answers have such words. The C library
//! searches fastest, and up to a null byte: what has one is no JSON.
bool mayHoldError(const QByteArray &body)
{
    return std::strstr(body.constData(), "\"error\"") || std::strstr(body.constData(), "\"base_resp\"");
}

class BodyRelay final : public Relay
{
public:
    BodyRelay(Reply &reply, int status, qint64 contentLength, BodyRules rules, Dialect dialect,
              Headers headers, const Redactor &redactor)
        : m_reply(reply)
        , m_redactor(redactor)
        , m_headers(std::move(headers))
        , m_contentLength(contentLength)
        , m_holdBytes(contentLength > rules.holdBytes ? 0 : rules.holdBytes)
        , m_mustBeJson(rules.mustBeJson)
        , m_usage(dialect)
        , m_status(status)
    {
    }

    Flow body(QByteArrayView bytes) override
    {
        if (!m_begun && m_held.size() + bytes.size() <= m_holdBytes) {
            appendBytes(m_held, bytes);
            return Go;
        }
        if (m_begun && m_reply.pending() >= Reply::highWater)
            return Pause;
        if (!m_begun) {
            m_begun = true;
            m_reply.begin(m_status, m_headers(), m_contentLength);
            if (!m_held.isEmpty())
                m_reply.write(m_held);
        }
        m_reply.write(bytes);
        m_held.append(bytes);
        if (m_held.size() > 2 * usageTail)
            m_held = m_held.last(usageTail);
        return Go;
    }

    RelayEnd end(const TransferEnd &end, const Error &failure) override
    {
        if (end.kind != TransferEnd::Complete) {
            if (m_begun)
                m_reply.abort();
            return {m_begun, false, failure};
        }
        if (!m_begun && m_mustBeJson && mayHoldError(m_held)) {
            if (const auto reported = reportedError(m_held, m_redactor))
                return {false, false, reported};
        }
        if (!m_begun && m_mustBeJson && !isAnswer(m_held))
            return {false, false,
                    Error{502, "provider_error", "upstream_protocol",
                          u"The provider sent nothing or half an answer."_s}};
        if (m_begun && m_mustBeJson && !endsLikeJson(m_held)) {
            m_reply.abort();
            m_usage.read(m_held);
            return {true, false,
                    Error{502, "provider_error", "upstream_protocol",
                          u"The provider ended its answer before it was complete."_s}};
        }
        if (!m_begun && m_reply.isToHead()) {
            m_begun = true;
            m_reply.begin(m_status, m_headers(), m_contentLength); // that of what a GET would get
        }
        if (m_begun) {
            m_reply.finish();
        } else {
            m_begun = true;
            m_reply.send(m_status, m_headers(), m_held);
        }
        m_usage.read(m_held); // a client alone need not wait for it
        return {true, true, std::nullopt};
    }

    bool begun() const override { return m_begun; }
    std::optional<TokenUsage> tokens() const override { return m_usage.tokens(); }

private:
    Reply &m_reply;
    const Redactor &m_redactor;
    Headers m_headers;
    QByteArray m_held; //!< all of it, or once begun the last of it
    qint64 m_contentLength;
    qint64 m_holdBytes;
    bool m_mustBeJson;
    UsageReader m_usage;
    int m_status;
    bool m_begun = false;
};

} // namespace

std::unique_ptr<Relay> makeBodyRelay(Reply &reply, int status, qint64 contentLength, BodyRules rules,
                                     Dialect dialect, Relay::Headers headers, const Redactor &redactor)
{
    return std::make_unique<BodyRelay>(reply, status, contentLength, rules, dialect, std::move(headers),
                                       redactor);
}

} // namespace gatehouse
