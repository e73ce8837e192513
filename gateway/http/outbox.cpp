// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/outbox.h"

#include "gateway/http/connection.h"

namespace gatehouse {
namespace {

constexpr qsizetype keptCapacity = 128 * 1024;

} // namespace

QByteArray &Outbox::begin()
{
    if (m_waiting.empty()) {
        if (m_bytes.capacity() > keptCapacity)
            m_bytes = {};
        m_bytes.resize(0); // keeps its capacity
    }
    m_begun = m_bytes.size();
    return m_bytes;
}

void Outbox::endPiece(Connection &connection)
{
    m_begun = m_bytes.size();
    m_waiting.push_back({&connection, m_begun});
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
    qsizetype from = 0;
    for (const auto &[connection, end] : m_waiting) {
        if (connection)
            connection->sendWaited(QByteArrayView(m_bytes).sliced(from, end - from));
        from = end;
    }
    m_waiting.clear();
}

} // namespace gatehouse
