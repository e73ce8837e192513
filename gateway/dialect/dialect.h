// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"

namespace gatehouse {

//! Whether bytes of a client that speaks \a client can go to a provider that speaks \a provider as they are.
inline bool sameWireFormat(Dialect client, Dialect provider)
{
    const auto plain = [](Dialect d) { return d == Dialect::AzureOpenAi ? Dialect::OpenAi : d; };
    return plain(client) == plain(provider);
}

} // namespace gatehouse
