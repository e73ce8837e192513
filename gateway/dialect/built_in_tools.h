// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/dialect/chat_request.h"

#include <optional>

namespace gatehouse {

//! For a writer whose provider does not run the built-in \a tool: leaves it out and says so in \a dropped, or
//! gives the 400 that names it, where nothing would be left of what is asked for
//! (ChatRequest::refuseBuiltIns). One that is offered beside tools of the client's own is left out: agents
//! such as Codex always offer web search, and go on without.
std::optional<Error> leaveOutBuiltIn(const ChatTool &tool, const ChatRequest &request, Dropped &dropped);

} // namespace gatehouse
