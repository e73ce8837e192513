// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/credentials/secret_store.h"

#include <functional>

namespace gatehouse {

//! Waits, in an event loop of its own, for the answer of the store to what \a ask asks: for commands, which
//! have nothing else to do.
SecretStore::Answer answerTo(const std::function<void(std::function<void(SecretStore::Answer)>)> &ask);

} // namespace gatehouse
