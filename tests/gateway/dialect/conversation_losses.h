// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_request.h"
#include "gateway/dialect/target.h"

//! The part of withoutKnownLosses() that concerns what is said; \a request is settled, before and after.
void loseInTurns(gatehouse::ChatRequest &request, const gatehouse::Target &target);
