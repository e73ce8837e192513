// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_chat/message_writer.h"

#include "gateway/dialect/data_uri.h"
#include "gateway/dialect/openai_chat/words.h"
#include "gateway/dialect/tool_arguments.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::openai_chat {
namespace {

bool hasCalls(const ChatMessage &message)
{
    return std::any_of(message.parts.cbegin(), message.parts.cend(),
                       [](const ChatPart &part) { return part.as<ToolCallPart>() != nullptr; });
}

//! The texts of \a result as one, an error marked as such.
QByteArray textOf(const ToolResultPart &result)
{
    QByteArray text;
    for (const auto &part : result.content) {
        const auto *piece = std::get_if<TextPart>(&part);
        const auto *document = std::get_if<DocumentPart>(&part);
        const QByteArray said = piece                      ? piece->text
                                : !document                ? QByteArray("[image below]")
                                : document->text.isEmpty() ? QByteArray("[document below]")
                                                           : document->text;
        text += text.isEmpty() ? said : QByteArray("\n\n" + said);
    }
    if (result.isError && !text.startsWith("Error:"))
        text.prepend("Error: ");
    return text;
}

} // namespace

std::optional<Error> MessageWriter::write(const ChatRequest &request)
{
    m_json.openArray("messages");
    writeSystem(request.system);
    for (const ChatMessage &message : request.messages) {
        if (message.role == ChatMessage::Assistant)
            writeAssistant(message);
        else if (auto error = writeUser(message))
            return error;
    }
    m_json.closeArray();
    return {};
}

//! One message, whatever it was made of: some services take no second one.
void MessageWriter::writeSystem(const QList<ChatPart> &system)
{
    if (system.isEmpty())
        return;
    m_json.openObject().text("role", "system");
    const bool marked = m_target.host.keepsCacheControl && m_target.traits.claude &&
                        std::any_of(system.cbegin(), system.cend(),
                                    [](const ChatPart &part) { return !part.cacheControl.isEmpty(); });
    if (marked) {
        m_json.openArray("content");
        for (const ChatPart &part : system) {
            if (part.as<TextPart>())
                (void)writePart(part);
        }
        m_json.closeArray();
    } else {
        QByteArray joined;
        for (const ChatPart &part : system) {
            if (const auto *text = part.as<TextPart>())
                joined += joined.isEmpty() ? text->text : QByteArray('\n' + text->text);
        }
        m_json.text("content", joined);
    }
    m_json.closeObject();
}

//! Results first, each a message of its own; then their images, which strict services take from a user only;
//! then what the user said.
std::optional<Error> MessageWriter::writeUser(const ChatMessage &message)
{
    std::vector<ChatPart> images;
    std::vector<const ChatPart *> said;
    for (const ChatPart &part : message.parts) {
        if (const auto *result = part.as<ToolResultPart>())
            writeResult(*result, images);
        else
            said.push_back(&part);
    }
    if (!images.empty()) {
        std::vector<const ChatPart *> shown;
        shown.reserve(images.size());
        for (const ChatPart &image : images)
            shown.push_back(&image);
        said.insert(said.begin(), shown.begin(), shown.end());
    }
    if (said.empty())
        return {};
    m_json.openObject().text("role", "user");
    if (auto error = writeContent(said))
        return error;
    m_json.closeObject();
    return {};
}

std::optional<Error> MessageWriter::writeContent(const std::vector<const ChatPart *> &parts)
{
    const auto *only = parts.size() == 1 ? parts.front()->as<TextPart>() : nullptr;
    if (only && (parts.front()->cacheControl.isEmpty() || !m_target.host.keepsCacheControl)) {
        m_json.text("content", only->text);
        return {};
    }
    m_json.openArray("content");
    for (const ChatPart *part : parts) {
        if (auto error = writePart(*part))
            return error;
    }
    m_json.closeArray();
    return {};
}

