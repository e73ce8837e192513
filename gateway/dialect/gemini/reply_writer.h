// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse::gemini {

//! A whole GenerateContentResponse. As in Gemini's own answers, a signature stands on the part behind the
//! thoughts, where clients that keep no thoughts keep it all the same.
QByteArray writeReply(const ChatReply &reply, const ReplyContext &context);

//! The same in pieces: server-sent events, or the elements of a JSON array.
std::unique_ptr<StreamWriter> makeStreamWriter(const ReplyContext &context);

} // namespace gatehouse::gemini
