// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/recorded_bodies.h"

#include <algorithm>

namespace gatehouse {

qint64 bytesOf(const RecordedExchange &exchange)
{
    constexpr qint64 ofAnyOne = 512;
    qint64 characters = exchange.outline.text.size() + exchange.outline.reasoning.size();
    for (const AnswerOutline::Tool &tool : exchange.outline.tools)
        characters += tool.name.size() + tool.arguments.size();
    return ofAnyOne + exchange.requestId.size() + exchange.path.size() + exchange.query.size() +
           exchange.headers.size() + exchange.request.size() + exchange.answer.size() +
           characters * qint64(sizeof(QChar));
}

void RecordedBodies::add(const RecordedExchange &exchange)
{
    forget(exchange.requestId);
    const qint64 size = bytesOf(exchange);
    if (size > maxBytes)
        return;
    while (count() >= maxCount || m_bytes + size > maxBytes)
        forget(QByteArray(m_order.front()));
    m_exchanges.insert(exchange.requestId, exchange);
    m_order.push_back(exchange.requestId);
    m_bytes += size;
}

const RecordedExchange *RecordedBodies::find(const QByteArray &requestId) const
{
    const auto it = m_exchanges.constFind(requestId);
    return it == m_exchanges.constEnd() ? nullptr : &*it;
}

void RecordedBodies::forget(const QByteArray &requestId)
{
    const auto it = m_exchanges.constFind(requestId);
    if (it == m_exchanges.constEnd())
        return;
    m_bytes -= bytesOf(*it);
    m_order.erase(std::find(m_order.begin(), m_order.end(), requestId));
    m_exchanges.erase(it);
}

void RecordedBodies::clear()
{
    m_exchanges.clear();
    m_order.clear();
    m_bytes = 0;
}

} // namespace gatehouse
