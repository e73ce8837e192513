// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/json_view.h"
#include "gateway/dialect/translator.h"

namespace gatehouse::openai_chat {

//! A chat completion request (translation rules, A2).
Result<ChatRequest> readRequest(const ClientRequest &in);

//! An embeddings request. Errors: 400 for token arrays, which mean something to one tokenizer only.
Result<EmbeddingRequest> readEmbeddingRequest(const ClientRequest &in);

} // namespace gatehouse::openai_chat
