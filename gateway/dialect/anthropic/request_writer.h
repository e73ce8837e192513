// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse::anthropic {

//! A Messages request for \a target (translation rules, A2).
Result<ProviderRequest> writeRequest(const ChatRequest &request, const Target &target);

//! The same for `/messages/count_tokens`, which takes fewer fields.
Result<ProviderRequest> writeTokenCountRequest(const ChatRequest &request, const Target &target);

} // namespace gatehouse::anthropic
