// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "gateway/config/config_json.h"

namespace gatehouse {

//! What stands above the configuration file.
struct Overrides
{
    std::optional<QString> host = {};
    std::optional<quint16> port = {};
    bool demo = false;
    bool pausePaid = false; //!< only providers on this machine, or on its network, are asked
};

//! What the command line puts above the file.
Overrides overridesOf(const Options &options);

//! \a reading as it is to be put in force: with what \a overrides say, and with the problems that come
//! of that, such as `--host 0.0.0.0` without a client key.
ConfigReading effectiveConfig(ConfigReading reading, const Overrides &overrides);

} // namespace gatehouse
