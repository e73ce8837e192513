// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/json_escape.h"
#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/openai_chat/reply_writer.h"
#include "gateway/dialect/openai_chat/words.h"

namespace gatehouse::openai_chat {
namespace {

//! Writes chunks (wire formats, a2). What all chunks share is made once.
class ChunkWriter final : public StreamWriter
{
public:
    explicit ChunkWriter(const ReplyContext &context)
        : m_context(context)
        , m_function(context.echo == wantsFunctionCall)
        , m_rest(context.includeUsage ? R"(,"finish_reason":null}],"usage":null})"
                                        "\n\n"
                                      : R"(,"finish_reason":null}]})"
                                        "\n\n")
    {
    }

    void start(QByteArray &out, QByteArrayView id) override
    {
        m_head = "data: ";
        JsonWriter json(m_head);
        json.openObject()
            .text("id", id.isEmpty() ? QByteArray("chatcmpl-" + m_context.token) : id.toByteArray())
            .text("object", "chat.completion.chunk")
            .number("created", m_context.created)
            .text("model", m_context.model);
        m_head += R"(,"choices":)";
        chunk(out, R"({"role":"assistant","content":""})");
    }

    void partBegin(QByteArray &out, const StreamPart &part) override
    {
        m_part = part.kind;
        m_freeform = part.freeform;
        if (part.kind == PartKind::Image)
            ++m_images;
        if (part.kind != PartKind::ToolCall)
            return;
        ++m_calls;
        QByteArray delta;
        JsonWriter json(delta);
        if (m_function) {
            json.openObject().openObject("function_call").text("name", part.name).text("arguments", "");
            json.closeObject().closeObject();
            if (m_calls == 1)
                chunk(out, delta);
            return;
        }
        const QByteArrayView type = part.freeform ? "custom" : "function";
        json.openObject().openArray("tool_calls").openObject().number("index", m_calls - 1);
        json.text("id", part.id).text("type", type).openObject(type).text("name", part.name);
        json.text(part.freeform ? "input" : "arguments", "").closeObject().closeObject();
        json.closeArray().closeObject();
        chunk(out, delta);
    }

    void delta(QByteArray &out, QByteArrayView bytes) override
    {
        const bool call = m_part == PartKind::ToolCall;
        if (m_part == PartKind::RedactedReasoning || (call && m_function && m_calls > 1))
            return;
        out.append(m_head).append(R"([{"index":0,"delta":)");
        openDelta(out);
        appendEscaped(out, bytes);
        const bool image = m_part == PartKind::Image;
        out.append(!call && !image ? R"("})" : m_function && call ? R"("}})" : R"("}}]})").append(m_rest);
    }

    void signature(QByteArray &, const Signature &) override {} // this dialect has no place for it
    void partEnd(QByteArray &) override {}

    void end(QByteArray &out, const StreamEnd &end) override
    {
        out.append(m_head).append(R"([{"index":0,"delta":{},"finish_reason":")");
        const bool function = m_function && end.stop.reason == StopReason::ToolUse;
        out.append(function ? wantsFunctionCall : finishReasonOf(end.stop.reason)).append('"');
        if (!end.stop.sequence.isEmpty()) {
            out.append(R"(,"stop_sequence":")");
            appendEscaped(out, end.stop.sequence);
            out.append('"');
        }
        out.append("}]");
        out.append(m_context.includeUsage ? R"(,"usage":null})"
                                            "\n\n"
                                          : "}\n\n");
        if (m_context.includeUsage) {
            out.append(m_head).append(R"([],"usage":)");
            QByteArray usage;
            JsonWriter json(usage);
            writeUsage(json, end.usage.value_or(TokenUsage{}));
            out.append(usage).append("}\n\n");
        }
        out.append("data: [DONE]\n\n");
    }

    void breakOff(QByteArray &out, const Error &, QByteArrayView body) override
    {
        out.append("data: ").append(body).append("\n\n");
    }

    void ping(QByteArray &out) override { out.append(": ping\n\n"); }

private:
    void chunk(QByteArray &out, QByteArrayView delta) const
    {
        out.append(m_head).append(R"([{"index":0,"delta":)").append(delta).append(m_rest);
    }

    void openDelta(QByteArray &out) const
    {
        switch (m_part) {
        case PartKind::ToolCall:
            if (m_function) {
                out.append(R"({"function_call":{"arguments":")");
                return;
            }
            out.append(R"({"tool_calls":[{"index":)").append(QByteArray::number(m_calls - 1));
            out.append(m_freeform ? R"(,"custom":{"input":")" : R"(,"function":{"arguments":")");
            return;
        case PartKind::Image:
            out.append(R"({"images":[{"index":)").append(QByteArray::number(m_images - 1));
            out.append(R"(,"type":"image_url","image_url":{"url":")");
            return;
        case PartKind::Reasoning:
            out.append(R"({"reasoning_content":")");
            return;
        case PartKind::Refusal:
            out.append(R"({"refusal":")");
            return;
        case PartKind::Text:
        case PartKind::RedactedReasoning:
            out.append(R"({"content":")");
        }
    }

    const ReplyContext &m_context;
    bool m_function;   //!< a call is `function_call`, of which there is one
    QByteArray m_head; //!< up to the value of `choices`
    QByteArray m_rest; //!< from behind the delta
    PartKind m_part = PartKind::Text;
    bool m_freeform = false;
    int m_calls = 0;
    int m_images = 0;
};

} // namespace

std::unique_ptr<StreamWriter> makeStreamWriter(const ReplyContext &context)
{
    return std::make_unique<ChunkWriter>(context);
}

} // namespace gatehouse::openai_chat
