// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/anthropic/thinking.h"

#include "gateway/dialect/anthropic/thoughts.h"
#include "gateway/dialect/signature.h"

#include <algorithm>

namespace gatehouse::anthropic {
namespace {

constexpr qint64 leastBudget = 1024;

//! The conversation goes on after tool calls whose thoughts are not here, or not of this model.
bool lacksThoughts(const ChatRequest &request, const QByteArray &origin)
{
    const auto last = std::find_if(request.messages.crbegin(), request.messages.crend(),
                                   [](const ChatMessage &m) { return m.role == ChatMessage::Assistant; });
    if (last == request.messages.crend())
        return false;
    bool calls = false;
    bool thoughts = false;
    for (const ChatPart &part : last->parts) {
        calls = calls || part.as<ToolCallPart>();
        const auto *reasoning = part.as<ReasoningPart>();
        thoughts = thoughts || (reasoning && isOwn(*reasoning, origin));
    }
    return calls && !thoughts;
}

qint64 budgetWished(const ReasoningWish &wish)
{
    switch (wish.mode) {
    case ReasoningWish::ByBudget:
        return wish.budget;
    case ReasoningWish::ByEffort:
        return budgetOf(wish.effort);
    default:
        return budgetOf(wish.effortGiven ? wish.effort : Effort::Medium);
    }
}

std::optional<Effort> effortWished(const ReasoningWish &wish, const Target &target)
{
    const bool byBudget = wish.mode == ReasoningWish::ByBudget;
    if (!byBudget && wish.mode != ReasoningWish::ByEffort && !wish.effortGiven)
        return {};
    const Effort most = target.traits.takesMaxEffort ? Effort::Max : Effort::High;
    const Effort effort = clampEffort(byBudget ? effortOf(wish.budget) : wish.effort, Effort::Low, most);
    return effort == Effort::XHigh && !target.traits.takesXHighEffort ? Effort::Max : effort;
}

void setBudget(Thinking &thinking, const ChatRequest &request, const Target &target, Dropped &dropped)
{
    const qint64 most = target.traits.maxOutput;
    qint64 budget = std::max(leastBudget, budgetWished(request.reasoning));
    // The client's limit is for what it sees; the thoughts come on top.
    if (request.maxTokens && request.reasoning.mode != ReasoningWish::ByBudget)
        thinking.maxTokens += budget;
    else if (!request.maxTokens && most == 0)
        budget = std::min(budget, thinking.maxTokens / 2); // a limit of ours: the answer keeps its room
    if (most > 0)
        thinking.maxTokens = std::min(thinking.maxTokens, most);
    budget = std::min(budget, thinking.maxTokens - 1);
    if (budget < leastBudget) {
        dropped.add("reasoning");
        return;
    }
    thinking.mode = Thinking::Enabled;
    thinking.budget = budget;
}

//! Where a model cannot be kept from thinking, as little as it takes.
void setOff(Thinking &thinking, const ModelTraits &traits, Dropped &dropped)
{
    if (traits.takesNoThinking) {
        thinking.mode = Thinking::Disabled;
    } else if (traits.thinksBetweenTools) {
        thinking.mode = Thinking::BetweenTools;
    } else {
        thinking.effort = Effort::Low;
        dropped.add("reasoning");
    }
}

} // namespace

Thinking thinkingFor(const ChatRequest &request, const Target &target, Dropped &dropped)
{
    Thinking thinking;
    thinking.maxTokens = request.maxTokens.value_or(defaultMaxTokens(target.traits));
    if (target.traits.maxOutput > 0)
        thinking.maxTokens = std::min(thinking.maxTokens, target.traits.maxOutput);
    const ReasoningWish &wish = request.reasoning;
    const ThinkingControl control = target.traits.thinking;
    // A client that wants the model to think wants to see it, unless it says otherwise.
    const bool shows = target.traits.hidesThoughts && wish.show.value_or(wish.mode != ReasoningWish::Unset);
    if (wish.mode == ReasoningWish::Unset) {
        if (shows && !target.traits.takesNoThinking) {
            thinking.mode = Thinking::Adaptive;
            thinking.summarized = true;
        }
        return thinking;
    }
    if (control == ThinkingControl::None) {
        if (wish.mode != ReasoningWish::Off)
            dropped.add("reasoning");
        return thinking;
    }
    if (wish.mode == ReasoningWish::Off) {
        setOff(thinking, target.traits, dropped);
        return thinking;
    }
    if (control == ThinkingControl::Adaptive) {
        thinking.mode = Thinking::Adaptive;
        thinking.effort = effortWished(wish, target);
        thinking.summarized = shows;
    } else if (lacksThoughts(request, originOf(target.provider, target.model))) {
        dropped.add("reasoning");
        thinking.mode = Thinking::Disabled;
    } else {
        setBudget(thinking, request, target, dropped);
    }
    return thinking;
}

} // namespace gatehouse::anthropic
