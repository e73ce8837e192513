// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/anthropic/words.h"

#include <algorithm>

namespace gatehouse::anthropic {
namespace {

struct Word
{
    QByteArrayView name;
    StopReason reason;
};

constexpr Word words[] = {
    {"end_turn", StopReason::EndTurn},
    {"stop_sequence", StopReason::StopSequence},
    {"max_tokens", StopReason::MaxTokens},
    {"tool_use", StopReason::ToolUse},
    {"refusal", StopReason::Refusal},
    {"pause_turn", StopReason::Pause},
    {"model_context_window_exceeded", StopReason::ContextFull},
    {"sensitive", StopReason::Refusal}, // behind those that are written
};

} // namespace

StopNote stopNoteOf(JsonView reason, JsonView sequence)
{
    for (const Word &word : words) {
        if (reason.is(word.name))
            return {word.reason, sequence.text()};
    }
    return {StopReason::Other};
}

QByteArrayView stopReasonOf(StopReason reason)
{
    for (const Word &word : words) {
        if (word.reason == reason)
            return word.name;
    }
    return "end_turn";
}

void writeUsage(JsonWriter &json, const TokenUsage &usage)
{
    // Some services count the cache's share apart from the rest already.
    json.number("input_tokens", std::max<qint64>(0, usage.input - usage.cached - usage.cacheWrite))
        .number("output_tokens", usage.output);
    if (usage.cacheWrite > 0)
        json.number("cache_creation_input_tokens", usage.cacheWrite);
    if (usage.cached > 0)
        json.number("cache_read_input_tokens", usage.cached);
}

} // namespace gatehouse::anthropic
