// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/dialect/chat_request.h"
#include "gateway/dialect/json_view.h"

#include <optional>

namespace gatehouse::openai_chat {

//! Adds \a message to \a request: to its system, or as a turn (translation rules, A3). The error, if any: 400
//! for what must not be dropped.
std::optional<Error> readMessage(JsonView message, ChatRequest &request);

} // namespace gatehouse::openai_chat
