// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_chat/reply_writer.h"

#include "gateway/dialect/data_uri.h"
#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/openai_chat/words.h"

namespace gatehouse::openai_chat {
namespace {

void writeCall(JsonWriter &json, const ToolCallPart &call)
{
    json.openObject().text("id", call.id).text("type", call.freeform ? "custom" : "function");
    json.openObject(call.freeform ? "custom" : "function").text("name", call.name);
    json.text(call.freeform ? "input" : "arguments", call.arguments).closeObject().closeObject();
}

void writeCalls(JsonWriter &json, const ChatReply &reply, bool function)
{
    if (!function)
        json.openArray("tool_calls");
    for (const ChatPart &part : reply.parts) {
        const auto *call = part.as<ToolCallPart>();
        if (call && function) {
            json.openObject("function_call").text("name", call->name);
            json.text("arguments", call->arguments).closeObject();
            return;
        }
        if (call)
            writeCall(json, *call);
    }
    json.closeArray();
}

//! As OpenRouter has them: OpenAI's own chat completions make none.
void writeImages(JsonWriter &json, const QList<ChatPart> &parts)
{
    json.openArray("images");
    int index = 0;
    for (const ChatPart &part : parts) {
        const auto *image = part.as<ImagePart>();
        if (!image)
            continue;
        json.openObject().number("index", index++).text("type", "image_url").openObject("image_url");
        json.text("url", mediaUrl(image->media)).closeObject().closeObject();
    }
    json.closeArray();
}

void writeMessage(JsonWriter &json, const ChatReply &reply, bool function)
{
    QByteArray said, refused, thought;
    bool calls = false, images = false;
    for (const ChatPart &part : reply.parts) {
        if (const auto *text = part.as<TextPart>())
            said += text->text;
        else if (const auto *refusal = part.as<RefusalPart>())
            refused += refusal->text;
        else if (const auto *reasoning = part.as<ReasoningPart>())
            thought += reasoning->text;
        else if (part.as<ToolCallPart>())
            calls = true;
        else if (part.as<ImagePart>())
            images = true;
    }
    json.openObject("message").text("role", "assistant");
    if (said.isEmpty() && (calls || !refused.isEmpty()))
        json.null("content");
    else
        json.text("content", said);
    if (refused.isEmpty())
        json.null("refusal");
    else
        json.text("refusal", refused);
    if (!thought.isEmpty())
        json.text("reasoning_content", thought);
    if (images)
        writeImages(json, reply.parts);
    if (calls)
        writeCalls(json, reply, function);
    json.closeObject();
}

} // namespace

QByteArray writeReply(const ChatReply &reply, const ReplyContext &context)
{
    QByteArray body;
    JsonWriter json(body);
    json.openObject()
        .text("id", reply.id.isEmpty() ? QByteArray("chatcmpl-" + context.token) : reply.id)
        .text("object", "chat.completion")
        .number("created", context.created)
        .text("model", context.model)
        .openArray("choices")
        .openObject()
        .number("index", 0);
    const bool function = context.echo == wantsFunctionCall;
    writeMessage(json, reply, function);
    const StopReason reason = reply.stop ? reply.stop->reason : StopReason::EndTurn;
    json.null("logprobs")
        .text("finish_reason",
              function && reason == StopReason::ToolUse ? wantsFunctionCall : finishReasonOf(reason));
    if (reply.stop && !reply.stop->sequence.isEmpty())
        json.text("stop_sequence", reply.stop->sequence); // an addition of ours: this dialect has no place
    json.closeObject().closeArray();
    if (reply.usage) {
        json.name("usage");
        writeUsage(json, *reply.usage);
    }
    json.closeObject();
    return body;
}

} // namespace gatehouse::openai_chat
