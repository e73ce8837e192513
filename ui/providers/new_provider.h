// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "gateway/config/presets.h"

namespace gatehouse {

class Environment;

// How providers begin that are not in a configuration yet.

//! The preset's name in the language of the window.
QString presetName(const Preset &preset);

//! An id like \a wish (a preset's id, or a name of any script) that no provider of \a config has.
QString freeProviderId(const QString &wish, const Config &config);

//! All that \a preset says and nothing else, with an id that is free in \a config.
Provider providerFrom(const Preset &preset, const Config &config);

//! \a provider once more under another id, without its stored keys: an entry of the keychain belongs to one
//! provider.
Provider copyOf(const Provider &provider, const Config &config, const Environment &environment);

} // namespace gatehouse
