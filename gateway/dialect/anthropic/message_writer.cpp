// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/anthropic/message_writer.h"

#include "gateway/dialect/anthropic/thoughts.h"
#include "gateway/dialect/data_uri.h"
#include "gateway/dialect/tool_arguments.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::anthropic {
namespace {

Error unsupportedHere(const QString &message)
{
    return {400, "invalid_request_error", "unsupported_value", message, "messages"};
}

QByteArray withoutTrailingSpace(const QByteArray &text)
{
    qsizetype size = text.size();
    while (size > 0 && QByteArrayView(" \t\r\n").contains(text[size - 1]))
        --size;
    return text.first(size);
}

} // namespace

MessageWriter::MessageWriter(JsonWriter &json, ToolNames &names)
    : m_json(json)
    , m_names(names)
{
}

void MessageWriter::writeSystem(const QList<ChatPart> &system)
{
    if (system.isEmpty())
        return;
    m_json.openArray("system");
    for (const ChatPart &part : system) {
        const auto *text = part.as<TextPart>();
        if (!text)
            continue;
        m_json.openObject().text("type", "text").text("text", text->text);
        closeBlock(part);
    }
    m_json.closeArray();
}

std::optional<Error> MessageWriter::writeMessages(const QList<ChatMessage> &messages)
{
    m_json.openArray("messages");
    for (const ChatMessage &message : messages) {
        if (auto error = writeMessage(message, &message == &messages.last()))
            return error;
    }
    m_json.closeArray();
    return {};
}

//! A turn: thoughts first, calls last.
std::optional<Error> MessageWriter::writeMessage(const ChatMessage &message, bool last)
{
    const bool assistant = message.role == ChatMessage::Assistant;
    m_json.openObject().text("role", assistant ? "assistant" : "user").openArray("content");
    for (const ChatPart &part : message.parts) {
        if (part.as<ToolCallPart>())
            continue;
        // What an answer is begun with must not end in white space.
        if (auto error = writePart(part, last && assistant && &part == &message.parts.last()))
            return error;
    }
    for (const ChatPart &part : message.parts) {
        const auto *call = part.as<ToolCallPart>();
        if (!call)
            continue;
        m_json.openObject().text("type", "tool_use").text("id", m_ids.valid(call->id));
        m_json.text("name", m_names.sent(call->name));
        m_json.raw("input",
                   call->freeform ? freeformArguments(call->arguments) : argumentsObject(call->arguments));
        closeBlock(part);
    }
    m_json.closeArray().closeObject();
    return {};
}

std::optional<Error> MessageWriter::writePart(const ChatPart &part, bool endsPrefill)
{
    std::optional<Error> error;
    if (const auto *reasoning = part.as<ReasoningPart>()) {
        writeReasoning(*reasoning);
        return {};
    }
    if (const auto *text = part.as<TextPart>()) {
        const QByteArray said = endsPrefill ? withoutTrailingSpace(text->text) : text->text;
        m_json.openObject().text("type", "text").text("text", said);
    } else if (const auto *refusal = part.as<RefusalPart>()) {
        m_json.openObject().text("type", "text").text("text", refusal->text);
    } else if (const auto *image = part.as<ImagePart>()) {
        error = writeImage(*image);
    } else if (const auto *document = part.as<DocumentPart>()) {
        error = writeDocument(*document);
    } else if (const auto *result = part.as<ToolResultPart>()) {
        error = writeResult(*result);
    }
    if (!error)
        closeBlock(part);
    return error;
}

std::optional<Error> MessageWriter::writeImage(const ImagePart &image)
{
    if (!isCommonImage(image.media))
        return unsupportedHere(u"The provider of this model takes images as JPEG, PNG, GIF or WebP."_s);
    m_json.openObject().text("type", "image").openObject("source");
    if (image.media.base64.isEmpty())
        m_json.text("type", "url").text("url", image.media.url);
    else
        m_json.text("type", "base64")
            .text("media_type", image.media.mediaType)
            .text("data", image.media.base64);
    m_json.closeObject();
    return {};
}

std::optional<Error> MessageWriter::writeDocument(const DocumentPart &document)
{
    const Media &media = document.media;
    const bool pdf = media.mediaType == "application/pdf";
    const bool plain = media.mediaType.startsWith("text/");
    if (!media.base64.isEmpty() && !pdf && !plain)
        return unsupportedHere(u"The provider of this model takes documents as PDF or plain text."_s);
    m_json.openObject().text("type", "document").openObject("source");
    if (!document.text.isEmpty() || plain)
        m_json.text("type", "text")
            .text("media_type", "text/plain")
            .text("data", plain ? QByteArray::fromBase64(media.base64) : document.text);
    else if (!media.base64.isEmpty())
        m_json.text("type", "base64").text("media_type", media.mediaType).text("data", media.base64);
    else
        m_json.text("type", "url").text("url", media.url);
    m_json.closeObject();
    if (!document.name.isEmpty())
        m_json.text("title", document.name);
    return {};
}

//! Leaves the block open.
std::optional<Error> MessageWriter::writeResult(const ToolResultPart &result)
{
    m_json.openObject().text("type", "tool_result").text("tool_use_id", m_ids.valid(result.callId));
    const auto *only = result.content.size() == 1 ? std::get_if<TextPart>(&result.content.front()) : nullptr;
    if (only || result.content.empty()) {
        m_json.text("content", only ? only->text : QByteArray());
    } else {
        m_json.openArray("content");
        for (const auto &each : result.content) {
            std::optional<Error> error;
            if (const auto *text = std::get_if<TextPart>(&each))
                m_json.openObject().text("type", "text").text("text", text->text);
            else if (const auto *image = std::get_if<ImagePart>(&each))
                error = writeImage(*image);
            else
                error = writeDocument(std::get<DocumentPart>(each));
            if (error)
                return error;
            m_json.closeObject();
        }
        m_json.closeArray();
    }
    if (result.isError)
        m_json.flag("is_error", true);
    return {};
}

void MessageWriter::writeReasoning(const ReasoningPart &reasoning)
{
    m_json.openObject();
    if (reasoning.redacted)
        m_json.text("type", "redacted_thinking").text("data", reasoning.signature.value);
    else
        m_json.text("type", "thinking")
            .text("thinking", reasoning.text)
            .text("signature", sentSignature(reasoning.signature.value));
    m_json.closeObject();
}

void MessageWriter::closeBlock(const ChatPart &part)
{
    if (!part.cacheControl.isEmpty())
        m_json.raw("cache_control", part.cacheControl);
    m_json.closeObject();
}

} // namespace gatehouse::anthropic
