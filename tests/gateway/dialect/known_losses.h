// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_request.h"
#include "gateway/dialect/target.h"

//! \a request without what is known to be lost on the way to \a target: what the translation rules say that
//! its wire format cannot carry or says in another way, and what the writer named in \a dropped. Done to a
//! request and to what was read of it on the other side, both must mean the same. Once more changes nothing.
gatehouse::ChatRequest withoutKnownLosses(gatehouse::ChatRequest request, const gatehouse::Target &target,
                                          const gatehouse::Dropped &dropped);
