// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_request.h"

namespace gatehouse {

//! Leaves at most \a most cache marks in \a request: the last ones, in the order in which a prompt is cached
//! (tools, system, messages). Takes note of what it removes in \a dropped.
void limitCacheMarks(ChatRequest &request, int most, Dropped &dropped);

} // namespace gatehouse
