// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_responses/openai_responses.h"

#include "gateway/dialect/openai_responses/foreign_leftovers.h"
#include "gateway/dialect/openai_responses/reply_writer.h"
#include "gateway/dialect/openai_responses/request_reader.h"

namespace gatehouse {

const ClientDialect responsesClient{
    .name = "openai-responses",
    .readRequest = openai_responses::readRequest,
    .writeReply = openai_responses::writeReply,
    .takesImages = true,
    .streamWriter = openai_responses::makeStreamWriter,
    .foreignLeftovers = openai_responses::foreignLeftovers,
};

} // namespace gatehouse
