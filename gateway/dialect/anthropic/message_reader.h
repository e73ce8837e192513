// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/dialect/chat_request.h"
#include "gateway/dialect/json_view.h"

#include <optional>

namespace gatehouse::anthropic {

//! `system`, a text or blocks; without the line that Claude Code puts first, which changes with every request
//! and would keep a provider from caching what follows.
void readSystem(JsonView system, ChatRequest &request);

//! Adds one of `messages` (translation rules, B2). The error, if any: 400 for what must not be dropped.
std::optional<Error> readMessage(JsonView message, ChatRequest &request);

} // namespace gatehouse::anthropic
