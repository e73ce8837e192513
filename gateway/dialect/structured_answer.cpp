// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/structured_answer.h"

namespace gatehouse {

void StructuredAnswer::text(QByteArrayView delta)
{
    if (m_answered)
        return;
    m_held.append(delta);
    if (m_held.size() > maxHeld)
        letGo();
}

void StructuredAnswer::refusal(QByteArrayView delta)
{
    letGo();
    m_next.refusal(delta);
}

void StructuredAnswer::tool(const ToolCallPiece &piece)
{
    if (piece.name == m_tool) {
        m_answered = true;
        m_held.clear();
    } else if (!piece.name.isEmpty()) {
        letGo();
    }
    m_next.tool(piece);
}

void StructuredAnswer::stop(const StopNote &stop)
{
    letGo();
    m_next.stop(stop);
}

void StructuredAnswer::done()
{
    letGo();
    m_next.done();
}

void StructuredAnswer::letGo()
{
    if (!m_held.isEmpty())
        m_next.text(std::exchange(m_held, {}));
}

} // namespace gatehouse
