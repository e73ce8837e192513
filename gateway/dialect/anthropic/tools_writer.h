// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/dialect/chat_request.h"
#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/target.h"
#include "gateway/dialect/translator.h"

#include <optional>

namespace gatehouse::anthropic {

//! Whether \a output takes a tool whose input is the answer: the model has no format of its own for it.
bool needsAnswerTool(const OutputFormat &output, const Target &target);
//! What the system says about that tool where it cannot be forced.
QByteArray askForAnswerTool(ToolNames &names);

//! Writes `tools` and `tool_choice`; among the tools the one that stands for structured output, where the
//! model has no other way, and those that only history knows: the API wants all that were called. \a forces:
//! a tool may be forced. The error, if any: 400 naming a tool that the provider lacks.
std::optional<Error> writeTools(JsonWriter &json, const ChatRequest &request, const Target &target,
                                bool forces, ProviderRequest &out);

} // namespace gatehouse::anthropic
