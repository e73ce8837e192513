// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse::openai_chat {

//! A whole chat completion (translation rules, B3).
Result<ChatReply> readReply(QByteArrayView body, const Target &target);

std::unique_ptr<StreamReader> makeStreamReader(const Target &target);

} // namespace gatehouse::openai_chat
