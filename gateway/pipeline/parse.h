// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/stages.h"

#include <functional>

namespace gatehouse {

//! What is asked for? Looks for `model` and `stream` in the body or the path, copies nothing of the body.
//! \a note is told of it as soon as it is known, also where the request is refused then.
//! Errors: 415 unsupported_media_type, 400 as JsonPeek::read() and peekMultipart() say, 403
//! model_not_allowed.
Result<Call> parse(JsonPeek &json, const Incoming &in, Match match, Caller caller,
                   const std::function<void(const Peek &)> &note);

} // namespace gatehouse
