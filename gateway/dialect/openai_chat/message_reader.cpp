// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_chat/message_reader.h"

#include "gateway/dialect/content_reader.h"
#include "gateway/dialect/data_uri.h"
#include "gateway/dialect/openai_chat/words.h"
#include "gateway/dialect/signature.h"

using namespace Qt::StringLiterals;

namespace gatehouse::openai_chat {
namespace {

Error unsupported(const QString &message)
{
    return {400, "invalid_request_error", "unsupported_value", message, "messages"};
}

//! One element of `content`.
Result<ChatPart> readPart(JsonView part, ChatRequest &request)
{
    const QByteArray cache =
        part["cache_control"].isObject() ? part["cache_control"].rawBytes() : QByteArray();
    const JsonView type = part["type"];
    if (part.isString())
        return ChatPart{TextPart{part.text()}};
    if (type.is("text") || type.is("input_text") || type.is("output_text"))
        return ChatPart{TextPart{part["text"].text()}, cache};
    if (type.is("refusal"))
        return ChatPart{RefusalPart{part["refusal"].text()}};
    if (type.is("image_url")) {
        const JsonView image = part["image_url"];
        if (image["detail"])
            request.dropped.add("image_url.detail");
        Result<Media> media = readMediaUrl(image.isString() ? image : image["url"], "messages");
        if (!media)
            return media.error();
        return ChatPart{ImagePart{*std::move(media)}, cache};
    }
    if (type.is("file")) {
        const JsonView file = part["file"];
        if (!file["file_data"])
            return unsupported(u"A file can only go along as file_data: ids belong to one provider."_s);
        Result<Media> media = readMediaUrl(file["file_data"], "messages");
        if (!media)
            return media.error();
        return ChatPart{DocumentPart{*std::move(media), {}, file["filename"].text()}, cache};
    }
    if (type.is("input_audio"))
        return unsupported(u"The provider of this model takes no audio in a chat."_s);
    return unsupported(u"The content type \"%1\" is not known."_s.arg(QString::fromUtf8(type.text())));
}

std::optional<Error> readParts(JsonView content, QList<ChatPart> &parts, ChatRequest &request)
{
    return readContent(content, parts, [&](JsonView part) { return readPart(part, request); });
}

void readCall(JsonView call, QList<ChatPart> &parts)
{
    if (call["type"].is("custom")) {
        const JsonView custom = call["custom"];
        parts.append({ToolCallPart{call["id"].text(), custom["name"].text(), custom["input"].text(), true}});
        return;
    }
    const JsonView function = call["function"];
    const JsonView arguments = function["arguments"];
    parts.append({ToolCallPart{call["id"].text(), function["name"].text(),
                               arguments.isString() ? arguments.text() : arguments.rawBytes()}});
}

std::optional<Error> readAssistant(JsonView message, QList<ChatPart> &parts, ChatRequest &request)
{
    bool signedThoughts = false;
    for (const JsonView block : message["thinking_blocks"]) { // as LiteLLM's clients keep them
        const bool redacted = block["type"].is("redacted_thinking");
        parts.append(
            {ReasoningPart{block["thinking"].text(),
                           unwrapSignature(block[redacted ? "data" : "signature"].text()), redacted}});
        signedThoughts = true;
    }
    if (!signedThoughts)
        parts.append({ReasoningPart{reasoningOf(message), {}}});
    if (auto error = readParts(message["content"], parts, request))
        return error;
    if (const JsonView refusal = message["refusal"]) // an empty part would take the message's cache mark
        parts.append({RefusalPart{refusal.text()}});
    for (const JsonView call : message["tool_calls"])
        readCall(call, parts);
    if (const JsonView function = message["function_call"]; function.isObject()) // the way before `tools`
        parts.append(
            {ToolCallPart{function["name"].text(), function["name"].text(), function["arguments"].text()}});
    return {};
}

std::optional<Error> readResult(JsonView message, QByteArray id, QList<ChatPart> &parts, ChatRequest &request)
{
    ToolResultPart result;
    result.callId = std::move(id);
    QList<ChatPart> content;
    if (auto error = readParts(message["content"], content, request))
        return error;
    for (const ChatPart &part : content) {
        if (const auto *text = part.as<TextPart>())
            result.content.push_back(*text);
        else if (const auto *image = part.as<ImagePart>())
            result.content.push_back(*image);
        else if (const auto *document = part.as<DocumentPart>())
            result.content.push_back(*document);
    }
    parts.append({std::move(result)});
    return {};
}

} // namespace

std::optional<Error> readMessage(JsonView message, ChatRequest &request)
{
    const JsonView role = message["role"];
    if (role.is("system") || role.is("developer")) {
        QList<ChatPart> parts;
        if (auto error = readParts(message["content"], parts, request))
            return error;
        if (message["cache_control"].isObject() && !parts.isEmpty())
            parts.last().cacheControl = message["cache_control"].rawBytes();
        request.system.append(parts);
        return {};
    }
    ChatMessage turn;
    std::optional<Error> error;
    if (role.is("assistant")) {
        turn.role = ChatMessage::Assistant;
        error = readAssistant(message, turn.parts, request);
    } else if (role.is("tool")) {
        error = readResult(message, message["tool_call_id"].text(), turn.parts, request);
    } else if (role.is("function")) {
        error = readResult(message, message["name"].text(), turn.parts, request);
    } else if (role.is("user")) {
        error = readParts(message["content"], turn.parts, request);
    } else {
        return unsupported(u"The role \"%1\" is not known."_s.arg(QString::fromUtf8(role.text())));
    }
    if (error)
        return error;
    if (message["name"] && !role.is("function") && !role.is("tool"))
        request.dropped.add("messages.name");
    if (message["cache_control"].isObject() && !turn.parts.isEmpty() &&
        turn.parts.last().cacheControl.isEmpty())
        turn.parts.last().cacheControl = message["cache_control"].rawBytes();
    request.messages.append(std::move(turn));
    return {};
}

} // namespace gatehouse::openai_chat
