// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/json_view.h"
#include "gateway/dialect/openai_responses/item_writer.h"
#include "gateway/dialect/reply_context.h"
#include "gateway/dialect/translator.h"

#include <vector>

namespace gatehouse::openai_responses {

//! What the answer's writer needs of the request \a root, as JSON: `response` (the fields that a response
//! repeats), `sealed` (the client wants `encrypted_content`), and `items` (the whole conversation, \a earlier
//! ones first, and those in place of the references to them) where the answer is to be remembered, something
//! is remembered already or references were found.
QByteArray makeEcho(JsonView root, const QByteArray &earlier, const ClientRequest &in);

//! The whole conversation as an array: \a earlier, an array or empty, then \a input, with what its references
//! mean in their place.
QByteArray wholeInput(JsonView input, const QByteArray &earlier, const ClientRequest &in);

//! Remembers the conversation with \a items as its last turn under \a id, unless the client said `store:
//! false`.
void keepItems(const ReplyContext &context, JsonView echo, const QByteArray &id,
               const std::vector<Item> &items);

} // namespace gatehouse::openai_responses
