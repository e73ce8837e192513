// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/relay.h"

namespace gatehouse {
namespace {

constexpr qsizetype usageTail = 16 * 1024; // figures stand at the end of an answer

class BodyRelay final : public Relay
{
public:
    BodyRelay(Reply &reply, int status, qint64 contentLength, qint64 holdBytes, Dialect dialect,
              Headers headers)
        : m_reply(reply)
        , m_headers(std::move(headers))
        , m_contentLength(contentLength)
        , m_holdBytes(contentLength > holdBytes ? 0 : holdBytes)
        , m_usage(dialect)
        , m_status(status)
    {
    }

    Flow body(QByteArrayView bytes) override
    {
        if (!m_begun && m_held.size() + bytes.size() <= m_holdBytes) {
            m_held.append(bytes);
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
        m_usage.read(m_held);
        if (m_begun)
            m_reply.finish();
        else
            m_reply.send(m_status, m_headers(), m_held);
        return {true, true, std::nullopt};
    }

    bool begun() const override { return m_begun; }
    std::optional<TokenUsage> tokens() const override { return m_usage.tokens(); }

private:
    Reply &m_reply;
    Headers m_headers;
    QByteArray m_held; //!< all of it, or once begun the last of it
    qint64 m_contentLength;
    qint64 m_holdBytes;
    UsageReader m_usage;
    int m_status;
    bool m_begun = false;
};

} // namespace

std::unique_ptr<Relay> makeBodyRelay(Reply &reply, int status, qint64 contentLength, qint64 holdBytes,
                                     Dialect dialect, Relay::Headers headers)
{
    return std::make_unique<BodyRelay>(reply, status, contentLength, holdBytes, dialect, std::move(headers));
}

} // namespace gatehouse
