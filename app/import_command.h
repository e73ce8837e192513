// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console.h"
#include "app/options.h"

namespace gatehouse {

class SecretStore;

//! `import FILE [--replace] [--dry-run] [--yes]`: shows what the file would change, new hosts first, then
//! asks a person (not without a terminal, nor with --yes), stores its keys in \a store and writes the
//! configuration with the least change, the text before being kept among the earlier versions. A key that
//! cannot be stored is said with how to set it; the rest is imported all the same, and the exit code is 1.
//! Returns the exit code.
int importConfig(const Options &options, SecretStore &store, const Console &console);

} // namespace gatehouse
