// SPDX-License-Identifier: GPL-3.0-or-later
// The half of a connection that its Reply sees: the answer on its way out.
#include "gateway/http/connection.h"
#include "gateway/http/descriptors.h"

#include <QScopedValueRollback>
#include <QTcpSocket>

#include <algorithm>
#include <utility>

namespace gatehouse {
namespace {

constexpr qsizetype mostGathered = 16 * 1024;
// Of a body that comes without chunks: to send more costs less than to copy it.
constexpr qsizetype mostCopied = 4 * 1024;

} // namespace

void Connection::begin(Answer &answer)
{
    m_answer = &answer;
    answer.connection = this;
    m_full = pending() >= answer.lowWater; // of the answer before
}

void Connection::holdOpen(std::shared_ptr<void> token)
{
    m_token = std::move(token);
}

QByteArray &Connection::out()
{
    if (m_context.corked == this)
        return m_context.outbox.bytes();
    if (m_context.corked)
        m_context.corked->sendGathered();
    return m_context.outbox.begin();
}

QByteArray &Connection::head(int status, QByteArrayView lines, qint64 contentLength, bool chunked)
{
    AnswerHead head{status, lines, m_origin, contentLength, chunked};
    m_keepAlive = m_keepAlive && !m_context.stopping;
    head.close = !m_keepAlive;
    head.keepAlive10 = m_isHttp10;
    QByteArray &bytes = out();
    m_context.heads.append(bytes, head);
    return bytes;
}

void Connection::send(QByteArrayView more)
{
    if (m_corked && more.size() <= mostCopied &&
        m_context.outbox.piece().size() + more.size() <= mostGathered) {
        m_context.outbox.bytes().append(more);
        m_context.corked = this;
        return;
    }
    m_context.corked = nullptr;
    sendPiece(more);
}

void Connection::uncork()
{
    m_corked = false;
    sendGathered();
}

void Connection::sendGathered()
{
    if (m_context.corked != this)
        return;
    m_context.corked = nullptr;
    sendPiece({});
}

void Connection::sendPiece(QByteArrayView more)
{
    Outbox &outbox = m_context.outbox;
    if (Round::isCrowded() && pending() == 0 && outbox.piece().size() + more.size() <= mostGathered) {
        outbox.bytes().append(more);
        ++m_waiting;
        return outbox.endPiece(*this);
    }
    if (m_waiting > 0)
        Round::flush();
    sendAtOnce(outbox.piece(), more);
}

void Connection::sendWaited(QByteArrayView piece)
{
    --m_waiting;
    sendAtOnce(piece, {});
}

void Connection::sendAtOnce(QByteArrayView first, QByteArrayView more)
{
    if (m_phase == Phase::Gone)
        return;
    const bool waiting = pending() > 0;
    // Most answers fit into the socket's own buffer: they need no other.
    if (!waiting) {
        const qsizetype sent = sendNow(m_descriptor, first, more);
        more = more.sliced(std::max<qsizetype>(0, sent - first.size()));
        first = first.sliced(std::min(sent, first.size()));
    }
    if (!first.isEmpty() || !more.isEmpty()) {
        // Whatever goes wrong here must not reach back into the caller.
        const QScopedValueRollback guard(m_writing, true);
        m_buffered = true;
        m_socket.write(first.data(), first.size());
        m_socket.write(more.data(), more.size());
    }
    const qint64 rest = pending();
    if (rest > 0 && !waiting)
        m_taken = Clock::now();
    if (m_answer && rest >= m_answer->lowWater)
        m_full = true;
    else if (m_full)
        QMetaObject::invokeMethod(this, &Connection::drain, Qt::QueuedConnection);
}

qint64 Connection::pending() const
{
    return m_phase == Phase::Gone || !m_buffered ? 0 : m_socket.bytesToWrite();
}

void Connection::ended(bool whole)
{
    uncork();
    if (m_answer)
        std::exchange(m_answer, nullptr)->connection = nullptr;
    m_full = false;
    m_token.reset();
    if (m_phase != Phase::Answering)
        return;
    if (!whole || !m_keepAlive || m_context.stopping)
        return close();
    m_phase = Phase::Reading;
    m_reused = true;
    m_since = Clock::now();
    // With an empty buffer Qt's socket goes on waiting for more, and so learns of the end later.
    if (m_context.servesDirectly && m_socket.bytesAvailable() == 0)
        readDirectly(true);
}

void Connection::onBytesWritten()
{
    if (m_writing)
        return;
    m_taken = Clock::now();
    if (m_phase != Phase::Reading || !m_guard.headBegun()) // whose own limit goes on
        m_since = m_taken;
    m_buffered = m_socket.bytesToWrite() > 0;
    if (m_phase == Phase::Closing && pending() == 0)
        linger();
    else
        drain();
}

void Connection::drain()
{
    if (!m_full || !m_answer || pending() >= m_answer->lowWater)
        return;
    m_full = false;
    if (m_answer->drained) {
        const auto drained = m_answer->drained; // lives on if the answer ends meanwhile
        drained();
    }
}

} // namespace gatehouse
