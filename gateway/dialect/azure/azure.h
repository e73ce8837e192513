// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse {

//! OpenAI's models as Azure serves them: the same bodies at other addresses.
extern const ProviderDialect azureProvider;

} // namespace gatehouse
