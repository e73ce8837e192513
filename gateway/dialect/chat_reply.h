// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_part.h"
#include "gateway/usage/usage_record.h"

#include <QList>

#include <optional>

namespace gatehouse {

//! Why the model stopped.
enum class StopReason {
    EndTurn,
    StopSequence,
    MaxTokens,
    ToolUse,
    Refusal,     //!< by the model or by a filter
    Pause,       //!< Anthropic's `pause_turn`
    ContextFull, //!< the input and the output together became too long
    Other,       //!< a word that is not known here
};

//! How an answer ended.
struct StopNote
{
    StopReason reason = StopReason::EndTurn;
    QByteArray sequence = {}; //!< of StopSequence, where it was told

    bool operator==(const StopNote &) const = default;
};

//! A whole answer in no dialect. It holds texts, images, reasoning, tool calls and refusals; may borrow its
//! bytes as a request may.
struct ChatReply
{
    QByteArray id;
    QList<ChatPart> parts;
    std::optional<StopNote> stop; //!< nothing: the provider did not say
    std::optional<TokenUsage> usage;

    bool operator==(const ChatReply &) const = default;
};

} // namespace gatehouse
