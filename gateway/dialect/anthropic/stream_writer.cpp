// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/anthropic/reply_writer.h"
#include "gateway/dialect/anthropic/words.h"
#include "gateway/dialect/json_escape.h"
#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/signature.h"

namespace gatehouse::anthropic {
namespace {

//! Writes message events (wire formats, b2), each with its name: the SDKs go by that.
class EventWriter final : public StreamWriter
{
public:
    explicit EventWriter(const ReplyContext &context)
        : m_context(context)
    {
    }

    void start(QByteArray &out, QByteArrayView id) override
    {
        out.append("event: message_start\ndata: ");
        JsonWriter json(out);
        json.openObject().text("type", "message_start").openObject("message");
        json.text("id", id.isEmpty() ? QByteArray("msg_" + m_context.token) : id.toByteArray())
            .text("type", "message")
            .text("role", "assistant")
            .text("model", m_context.model)
            .raw("content", "[]")
            .null("stop_reason")
            .null("stop_sequence")
            .openObject("usage");
        json.number("input_tokens", m_context.inputEstimate).number("output_tokens", 0);
        json.closeObject().closeObject().closeObject();
        out.append("\n\n");
    }

    void partBegin(QByteArray &out, const StreamPart &part) override
    {
        m_part = part.kind;
        if (part.kind == PartKind::RedactedReasoning)
            return; // it begins with what it holds
        out.append("event: content_block_start\ndata: ");
        JsonWriter json(out);
        json.openObject().text("type", "content_block_start").number("index", m_index);
        json.openObject("content_block");
        if (part.kind == PartKind::ToolCall)
            json.text("type", "tool_use").text("id", part.id).text("name", part.name).raw("input", "{}");
        else if (part.kind == PartKind::Reasoning)
            json.text("type", "thinking").text("thinking", "").text("signature", "");
        else
            json.text("type", "text").text("text", "");
        json.closeObject().closeObject();
        out.append("\n\n");
    }

    void delta(QByteArray &out, QByteArrayView bytes) override
    {
        openDelta(out);
        if (m_part == PartKind::ToolCall)
            out.append(R"("input_json_delta","partial_json":")");
        else if (m_part == PartKind::Reasoning)
            out.append(R"("thinking_delta","thinking":")");
        else
            out.append(R"("text_delta","text":")");
        appendEscaped(out, bytes);
        out.append("\"}}\n\n");
    }

    void signature(QByteArray &out, const Signature &signature) override
    {
        if (m_part == PartKind::Reasoning) {
            openDelta(out);
            out.append(R"("signature_delta","signature":")");
            appendEscaped(out, wrapSignature(signature));
            out.append("\"}}\n\n");
            return;
        }
        out.append("event: content_block_start\ndata: ");
        JsonWriter json(out);
        json.openObject().text("type", "content_block_start").number("index", m_index);
        json.openObject("content_block").text("type", "redacted_thinking");
        json.text("data", wrapSignature(signature)).closeObject().closeObject();
        out.append("\n\n");
    }

    void partEnd(QByteArray &out) override
    {
        out.append("event: content_block_stop\ndata: {\"type\":\"content_block_stop\",\"index\":");
        out.append(QByteArray::number(m_index++)).append("}\n\n");
    }

    void end(QByteArray &out, const StreamEnd &end) override
    {
        if (m_index == 0) { // a message is never without content
            partBegin(out, {PartKind::Text});
            partEnd(out);
        }
        out.append("event: message_delta\ndata: ");
        JsonWriter json(out);
        json.openObject().text("type", "message_delta").openObject("delta");
        json.text("stop_reason", stopReasonOf(end.stop.reason));
        if (end.stop.sequence.isEmpty())
            json.null("stop_sequence");
        else
            json.text("stop_sequence", end.stop.sequence);
        json.closeObject().openObject("usage");
        writeUsage(json, end.usage.value_or(TokenUsage{.input = m_context.inputEstimate}));
        json.closeObject().closeObject();
        out.append("\n\nevent: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");
    }

    void breakOff(QByteArray &out, const Error &, QByteArrayView body) override
    {
        out.append("event: error\ndata: ").append(body).append("\n\n");
    }

    void ping(QByteArray &out) override { out.append("event: ping\ndata: {\"type\":\"ping\"}\n\n"); }

private:
    void openDelta(QByteArray &out) const
    {
        out.append("event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":");
        out.append(QByteArray::number(m_index)).append(R"(,"delta":{"type":)");
    }

    const ReplyContext &m_context;
    int m_index = 0;
    PartKind m_part = PartKind::Text;
};

} // namespace

std::unique_ptr<StreamWriter> makeStreamWriter(const ReplyContext &context)
{
    return std::make_unique<EventWriter>(context);
}

} // namespace gatehouse::anthropic
