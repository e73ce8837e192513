// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/stream_order.h"

#include "gateway/dialect/provider_error.h"
#include "gateway/dialect/turns.h"

#include <algorithm>

namespace gatehouse {
StreamOrder::StreamOrder(StreamWriter &writer, const ReplyContext &context, QByteArray &out)
    : m_writer(writer)
    , m_context(context)
    , m_out(out)
{
}

void StreamOrder::start(QByteArrayView id)
{
    if (m_over || m_started)
        return;
    m_started = true;
    m_writer.start(m_out, id);
}

void StreamOrder::say(PartKind kind, QByteArrayView delta)
{
    if (deaf() || delta.isEmpty())
        return;
    if (blocked())
        return wait(kind, delta);
    if (!m_open || m_open->call || m_open->kind != kind)
        begin(kind, {kind});
    write(delta);
}

void StreamOrder::signature(QByteArrayView value)
{
    if (deaf() || value.isEmpty())
        return;
    if (m_open && m_open->kind == PartKind::Reasoning) {
        m_writer.signature(m_out, {m_context.origin, value.toByteArray()});
        return close();
    }
    if (!blocked()) { // within a call there is no place for it
        close();
        m_signatures.append(value.toByteArray()); // of what follows: where nothing does, nobody needs it
    }
}

//! A part that is nothing but a signature.
void StreamOrder::redactedReasoning(QByteArrayView value)
{
    if (deaf() || value.isEmpty() || blocked())
        return;
    begin(PartKind::RedactedReasoning, {PartKind::RedactedReasoning});
    m_writer.signature(m_out, {m_context.origin, value.toByteArray()});
    close();
}

void StreamOrder::wait(PartKind kind, QByteArrayView content)
{
    if (m_waiting.empty() || m_waiting.back().kind != kind)
        m_waiting.emplace_back().kind = kind;
    m_waiting.back().content.append(content);
    m_waitingBytes += content.size();
    if (m_waitingBytes > maxWaiting)
        error(protocolError(u"sent parts of an answer that belong together too far apart"));
}

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
    if (isOpen(piece))
        m_open->ended = true;
    else if (Waiting *waiting = waitingCall(piece))
        waiting->ended = true;
    advance();
}

void StreamOrder::begin(PartKind kind, const StreamPart &part)
{
    close();
    start({});
    for (const QByteArray &value : std::exchange(m_signatures, {})) {
        m_writer.partBegin(m_out, {PartKind::Reasoning});
        m_writer.signature(m_out, {m_context.origin, value});
        m_writer.partEnd(m_out);
    }
    m_content = true;
    m_open = Open();
    m_open->kind = kind;
    m_writer.partBegin(m_out, part);
}

void StreamOrder::write(QByteArrayView delta)
{
    m_writer.delta(m_out, delta);
    m_written += delta.size();
    if (m_written > maxAnswer || m_closed.size() > maxCalls)
        error(protocolError(u"sent an answer without an end"));
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

void StreamOrder::close()
{
    if (!m_open)
        return;
    const Open &open = *m_open;
    if (open.freeform) {
        const QByteArray text = freeformText(open.held);
        if (!text.isEmpty())
            write(text);
    } else if (open.kind == PartKind::ToolCall && !open.scan.begun()) {
        write("{}");
    }
    m_writer.partEnd(m_out);
    if (open.call)
        m_closed.push_back({open.index, open.id});
    m_open.reset();
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
    }
}

//! Everything that waited comes out, with names made up where none came; what gave no sign of itself does
//! not.
void StreamOrder::closeAll()
{
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
        close();
    }
}

void StreamOrder::stop(const StopNote &stop)
{
    if (deaf())
        return;
    closeAll();
    m_stop = stop;
    m_stopped = true;
}

void StreamOrder::mayStop(const StopNote &stop)
{
    if (!deaf() && (!m_stop || m_stop->reason == StopReason::Other || stop.reason != StopReason::EndTurn))
        m_stop = stop;
}

void StreamOrder::done()
{
    if (m_over)
        return;
    if (!m_stopped)
        closeAll();
    if (!m_stop && !m_content)
        return error(protocolError(u"ended its stream without any content"));
    finish();
}

void StreamOrder::bodyEnded(bool endIsSaid)
{
    if (m_over)
        return;
    if (m_stop && !endIsSaid)
        return done();
    error(protocolError(m_content ? QStringView(u"ended its stream before the answer was complete")
                                  : QStringView(u"ended its stream without any content")));
}

void StreamOrder::finish()
{
    start({});
    m_writer.end(m_out, {settledStop(m_stop, m_callsTool), m_usage});
    m_over = true;
}

void StreamOrder::usage(const TokenUsage &usage)
{
    if (!m_over)
        m_usage = usage;
}

void StreamOrder::ping()
{
    if (m_started && !m_over)
        m_writer.ping(m_out);
}

void StreamOrder::error(const Error &error)
{
    if (m_over)
        return;
    m_failure = error;
    m_over = true;
}

} // namespace gatehouse
