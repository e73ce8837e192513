// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/dialect/chat_request.h"
#include "gateway/dialect/json_view.h"

#include <optional>

namespace gatehouse::openai_responses {

//! Adds the tools of the request \a root, and which of them must be used, to \a request. The error, if any:
//! 400 for a tool that has to be used and that only OpenAI runs.
std::optional<Error> readTools(JsonView root, ChatRequest &request);

} // namespace gatehouse::openai_responses
