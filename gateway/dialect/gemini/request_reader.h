// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse::gemini {

//! A client's `generateContent`, `streamGenerateContent` or `countTokens`, in camel or in snake case.
Result<ChatRequest> readRequest(const ClientRequest &in);

} // namespace gatehouse::gemini
