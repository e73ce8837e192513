// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/provider_error.h"
#include "gateway/dialect/stream_order.h"

#include <algorithm>

namespace gatehouse {

bool StreamOrder::isClosed(const ToolCallPiece &piece) const
{
    return std::any_of(m_closed.begin(), m_closed.end(),
                       [&](const Closed &closed) { return piece.isOf(closed.index, closed.id); });
}

StreamOrder::Waiting *StreamOrder::waitingCall(const ToolCallPiece &piece)
{
    const auto it = std::find_if(m_waiting.rbegin(), m_waiting.rend(), [&](const Waiting &waiting) {
        return waiting.kind == PartKind::ToolCall && piece.isOf(waiting.index, waiting.id);
    });
    return it == m_waiting.rend() ? nullptr : &*it;
}

void StreamOrder::tool(const ToolCallPiece &piece)
{
    if (deaf())
        return;
    if (isOpen(piece)) {
        argue(piece.arguments);
        return advance();
    }
    Waiting *waiting = waitingCall(piece);
    if (!waiting) {
        if (isClosed(piece))
            return;
        waiting = &m_waiting.emplace_back();
        waiting->index = piece.index;
    }
    if (waiting->id.isEmpty())
        waiting->id = piece.id.toByteArray();
    if (waiting->name.isEmpty())
        waiting->name = piece.name.toByteArray();
    waiting->content.append(piece.arguments);
    m_waitingBytes += piece.arguments.size() + qsizetype(sizeof(Waiting)); // empty ones take room too
    if (m_waitingBytes > maxWaiting)
        return error(protocolError(u"sent parts of an answer that belong together too far apart"));
    advance();
}

void StreamOrder::toolEnd(int index)
{
    if (deaf())
        return;
    const ToolCallPiece piece{index};
    if (isOpen(piece)) {
        m_open->ended = true;
        (void)breaksOff();
    } else if (Waiting *waiting = waitingCall(piece)) {
        waiting->ended = true;
    }
    advance();
}

void StreamOrder::openWaiting(Waiting waiting)
{
    m_waitingBytes -= waiting.content.size();
    if (waiting.kind != PartKind::ToolCall) {
        begin(waiting.kind, {waiting.kind});
        write(waiting.content);
        return;
    }
    if (!m_context.answerTool.isEmpty() && waiting.name == m_context.answerTool) {
        if (std::exchange(m_answered, true)) { // two would not be one JSON
            m_closed.push_back({waiting.index, std::move(waiting.id)});
            if (m_closed.size() > maxCalls)
                error(protocolError(u"sent an answer without an end"));
            return;
        }
        begin(PartKind::Text, {PartKind::Text});
    } else {
        m_callsTool = true;
        const QByteArray id = m_ids.valid(waiting.id);
        const QByteArray name = m_context.names.original(waiting.name);
        const bool freeform = m_context.freeformTools.contains(name);
        begin(PartKind::ToolCall, {PartKind::ToolCall, id, name, freeform});
        m_open->freeform = freeform;
    }
    m_open->call = true;
    m_open->index = waiting.index;
    m_open->id = std::move(waiting.id);
    m_open->ended = waiting.ended;
    argue(waiting.content);
}

//! More arguments of the open call.
void StreamOrder::argue(QByteArrayView bytes)
{
    const QByteArrayView counted = m_open->scan.feed(bytes);
    if (m_open->scan.endless())
        return error(endlessArguments());
    if (counted.isEmpty())
        return;
    if (!m_open->freeform) {
        write(counted);
    } else {
        m_open->held.append(counted);
        if (m_open->held.size() > maxWaiting)
            error(protocolError(u"sent too long a call of a tool"));
    }
}

//! The open call has come to nothing, and must not look as if it were whole.
bool StreamOrder::breaksOff()
{
    if (!m_open || !m_open->call || !m_open->scan.ranAway())
        return false;
    error(endlessArguments());
    return true;
}

//! Opens what waits, as far as it may.
void StreamOrder::advance()
{
    while (!blocked() && !m_over) {
        const auto next = std::find_if(m_waiting.begin(), m_waiting.end(), [](const Waiting &waiting) {
            return waiting.kind != PartKind::ToolCall || (!waiting.id.isEmpty() && !waiting.name.isEmpty());
        });
        if (next == m_waiting.end())
            return;
        Waiting waiting = std::move(*next);
        m_waiting.erase(next);
        openWaiting(std::move(waiting));
        if (m_open && m_open->ended && breaksOff())
            return;
    }
}

//! Everything that waited comes out, with names made up where none came; what gave no sign of itself does
//! not.
void StreamOrder::closeAll()
{
    if (breaksOff())
        return;
    close();
    std::vector<Waiting> rest = std::move(m_waiting);
    m_waiting.clear();
    for (Waiting &waiting : rest) {
        const bool call = waiting.kind == PartKind::ToolCall;
        if (call && waiting.id.isEmpty() && waiting.name.isEmpty() && waiting.content.trimmed().isEmpty())
            continue;
        if (call && waiting.name.isEmpty())
            waiting.name = "tool_" + QByteArray::number(waiting.index);
        openWaiting(std::move(waiting));
        if (m_over || breaksOff())
            return;
        close();
    }
}

} // namespace gatehouse
