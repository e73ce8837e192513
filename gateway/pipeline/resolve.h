// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/stages.h"

namespace gatehouse {

//! Who could answer? Errors: 404 model_not_found with the closest names; 404 unknown_url for a
//! provider that there is not; 400 when no candidate speaks the dialect of the request.
Result<Plan> resolve(const Snapshot &snapshot, Call call);

} // namespace gatehouse
