// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/message_writer.h"

#include "gateway/dialect/gemini/words.h"
#include "gateway/dialect/json_view.h"
#include "gateway/dialect/signature.h"
#include "gateway/dialect/tool_arguments.h"

#include <QString>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::gemini {
namespace {

//! The media type of \a media, or what the name of the file it is fetched from says.
QByteArray mediaTypeOf(const Media &media)
{
    if (!media.mediaType.isEmpty())
        return media.mediaType;
    const QByteArray path = media.url.split('?').first().toLower();
    for (const QByteArrayView ending : {"png", "webp", "gif", "heic", "heif"}) {
        if (path.endsWith(QByteArray('.' + ending.toByteArray())))
            return "image/" + ending.toByteArray();
    }
    if (path.endsWith(".pdf"))
        return "application/pdf";
    return path.endsWith(".jpg") || path.endsWith(".jpeg") ? QByteArray("image/jpeg") : QByteArray();
}

QByteArray textOf(const ToolResultPart &result)
{
    QByteArray joined;
    for (const auto &each : result.content) {
        const auto *text = std::get_if<TextPart>(&each);
        if (!text)
            continue;
        if (joined.isEmpty())
            joined = text->text;
        else
            joined += "\n\n" + text->text;
    }
    return joined;
}

//! Whether \a object looks like what stands around a result that is none (see the reader).
bool looksWrapped(JsonView object)
{
    qsizetype members = 0;
    for ([[maybe_unused]] const JsonView member : object)
        ++members;
    return members == 1 && (object["result"] || object["output"] || object["error"]);
}

bool isText(const DocumentPart &document)
{
    return !document.text.isEmpty() || document.media.mediaType.startsWith("text/");
}

} // namespace

MessageWriter::MessageWriter(JsonWriter &json, const Target &target, ToolNames &names)
    : m_json(json)
    , m_names(names)
    , m_origin(originOf(target.provider, target.model))
    , m_wantsSignature(target.traits.wantsToolSignature)
{
}

void MessageWriter::writeSystem(const QList<ChatPart> &system)
{
    if (system.isEmpty())
        return;
    m_json.openObject("systemInstruction").openArray("parts");
    for (const ChatPart &part : system) {
        if (const auto *text = part.as<TextPart>())
            writeText(text->text);
    }
    m_json.closeArray().closeObject();
}

std::optional<Error> MessageWriter::writeMessages(const QList<ChatMessage> &messages)
{
    m_json.openArray("contents");
    for (const ChatMessage &message : messages) {
        if (message.role == ChatMessage::Assistant)
            writeModel(message);
        else if (auto error = writeUser(message))
            return error;
    }
    m_json.closeArray();
    return {};
}

std::optional<Error> MessageWriter::writeUser(const ChatMessage &message)
{
    m_json.openObject().text("role", "user").openArray("parts");
    for (const ChatPart &part : message.parts) {
        if (const auto *result = part.as<ToolResultPart>())
            writeResult(*result);
    }
    // Results stand together; the files that belong to them follow.
    for (const ChatPart &part : message.parts) {
        std::optional<Error> error;
        if (const auto *text = part.as<TextPart>())
            writeText(text->text);
        else if (const auto *image = part.as<ImagePart>())
            error = writeImage(*image);
        else if (const auto *document = part.as<DocumentPart>())
            error = writeDocument(*document);
        else if (const auto *result = part.as<ToolResultPart>())
            error = writeFilesOf(*result);
        if (error)
            return error;
    }
    m_json.closeArray().closeObject();
    return {};
}

