// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/effort.h"

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse {

//! How a model is told how much to think in the dialect it is at home in.
enum class ThinkingControl {
    None,     //!< it does not think, or nobody knows how to tell it
    Budget,   //!< tokens: Claude's `thinking.budget_tokens`, Gemini's `thinkingBudget`
    Adaptive, //!< Claude's `thinking: {type: adaptive}` with `output_config.effort`
    Effort,   //!< OpenAI's `reasoning_effort`
    Level,    //!< Gemini's `thinkingLevel`
};

//! What is known of a model by its name.
struct ModelTraits
{
    qint64 maxOutput = 0; //!< the most tokens that it can put out; 0 = not known
    ThinkingControl thinking = ThinkingControl::None;
    qint64 leastBudget = 0;               //!< thinking tokens that it does not go below
    qint64 mostBudget = 0;                //!< thinking tokens that it takes at most; 0 = not known
    bool takesSampling = true;            //!< temperature, top_p, top_k
    bool takesStop = true;                //!< OpenAI, at its own host: `stop`
    bool takesParallelCalls = true;       //!< the same: `parallel_tool_calls`
    bool takesOutputFormat = false;       //!< Claude: a JSON schema for its answer
    bool takesStrictTools = false;        //!< Claude: `strict` on a tool
    bool takesMaxEffort = false;          //!< Claude: `max`
    bool takesXHighEffort = false;        //!< Claude: `xhigh` between high and max
    Effort leastEffort = Effort::Minimal; //!< OpenAI; None: `none` and `low`, but no `minimal`
    Effort mostEffort = Effort::High;     //!< OpenAI
    bool maxCompletionTokens = false;     //!< OpenAI: `max_tokens` is refused
    bool takesWebSearch = false;          //!< OpenAI: `web_search_options`
    bool takesPenalties = false;          //!< Gemini: of presence and frequency
    bool wantsToolSignature = false;      //!< Gemini: a call in history must carry its signature
    bool claude = false;
    bool takesPrefill = true;        //!< Claude: the last turn may be the model's own, for it to go on with
    bool takesNoThinking = true;     //!< Claude: thinking can be turned off
    bool thinksBetweenTools = false; //!< Claude: what it takes instead is `between_tools`
    bool takesForcedTools = true;    //!< Claude: `tool_choice` may be `any` or `tool`
    bool hidesThoughts = false;      //!< Claude: they come back empty unless `display` asks for a summary

    bool operator==(const ModelTraits &) const = default;
};

//! By the model's name, whatever stands before it (`anthropic/claude-…`, `models/gemini-…`).
ModelTraits modelTraits(QByteArrayView model);

//! The limit for an answer whose client gave none, where the dialect asks for one: the model's own, else
//! 8192.
qint64 defaultMaxTokens(const ModelTraits &traits);

} // namespace gatehouse
