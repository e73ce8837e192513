// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/anthropic/anthropic.h"

#include "gateway/dialect/anthropic/foreign_leftovers.h"
#include "gateway/dialect/anthropic/reply_reader.h"
#include "gateway/dialect/anthropic/reply_writer.h"
#include "gateway/dialect/anthropic/request_reader.h"
#include "gateway/dialect/anthropic/request_writer.h"
#include "gateway/dialect/token_count.h"

namespace gatehouse {
namespace {

constexpr QByteArrayView countField = "input_tokens";

QByteArray writeTokenCount(qint64 tokens)
{
    return tokenCountBody(countField, tokens);
}

Result<qint64> readTokenCount(QByteArrayView body)
{
    return gatehouse::readTokenCount(body, countField);
}

} // namespace

const ClientDialect messagesClient{
    .name = "anthropic",
    .readRequest = anthropic::readRequest,
    .writeReply = anthropic::writeReply,
    .streamWriter = anthropic::makeStreamWriter,
    .writeTokenCount = writeTokenCount,
    .foreignLeftovers = anthropic::foreignLeftovers,
};

const ProviderDialect anthropicProvider{
    .writeRequest = anthropic::writeRequest,
    .readReply = anthropic::readReply,
    .streamReader = anthropic::makeStreamReader,
    .writeTokenCount = anthropic::writeTokenCountRequest,
    .readTokenCount = readTokenCount,
};

} // namespace gatehouse
