// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "gateway/usage/usage_record.h"
#include "ui/requests/explanation.h"

namespace gatehouse {

//! Why \a record, which failed or was left, did: in plain words, with what was seen and what helps. \a config
//! tells how things are set now.
Explanation explain(const UsageRecord &record, const Config &config);

//! The sentence for a failure that the table of causes does not know.
QString unknownCause();

} // namespace gatehouse
