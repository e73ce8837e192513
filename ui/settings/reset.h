// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences.h"

#include "gateway/config/config.h"

namespace gatehouse {

//! \a config with everything that the settings page shows as it was at first; providers, routes, clients
//! and their keys stay.
Config withFirstSettings(Config config);

//! The same for what is kept beside the configuration; whether paid providers are paused stays.
Preferences withFirstSettings(const Preferences &preferences);

} // namespace gatehouse
