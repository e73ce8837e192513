// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_request.h"
#include "gateway/dialect/target.h"

#include <optional>

namespace gatehouse::anthropic {

//! How a request asks Claude to think, and how much it may say (translation rules, 5.4).
struct Thinking
{
    enum Mode { Unset, Disabled, BetweenTools, Enabled, Adaptive };
    Mode mode = Unset;
    qint64 budget = 0;                 //!< of Enabled: at least 1024, below maxTokens
    std::optional<Effort> effort = {}; //!< `output_config.effort`
    bool summarized = false;           //!< of Adaptive: `display` asks for what would come back empty
    qint64 maxTokens = 0;

    bool on() const { return mode == Enabled || mode == Adaptive; }
};

//! Thinking with a budget is left off where the last turn with tool calls lacks its signed thoughts: the
//! provider would refuse it. Adaptive thinking asks for none (Anthropic: adaptive thinking, validation
//! changes).
Thinking thinkingFor(const ChatRequest &request, const Target &target, Dropped &dropped);

} // namespace gatehouse::anthropic
