// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse::gemini {

//! A client's `embedContent` or `batchEmbedContents`. Errors: 400 for what is no text.
Result<EmbeddingRequest> readEmbeddingRequest(const ClientRequest &in);
QByteArray writeEmbedding(const EmbeddingReply &reply, const EmbeddingRequest &request);

//! `embedContent` for one text, `batchEmbedContents` for more.
Result<ProviderRequest> writeEmbeddingRequest(const EmbeddingRequest &request, const Target &target);
Result<EmbeddingReply> readEmbedding(QByteArrayView body, const Target &target);

} // namespace gatehouse::gemini