std::optional<Error> MessageWriter::writePart(const ChatPart &part)
{
    if (const auto *text = part.as<TextPart>()) {
        m_json.openObject().text("type", "text").text("text", text->text);
        writeCache(part);
        m_json.closeObject();
    } else if (const auto *image = part.as<ImagePart>()) {
        m_json.openObject().text("type", "image_url").openObject("image_url");
        m_json.text("url", mediaUrl(image->media)).closeObject();
        writeCache(part);
        m_json.closeObject();
    } else if (const auto *document = part.as<DocumentPart>()) {
        return writeDocument(*document);
    }
    return {};
}

std::optional<Error> MessageWriter::writeDocument(const DocumentPart &document)
{
    if (!document.text.isEmpty()) {
        const QByteArray named =
            document.name.isEmpty() ? document.text : QByteArray(document.name + ":\n" + document.text);
        m_json.openObject().text("type", "text").text("text", named).closeObject();
        return {};
    }
    const bool takesFiles = m_target.host.openAi || m_target.host.reasoning == ReasoningSwitch::Reasoning;
    if (!takesFiles || document.media.base64.isEmpty())
        return Error{400, "invalid_request_error", "unsupported_value",
                     u"The provider of this model takes no documents of this kind."_s, "messages"};
    m_json.openObject().text("type", "file").openObject("file");
    m_json.text("filename", document.name.isEmpty() ? QByteArray("document.pdf") : document.name);
    m_json.text("file_data", mediaUrl(document.media)).closeObject().closeObject();
    return {};
}

void MessageWriter::writeAssistant(const ChatMessage &message)
{
    QByteArray said;
    for (const ChatPart &part : message.parts) {
        if (const auto *text = part.as<TextPart>())
            said += text->text;
        else if (const auto *refusal = part.as<RefusalPart>())
            said += refusal->text;
    }
    const bool calls = hasCalls(message);
    if (said.isEmpty() && !calls)
        return; // nothing but thoughts
    m_json.openObject().text("role", "assistant");
    if (!said.isEmpty() || m_target.host.emptyContentForNull)
        m_json.text("content", said);
    else
        m_json.null("content");
    if (calls) {
        writeReasoningBack(message);
        m_json.openArray("tool_calls");
        for (const ChatPart &part : message.parts) {
            if (const auto *call = part.as<ToolCallPart>())
                writeCall(*call);
        }
        m_json.closeArray();
    }
    m_json.closeObject();
}

//! Never as visible text, and only where it is asked for.
void MessageWriter::writeReasoningBack(const ChatMessage &message)
{
    if (!m_target.host.wantsReasoningBack)
        return;
    QByteArray thoughts;
    for (const ChatPart &part : message.parts) {
        if (const auto *reasoning = part.as<ReasoningPart>())
            thoughts += reasoning->text;
    }
    m_json.text("reasoning_content", thoughts.isEmpty() ? noThoughts.toByteArray() : thoughts);
}

void MessageWriter::writeCall(const ToolCallPart &call)
{
    const QByteArray arguments =
        call.freeform ? freeformArguments(call.arguments) : argumentsObject(call.arguments);
    m_json.openObject()
        .text("id", m_ids.valid(call.id))
        .text("type", "function")
        .openObject("function")
        .text("name", m_names.sent(call.name))
        .text("arguments", arguments)
        .closeObject()
        .closeObject();
}

void MessageWriter::writeResult(const ToolResultPart &result, std::vector<ChatPart> &images)
{
    for (const auto &part : result.content) {
        if (const auto *image = std::get_if<ImagePart>(&part))
            images.push_back({*image});
        const auto *document = std::get_if<DocumentPart>(&part);
        if (document && document->text.isEmpty())
            images.push_back({*document});
    }
    m_json.openObject()
        .text("role", "tool")
        .text("tool_call_id", m_ids.valid(result.callId))
        .text("content", textOf(result))
        .closeObject();
}

void MessageWriter::writeCache(const ChatPart &part)
{
    if (part.cacheControl.isEmpty())
        return;
    if (m_target.host.keepsCacheControl && m_target.traits.claude)
        m_json.raw("cache_control", part.cacheControl);
}

} // namespace gatehouse::openai_chat
