// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "gateway/config/meaning.h"

namespace gatehouse {

//! What a config.json with that content means: the inverse of readFields(), field by field in the order of
//! the contract, section 2. What cannot be written (Provider::auth and nativeResponses, which follow from the
//! rest) is left out.
Meaning meaningOf(const Config &config);

//! The same of an entry of `clients`.
Meaning meaningOf(const Client &client);

} // namespace gatehouse
