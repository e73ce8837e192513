// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/stages.h"

namespace gatehouse {

//! Who asks? Once there are client keys, one of them is required, as `Authorization: Bearer`,
//! `x-api-key`, `api-key`, `x-goog-api-key` or `?key=`. Without any, everybody on this machine may ask.
//! Errors: 401 invalid_api_key.
Result<Caller> authenticate(const Snapshot &snapshot, const Incoming &in);

} // namespace gatehouse
