// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_reply.h"
#include "gateway/dialect/json_view.h"
#include "gateway/dialect/json_writer.h"

namespace gatehouse::anthropic {

//! `stop_reason` (translation rules, 5.3). \a sequence: `stop_sequence`.
StopNote stopNoteOf(JsonView reason, JsonView sequence);
QByteArrayView stopReasonOf(StopReason reason);

//! The members of a `usage` object (5.5): input, cache write and cache read apart; what is zero of the last
//! two is left out.
void writeUsage(JsonWriter &json, const TokenUsage &usage);

} // namespace gatehouse::anthropic
