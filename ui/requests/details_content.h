// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "gateway/usage/usage_record.h"
#include "ui/requests/explanation.h"

#include <functional>

class QWidget;

namespace gatehouse {

//! All that is known of \a record, as cards from top to bottom. Where not the \a whole of it is there yet, no
//! reason is given for its failure. \a remedy is called when a person chooses
//! what helps against its failure.
QWidget *detailsContent(const UsageRecord &record, bool whole, const Config &config,
                        std::function<void(const Explanation &)> remedy);

} // namespace gatehouse
