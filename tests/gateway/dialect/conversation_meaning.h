// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_request.h"

//! What \a request says, a line for each thing: two requests that mean the same have the same lines. Calls
//! are numbered in place of their ids.
QByteArray meaningOf(const gatehouse::ChatRequest &request);
