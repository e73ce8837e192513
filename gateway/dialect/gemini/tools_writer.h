// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/translator.h"

#include <optional>

namespace gatehouse::gemini {

//! Whether the answer's shape has to be asked for with a tool: most models take no functions beside it.
bool shapesByTool(const ChatRequest &request, const Target &target);

//! Writes `tools` and `toolConfig`. The error, if any: 400 naming a tool that the provider lacks.
std::optional<Error> writeTools(JsonWriter &json, const ChatRequest &request, const Target &target,
                                ProviderRequest &out);

} // namespace gatehouse::gemini
