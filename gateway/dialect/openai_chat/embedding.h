// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse::openai_chat {

//! The answer to an embeddings request: lists of numbers, or base64 of 32-bit floats as it was asked.
QByteArray writeEmbedding(const EmbeddingReply &reply, const EmbeddingRequest &request);

Result<ProviderRequest> writeEmbeddingRequest(const EmbeddingRequest &request, const Target &target);
Result<EmbeddingReply> readEmbedding(QByteArrayView body, const Target &target);

} // namespace gatehouse::openai_chat
