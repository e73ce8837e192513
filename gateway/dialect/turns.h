// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_reply.h"
#include "gateway/dialect/chat_request.h"
#include "gateway/dialect/reply_context.h"

namespace gatehouse {

//! Puts a conversation in the order that every dialect can be written from (translation rules, A3 and B2):
//! neighbours of one role become one message; in a user's the tool results come first; calls and results are
//! paired (CallPairs); what is empty is gone.
void settleTurns(ChatRequest &request);

//! Does for a whole answer what StreamOrder does for a stream: the client's names of tools, ids that are
//! valid and unlike, `{}` for no arguments, the text that a tool stood for, a reason for the end that fits.
void settleReply(ChatReply &reply, const ReplyContext &context);

//! The reason that an answer ended for, as its content shows it (translation rules, B4.8): with a tool call
//! it waits for a result, without one it does not. \a stop: what the provider said, if anything.
StopNote settledStop(const std::optional<StopNote> &stop, bool callsTool);

} // namespace gatehouse
