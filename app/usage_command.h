// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console.h"
#include "app/options.h"

namespace gatehouse {

//! `usage`: prints what was recorded in the data folder; also while the gateway runs.
int printUsage(const Options &options, const Console &console);

} // namespace gatehouse
