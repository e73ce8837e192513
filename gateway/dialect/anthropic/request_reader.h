// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse::anthropic {

//! A Messages request, also one whose tokens are to be counted (translation rules, B1).
Result<ChatRequest> readRequest(const ClientRequest &in);

} // namespace gatehouse::anthropic
