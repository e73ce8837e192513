// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console.h"
#include "app/options.h"

namespace gatehouse {

//! `export [FILE] [--without-clients]`: the configuration for another machine, without secrets, into FILE
//! (for its owner only) or to standard output; says what was taken out. Returns the exit code.
int exportConfig(const Options &options, const Console &console);

} // namespace gatehouse
