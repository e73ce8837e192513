// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/dialect/chat_request.h"
#include "gateway/dialect/json_view.h"

#include <optional>

namespace gatehouse::openai_responses {

//! Adds \a item, one of the request's `input`, to \a request: to its system, or as a turn. The error, if any:
//! 400 for what stands for content that only OpenAI has.
std::optional<Error> readItem(JsonView item, ChatRequest &request);

} // namespace gatehouse::openai_responses
