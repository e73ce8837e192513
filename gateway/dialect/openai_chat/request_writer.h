// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse::openai_chat {

//! A chat completion request for \a target (translation rules, B1).
Result<ProviderRequest> writeRequest(const ChatRequest &request, const Target &target);

} // namespace gatehouse::openai_chat
