// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/import/import_plan.h"

namespace gatehouse {

//! What putting \a kept, a whole configuration, in the place of \a now would change, its listener included.
ImportPlan planRestore(const Config &now, const Config &kept);

} // namespace gatehouse
