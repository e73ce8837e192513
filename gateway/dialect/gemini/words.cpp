// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/words.h"

#include <QString>

#include <algorithm>

namespace gatehouse::gemini {
namespace {

struct Word
{
    QByteArrayView name;
    StopReason reason;
};

constexpr Word words[] = {
    {"STOP", StopReason::EndTurn},
    {"MAX_TOKENS", StopReason::MaxTokens},
    {"SAFETY", StopReason::Refusal},
    {"RECITATION", StopReason::Refusal},
    {"BLOCKLIST", StopReason::Refusal},
    {"PROHIBITED_CONTENT", StopReason::Refusal},
    {"SPII", StopReason::Refusal},
    {"IMAGE_SAFETY", StopReason::Refusal},
    {"IMAGE_PROHIBITED_CONTENT", StopReason::Refusal},
    {"IMAGE_RECITATION", StopReason::Refusal},
};

} // namespace

JsonView field(JsonView object, QByteArrayView camel)
{
    if (const JsonView found = object[camel]; !found.isMissing())
        return found;
    QByteArray snake;
    for (const char c : camel) {
        if (c >= 'A' && c <= 'Z')
            snake.append('_').append(char(c - 'A' + 'a'));
        else
            snake.append(c);
    }
    return object[snake];
}

std::optional<StopNote> stopNoteOf(JsonView finishReason)
{
    if (!finishReason.isString() || finishReason.is("") || finishReason.is("FINISH_REASON_UNSPECIFIED"))
        return {};
    for (const Word &word : words) {
        if (finishReason.is(word.name))
            return StopNote{word.reason};
    }
    return StopNote{StopReason::Other};
}

QByteArrayView finishReasonOf(StopReason reason)
{
    if (reason == StopReason::ContextFull)
        return "MAX_TOKENS";
    for (const Word &word : words) {
        if (word.reason == reason)
            return word.name;
    }
    return "STOP";
}

void writeUsage(JsonWriter &json, const TokenUsage &usage)
{
    json.openObject("usageMetadata").number("promptTokenCount", usage.input);
    json.number("candidatesTokenCount", std::max<qint64>(0, usage.output - usage.reasoning));
    if (usage.reasoning > 0)
        json.number("thoughtsTokenCount", usage.reasoning);
    if (usage.cached > 0)
        json.number("cachedContentTokenCount", usage.cached);
    json.number("totalTokenCount", usage.input + usage.output).closeObject();
}

QByteArray resourceOf(QByteArrayView model)
{
    const bool whole = model.startsWith("models/") || model.startsWith("tunedModels/");
    return whole ? model.toByteArray() : QByteArray("models/" + model.toByteArray());
}

QByteArray pathOf(QByteArrayView model, QByteArrayView verb)
{
    const QByteArray resource = resourceOf(model).toPercentEncoding("/@:");
    return '/' + resource + ':' + verb.toByteArray();
}

} // namespace gatehouse::gemini
