// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_responses/item_reader.h"

#include "gateway/dialect/content_reader.h"
#include "gateway/dialect/data_uri.h"
#include "gateway/dialect/openai_responses/item_writer.h"
#include "gateway/dialect/openai_responses/tool_namespace.h"

using namespace Qt::StringLiterals;

namespace gatehouse::openai_responses {
namespace {

Error unsupported(const QString &message)
{
    return {400, "invalid_request_error", "unsupported_value", message, "input"};
}

Result<ChatPart> readImage(JsonView part, ChatRequest &request)
{
    if (!part["image_url"])
        return unsupported(u"An image can only go along as image_url: ids belong to one provider."_s);
    if (part["detail"] && !part["detail"].is("auto"))
        request.dropped.add("input_image.detail");
    const JsonView image = part["image_url"];
    Result<Media> media = readMediaUrl(image.isString() ? image : image["url"], "input");
    if (!media)
        return media.error();
    return ChatPart{ImagePart{*std::move(media)}};
}

Result<ChatPart> readFile(JsonView part)
{
    const JsonView source = part["file_data"] ? part["file_data"] : part["file_url"];
    if (!source)
        return unsupported(
            u"A file can only go along as file_data or file_url: ids belong to one provider."_s);
    Result<Media> media = readMediaUrl(source, "input");
    if (!media)
        return media.error();
    return ChatPart{DocumentPart{*std::move(media), {}, part["filename"].text()}};
}

//! One element of `content` or `output`.
Result<ChatPart> readPart(JsonView part, ChatRequest &request)
{
    const JsonView type = part["type"];
    if (part.isString())
        return ChatPart{TextPart{part.text()}};
    if (type.is("input_text") || type.is("output_text") || type.is("text"))
        return ChatPart{TextPart{part["text"].text()}};
    if (type.is("refusal"))
        return ChatPart{RefusalPart{part["refusal"].text()}};
    if (type.is("input_image"))
        return readImage(part, request);
    if (type.is("input_file"))
        return readFile(part);
    if (type.is("input_audio"))
        return unsupported(u"The provider of this model takes no audio in a chat."_s);
    return unsupported(u"The content type \"%1\" is not known."_s.arg(QString::fromUtf8(type.text())));
}

std::optional<Error> readParts(JsonView content, QList<ChatPart> &parts, ChatRequest &request)
{
    return readContent(content, parts, [&](JsonView part) { return readPart(part, request); });
}

std::optional<Error> readMessage(JsonView item, ChatRequest &request)
{
    const JsonView role = item["role"];
    if (role.is("system") || role.is("developer"))
        return readParts(item["content"], request.system, request);
    if (!role.is("user") && !role.is("assistant"))
        return unsupported(u"The role \"%1\" is not known."_s.arg(QString::fromUtf8(role.text())));
    ChatMessage turn{role.is("user") ? ChatMessage::User : ChatMessage::Assistant, {}};
    auto error = readParts(item["content"], turn.parts, request);
    request.messages.append(std::move(turn));
    return error;
}

std::optional<Error> readResult(JsonView item, ChatRequest &request)
{
    ToolResultPart result;
    result.callId = item["call_id"].text();
    QList<ChatPart> content;
    if (auto error = readParts(item["output"], content, request))
        return error;
    for (const ChatPart &part : content) {
        if (const auto *text = part.as<TextPart>())
            result.content.push_back(*text);
        else if (const auto *image = part.as<ImagePart>())
            result.content.push_back(*image);
        else if (const auto *document = part.as<DocumentPart>())
            result.content.push_back(*document);
    }
    request.messages.append({ChatMessage::User, {{std::move(result)}}});
    return {};
}

QByteArray joined(JsonView pieces)
{
    QByteArray text;
    for (const JsonView piece : pieces) {
        if (!text.isEmpty())
            text += "\n\n";
        piece["text"].appendTextTo(text);
    }
    return text;
}

ReasoningPart readReasoning(JsonView item)
{
    ReasoningPart reasoning = unsealReasoning(item["encrypted_content"].text());
    reasoning.text = joined(item["content"]);
    if (reasoning.text.isEmpty())
        reasoning.text = joined(item["summary"]);
    return reasoning;
}

} // namespace

std::optional<Error> readItem(JsonView item, ChatRequest &request)
{
    const JsonView type = item["type"];
    if (type.is("message") || (!type && item["role"]))
        return readMessage(item, request);
    if (type.is("function_call_output") || type.is("custom_tool_call_output"))
        return readResult(item, request);
    if (type.is("item_reference") || type.is("compaction"))
        return unsupported(u"The provider of this model keeps nothing that a \"%1\" could stand for."_s.arg(
            QString::fromUtf8(type.text())));
    const auto say = [&](auto part) {
        request.messages.append({ChatMessage::Assistant, {{std::move(part)}}});
    };
    if (type.is("function_call"))
        say(ToolCallPart{item["call_id"].text(), groupedName(item), item["arguments"].text()});
    else if (type.is("custom_tool_call"))
        say(ToolCallPart{item["call_id"].text(), groupedName(item), item["input"].text(), true});
    else if (type.is("reasoning"))
        say(readReasoning(item));
    else // of a tool that OpenAI ran: nobody else takes its like
        request.dropped.add(QByteArray("input." + type.text()));
    return {};
}

} // namespace gatehouse::openai_responses
