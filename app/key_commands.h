// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console.h"
#include "app/options.h"

namespace gatehouse {

class SecretStore;

//! `key set PROVIDER[/N]`: stores the key that stands on standard input in the keychain, for that
//! provider and its host, and points the N-th `apiKey` at it. Returns the exit code, as those below.
int setKey(const Options &options, SecretStore &store, const Console &console);

//! `key list`: a line for each key of each provider: where it comes from, and whether it is there.
int listKeys(const Options &options, SecretStore &store, const Console &console);

//! `key remove PROVIDER[/N]`: takes the key out of the keychain, and its reference out of the file.
int removeKey(const Options &options, SecretStore &store, const Console &console);

} // namespace gatehouse
