// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/anthropic/anthropic.h"

#include "gateway/dialect/anthropic/reply_reader.h"
#include "gateway/dialect/anthropic/reply_writer.h"
#include "gateway/dialect/anthropic/request_reader.h"
#include "gateway/dialect/anthropic/request_writer.h"
#include "gateway/dialect/anthropic/token_count.h"

namespace gatehouse {

const ClientDialect messagesClient{
    .name = "anthropic",
    .readRequest = anthropic::readRequest,
    .writeReply = anthropic::writeReply,
    .streamWriter = anthropic::makeStreamWriter,
    .writeTokenCount = anthropic::writeTokenCount,
};

const ProviderDialect anthropicProvider{
    .writeRequest = anthropic::writeRequest,
    .readReply = anthropic::readReply,
    .streamReader = anthropic::makeStreamReader,
    .writeTokenCount = anthropic::writeTokenCountRequest,
    .readTokenCount = anthropic::readTokenCount,
};

} // namespace gatehouse
