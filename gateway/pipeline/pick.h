// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/stages.h"

namespace gatehouse {

//! Who is asked next? Takes candidates off the front of \a plan until one can be asked: it has a key and
//! is below its limits. Errors: 503 provider_key_missing, 429 rate_limit_exceeded; when the candidates
//! were used up by failures, \a lastFailure.
Result<Picked> pick(const Snapshot &snapshot, Plan &plan, Limiter &limiter, TimePoint now,
                    const std::optional<Error> &lastFailure);

} // namespace gatehouse
