// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/stages.h"

namespace gatehouse {

//! Who could answer? Errors: 404 model_not_found with the closest names; 404 unknown_url for a
//! provider that there is not; 400 dialect_not_supported when the request can be translated
//! for no candidate.
Result<Plan> resolve(const Snapshot &snapshot, Call call);

//! The same where \a target alone is to answer, whatever the routes say and whatever the call names. Errors:
//! 404 unknown_url without such an enabled provider; 404 model_not_found for a name that leads elsewhere; 400
//! dialect_not_supported.
Result<Plan> resolveTo(const Snapshot &snapshot, Call call, const RouteTarget &target);

} // namespace gatehouse
