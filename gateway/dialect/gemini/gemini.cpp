// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/gemini.h"

#include "gateway/dialect/gemini/embedding.h"
#include "gateway/dialect/gemini/foreign_leftovers.h"
#include "gateway/dialect/gemini/renamed.h"
#include "gateway/dialect/gemini/reply_reader.h"
#include "gateway/dialect/gemini/reply_writer.h"
#include "gateway/dialect/gemini/request_reader.h"
#include "gateway/dialect/gemini/request_writer.h"
#include "gateway/dialect/gemini/words.h"
#include "gateway/dialect/token_count.h"

namespace gatehouse {
namespace {

constexpr QByteArrayView totalTokens = "totalTokens";

QByteArray writeTotalTokens(qint64 tokens)
{
    return tokenCountBody(totalTokens, tokens);
}

Result<qint64> readTotalTokens(QByteArrayView body)
{
    return gatehouse::readTokenCount(body, totalTokens);
}

//! The model is part of the address.
QByteArray address(QByteArrayView path, const Target &target)
{
    return gemini::pathOf(target.model, path.sliced(1));
}

} // namespace

const ClientDialect geminiClient{
    .name = "gemini",
    .readRequest = gemini::readRequest,
    .writeReply = gemini::writeReply,
    .streamWriter = gemini::makeStreamWriter,
    .writeTokenCount = writeTotalTokens,
    .renamed = gemini::renamed,
    .foreignLeftovers = gemini::foreignLeftovers,
    .readEmbedding = gemini::readEmbeddingRequest,
    .writeEmbedding = gemini::writeEmbedding,
};

const ProviderDialect geminiProvider{
    .writeRequest = gemini::writeRequest,
    .readReply = gemini::readReply,
    .streamReader = gemini::makeStreamReader,
    .writeTokenCount = gemini::writeTokenCountRequest,
    .readTokenCount = readTotalTokens,
    .writeEmbedding = gemini::writeEmbeddingRequest,
    .readEmbedding = gemini::readEmbedding,
    .address = address,
};

} // namespace gatehouse
