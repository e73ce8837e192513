// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_responses/memory_items.h"
#include "gateway/dialect/openai_responses/reply_writer.h"
#include "gateway/dialect/openai_responses/tool_namespace.h"

namespace gatehouse::openai_responses {
namespace {

//! Writes a response's events (wire formats, a6): each part becomes an item of its own.
class EventWriter final : public StreamWriter
{
public:
    explicit EventWriter(const ReplyContext &context)
        : m_context(context)
        , m_echo(m_document.parse(context.echo))
        , m_sealed(m_echo["sealed"].boolean().value_or(false))
    {
    }

    void start(QByteArray &out, QByteArrayView) override
    {
        response(out, "response.created", {});
        response(out, "response.in_progress", {});
    }

    void partBegin(QByteArray &out, const StreamPart &part) override
    {
        Item item;
        item.kind = part.kind;
        item.freeform = part.freeform;
        item.id = itemId(part.kind, part.freeform, m_context.token, qsizetype(m_items.size()));
        item.callId = part.id.toByteArray();
        item.name = part.name.toByteArray();
        m_items.push_back(std::move(item));
        wholeItem(out, "response.output_item.added", true);
        if (part.kind == PartKind::Text || part.kind == PartKind::Refusal)
            contentPart(out, "response.content_part.added", true);
    }

    void delta(QByteArray &out, QByteArrayView bytes) override
    {
        Item &item = m_items.back();
        if (item.kind == PartKind::RedactedReasoning)
            return;
        if (item.kind == PartKind::Reasoning && item.text.isEmpty())
            summaryPart(out, "response.reasoning_summary_part.added", true);
        item.text.append(bytes);
        if (item.kind == PartKind::Image)
            return; // it is told whole, once
        JsonWriter json = ofItem(out, names(item).delta);
        json.text("delta", bytes);
        if (item.kind == PartKind::Text)
            json.raw("logprobs", "[]");
        close(out);
    }

    void signature(QByteArray &, const Signature &signature) override
    {
        Item &item = m_items.back();
        item.sealed = sealReasoning(signature, item.kind == PartKind::RedactedReasoning);
    }

    void partEnd(QByteArray &out) override
    {
        const Item &item = m_items.back();
        const bool thought = item.kind == PartKind::Reasoning || item.kind == PartKind::RedactedReasoning;
        if (!thought || !item.text.isEmpty()) {
            const Names &events = names(item);
            JsonWriter json = ofItem(out, events.done);
            if (!events.field.isEmpty())
                json.text(events.field, item.text);
            if (item.kind == PartKind::ToolCall && !item.freeform)
                writeToolName(json, item.name);
            if (item.kind == PartKind::Text)
                json.raw("logprobs", "[]");
            close(out);
            if (thought)
                summaryPart(out, "response.reasoning_summary_part.done", false);
            else if (item.kind == PartKind::Text || item.kind == PartKind::Refusal)
                contentPart(out, "response.content_part.done", false);
        }
        wholeItem(out, "response.output_item.done", false);
        ++m_whole;
    }

    void end(QByteArray &out, const StreamEnd &end) override
    {
        const Status status = statusOf(end.stop.reason);
        response(out, status == Status::Completed ? "response.completed" : "response.incomplete",
                 {status, end.stop.reason, &m_items, end.usage});
        keepItems(m_context, m_echo, responseId(m_context.token), m_items);
    }

    void breakOff(QByteArray &out, const Error &error, QByteArrayView) override
    {
        JsonWriter json = event(out, "error");
        // OpenAI's libraries see the error by this member and ignore what its documentation names.
        json.openObject("error").text("type", error.type);
        writeError(json, error);
        json.closeObject();
        writeError(json, error);
        close(out);
        m_items.resize(m_whole); // what has only begun is no item
        response(out, "response.failed", {Status::Failed, {}, &m_items, {}, &error});
    }

    void ping(QByteArray &out) override { out.append(": ping\n\n"); }

private:
    //! The events of a kind of item, and the field that holds all of what its deltas said.
    struct Names
    {
        QByteArrayView delta;
        QByteArrayView done;
        QByteArrayView field;
    };

    static const Names &names(const Item &item)
    {
        static constexpr Names text{"response.output_text.delta", "response.output_text.done", "text"};
        static constexpr Names refusal{"response.refusal.delta", "response.refusal.done", "refusal"};
        static constexpr Names thought{"response.reasoning_summary_text.delta",
                                       "response.reasoning_summary_text.done", "text"};
        static constexpr Names call{"response.function_call_arguments.delta",
                                    "response.function_call_arguments.done", "arguments"};
        static constexpr Names freeform{"response.custom_tool_call_input.delta",
                                        "response.custom_tool_call_input.done", "input"};
        static constexpr Names image{{}, "response.image_generation_call.completed", {}};
        switch (item.kind) {
        case PartKind::Text:
            break;
        case PartKind::Image:
            return image;
        case PartKind::Refusal:
            return refusal;
        case PartKind::Reasoning:
        case PartKind::RedactedReasoning:
            return thought;
        case PartKind::ToolCall:
            return item.freeform ? freeform : call;
        }
        return text;
    }

    JsonWriter event(QByteArray &out, QByteArrayView type)
    {
        out.append("event: ").append(type).append("\ndata: ");
        JsonWriter json(out);
        json.openObject().text("type", type).number("sequence_number", m_sequence++);
        return json;
    }

    static void close(QByteArray &out) { out.append("}\n\n"); }

    static void writeError(JsonWriter &json, const Error &error)
    {
        json.text("code", error.code).text("message", error.message.toUtf8());
        if (error.param.isEmpty())
            json.null("param");
        else
            json.text("param", error.param);
    }

    void response(QByteArray &out, QByteArrayView type, const Response &response)
    {
        JsonWriter json = event(out, type);
        json.name("response");
        writeResponse(json, response, m_context, m_echo);
        close(out);
    }

    //! An event of the item that is being written.
    JsonWriter ofItem(QByteArray &out, QByteArrayView type)
    {
        const Item &item = m_items.back();
        JsonWriter json = event(out, type);
        json.text("item_id", item.id).number("output_index", qint64(m_items.size()) - 1);
        if (item.kind == PartKind::Text || item.kind == PartKind::Refusal)
            json.number("content_index", 0);
        else if (item.kind == PartKind::Reasoning)
            json.number("summary_index", 0);
        return json;
    }

    void wholeItem(QByteArray &out, QByteArrayView type, bool begun)
    {
        JsonWriter json = event(out, type);
        json.number("output_index", qint64(m_items.size()) - 1).name("item");
        writeItem(json, m_items.back(), begun, m_sealed);
        close(out);
    }

    void contentPart(QByteArray &out, QByteArrayView type, bool begun)
    {
        JsonWriter json = ofItem(out, type);
        json.name("part");
        writeContent(json, m_items.back(), begun);
        close(out);
    }

    void summaryPart(QByteArray &out, QByteArrayView type, bool begun)
    {
        JsonWriter json = ofItem(out, type);
        json.openObject("part").text("type", "summary_text");
        json.text("text", begun ? QByteArrayView("") : QByteArrayView(m_items.back().text)).closeObject();
        close(out);
    }

    const ReplyContext &m_context;
    JsonDocument m_document;
    JsonView m_echo;
    bool m_sealed;
    std::vector<Item> m_items;
    size_t m_whole = 0; //!< how many of them have been said in full
    qint64 m_sequence = 0;
};

} // namespace

std::unique_ptr<StreamWriter> makeStreamWriter(const ReplyContext &context)
{
    return std::make_unique<EventWriter>(context);
}

} // namespace gatehouse::openai_responses
