// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/thinking.h"

#include <algorithm>

namespace gatehouse::gemini {
namespace {

constexpr qint64 asItSeesFit = -1;

//! Within what the model takes; nothing: it is not told.
std::optional<qint64> budgetWished(const ReasoningWish &wish, const ModelTraits &traits)
{
    qint64 budget = 0;
    switch (wish.mode) {
    case ReasoningWish::Unset:
        return {};
    case ReasoningWish::Off:
        break;
    case ReasoningWish::Dynamic:
        if (!wish.effortGiven)
            return asItSeesFit;
        budget = budgetOf(wish.effort);
        break;
    case ReasoningWish::ByEffort:
        budget = budgetOf(wish.effort);
        break;
    case ReasoningWish::ByBudget:
        budget = wish.budget;
    }
    if (traits.mostBudget > 0)
        budget = std::min(budget, traits.mostBudget);
    return std::max(budget, traits.leastBudget);
}

//! `low` is the least that every model with levels takes.
std::optional<Effort> levelWished(const ReasoningWish &wish)
{
    switch (wish.mode) {
    case ReasoningWish::Unset:
        return {};
    case ReasoningWish::Off:
        return Effort::Low;
    case ReasoningWish::Dynamic:
        if (!wish.effortGiven)
            return {};
        break;
    case ReasoningWish::ByEffort:
        break;
    case ReasoningWish::ByBudget:
        return clampEffort(effortOf(wish.budget), Effort::Low, Effort::High);
    }
    return clampEffort(wish.effort, Effort::Low, Effort::High);
}

//! A client that wants the model to think wants to see it, unless it says otherwise.
bool showsThoughts(const ReasoningWish &wish)
{
    const bool none = wish.mode == ReasoningWish::Unset || wish.mode == ReasoningWish::Off ||
                      (wish.mode == ReasoningWish::ByEffort && wish.effort == Effort::None);
    return wish.show.value_or(!none);
}

} // namespace

void writeThinking(JsonWriter &json, const ReasoningWish &wish, const Target &target)
{
    std::optional<qint64> budget;
    std::optional<Effort> level;
    if (target.traits.thinking == ThinkingControl::Budget)
        budget = budgetWished(wish, target.traits);
    else if (target.traits.thinking == ThinkingControl::Level)
        level = levelWished(wish);
    else
        return;
    const bool shows = showsThoughts(wish);
    if (!budget && !level && !shows)
        return;
    json.openObject("thinkingConfig");
    if (budget)
        json.number("thinkingBudget", *budget);
    if (level)
        json.text("thinkingLevel", effortName(*level));
    if (shows)
        json.flag("includeThoughts", true);
    json.closeObject();
}

} // namespace gatehouse::gemini
