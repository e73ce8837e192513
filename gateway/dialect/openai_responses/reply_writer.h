// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/json_view.h"
#include "gateway/dialect/openai_responses/item_writer.h"
#include "gateway/dialect/translator.h"

#include <vector>

namespace gatehouse::openai_responses {

//! How far a response has come.
enum class Status { InProgress, Completed, Incomplete, Failed };

//! What a `response` object says beside what it repeats of the request.
struct Response
{
    Status status = Status::InProgress;
    StopReason stop = StopReason::EndTurn;
    const std::vector<Item> *items = nullptr; //!< none said yet: null
    std::optional<TokenUsage> usage = {};
    const Error *error = nullptr; //!< of Failed
};

//! The status of a response that ended for \a reason.
Status statusOf(StopReason reason);
QByteArrayView statusName(Status status);
QByteArray responseId(QByteArrayView token);

//! Writes a `response` object (wire formats, a6). \a echo: what makeEcho() made.
void writeResponse(JsonWriter &json, const Response &response, const ReplyContext &context, JsonView echo);

//! A whole response for the client, which is then remembered.
QByteArray writeReply(const ChatReply &reply, const ReplyContext &context);

std::unique_ptr<StreamWriter> makeStreamWriter(const ReplyContext &context);

} // namespace gatehouse::openai_responses
