// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_chat/words.h"

namespace gatehouse::openai_chat {
namespace {

struct Word
{
    QByteArrayView finish;
    StopReason reason;
};

constexpr Word words[] = {
    {"stop", StopReason::EndTurn},           {"length", StopReason::MaxTokens},
    {"tool_calls", StopReason::ToolUse},     {"function_call", StopReason::ToolUse},
    {"content_filter", StopReason::Refusal},
};

} // namespace

StopReason stopReasonOf(QByteArrayView finishReason)
{
    for (const Word &word : words) {
        if (word.finish == finishReason)
            return word.reason;
    }
    return StopReason::Other;
}

QByteArrayView finishReasonOf(StopReason reason)
{
    switch (reason) {
    case StopReason::MaxTokens:
    case StopReason::ContextFull:
        return "length";
    case StopReason::ToolUse:
        return "tool_calls";
    case StopReason::Refusal:
        return "content_filter";
    case StopReason::EndTurn:
    case StopReason::StopSequence:
    case StopReason::Pause:
    case StopReason::Other:
        break;
    }
    return "stop";
}

void writeUsage(JsonWriter &json, const TokenUsage &usage)
{
    json.openObject()
        .number("prompt_tokens", usage.input)
        .number("completion_tokens", usage.output)
        .number("total_tokens", usage.input + usage.output)
        .openObject("prompt_tokens_details")
        .number("cached_tokens", usage.cached)
        .number("cache_write_tokens", usage.cacheWrite)
        .closeObject()
        .openObject("completion_tokens_details")
        .number("reasoning_tokens", usage.reasoning)
        .closeObject()
        .closeObject();
}

bool readUsage(UsageReader &reader, JsonView root)
{
    JsonView usage = root["usage"];
    if (!usage.isObject())
        usage = root["x_groq"]["usage"];
    return reader.readObject(usage);
}

TokenUsage tokensOf(const UsageReader &reader, bool omitsCached)
{
    TokenUsage usage = reader.tokens().value_or(TokenUsage{});
    if (omitsCached)
        usage.input += usage.cached;
    return usage;
}

QByteArray reasoningOf(JsonView message)
{
    for (const QByteArrayView field : {QByteArrayView("reasoning_content"), QByteArrayView("reasoning")}) {
        const JsonView value = message[field];
        if (value.isString())
            return value.text();
        if (value.isObject())
            return value["text"].text();
        QByteArray joined;
        for (const JsonView piece : value)
            joined += piece.isString() ? piece.text() : piece["text"].text();
        if (!joined.isEmpty())
            return joined;
    }
    QByteArray joined;
    for (const JsonView detail : message["reasoning_details"])
        joined += detail["text"].text();
    return joined;
}

} // namespace gatehouse::openai_chat
