// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/dialect/chat_reply.h"
#include "gateway/dialect/chat_request.h"
#include "gateway/dialect/reply_context.h"

namespace gatehouse {

//! Puts a conversation in the order that every dialect can be written from (translation rules, A3 and B2):
//! neighbours of one role become one message; in a user's the tool results come first; calls and results are
//! paired (CallPairs); what is empty is gone.
void settleTurns(ChatRequest &request);

//! 400: nobody but the system says anything.
Error nobodySpeaks();

//! For a reader: where what the system says comes behind the last answer, it is the user's turn to say it, or
//! the model would have nothing to answer. \a early: how many texts of the system stood before that.
void remindLate(ChatRequest &request, qsizetype early);

//! Whether a result is there whose call is not: what providers refuse, even to count.
bool hasStrayResults(const ChatRequest &request);

//! Does for a whole answer what StreamOrder does for a stream: the client's names of tools, ids that are
//! valid and unlike, `{}` for no arguments, the text that a tool stood for, a reason for the end that fits.
void settleReply(ChatReply &reply, const ReplyContext &context);

//! The reason that an answer ended for, as its content shows it (translation rules, B4.8): with a tool call
//! it waits for a result, without one it does not. \a stop: what the provider said, if anything.
StopNote settledStop(const std::optional<StopNote> &stop, bool callsTool);

} // namespace gatehouse
