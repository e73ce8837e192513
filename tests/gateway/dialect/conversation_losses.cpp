// SPDX-License-Identifier: GPL-3.0-or-later
#include "conversation_losses.h"

#include "gateway/dialect/anthropic/thinking.h"
#include "gateway/dialect/signature.h"
#include "gateway/dialect/tool_arguments.h"
#include "gateway/dialect/turns.h"

#include <QString>

#include <algorithm>

using namespace gatehouse;

namespace {

//! What the API takes for a signature that is not there.
constexpr QByteArrayView noSignature = "skip_thought_signature_validator";

QByteArray documentText(const DocumentPart &document)
{
    return document.name.isEmpty() ? document.text : QByteArray(document.name + ":\n" + document.text);
}

//! Freeform calls become functions, refusals text.
void becomePlain(ChatPart &part)
{
    part.cacheControl.clear();
    if (auto *call = part.as<ToolCallPart>()) {
        call->arguments =
            call->freeform ? freeformArguments(call->arguments) : argumentsObject(call->arguments);
        call->freeform = false;
    }
    if (const auto *refusal = part.as<RefusalPart>())
        part.content = TextPart{refusal->text};
}

//! Thoughts are of use to their own maker alone; Gemini gets only their signatures.
bool keepsThought(ReasoningPart &thought, const Target &target)
{
    Signature &signature = thought.signature;
    const bool own =
        signature.origin.isEmpty() || signature.origin == originOf(target.provider, target.model);
    if (target.dialect == Dialect::OpenAi || signature.value.isEmpty() || !own ||
        signature.value == noSignature)
        return false;
    signature.origin.clear();
    if (target.dialect == Dialect::Gemini) {
        thought.text.clear();
        thought.redacted = false;
    }
    return true;
}

void loseThoughts(ChatMessage &message, const Target &target)
{
    for (ChatPart &part : message.parts) {
        auto *thought = part.as<ReasoningPart>();
        if (thought && !keepsThought(*thought, target))
            part.content = TextPart{}; // settling takes it out
    }
}

//! Calls come last in a turn; chat completions have one text before them.
void orderAssistant(ChatMessage &message, const Target &target)
{
    if (target.dialect == Dialect::Gemini)
        return;
    std::stable_partition(message.parts.begin(), message.parts.end(),
                          [](const ChatPart &part) { return !part.as<ToolCallPart>(); });
    if (target.dialect != Dialect::OpenAi)
        return;
    TextPart said;
    for (const ChatPart &part : std::as_const(message.parts)) {
        if (const auto *text = part.as<TextPart>())
            said.text += text->text;
    }
    message.parts.removeIf([](const ChatPart &part) { return part.as<TextPart>() != nullptr; });
    message.parts.prepend({said});
}

//! A result is one text; what is no text goes behind the results. \a files takes that.
void flatten(ToolResultPart &result, const Target &target, QList<ChatPart> &files)
{
    const bool openAi = target.dialect == Dialect::OpenAi;
    QByteArrayList texts;
    for (const auto &each : result.content) {
        const auto *document = std::get_if<DocumentPart>(&each);
        if (const auto *text = std::get_if<TextPart>(&each)) {
            texts.append(text->text);
        } else if (document && openAi && !document->text.isEmpty()) {
            texts.append(document->text);
        } else {
            files.append(document ? ChatPart{*document} : ChatPart{std::get<ImagePart>(each)});
            if (openAi)
                texts.append(document ? "[document below]" : "[image below]");
        }
    }
    QByteArray text = texts.join("\n\n");
    if (openAi && std::exchange(result.isError, false) && !text.startsWith("Error:"))
        text.prepend("Error: ");
    result.content = {TextPart{text}};
}

void loseInUser(ChatMessage &message, const Target &target)
{
    const bool anthropic = target.dialect == Dialect::Anthropic;
    QList<ChatPart> files;
    qsizetype results = 0;
    for (ChatPart &part : message.parts) {
        if (auto *result = part.as<ToolResultPart>()) {
            ++results;
            if (!anthropic)
                flatten(*result, target, files);
        }
    }
    for (const ChatPart &file : std::as_const(files))
        message.parts.insert(results++, file);
    for (ChatPart &part : message.parts) {
        auto *document = part.as<DocumentPart>();
        if (!document || anthropic)
            continue;
        if (!document->text.isEmpty())
            part.content = TextPart{documentText(*document)};
        else if (target.dialect == Dialect::Gemini)
            document->name.clear(); // it has no word for it
        else if (document->name.isEmpty())
            document->name = "document.pdf"; // it must have one
    }
}

//! What an answer is begun with must not end in white space (A3), and some models take none.
void fitPrefill(ChatRequest &request, const Target &target)
{
    if (request.messages.isEmpty() || request.messages.last().role != ChatMessage::Assistant)
        return;
    Dropped ignored;
    if (!target.traits.takesPrefill || anthropic::thinkingFor(request, target, ignored).on())
        return request.messages.append({ChatMessage::User, {{TextPart{"Continue."}}}});
    QList<ChatPart> &parts = request.messages.last().parts;
    const auto last = std::find_if(parts.rbegin(), parts.rend(),
                                   [](const ChatPart &part) { return !part.as<ToolCallPart>(); });
    auto *text = last == parts.rend() ? nullptr : last->as<TextPart>();
    while (text && !text->text.isEmpty() && QByteArrayView(" \t\r\n").contains(text->text.back()))
        text->text.chop(1);
}

//! What the system says last where the tool for a structured answer cannot be forced.
void loseAddedWish(QList<ChatPart> &system)
{
    for (ChatPart &part : system) {
        auto *text = part.as<TextPart>();
        const qsizetype at = text ? text->text.indexOf("Give your final answer by calling the tool ") : -1;
        if (at >= 0)
            text->text.truncate(std::max<qsizetype>(0, at - 1)); // with the line end before it
    }
    system.removeIf([](const ChatPart &part) {
        const auto *text = part.as<TextPart>();
        return text && text->text.isEmpty();
    });
}

} // namespace

void loseInTurns(ChatRequest &request, const Target &target)
{
    loseAddedWish(request.system);
    for (ChatPart &part : request.system)
        part.cacheControl.clear();
    for (ChatMessage &message : request.messages) {
        for (ChatPart &part : message.parts)
            becomePlain(part);
        loseThoughts(message, target);
        if (message.role == ChatMessage::Assistant)
            orderAssistant(message, target);
        else
            loseInUser(message, target);
    }
    settleTurns(request);
    if (target.dialect == Dialect::Anthropic) {
        fitPrefill(request, target);
        settleTurns(request);
    }
}
