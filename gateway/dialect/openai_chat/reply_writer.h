// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse::openai_chat {

//! A whole chat completion for the client (translation rules, A4).
QByteArray writeReply(const ChatReply &reply, const ReplyContext &context);

std::unique_ptr<StreamWriter> makeStreamWriter(const ReplyContext &context);

} // namespace gatehouse::openai_chat
