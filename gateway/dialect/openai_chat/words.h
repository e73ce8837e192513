// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_reply.h"
#include "gateway/dialect/json_view.h"
#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/usage_reader.h"

namespace gatehouse::openai_chat {

//! Stands for the thoughts of a call that has none, where a service wants some back.
inline constexpr QByteArrayView noThoughts = "tool call";

//! `finish_reason` (translation rules, 5.3).
StopReason stopReasonOf(QByteArrayView finishReason);
QByteArrayView finishReasonOf(StopReason reason);

//! ChatRequest::echo of a client that offers `functions`, the way before `tools`: it looks for
//! `function_call` in the answer, which has at most one.
inline constexpr QByteArrayView wantsFunctionCall = "function_call";

//! A `usage` object (5.5).
void writeUsage(JsonWriter &json, const TokenUsage &usage);

//! Reads `usage` where an answer or an event \a root has it. True: there was some.
bool readUsage(UsageReader &reader, JsonView root);
//! What was read, in the one convention. \a omitsCached: the provider leaves what its cache served out of
//! `prompt_tokens`.
TokenUsage tokensOf(const UsageReader &reader, bool omitsCached);

//! What the model thought, in any of the fields in use (wire formats, d).
QByteArray reasoningOf(JsonView message);

} // namespace gatehouse::openai_chat
