// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse::gemini {

//! `generateContent` for \a target, or `streamGenerateContent` as server-sent events.
Result<ProviderRequest> writeRequest(const ChatRequest &request, const Target &target);

//! `countTokens` of the same request, system and tools included.
Result<ProviderRequest> writeTokenCountRequest(const ChatRequest &request, const Target &target);

} // namespace gatehouse::gemini
