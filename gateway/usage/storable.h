// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_record.h"

namespace gatehouse {

//! The record as the store takes it, whatever a client or a provider has put in: texts of bounded length in
//! valid UTF-8 without NUL, numbers that are finite, not negative and small enough to be added up. Costs
//! that are no sum of money are not known.
UsageRecord storable(UsageRecord record);

} // namespace gatehouse
