// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse {

//! How clients speak: one for each family of endpoints.
enum class ClientForm { ChatCompletions, Responses, Messages, Gemini };

//! The client's side of \a form; null where it is not translated.
const ClientDialect *clientDialect(ClientForm form);
//! The provider's side of \a dialect; null where nothing is translated for it.
const ProviderDialect *providerDialect(Dialect dialect);

} // namespace gatehouse
