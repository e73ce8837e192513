// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "ui/widgets/ask.h"

#include <functional>

namespace gatehouse {

class SecretStore;

//! What is asked before \a provider is removed from \a config: what else goes with it, and whether its stored
//! keys are to go too.
Question removalQuestion(const Provider &provider, const Config &config);

//! Removes \a entries from the keychain, one after the other. \a failed is called for each that stays, with
//! the reason.
void removeStoredKeys(SecretStore &store, const QStringList &entries,
                      const std::function<void(QString reason)> &failed);

} // namespace gatehouse
