// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse::gemini {

//! A whole GenerateContentResponse (translation rules, 5.7). A prompt that was blocked is an answer too: a
//! refusal.
Result<ChatReply> readReply(QByteArrayView body, const Target &target);

std::unique_ptr<StreamReader> makeStreamReader(const Target &target);

} // namespace gatehouse::gemini
