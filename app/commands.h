// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console.h"
#include "app/options.h"

namespace gatehouse {

class SecretStore;

//! Does what the command of \a options says, with the keychain and the standard streams; returns the
//! exit code. Runs an event loop of its own.
int runCommand(const Options &options);

//! The same, with a store and streams of the caller's.
int runCommand(const Options &options, SecretStore &store, const Console &console);

} // namespace gatehouse
