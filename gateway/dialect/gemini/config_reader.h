// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/dialect/chat_request.h"
#include "gateway/dialect/json_view.h"

#include <optional>

namespace gatehouse::gemini {

//! Reads `generationConfig`. The error, if any: 400 for several candidates, and for answers that are no
//! text.
std::optional<Error> readConfig(JsonView config, ChatRequest &request);

} // namespace gatehouse::gemini
