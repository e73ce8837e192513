// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console.h"
#include "app/options.h"

namespace gatehouse {

//! `connect [APP]`: a table of the applications, or the settings of one; those with a file are set up, or
//! put back with `--undo`, after the difference was shown. Where the configuration has clients, one is made
//! for the application, whose key goes into its file and nowhere else. Returns the exit code.
int connectApp(const Options &options, const Console &console);

} // namespace gatehouse
