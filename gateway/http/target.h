// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/http/incoming.h"

#include <optional>

namespace gatehouse {

//! 400 malformed_request, with the reason.
Error malformed(const QString &reason);

//! Fills path and query of \a in from its target, which must be in origin-form (RFC 9112, 3.2.1).
//! Returns what is wrong with it: 400.
std::optional<Error> splitTarget(Incoming &in);

} // namespace gatehouse
