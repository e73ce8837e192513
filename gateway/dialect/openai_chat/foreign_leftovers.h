// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse::openai_chat {

//! Gives calls of another model, made since the user spoke last, a `reasoning_content` where \a target
//! refuses those without.
Leftovers foreignLeftovers(const ClientRequest &request, const Target &target);

} // namespace gatehouse::openai_chat
