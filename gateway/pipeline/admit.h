// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/stages.h"

namespace gatehouse {

//! May this client ask now? Takes its place. Errors: 429 rate_limit_exceeded.
Result<Plan> admit(Limiter &limiter, Plan plan, TimePoint now);

} // namespace gatehouse
