// SPDX-License-Identifier: GPL-3.0-or-later
// How a connection ends: in good time, by itself or by its client.
#include "gateway/http/connection.h"
#include "gateway/http/descriptors.h"

#include <QTcpSocket>

#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {

void Connection::closeIfIdle()
{
    if (m_phase == Phase::Reading && !m_guard.headBegun())
        close();
}

void Connection::close()
{
    if (m_waiting > 0)
        Round::flush();
    m_phase = Phase::Closing;
    m_since = Clock::now();
    if (pending() == 0)
        linger();
}

//! A close with unread input would reset the connection and take the answer out of the client's hands: end
//! our side, and let the client end its own (RFC 9112, 9.6).
void Connection::linger()
{
    halfClose(m_descriptor);
    m_since = Clock::now();
    countAsEnding(true);
}

void Connection::drop()
{
    if (m_phase != Phase::Gone)
        m_socket.abort();
}

void Connection::onDisconnected()
{
    m_phase = Phase::Gone;
    readDirectly(false);
    countAsEnding(false);
    m_context.connections.remove(this);
    if (m_writing)
        QMetaObject::invokeMethod(this, &Connection::left, Qt::QueuedConnection);
    else
        left();
}

//! The client has ended its side: that counts as leaving, even if it has not taken all yet.
void Connection::onPeerClosed()
{
    if (m_phase == Phase::Gone)
        return;
    m_phase = Phase::Closing;
    m_since = Clock::now();
    countAsEnding(true);
    left();
}

void Connection::countAsEnding(bool ending)
{
    if (std::exchange(m_ending, ending) != ending)
        m_context.ending += ending ? 1 : -1;
}

void Connection::left()
{
    if (Answer *answer = std::exchange(m_answer, nullptr)) {
        answer->connection = nullptr;
        if (const auto tell = std::move(answer->left)) // destroys the answer, as a rule
            tell();
    }
    m_token.reset();
}

//! The system may hold megabytes of an answer, and asks for more only when much of them has gone.
void Connection::noteTaken(TimePoint now)
{
    if (pending() == 0)
        return;
    const qint64 rest = untaken(m_descriptor);
    if (rest >= 0 && rest < std::exchange(m_untaken, rest))
        m_taken = now;
}

void Connection::check(TimePoint now)
{
    const Patience &patience = m_context.patience;
    noteTaken(now);
    const auto waited = now - m_since;
    if (pending() > 0 && now - m_taken > patience.send)
        return drop();
    if (m_phase == Phase::Closing && pending() == 0 && waited > patience.linger)
        return drop();
    if (m_phase != Phase::Reading)
        return;
    const bool idle = m_reused && !m_guard.headBegun();
    if (waited <= (m_guard.inBody() ? patience.body : idle ? patience.idle : patience.head))
        return;
    if (idle)
        return close();
    m_read = now; // as in turnAway()
    refuse({408, "invalid_request_error", "request_timeout", u"The request did not arrive in time."_s});
}

} // namespace gatehouse
