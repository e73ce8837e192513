// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/anthropic/reply_reader.h"

#include "gateway/dialect/anthropic/thoughts.h"
#include "gateway/dialect/anthropic/words.h"
#include "gateway/dialect/provider_error.h"
#include "gateway/dialect/usage_reader.h"

using namespace Qt::StringLiterals;

namespace gatehouse::anthropic {
namespace {

ReasoningPart readThinking(JsonView block)
{
    const QByteArray text = block["thinking"].text();
    return {text, {{}, keptSignature(block["signature"].text(), !text.isEmpty())}};
}

} // namespace

Result<ChatReply> readReply(QByteArrayView body, const Target &)
{
    JsonDocument document;
    const JsonView root = document.parse(body);
    if (holdsError(root))
        return readProviderError(0, root);
    if (!root["content"].isArray())
        return protocolError(u"gave an answer without content"_s);
    ChatReply reply;
    reply.id = root["id"].text();
    for (const JsonView block : root["content"]) {
        const JsonView type = block["type"];
        if (type.is("text"))
            reply.parts.append({TextPart{block["text"].text()}});
        else if (type.is("thinking"))
            reply.parts.append({readThinking(block)});
        else if (type.is("redacted_thinking"))
            reply.parts.append({ReasoningPart{{}, {{}, block["data"].text()}, true}});
        else if (type.is("tool_use"))
            reply.parts.append(
                {ToolCallPart{block["id"].text(), block["name"].text(), block["input"].rawBytes()}});
    }
    if (root["stop_reason"].isString())
        reply.stop = stopNoteOf(root["stop_reason"], root["stop_sequence"]);
    UsageReader usage(Dialect::Anthropic);
    if (usage.readObject(root["usage"]))
        reply.usage = usage.tokens();
    return reply;
}

} // namespace gatehouse::anthropic
