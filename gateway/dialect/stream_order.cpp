// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/stream_order.h"

#include "gateway/dialect/data_uri.h"
#include "gateway/dialect/provider_error.h"
#include "gateway/dialect/turns.h"

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
    if (m_waiting.empty() || m_waiting.back().kind != kind || kind == PartKind::Image)
        m_waiting.emplace_back().kind = kind;
    m_waiting.back().content.append(content);
    m_waitingBytes += content.size();
    if (m_waitingBytes > maxWaiting)
        error(protocolError(u"sent parts of an answer that belong together too far apart"));
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
    if (m_over)
        return;
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

//! Each is a part of its own.
void StreamOrder::image(const Media &media)
{
    if (deaf())
        return;
    if (!m_context.takesImages)
        return m_dropped.add("images");
    if (blocked())
        return wait(PartKind::Image, mediaUrl(media));
    begin(PartKind::Image, {PartKind::Image});
    write(mediaUrl(media));
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
