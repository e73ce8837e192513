// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/turns.h"

#include "gateway/dialect/answer_member.h"
#include "gateway/dialect/call_pairs.h"
#include "gateway/dialect/tool_arguments.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

bool isResult(const ChatPart &part)
{
    return part.as<ToolResultPart>() != nullptr;
}

bool isNothing(const ChatPart &part)
{
    if (const auto *text = part.as<TextPart>())
        return text->text.isEmpty();
    if (const auto *refusal = part.as<RefusalPart>())
        return refusal->text.isEmpty();
    if (const auto *reasoning = part.as<ReasoningPart>())
        return reasoning->text.isEmpty() && reasoning->signature.value.isEmpty();
    return false;
}

bool isLoneSignature(const ChatPart &part)
{
    const auto *reasoning = part.as<ReasoningPart>();
    return reasoning && reasoning->text.isEmpty() && !reasoning->redacted;
}

bool isBlank(const TextPart &text)
{
    return QByteArrayView(text.text).trimmed().isEmpty();
}

//! A client may keep the pieces of a stream as turns of their own. Blanks go to their neighbour: alone they
//! are refused by some.
void append(QList<ChatPart> &parts, QList<ChatPart> more)
{
    auto *last = parts.isEmpty() ? nullptr : parts.last().as<TextPart>();
    const auto *next = more.isEmpty() ? nullptr : more.first().as<TextPart>();
    if (last && next && parts.last().cacheControl.isEmpty() && (isBlank(*last) || isBlank(*next))) {
        last->text += next->text;
        parts.last().cacheControl = more.first().cacheControl;
        more.removeFirst();
    }
    parts.append(std::move(more));
}

} // namespace

void settleTurns(ChatRequest &request)
{
    CallPairs::settle(request);
    QList<ChatMessage> settled;
    settled.reserve(request.messages.size());
    for (ChatMessage &message : request.messages) {
        message.parts.removeIf(isNothing);
        if (message.parts.isEmpty())
            continue;
        if (!settled.isEmpty() && settled.last().role == message.role)
            append(settled.last().parts, std::move(message.parts));
        else
            settled.append(std::move(message));
    }
    for (ChatMessage &message : settled) {
        if (message.role == ChatMessage::User)
            std::stable_partition(message.parts.begin(), message.parts.end(), isResult);
    }
    request.messages = std::move(settled);
    request.system.removeIf(isNothing);
}

Error nobodySpeaks()
{
    return {400, "invalid_request_error", "missing_required_parameter",
            u"The conversation holds no message of a user or an assistant."_s, "messages"};
}

void remindLate(ChatRequest &request, qsizetype early)
{
    if (early >= request.system.size() || request.messages.isEmpty() ||
        request.messages.last().role != ChatMessage::Assistant)
        return;
    ChatMessage turn;
    for (qsizetype i = early; i < request.system.size(); ++i) {
        if (const auto *text = request.system[i].as<TextPart>(); text && !isBlank(*text))
            turn.parts.append(
                {TextPart{QByteArray("<system-reminder>\n" + text->text + "\n</system-reminder>")}});
    }
    request.system.resize(early);
    request.messages.append(std::move(turn));
}

bool hasStrayResults(const ChatRequest &request)
{
    QSet<QByteArray> called;
    for (const ChatMessage &message : request.messages) {
        for (const ChatPart &part : message.parts) {
            if (const auto *call = part.as<ToolCallPart>())
                called.insert(call->id);
            const auto *result = part.as<ToolResultPart>();
            if (result && !called.contains(result->callId))
                return true;
        }
    }
    return false;
}

void settleReply(ChatReply &reply, const ReplyContext &context)
{
    ToolIds ids;
    bool callsTool = false;
    bool answered = false;
    const auto isAnswer = [&](const ChatPart &part) {
        const auto *call = part.as<ToolCallPart>();
        return call && !context.answerTool.isEmpty() && call->name == context.answerTool;
    };
    if (std::any_of(reply.parts.cbegin(), reply.parts.cend(), isAnswer)) // what else is said would spoil it
        reply.parts.removeIf([](const ChatPart &part) { return part.as<TextPart>() != nullptr; });
    for (ChatPart &part : reply.parts) {
        if (auto *reasoning = part.as<ReasoningPart>()) {
            reasoning->signature.origin = context.origin;
            continue;
        }
        if (auto *text = part.as<TextPart>())
            text->text = answerIn(text->text, context.answerMember);
        auto *call = part.as<ToolCallPart>();
        if (!call)
            continue;
        if (isAnswer(part)) {
            const bool again = std::exchange(answered, true); // two would not be one JSON
            part.content = TextPart{again ? QByteArray() : argumentsObject(call->arguments)};
            continue;
        }
        callsTool = true;
        call->id = ids.valid(call->id);
        call->name = call->name.isEmpty() ? QByteArray("tool") : context.names.original(call->name);
        if (context.freeformTools.contains(call->name)) {
            call->arguments = freeformText(call->arguments);
            call->freeform = true;
        } else if (call->arguments.trimmed().isEmpty()) {
            call->arguments = "{}";
        }
    }
    reply.parts.removeIf(isNothing);
    while (!reply.parts.isEmpty() && isLoneSignature(reply.parts.last()))
        reply.parts.removeLast(); // it is of what follows
    reply.stop = settledStop(reply.stop, callsTool);
}

StopNote settledStop(const std::optional<StopNote> &stop, bool callsTool)
{
    if (!stop)
        return {callsTool ? StopReason::ToolUse : StopReason::EndTurn};
    switch (stop->reason) {
    case StopReason::ToolUse:
        return callsTool ? *stop : StopNote{StopReason::EndTurn};
    case StopReason::EndTurn:
    case StopReason::StopSequence:
    case StopReason::Pause:
    case StopReason::Other:
        return callsTool ? StopNote{StopReason::ToolUse} : *stop;
    case StopReason::MaxTokens: // a call may be cut short by these
    case StopReason::ContextFull:
    case StopReason::Refusal:
        break;
    }
    return *stop;
}

} // namespace gatehouse
