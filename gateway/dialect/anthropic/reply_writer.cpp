// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/anthropic/reply_writer.h"

#include "gateway/dialect/anthropic/words.h"
#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/signature.h"
#include "gateway/dialect/tool_arguments.h"

namespace gatehouse::anthropic {
namespace {

void writeText(JsonWriter &json, QByteArrayView text)
{
    json.openObject().text("type", "text").text("text", text).closeObject();
}

void writePart(JsonWriter &json, const ChatPart &part)
{
    if (const auto *text = part.as<TextPart>()) {
        writeText(json, text->text);
    } else if (const auto *refusal = part.as<RefusalPart>()) {
        writeText(json, refusal->text);
    } else if (const auto *reasoning = part.as<ReasoningPart>()) {
        const QByteArray signature = wrapSignature(reasoning->signature);
        json.openObject();
        if (reasoning->redacted)
            json.text("type", "redacted_thinking").text("data", signature);
        else
            json.text("type", "thinking").text("thinking", reasoning->text).text("signature", signature);
        json.closeObject();
    } else if (const auto *call = part.as<ToolCallPart>()) {
        json.openObject().text("type", "tool_use").text("id", call->id).text("name", call->name);
        json.raw("input", argumentsObject(call->arguments)).closeObject();
    }
}

} // namespace

QByteArray writeReply(const ChatReply &reply, const ReplyContext &context)
{
    QByteArray body;
    JsonWriter json(body);
    json.openObject()
        .text("id", reply.id.isEmpty() ? QByteArray("msg_" + context.token) : reply.id)
        .text("type", "message")
        .text("role", "assistant")
        .text("model", context.model)
        .openArray("content");
    for (const ChatPart &part : reply.parts)
        writePart(json, part);
    if (reply.parts.isEmpty())
        writeText(json, {});
    json.closeArray();
    const StopNote stop = reply.stop.value_or(StopNote{});
    json.text("stop_reason", stopReasonOf(stop.reason));
    if (stop.sequence.isEmpty())
        json.null("stop_sequence");
    else
        json.text("stop_sequence", stop.sequence);
    json.openObject("usage");
    writeUsage(json, reply.usage.value_or(TokenUsage{.input = context.inputEstimate}));
    json.closeObject().closeObject();
    return body;
}

} // namespace gatehouse::anthropic
