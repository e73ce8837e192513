// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/config_file.h"
#include "app/options.h"
#include "gateway/base/result.h"

namespace gatehouse {

//! Where a key belongs that a command speaks of.
struct KeyPlace
{
    Paths paths;
    ConfigFileState state;
    Provider provider;
    int number = 1; //!< counts the provider's keys from 1
    QString entry;  //!< of the keychain: `provider[/n]@host[:port]`
};

//! The place that `PROVIDER[/N]`, the argument in \a options, means. A file with problems elsewhere will
//! do: a literal key, which is one, is mended just here.
Result<KeyPlace> findKeyPlace(const Options &options);

//! `PROVIDER`, or `PROVIDER/N` for another key than the first.
QString keyName(const QString &provider, int number);

} // namespace gatehouse