//! Thoughts are not sent back, only what the model signed them with: it stands on the part behind them.
void MessageWriter::writeModel(const ChatMessage &message)
{
    const auto isOwn = [this](const ReasoningPart &reasoning) {
        return !reasoning.signature.value.isEmpty() && reasoning.signature.origin == m_origin;
    };
    const bool any = std::any_of(message.parts.cbegin(), message.parts.cend(), [&](const ChatPart &part) {
        const auto *reasoning = part.as<ReasoningPart>();
        return !reasoning || isOwn(*reasoning);
    });
    if (!any)
        return;
    bool first = true;
    m_json.openObject().text("role", "model").openArray("parts");
    for (const ChatPart &part : message.parts) {
        if (const auto *reasoning = part.as<ReasoningPart>()) {
            if (!isOwn(*reasoning))
                continue;
            if (!m_signature.isEmpty())
                writeText({});
            m_signature = reasoning->signature.value;
        } else if (const auto *text = part.as<TextPart>()) {
            writeText(text->text);
        } else if (const auto *refusal = part.as<RefusalPart>()) {
            writeText(refusal->text);
        } else if (const auto *call = part.as<ToolCallPart>()) {
            writeCall(*call, std::exchange(first, false));
        }
    }
    if (!m_signature.isEmpty())
        writeText({});
    m_json.closeArray().closeObject();
}

void MessageWriter::writeText(QByteArrayView text)
{
    m_json.openObject().text("text", text);
    closePart();
}

//! Of the calls of one step only the first one is signed.
void MessageWriter::writeCall(const ToolCallPart &call, bool first)
{
    if (first && m_wantsSignature && m_signature.isEmpty())
        m_signature = noSignature.toByteArray();
    m_json.openObject().openObject("functionCall").text("id", m_ids.valid(call.id));
    m_json.text("name", m_names.sent(call.name));
    m_json.raw("args", call.freeform ? freeformArguments(call.arguments) : argumentsObject(call.arguments));
    m_json.closeObject();
    closePart();
}

void MessageWriter::writeResult(const ToolResultPart &result)
{
    m_json.openObject().openObject("functionResponse").text("id", m_ids.valid(result.callId));
    m_json.text("name", m_names.sent(result.name)).name("response");
    const QByteArray text = textOf(result);
    JsonDocument document;
    const JsonView value = document.parse(text);
    if (value.isObject() && !result.isError && !looksWrapped(value)) {
        m_json.raw(value.raw());
    } else {
        m_json.openObject().name(result.isError ? "error" : "result");
        if (value)
            m_json.raw(value.raw());
        else
            m_json.text(text);
        m_json.closeObject();
    }
    m_json.closeObject().closeObject();
}

std::optional<Error> MessageWriter::writeFilesOf(const ToolResultPart &result)
{
    for (const auto &each : result.content) {
        std::optional<Error> error;
        if (const auto *image = std::get_if<ImagePart>(&each))
            error = writeImage(*image);
        else if (const auto *document = std::get_if<DocumentPart>(&each))
            error = writeDocument(*document);
        if (error)
            return error;
    }
    return {};
}

void MessageWriter::writeMedia(const Media &media)
{
    const QByteArray type = mediaTypeOf(media);
    m_json.openObject().openObject(media.base64.isEmpty() ? "fileData" : "inlineData");
    if (!type.isEmpty())
        m_json.text("mimeType", type);
    if (media.base64.isEmpty())
        m_json.text("fileUri", media.url);
    else
        m_json.text("data", media.base64);
    m_json.closeObject().closeObject();
}

std::optional<Error> MessageWriter::writeImage(const ImagePart &image)
{
    if (!image.media.base64.isEmpty() && !image.media.mediaType.startsWith("image/"))
        return Error{400, "invalid_request_error", "unsupported_value",
                     u"An image must say which kind of image it is."_s, "messages"};
    writeMedia(image.media);
    return {};
}

std::optional<Error> MessageWriter::writeDocument(const DocumentPart &document)
{
    if (isText(document) && (!document.text.isEmpty() || !document.media.base64.isEmpty())) {
        const QByteArray text =
            document.text.isEmpty() ? QByteArray::fromBase64(document.media.base64) : document.text;
        writeText(document.name.isEmpty() ? text : QByteArray(document.name + ":\n" + text));
        return {};
    }
    if (!document.media.base64.isEmpty() && document.media.mediaType != "application/pdf")
        return Error{400, "invalid_request_error", "unsupported_value",
                     u"The provider of this model takes documents as PDF or plain text."_s, "messages"};
    writeMedia(document.media);
    return {};
}

void MessageWriter::closePart()
{
    if (!m_signature.isEmpty())
        m_json.text("thoughtSignature", std::exchange(m_signature, {}));
    m_json.closeObject();
}

} // namespace gatehouse::gemini
