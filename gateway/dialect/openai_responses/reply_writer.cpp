// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_responses/reply_writer.h"

#include "gateway/dialect/data_uri.h"
#include "gateway/dialect/openai_responses/memory_items.h"

namespace gatehouse::openai_responses {
namespace {

void writeUsage(JsonWriter &json, const TokenUsage &usage)
{
    json.openObject("usage").number("input_tokens", usage.input).openObject("input_tokens_details");
    json.number("cached_tokens", usage.cached).number("cache_write_tokens", usage.cacheWrite).closeObject();
    json.number("output_tokens", usage.output).openObject("output_tokens_details");
    json.number("reasoning_tokens", usage.reasoning).closeObject();
    json.number("total_tokens", usage.input + usage.output).closeObject();
}

//! The SDK's short list of codes (wire formats, a6).
QByteArrayView errorCode(const Error &error)
{
    if (error.status == 429)
        return "rate_limit_exceeded";
    return error.status >= 400 && error.status < 500 ? "invalid_prompt" : "server_error";
}

std::vector<Item> itemsOf(const ChatReply &reply, const QByteArray &token)
{
    std::vector<Item> items;
    for (const ChatPart &part : reply.parts) {
        Item item;
        if (const auto *text = part.as<TextPart>()) {
            item.text = text->text;
        } else if (const auto *refusal = part.as<RefusalPart>()) {
            item.kind = PartKind::Refusal;
            item.text = refusal->text;
        } else if (const auto *reasoning = part.as<ReasoningPart>()) {
            item.kind = reasoning->redacted ? PartKind::RedactedReasoning : PartKind::Reasoning;
            item.text = reasoning->text;
            item.sealed = sealReasoning(reasoning->signature, reasoning->redacted);
        } else if (const auto *call = part.as<ToolCallPart>()) {
            item.kind = PartKind::ToolCall;
            item.callId = call->id;
            item.name = call->name;
            item.freeform = call->freeform;
            item.text = call->arguments;
        } else if (const auto *image = part.as<ImagePart>()) {
            item.kind = PartKind::Image;
            item.text = mediaUrl(image->media);
        } else {
            continue;
        }
        item.id = itemId(item.kind, item.freeform, token, qsizetype(items.size()));
        items.push_back(std::move(item));
    }
    return items;
}

} // namespace

Status statusOf(StopReason reason)
{
    const bool cut =
        reason == StopReason::MaxTokens || reason == StopReason::ContextFull || reason == StopReason::Refusal;
    return cut ? Status::Incomplete : Status::Completed;
}

QByteArrayView statusName(Status status)
{
    switch (status) {
    case Status::InProgress:
        return "in_progress";
    case Status::Completed:
        return "completed";
    case Status::Incomplete:
        return "incomplete";
    case Status::Failed:
        break;
    }
    return "failed";
}

QByteArray responseId(QByteArrayView token)
{
    return "resp_" + token.toByteArray();
}

void writeResponse(JsonWriter &json, const Response &response, const ReplyContext &context, JsonView echo)
{
    json.openObject().text("id", responseId(context.token)).text("object", "response");
    json.number("created_at", context.created).text("status", statusName(response.status));
    json.flag("background", false);
    if (response.error) {
        json.openObject("error").text("code", errorCode(*response.error));
        json.text("message", response.error->message.toUtf8()).closeObject();
    } else {
        json.null("error");
    }
    if (response.status == Status::Incomplete) {
        json.openObject("incomplete_details");
        json.text("reason", response.stop == StopReason::Refusal ? "content_filter" : "max_output_tokens");
        json.closeObject();
    } else {
        json.null("incomplete_details");
    }
    json.text("model", context.model).openArray("output");
    const bool sealed = echo["sealed"].boolean().value_or(false);
    if (response.items) {
        for (const Item &item : *response.items)
            writeItem(json, item, false, sealed);
    }
    json.closeArray();
    for (const JsonView field : echo["response"])
        json.escapedKey(field.key()).raw(field.raw());
    if (response.usage)
        writeUsage(json, *response.usage);
    else
        json.null("usage");
    json.closeObject();
}

QByteArray writeReply(const ChatReply &reply, const ReplyContext &context)
{
    JsonDocument document;
    const JsonView echo = document.parse(context.echo);
    const std::vector<Item> items = itemsOf(reply, context.token);
    const StopReason stop = reply.stop ? reply.stop->reason : StopReason::EndTurn;
    QByteArray body;
    JsonWriter json(body);
    writeResponse(json, {statusOf(stop), stop, &items, reply.usage}, context, echo);
    keepItems(context, echo, responseId(context.token), items);
    return body;
}

} // namespace gatehouse::openai_responses
