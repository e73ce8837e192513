// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"

#include <QByteArrayView>
#include <QStringView>

namespace gatehouse {

//! How an OpenAI-compatible service is told how much to think.
enum class ReasoningSwitch {
    Effort,         //!< `reasoning_effort`
    ThinkingType,   //!< `thinking: {type: enabled|disabled}`
    EnableThinking, //!< `enable_thinking`, `thinking_budget`
    Reasoning,      //!< `reasoning: {effort | max_tokens, enabled}`
};

//! In what the services that speak chat completions differ from one another.
struct HostTraits
{
    bool openAi = false;              //!< OpenAI itself or Azure: strict about fields that it does not know
    bool webSearch = false;           //!< some of its models take `web_search_options`
    bool maxCompletionTokens = false; //!< wants `max_completion_tokens` for every model
    bool streamOptions = true;        //!< takes `stream_options`
    ReasoningSwitch reasoning = ReasoningSwitch::Effort;
    //! Wants `reasoning_content` back on assistant turns with tool calls, not empty.
    bool wantsReasoningBack = false;
    bool keepsCacheControl = false;   //!< hands `cache_control` on to Claude models
    bool emptyContentForNull = false; //!< refuses `content: null` beside tool calls
    bool promptOmitsCached = false;   //!< `prompt_tokens` leaves out what the cache served
    int maxStops = 4;
    int maxToolId = 64; //!< bytes in the id of a tool call

    bool operator==(const HostTraits &) const = default;
};

//! What is known of the service behind \a baseUrl; by its preset where it has one, else by its host.
HostTraits hostTraits(Dialect dialect, QStringView preset, QByteArrayView baseUrl);

} // namespace gatehouse
