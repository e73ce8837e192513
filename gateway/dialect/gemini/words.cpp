// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/words.h"

#include "gateway/dialect/provider_error.h"

#include <QString>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

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

//! A reason that is the report of a failure, and what its person is told.
struct Failed
{
    QByteArrayView name;
    QStringView what;
};

constexpr Failed failures[] = {
    {"MALFORMED_FUNCTION_CALL", u"wrote a tool call that cannot be read"},
    {"MALFORMED_RESPONSE", u"wrote an answer that cannot be read"},
    {"UNEXPECTED_TOOL_CALL", u"called a tool that it was not offered"},
    {"TOO_MANY_TOOL_CALLS", u"called too many tools one after the other"},
    {"MISSING_THOUGHT_SIGNATURE", u"misses the signature of an earlier thought"},
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

std::optional<Error> failureOf(JsonView finishReason, bool content)
{
    const auto *const failed = std::find_if(std::begin(failures), std::end(failures),
                                            [&](const Failed &f) { return finishReason.is(f.name); });
    const bool known = failed != std::end(failures);
    const auto stop = stopNoteOf(finishReason);
    if (!known && (content || !stop || stop->reason != StopReason::Other))
        return {};
    constexpr qsizetype longest = 64;
    const QStringView what = known ? failed->what : QStringView(u"stopped without an answer");
    return modelError(u"%1 (%2)"_s.arg(what, QString::fromUtf8(finishReason.text().left(longest))));
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
