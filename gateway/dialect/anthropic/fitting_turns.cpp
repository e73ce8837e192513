// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/anthropic/fitting_turns.h"

#include "gateway/dialect/anthropic/thoughts.h"
#include "gateway/dialect/signature.h"

#include <algorithm>

namespace gatehouse::anthropic {
namespace {

constexpr char somethingToSay[] = ".";
constexpr char goOn[] = "Continue.";

bool saysNothing(QByteArrayView text)
{
    return text.trimmed().isEmpty();
}

bool isBlankPart(const ChatPart &part)
{
    const auto *text = part.as<TextPart>();
    const auto *refusal = part.as<RefusalPart>();
    return (text && saysNothing(text->text)) || (refusal && saysNothing(refusal->text));
}

bool isForeignThought(const ChatPart &part, const QByteArray &origin)
{
    const auto *reasoning = part.as<ReasoningPart>();
    return reasoning && !isOwn(*reasoning, origin);
}

void joinBlanks(QList<ChatPart> &parts)
{
    if (std::none_of(parts.cbegin(), parts.cend(), isBlankPart))
        return;
    QList<ChatPart> kept;
    for (ChatPart &part : parts) {
        const auto *text = part.as<TextPart>();
        auto *last = kept.isEmpty() ? nullptr : kept.last().as<TextPart>();
        if (text && last && (isBlankPart(part) || isBlankPart(kept.last()))) {
            last->text += text->text;
            if (!part.cacheControl.isEmpty())
                kept.last().cacheControl = part.cacheControl;
        } else {
            kept.append(std::move(part));
        }
    }
    kept.removeIf(isBlankPart);
    parts = std::move(kept);
}

void emptyBlanks(ToolResultPart &result)
{
    const auto isBlank = [](const auto &piece) {
        const auto *text = std::get_if<TextPart>(&piece);
        return text && saysNothing(text->text);
    };
    std::erase_if(result.content, isBlank);
}

} // namespace

void fitTurns(ChatRequest &request, const Target &target, bool takesPrefill)
{
    const QByteArray origin = originOf(target.provider, target.model);
    const bool endsWithUser =
        !request.messages.isEmpty() && request.messages.last().role == ChatMessage::User;
    request.system.removeIf(isBlankPart);
    QList<ChatMessage> fitting;
    fitting.reserve(request.messages.size() + 1);
    for (ChatMessage &message : request.messages) {
        const auto isForeign = [&origin](const ChatPart &part) { return isForeignThought(part, origin); };
        if (std::any_of(message.parts.cbegin(), message.parts.cend(), isForeign)) // else they are shared
            message.parts.removeIf(isForeign);
        joinBlanks(message.parts);
        for (ChatPart &part : message.parts) {
            if (auto *result = part.as<ToolResultPart>())
                emptyBlanks(*result);
        }
        if (message.parts.isEmpty())
            continue;
        if (!fitting.isEmpty() && fitting.last().role == message.role)
            fitting.last().parts.append(std::move(message.parts));
        else
            fitting.append(std::move(message));
    }
    const bool none = fitting.isEmpty();
    if (!none && fitting.first().role == ChatMessage::Assistant)
        fitting.prepend({ChatMessage::User, {{TextPart{somethingToSay}}}});
    const bool endsWithModel = !none && fitting.last().role == ChatMessage::Assistant;
    if (endsWithModel && (endsWithUser || !takesPrefill))
        fitting.append({ChatMessage::User, {{TextPart{endsWithUser ? somethingToSay : goOn}}}});
    request.messages = std::move(fitting);
}

} // namespace gatehouse::anthropic
