// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse {

//! Anthropic's Messages API, as clients such as Claude Code speak it.
extern const ClientDialect messagesClient;
//! The same as Anthropic, and services like it, serve it.
extern const ProviderDialect anthropicProvider;

} // namespace gatehouse
