// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_chat/openai_chat.h"

#include "gateway/dialect/openai_chat/embedding.h"
#include "gateway/dialect/openai_chat/foreign_leftovers.h"
#include "gateway/dialect/openai_chat/reply_reader.h"
#include "gateway/dialect/openai_chat/reply_writer.h"
#include "gateway/dialect/openai_chat/request_reader.h"
#include "gateway/dialect/openai_chat/request_writer.h"

namespace gatehouse {

const ClientDialect chatCompletionsClient{
    .name = "openai",
    .readRequest = openai_chat::readRequest,
    .writeReply = openai_chat::writeReply,
    .takesImages = true,
    .streamWriter = openai_chat::makeStreamWriter,
    .foreignLeftovers = openai_chat::foreignLeftovers,
    .readEmbedding = openai_chat::readEmbeddingRequest,
    .writeEmbedding = openai_chat::writeEmbedding,
};

const ProviderDialect openAiProvider{
    .writeRequest = openai_chat::writeRequest,
    .readReply = openai_chat::readReply,
    .streamReader = openai_chat::makeStreamReader,
    .writeEmbedding = openai_chat::writeEmbeddingRequest,
    .readEmbedding = openai_chat::readEmbedding,
};

} // namespace gatehouse
