// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_request.h"

namespace gatehouse::anthropic {

//! Makes a settled conversation one that the API takes: without blank texts, which it refuses (one beside
//! another text joins it), and with a user's turn first. Where a user's blank turn was the last, a dot stands
//! in its place, or the model would be made to go on with its own answer. May leave nothing.
void fitTurns(ChatRequest &request);

} // namespace gatehouse::anthropic
