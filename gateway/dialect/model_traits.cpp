// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/model_traits.h"

#include <algorithm>
#include <iterator>

namespace gatehouse {
namespace {

//! A family of models; the first row whose text is in the name counts.
struct Family
{
    QByteArrayView contains;
    ModelTraits traits;
};

constexpr auto Budget = ThinkingControl::Budget;
constexpr auto Adaptive = ThinkingControl::Adaptive;

constexpr ModelTraits claude(qint64 maxOutput, ThinkingControl thinking, bool format)
{
    return {.maxOutput = maxOutput,
            .thinking = thinking,
            .takesOutputFormat = format,
            .takesStrictTools = format,
            .claude = true};
}

constexpr ModelTraits anyClaude()
{
    ModelTraits traits = claude(0, Budget, false);
    traits.takesPrefill = false;
    return traits;
}

constexpr ModelTraits claude46()
{
    ModelTraits traits = claude(128'000, Adaptive, true);
    traits.takesMaxEffort = true;
    traits.takesPrefill = false;
    return traits;
}

constexpr ModelTraits claudeNew()
{
    ModelTraits traits = claude46();
    traits.takesSampling = false;
    traits.takesXHighEffort = true;
    traits.hidesThoughts = true;
    return traits;
}

//! It thinks whatever it is told (Anthropic: adaptive thinking, supported models).
constexpr ModelTraits claudeThinker()
{
    ModelTraits traits = claudeNew();
    traits.takesNoThinking = false;
    return traits;
}

//! From Fable 5.1 and Opus 5.5 on: nor can a tool be forced on it.
constexpr ModelTraits claudeNewest()
{
    ModelTraits traits = claudeThinker();
    traits.takesForcedTools = false;
    return traits;
}

constexpr ModelTraits sonnet55()
{
    ModelTraits traits = claudeNewest();
    traits.thinksBetweenTools = true;
    return traits;
}

constexpr ModelTraits mythosPreview()
{
    ModelTraits traits = claudeNewest();
    traits.takesXHighEffort = false;
    return traits;
}

//! OpenAI's models that think.
constexpr ModelTraits reasoner(Effort leastEffort)
{
    return {.maxOutput = 128'000,
            .thinking = ThinkingControl::Effort,
            .takesSampling = false,
            .leastEffort = leastEffort,
            .maxCompletionTokens = true};
}

constexpr ModelTraits earlyReasoner(Effort leastEffort)
{
    ModelTraits traits = reasoner(leastEffort);
    traits.takesStop = false;
    return traits;
}

//! Newer than this table: how much it puts out is not known.
constexpr ModelTraits newestReasoner()
{
    ModelTraits traits = reasoner(Effort::None);
    traits.maxOutput = 0;
    return traits;
}

//! Those that ChatGPT has.
constexpr ModelTraits chatReasoner()
{
    ModelTraits traits = earlyReasoner(Effort::Medium);
    traits.maxOutput = 16'384;
    traits.mostEffort = Effort::Medium;
    return traits;
}

ModelTraits oSeries(QByteArrayView name)
{
    ModelTraits traits = earlyReasoner(Effort::Low);
    traits.maxOutput = name.startsWith("o1-mini") ? 65'536 : name.startsWith("o1-preview") ? 32'768 : 100'000;
    traits.takesParallelCalls = false;
    return traits;
}

const Family families[] = {
    {"claude-3-7", claude(64'000, Budget, false)},
    {"claude-3-5", claude(8'192, ThinkingControl::None, false)},
    {"claude-3", claude(4'096, ThinkingControl::None, false)},
    {"claude-opus-4-1", claude(32'000, Budget, true)},
    {"claude-opus-4-5", claude(64'000, Budget, true)},
    {"claude-opus-4-6", claude46()},
    {"claude-opus-4-7", claudeNew()},
    {"claude-opus-4-8", claudeNew()},
    {"claude-opus-4", claude(32'000, Budget, false)},
    {"claude-sonnet-4-5", claude(64'000, Budget, true)},
    {"claude-sonnet-4-6", claude46()},
    {"claude-sonnet-4", claude(64'000, Budget, false)},
    {"claude-haiku-4-5", claude(64'000, Budget, true)},
    {"claude-2", claude(4'096, ThinkingControl::None, false)},
    {"claude-instant", claude(4'096, ThinkingControl::None, false)},
    {"claude-opus-5-", claudeNewest()},
    {"claude-opus-5", claudeNew()},
    {"claude-sonnet-5-5", sonnet55()},
    {"claude-sonnet-5-", claudeNewest()},
    {"claude-sonnet-5", claudeNew()},
    {"claude-haiku-5", claudeNew()},
    {"claude-mythos-preview", mythosPreview()},
    {"claude-fable-5-", claudeNewest()},
    {"claude-fable-5", claudeThinker()},
    {"claude-mythos-5-", claudeNewest()},
    {"claude-mythos-5", claudeThinker()},
    // Newer than this table: the newest are the strictest.
    {"claude-opus-", claudeNewest()},
    {"claude-sonnet-", claudeNewest()},
    {"claude-haiku-", claudeNewest()},
    {"claude-fable-", claudeNewest()},
    {"claude-mythos-", claudeNewest()},
    {"claude", anyClaude()}, // another's name for one of them: what all of them take
    {"gemini-1", {.maxOutput = 8'192, .takesPenalties = true}},
    {"gemini-2.0", {.maxOutput = 8'192, .takesPenalties = true}},
    {"gemini-2.5-pro", {.maxOutput = 65'536, .thinking = Budget, .leastBudget = 128, .mostBudget = 32'768}},
    {"gemini-2.5", {.maxOutput = 65'536, .thinking = Budget, .mostBudget = 24'576}},
    {"gemini-3", {.maxOutput = 65'536, .thinking = ThinkingControl::Level, .wantsToolSignature = true}},
    {"gpt-5-chat", {.maxOutput = 16'384, .maxCompletionTokens = true}},
    {"gpt-5.1-chat", chatReasoner()},
    {"gpt-5.2-chat", chatReasoner()},
    {"gpt-5.3-chat", chatReasoner()},
    {"gpt-5.1-codex", earlyReasoner(Effort::Low)},
    {"gpt-5.2-codex", earlyReasoner(Effort::Low)},
    {"gpt-5.3-codex", earlyReasoner(Effort::Low)},
    {"gpt-5.2-pro", earlyReasoner(Effort::Medium)},
    {"gpt-5.4-pro", earlyReasoner(Effort::Medium)},
    {"gpt-5.5-pro", reasoner(Effort::Medium)},
    {"gpt-5.1", earlyReasoner(Effort::None)},
    {"gpt-5.2", earlyReasoner(Effort::None)},
    {"gpt-5.3", earlyReasoner(Effort::None)},
    {"gpt-5.4", earlyReasoner(Effort::None)},
    {"gpt-5.", reasoner(Effort::None)},
    {"gpt-5-codex", earlyReasoner(Effort::Low)},
    {"gpt-5-pro", earlyReasoner(Effort::High)},
    {"gpt-5", earlyReasoner(Effort::Minimal)},
    {"gpt-6", newestReasoner()},
    {"gpt-4.1", {.maxOutput = 32'768}},
    {"gpt-4.5", {.maxOutput = 16'384}},
    {"gpt-4o-2024-05-13", {.maxOutput = 4'096}},
    {"gpt-4o", {.maxOutput = 16'384}},
    {"gpt-4", {.maxOutput = 4'096}},
    {"gpt-3.5", {.maxOutput = 4'096}},
    {"gpt-35", {.maxOutput = 4'096}}, // as Azure writes it
    {"gpt-oss", {.thinking = ThinkingControl::Effort, .leastEffort = Effort::Low}},
    {"grok-3-mini", {.thinking = ThinkingControl::Effort, .leastEffort = Effort::Low}},
};

//! o1, o3-mini, o4-mini-high: the letter o and a digit, as a word of its own.
bool isOSeries(QByteArrayView name)
{
    return name.size() >= 2 && name[0] == 'o' && name[1] >= '1' && name[1] <= '9' &&
           (name.size() == 2 || name[2] == '-');
}

} // namespace

ModelTraits modelTraits(QByteArrayView model)
{
    QByteArray name = model.sliced(model.lastIndexOf('/') + 1).toByteArray().toLower();
    if (isOSeries(name))
        return oSeries(name);
    if (name.contains("claude"))
        std::replace(name.begin(), name.end(), '.', '-'); // resellers write claude-sonnet-4.5
    const auto *const it = std::find_if(std::begin(families), std::end(families),
                                        [&](const Family &family) { return name.contains(family.contains); });
    ModelTraits traits = it == std::end(families) ? ModelTraits{} : it->traits;
    traits.takesWebSearch = name.contains("-search-preview") || name.contains("-search-api");
    return traits;
}

qint64 defaultMaxTokens(const ModelTraits &traits)
{
    constexpr qint64 unknown = 8192;
    return traits.maxOutput > 0 ? traits.maxOutput : unknown;
}

} // namespace gatehouse
