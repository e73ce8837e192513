// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console.h"
#include "app/options.h"

namespace gatehouse {

//! `client add NAME`: makes a key for an application that calls the gateway and prints it, this once:
//! the file keeps only its hash. Returns the exit code.
int addClient(const Options &options, const Console &console);

} // namespace gatehouse
