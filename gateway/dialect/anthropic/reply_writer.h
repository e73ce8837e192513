// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse::anthropic {

//! A whole message for the client (translation rules, B3).
QByteArray writeReply(const ChatReply &reply, const ReplyContext &context);

std::unique_ptr<StreamWriter> makeStreamWriter(const ReplyContext &context);

} // namespace gatehouse::anthropic
