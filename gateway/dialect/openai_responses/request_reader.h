// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse::openai_responses {

//! A request for a response (translation rules, 5.7; wire formats, a6). Errors: 400 for what only OpenAI
//! keeps (files, prompts, conversations) and for an earlier response that is not remembered.
Result<ChatRequest> readRequest(const ClientRequest &in);

} // namespace gatehouse::openai_responses
