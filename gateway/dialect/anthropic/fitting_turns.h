// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_request.h"
#include "gateway/dialect/target.h"

namespace gatehouse::anthropic {

//! Makes a settled conversation one that the API takes: without thoughts that this very model did not sign,
//! which it would refuse and which are no text, without blank texts, which it refuses (one beside another
//! text joins it), and with a user's turn first. Where a user's blank turn was the last, a dot stands in its
//! place, or the model would be made to go on with its own answer. Where the client wants it to, and not \a
//! takesPrefill, a user's turn asks for that: models from 4.6 on refuse it, and all that think. May leave
//! nothing.
void fitTurns(ChatRequest &request, const Target &target, bool takesPrefill);

} // namespace gatehouse::anthropic
