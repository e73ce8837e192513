// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse {

//! OpenAI's Responses API, as clients speak it.
extern const ClientDialect responsesClient;

} // namespace gatehouse
