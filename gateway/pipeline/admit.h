// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/budgets.h"
#include "gateway/pipeline/stages.h"

namespace gatehouse {

//! May this client ask now? Takes its place. What surely costs nothing is not a matter of budgets. Errors:
//! 429 budget_exceeded, rate_limit_exceeded. \a nowMs is the wall clock's time, UTC.
Result<Plan> admit(Limiter &limiter, const Budgets &budgets, const Snapshot &snapshot, Plan plan,
                   TimePoint now, qint64 nowMs);

} // namespace gatehouse
