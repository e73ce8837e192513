// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

//! What is to be looked at in a provider's dialog.
enum class ProviderField { Address, Key, Limits, Timeouts, Proxy };

} // namespace gatehouse
