// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/anthropic/message_reader.h"

#include "gateway/dialect/data_uri.h"
#include "gateway/dialect/signature.h"

using namespace Qt::StringLiterals;

namespace gatehouse::anthropic {
namespace {

constexpr QByteArrayView billingHeader = "x-anthropic-billing-header:";

QByteArray cacheOf(JsonView block)
{
    return block["cache_control"].isObject() ? block["cache_control"].rawBytes() : QByteArray();
}

Error unsupported(const QString &message)
{
    return {400, "invalid_request_error", "unsupported_value", message, "messages"};
}

Result<Media> readSource(JsonView source)
{
    if (source["type"].is("base64"))
        return Media{mediaTypeNamed(source["media_type"].text()), source["data"].text(), {}};
    if (source["type"].is("url"))
        return Media{source["media_type"].text(), {}, source["url"].text()};
    return unsupported(u"Files can only go along as base64, text or a URL: ids belong to one provider."_s);
}

//! Text that stands in blocks, such as the content of a document.
QByteArray textIn(JsonView content)
{
    if (content.isString())
        return content.text();
    QByteArray joined;
    if (content.isArray()) {
        for (const JsonView block : content)
            joined += block["text"].text();
    }
    return joined;
}

QByteArray searchResultText(JsonView block)
{
    QByteArray text = block["title"].text();
    for (const QByteArray &more : {block["source"].text(), textIn(block["content"])}) {
        if (!more.isEmpty())
            text += '\n' + more;
    }
    return text;
}

//! Tells \a add of the document, of what is said about it and of the images in it.
template<typename Add>
std::optional<Error> readDocument(JsonView block, const Add &add)
{
    const JsonView source = block["source"];
    const JsonView content = source["content"];
    if (block["context"].isString() && !block["context"].is(""))
        add(TextPart{block["context"].text()});
    DocumentPart document;
    document.name = block["title"].text();
    if (source["type"].is("text")) {
        document.text = source["data"].text();
    } else if (source["type"].is("content")) {
        document.text = textIn(content);
    } else {
        Result<Media> media = readSource(source);
        if (!media)
            return media.error();
        document.media = *std::move(media);
    }
    add(std::move(document));
    if (!source["type"].is("content") || !content.isArray())
        return {};
    for (const JsonView inner : content) {
        if (!inner["type"].is("image"))
            continue;
        Result<Media> media = readSource(inner["source"]);
        if (!media)
            return media.error();
        add(ImagePart{*std::move(media)});
    }
    return {};
}

std::optional<Error> readResultBlock(JsonView inner, ToolResultPart &result, ChatRequest &request)
{
    const JsonView type = inner["type"];
    const auto add = [&](auto part) { result.content.push_back(std::move(part)); };
    if (type.is("image")) {
        Result<Media> media = readSource(inner["source"]);
        if (!media)
            return media.error();
        add(ImagePart{*std::move(media)});
    } else if (type.is("document")) {
        return readDocument(inner, add);
    } else if (type.is("search_result")) {
        add(TextPart{searchResultText(inner)});
    } else if (inner["text"]) {
        add(TextPart{inner["text"].text()});
    } else {
        request.dropped.add(QByteArray("tool_result." + type.text()));
    }
    return {};
}

std::optional<Error> readResult(JsonView block, QList<ChatPart> &parts, ChatRequest &request)
{
    ToolResultPart result;
    result.callId = block["tool_use_id"].text();
    result.isError = block["is_error"].boolean().value_or(false);
    const JsonView content = block["content"];
    if (content.isString())
        result.content.push_back(TextPart{content.text()});
    if (content.isArray()) {
        for (const JsonView inner : content) {
            if (auto error = readResultBlock(inner, result, request))
                return error;
        }
    }
    parts.append({std::move(result), cacheOf(block)});
    return {};
}

std::optional<Error> readBlock(JsonView block, QList<ChatPart> &parts, ChatRequest &request)
{
    const JsonView type = block["type"];
    if (type.is("text")) {
        parts.append({TextPart{block["text"].text()}, cacheOf(block)});
    } else if (type.is("image")) {
        Result<Media> media = readSource(block["source"]);
        if (!media)
            return media.error();
        parts.append({ImagePart{*std::move(media)}, cacheOf(block)});
    } else if (type.is("document")) {
        auto error = readDocument(block, [&](auto part) { parts.append({std::move(part)}); });
        if (error)
            return error;
        parts.last().cacheControl = cacheOf(block);
    } else if (type.is("tool_use")) {
        parts.append({ToolCallPart{block["id"].text(), block["name"].text(), block["input"].rawBytes()},
                      cacheOf(block)});
    } else if (type.is("tool_result")) {
        return readResult(block, parts, request);
    } else if (type.is("thinking")) {
        parts.append({ReasoningPart{block["thinking"].text(), unwrapSignature(block["signature"].text())}});
    } else if (type.is("redacted_thinking")) {
        parts.append({ReasoningPart{{}, unwrapSignature(block["data"].text()), true}});
    } else if (type.is("search_result")) {
        parts.append({TextPart{searchResultText(block)}, cacheOf(block)});
    } else {
        request.dropped.add(QByteArray("messages." + type.text())); // what the provider's own tools left
    }
    return {};
}

} // namespace

void readSystem(JsonView system, ChatRequest &request)
{
    const auto add = [&](QByteArray text, const QByteArray &cache) {
        if (text.startsWith(billingHeader)) {
            const qsizetype line = text.indexOf('\n');
            text = line < 0 ? QByteArray() : text.sliced(line + 1);
        }
        if (!text.isEmpty())
            request.system.append({TextPart{text}, cache});
    };
    if (system.isString())
        add(system.text(), {});
    if (!system.isArray())
        return;
    for (const JsonView block : system)
        add(block["text"].text(), cacheOf(block));
}

std::optional<Error> readMessage(JsonView message, ChatRequest &request)
{
    const JsonView role = message["role"];
    const JsonView content = message["content"];
    ChatMessage turn;
    if (role.is("assistant"))
        turn.role = ChatMessage::Assistant;
    else if (!role.is("user") && !role.is("system"))
        return unsupported(u"The role \"%1\" is not known."_s.arg(QString::fromUtf8(role.text())));
    if (role.is("system")) { // in the middle of a conversation it speaks to the model, but not as its system
        turn.parts.append(
            {TextPart{QByteArray("<system-reminder>\n" + textIn(content) + "\n</system-reminder>")}});
    } else if (content.isString()) {
        turn.parts.append({TextPart{content.text()}});
    } else if (content.isArray()) {
        for (const JsonView block : content) {
            if (auto error = readBlock(block, turn.parts, request))
                return error;
        }
    }
    request.messages.append(std::move(turn));
    return {};
}

} // namespace gatehouse::anthropic
