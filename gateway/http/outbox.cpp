// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/outbox.h"

#include "gateway/http/connection.h"

namespace gatehouse {
namespace {

constexpr qsizetype keptCapacity = 128 * 1024;

} // namespace

QByteArray &Outbox::begin()
{
    if (m_waiting.empty() && m_bytes.capacity() > keptCapacity)
        m_bytes = {};
    // The piece before may have left without waiting, or belong to one that has gone.
    m_begun = m_waiting.empty() ? 0 : m_waiting.back().end;
    m_bytes.resize(m_begun); // keeps its capacity
    return m_bytes;
}

void Outbox::endPiece(Connection &connection)
{
    m_waiting.push_back({&connection, m_begun, m_bytes.size()});
    m_begun = m_bytes.size();
    Round::add(*this);
}

void Outbox::forget(const Connection &connection)
{
    for (Piece &piece : m_waiting) {
        if (piece.connection == &connection)
            piece.connection = nullptr;
    }
}

void Outbox::sendWaiting()
{
    for (const auto &[connection, begin, end] : m_waiting) {
        if (connection)
            connection->sendWaited(QByteArrayView(m_bytes).sliced(begin, end - begin));
    }
    m_waiting.clear();
}

} // namespace gatehouse
