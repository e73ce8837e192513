// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/message_reader.h"

#include "gateway/dialect/data_uri.h"
#include "gateway/dialect/gemini/words.h"
#include "gateway/dialect/json_escape.h"
#include "gateway/dialect/signature.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::gemini {
namespace {

Error unsupported(const QString &message)
{
    return {400, "invalid_request_error", "unsupported_value", message, "contents"};
}

using Piece = std::variant<TextPart, ImagePart, DocumentPart>;

//! Whether \a uri names a file in Google's own store, which nobody else can open.
bool isStored(QByteArrayView uri)
{
    return uri.startsWith("gs://") || uri.startsWith("files/") ||
           uri.startsWith("https://generativelanguage.googleapis.com/");
}

//! `inlineData` or `fileData`. Errors: 400 for what is neither image nor document, or cannot be fetched.
Result<Piece> readMedia(JsonView inlined, JsonView file)
{
    const JsonView from = inlined ? inlined : file;
    const Media media{mediaTypeNamed(field(from, "mimeType").text()), inlined["data"].text(),
                      field(file, "fileUri").text()};
    const QByteArray name = field(from, "displayName").text();
    if (isStored(media.url))
        return unsupported(
            u"A file can only go along as inlineData or a public URL: stored ones belong to one provider."_s);
    if (media.mediaType.startsWith("image/"))
        return Piece(ImagePart{media});
    if (media.mediaType.startsWith("text/") && !media.base64.isEmpty())
        return Piece(DocumentPart{{}, QByteArray::fromBase64(media.base64), name});
    if (media.mediaType == "application/pdf" || media.mediaType.startsWith("text/"))
        return Piece(DocumentPart{media, {}, name});
    return unsupported(u"The provider of this model takes no \"%1\"."_s.arg(
        QString::fromUtf8(media.mediaType.isEmpty() ? QByteArray("file without a type") : media.mediaType)));
}

//! Gives a signature to the thoughts before it, or makes it stand alone.
void addSignature(const QByteArray &text, QList<ChatPart> &parts)
{
    auto *reasoning = parts.isEmpty() ? nullptr : parts.last().as<ReasoningPart>();
    if (reasoning && reasoning->signature.value.isEmpty())
        reasoning->signature = unwrapSignature(text);
    else
        parts.append({ReasoningPart{{}, unwrapSignature(text)}});
}

void addThought(const QByteArray &text, const QByteArray &signature, QList<ChatPart> &parts)
{
    auto *last = parts.isEmpty() ? nullptr : parts.last().as<ReasoningPart>();
    if (last && signature.isEmpty() && last->signature.value.isEmpty()) // a stream's pieces, as they came
        last->text += text;
    else
        parts.append({ReasoningPart{text, unwrapSignature(signature), text.isEmpty()}});
}

QByteArray readable(JsonView value)
{
    QByteArray text;
    appendReadable(text, value.raw());
    return text;
}

} // namespace

void readSystem(JsonView instruction, ChatRequest &request)
{
    if (instruction.isString())
        request.system.append({TextPart{instruction.text()}});
    const JsonView parts = instruction["parts"];
    if (parts.isObject())
        request.system.append({TextPart{parts["text"].text()}});
    if (!parts.isArray())
        return;
    for (const JsonView part : parts)
        request.system.append({TextPart{part["text"].text()}});
}

std::optional<Error> MessageReader::read(JsonView content)
{
    ChatMessage turn;
    const JsonView role = content["role"];
    if (role.is("model"))
        turn.role = ChatMessage::Assistant;
    else if (role && !role.is("user") && !role.is("function") && !role.is("tool") && !role.is(""))
        return unsupported(u"The role \"%1\" is not known."_s.arg(QString::fromUtf8(role.text())));
    takeThought(turn);
    const JsonView parts = content["parts"];
    if (content.isString()) {
        turn.parts.append({TextPart{content.text()}});
    } else if (parts.isObject()) {
        if (auto error = readPart(parts, turn.parts))
            return error;
    } else if (parts.isArray()) {
        for (const JsonView part : parts) {
            if (auto error = readPart(part, turn.parts))
                return error;
        }
    }
    if (turn.role == ChatMessage::User && !turn.parts.isEmpty())
        m_calls.userSpoke();
    m_request.messages.append(std::move(turn));
    return {};
}

