// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/dialects.h"
#include "gateway/status/recorded_exchange.h"

#include <QByteArrayView>

namespace gatehouse {

//! What \a answer, a body or an event stream of \a form, says; empty where it cannot be read. For a person to
//! look at, beside the request path.
AnswerOutline outlineOf(ClientForm form, QByteArrayView answer);

} // namespace gatehouse
