// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/reply.h"

#include "gateway/base/append.h"
#include "gateway/http/connection.h"

#include <charconv>

namespace gatehouse {
namespace {

constexpr qsizetype copyLimit = 64 * 1024; // up to here head and body leave in one piece

} // namespace

struct Reply::State : Answer
{
    bool begun = false;
    bool chunked = false;
    bool bodiless = false;
    qint64 remaining = -1; //!< of the promised length; −1: none was promised
    qint64 bytesOut = 0;
    qsizetype mostCopied = 0; //!< 0: no copy is kept
    QByteArray copy;

    void written(QByteArrayView body)
    {
        bytesOut += body.size();
        if (mostCopied > 0)
            copy.append(body.first(qMin(body.size(), mostCopied - copy.size())));
    }
};

Reply::Reply(Connection &connection)
    : m_state(std::make_unique<State>())
{
    m_state->lowWater = lowWater;
    connection.begin(*m_state);
}

void Reply::addTouched(Touched &touched) const
{
    if (!m_state)
        return;
    touched.add(m_state.get(), sizeof(State));
    touched.add(m_state->connection, sizeof(Connection));
}

Reply Reply::detached()
{
    Reply reply;
    reply.m_state = std::make_unique<State>();
    return reply;
}

Reply::Reply() = default;
Reply::Reply(Reply &&) noexcept = default;

Reply &Reply::operator=(Reply &&other) noexcept
{
    const Reply ended(std::move(*this));
    m_state = std::move(other.m_state);
    return *this;
}

Reply::~Reply()
{
    if (!m_state || !m_state->connection)
        return;
    if (!m_state->begun)
        send(500, "", "");
    else
        abort();
}

void Reply::send(int status, QByteArrayView headers, QByteArrayView body)
{
    if (!m_state || m_state->begun)
        return;
    m_state->begun = true;
    m_state->written(body);
    Connection *connection = m_state->connection;
    if (!connection)
        return;
    QByteArray &out = connection->head(status, headers, isBodiless(status) ? -1 : body.size());
    if (connection->isHead() || isBodiless(status))
        body = {};
    if (body.size() <= copyLimit)
        appendBytes(out, std::exchange(body, {}));
    connection->send(body);
    connection->ended(true);
}

void Reply::begin(int status, QByteArrayView headers, qint64 contentLength)
{
    if (!m_state || m_state->begun)
        return;
    m_state->begun = true;
    Connection *connection = m_state->connection;
    if (!connection)
        return;
    const bool never = isBodiless(status);
    const bool unknown = contentLength < 0 && !never;
    m_state->bodiless = never || connection->isHead();
    m_state->chunked = unknown && !connection->isHttp10();
    m_state->remaining = m_state->bodiless ? 0 : contentLength;
    if (unknown && connection->isHttp10())
        connection->closeAfterwards();
    connection->head(status, headers, never ? -1 : contentLength, m_state->chunked);
    connection->send();
    // The client may now send its next request, whether or not finish() has been called.
    if (m_state->remaining == 0)
        connection->ended(true);
}

void Reply::write(QByteArrayView body)
{
    if (!m_state || !m_state->begun)
        return;
    m_state->written(body);
    Connection *connection = m_state->connection;
    if (!connection || body.isEmpty())
        return;
    QByteArray &out = connection->out();
    if (m_state->chunked) {
        char size[16];
        const auto end = std::to_chars(std::begin(size), std::end(size), quint64(body.size()), 16).ptr;
        appendParts(out, {{size, end - size}, "\r\n", body, "\r\n"});
        return connection->send();
    }
    if (m_state->remaining < 0)
        return connection->send(body);
    body = body.first(qMin<qint64>(body.size(), m_state->remaining));
    m_state->remaining -= body.size();
    connection->send(body);
    if (m_state->remaining == 0)
        connection->ended(true);
}

void Reply::cork()
{
    if (m_state && m_state->connection)
        m_state->connection->cork();
}

void Reply::uncork()
{
    if (m_state && m_state->connection)
        m_state->connection->uncork();
}

void Reply::finish()
{
    if (!m_state || !m_state->begun || !m_state->connection)
        return;
    Connection *connection = m_state->connection;
    if (m_state->chunked) {
        connection->out().append("0\r\n\r\n");
        connection->send();
    }
    connection->ended(m_state->remaining <= 0);
}

void Reply::abort()
{
    if (m_state && m_state->connection)
        m_state->connection->ended(false);
}

bool Reply::isToHead() const
{
    return m_state && m_state->connection && m_state->connection->isHead();
}

bool Reply::begun() const
{
    return m_state && m_state->begun;
}

qint64 Reply::pending() const
{
    return m_state && m_state->connection ? m_state->connection->pending() : 0;
}

qint64 Reply::bytesOut() const
{
    return m_state ? m_state->bytesOut : 0;
}

void Reply::keepCopy(qsizetype most)
{
    if (m_state)
        m_state->mostCopied = most;
}

QByteArray Reply::takeCopy()
{
    return m_state ? std::exchange(m_state->copy, {}) : QByteArray();
}

void Reply::onLeft(std::function<void()> left)
{
    if (m_state)
        m_state->left = std::move(left);
}

void Reply::onDrained(std::function<void()> drained)
{
    if (m_state)
        m_state->drained = std::move(drained);
}

} // namespace gatehouse
