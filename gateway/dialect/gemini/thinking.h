// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_request.h"
#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/target.h"

namespace gatehouse::gemini {

//! Writes `thinkingConfig`, where the model thinks and the client said how much (translation rules, 5.4): a
//! budget or a level, as the model takes it. It sets no member where there is nothing to say.
void writeThinking(JsonWriter &json, const ReasoningWish &wish, const Target &target);

} // namespace gatehouse::gemini
