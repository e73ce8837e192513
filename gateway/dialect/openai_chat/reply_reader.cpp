// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_chat/reply_reader.h"

#include "gateway/dialect/openai_chat/words.h"
#include "gateway/dialect/provider_error.h"

using namespace Qt::StringLiterals;

namespace gatehouse::openai_chat {
namespace {

void readContent(JsonView content, QList<ChatPart> &parts)
{
    if (content.isString())
        parts.append({TextPart{content.text()}});
    if (!content.isArray())
        return;
    for (const JsonView part : content) {
        if (part["type"].is("refusal"))
            parts.append({RefusalPart{part["refusal"].text()}});
        else if (part["type"].is("thinking")) // Mistral
            for (const JsonView thought : part["thinking"])
                parts.append({ReasoningPart{thought["text"].text(), {}}});
        else
            parts.append({TextPart{part["text"].text()}});
    }
}

void readCalls(JsonView message, QList<ChatPart> &parts)
{
    for (const JsonView call : message["tool_calls"]) {
        if (call["type"].is("custom")) {
            parts.append({ToolCallPart{call["id"].text(), call["custom"]["name"].text(),
                                       call["custom"]["input"].text(), true}});
            continue;
        }
        const JsonView arguments = call["function"]["arguments"];
        parts.append({ToolCallPart{call["id"].text(), call["function"]["name"].text(),
                                   arguments.isString() ? arguments.text() : arguments.rawBytes()}});
    }
    if (const JsonView function = message["function_call"]; function.isObject())
        parts.append({ToolCallPart{{}, function["name"].text(), function["arguments"].text()}});
}

} // namespace

Result<ChatReply> readReply(QByteArrayView body, const Target &target)
{
    JsonDocument document;
    const JsonView root = document.parse(body);
    if (holdsError(root) || root["base_resp"]["status_code"].integer().value_or(0) != 0)
        return readProviderError(0, root);
    const JsonView choice = *root["choices"].begin();
    const JsonView message = root["choices"].isEmpty() ? JsonView() : choice["message"];
    if (!message.isObject())
        return protocolError(u"gave an answer without a message"_s);
    ChatReply reply;
    reply.id = root["id"].text();
    reply.parts.append({ReasoningPart{reasoningOf(message), {}}});
    readContent(message["content"], reply.parts);
    reply.parts.append({RefusalPart{message["refusal"].text()}});
    readCalls(message, reply.parts);
    if (const JsonView finish = choice["finish_reason"]; finish.isString())
        reply.stop = StopNote{stopReasonOf(finish.text())};
    UsageReader usage(Dialect::OpenAi);
    if (readUsage(usage, root))
        reply.usage = tokensOf(usage, target.host.promptOmitsCached);
    return reply;
}

} // namespace gatehouse::openai_chat
