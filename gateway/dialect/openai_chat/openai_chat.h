// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse {

//! OpenAI's chat completions and embeddings, as clients speak them.
extern const ClientDialect chatCompletionsClient;
//! The same as OpenAI and the many services like it serve them.
extern const ProviderDialect openAiProvider;

} // namespace gatehouse