//! A client may keep the pieces of a stream as contents of their own: thoughts go on where those before
//! ended.
void MessageReader::takeThought(ChatMessage &turn)
{
    if (m_request.messages.isEmpty())
        return;
    ChatMessage &last = m_request.messages.last();
    if (last.role != turn.role || last.parts.isEmpty() || !last.parts.last().as<ReasoningPart>())
        return;
    turn.parts.append(last.parts.takeLast());
    if (last.parts.isEmpty())
        m_request.messages.removeLast();
}

std::optional<Error> MessageReader::readPart(JsonView part, QList<ChatPart> &parts)
{
    const JsonView text = part["text"];
    const QByteArray signature = field(part, "thoughtSignature").text();
    if (part["thought"].boolean().value_or(false)) {
        if (!text.text().isEmpty() || !signature.isEmpty())
            addThought(text.text(), signature, parts);
        return {};
    }
    if (!signature.isEmpty())
        addSignature(signature, parts);
    const JsonView inlined = field(part, "inlineData");
    const JsonView file = field(part, "fileData");
    if (text.isString()) {
        if (const QByteArray said = text.text(); !said.isEmpty()) // an empty one may part thoughts
            parts.append({TextPart{said}});
    } else if (inlined || file) {
        const Result<Piece> media = readMedia(inlined, file);
        if (!media)
            return media.error();
        std::visit([&](const auto &each) { parts.append({each}); }, *media);
    } else if (const JsonView call = field(part, "functionCall")) {
        readCall(call, parts);
    } else if (const JsonView result = field(part, "functionResponse")) {
        readResult(result, parts);
    } else {
        for (const JsonView member : part) { // what the provider's own tools left
            if (member.isObject())
                m_request.dropped.add(QByteArray("contents.parts." + member.key()));
        }
    }
    return {};
}

void MessageReader::readCall(JsonView call, QList<ChatPart> &parts)
{
    const QByteArray name = call["name"].text();
    const JsonView args = call["args"];
    const QByteArray arguments = args ? args.rawBytes() : QByteArray("{}");
    parts.append({ToolCallPart{m_calls.call(call["id"].text(), name, arguments), name, arguments}});
}

void MessageReader::readResult(JsonView result, QList<ChatPart> &parts)
{
    ToolResultPart part;
    part.name = result["name"].text();
    part.callId = m_calls.answered(result["id"].text(), part.name);
    const JsonView response = result["response"];
    // How the API's own libraries wrap what is no object.
    JsonView content = response;
    qsizetype members = 0;
    if (response.isObject()) {
        for (JsonView::Iterator it = response.begin(); it != response.end(); ++it)
            ++members;
    }
    if (members == 1 && response["error"]) {
        part.isError = true;
        content = response["error"];
    } else if (members == 1) {
        for (const QByteArrayView key : {QByteArrayView("result"), QByteArrayView("output")}) {
            if (response[key])
                content = response[key];
        }
    }
    if (content)
        part.content.push_back(TextPart{content.isString() ? content.text() : readable(content)});
    if (result["parts"].isArray()) {
        for (const JsonView each : result["parts"]) {
            Result<Piece> media = readMedia(field(each, "inlineData"), field(each, "fileData"));
            if (media)
                part.content.push_back(*std::move(media));
            else
                m_request.dropped.add("contents.parts.functionResponse.parts");
        }
    }
    parts.append({std::move(part)});
}

} // namespace gatehouse::gemini
