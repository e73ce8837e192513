// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

#include <QByteArray>
#include <QStringList>

namespace gatehouse {

//! Which parts leave with an export.
struct ExportOptions
{
    bool clients = true; //!< names, limits and hashes of keys; never keys
};

//! \a config as a config.json for another machine: references to keys stay, everything that is or may be a
//! secret goes. A literal key becomes the reference `keychain:ID@HOST`; a header that may hold one, the user
//! name, password and query of an address, and the whole address of a webhook (which is a secret by itself)
//! are left out. Empty if no text can mean \a config.
QByteArray exportedConfig(const Config &config, const ExportOptions &options);

//! What exportedConfig() takes out of \a config because it is or may be a secret, a sentence each.
QStringList takenOutOfExport(const Config &config);

} // namespace gatehouse
