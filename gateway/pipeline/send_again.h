// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/dialect/peek.h"
#include "gateway/http/incoming.h"
#include "gateway/status/recorded_exchange.h"

namespace gatehouse {

//! The request of \a exchange as if it came anew, for \a model. Errors: 400 send_again for what was not kept
//! whole or names no model.
Result<Incoming> incomingAgain(const RecordedExchange &exchange, const QByteArray &model, JsonPeek &json);

} // namespace gatehouse
