// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"

#include <QByteArrayView>

namespace gatehouse {

//! The name of \a dialect in configuration, records and logs.
inline QByteArrayView dialectName(Dialect dialect)
{
    switch (dialect) {
    case Dialect::OpenAi:
        return "openai";
    case Dialect::Anthropic:
        return "anthropic";
    case Dialect::Gemini:
        return "gemini";
    case Dialect::AzureOpenAi:
        return "azure-openai";
    }
    Q_UNREACHABLE();
}

//! Whether bytes of a client that speaks \a client can go to a provider that speaks \a provider as they are.
inline bool sameWireFormat(Dialect client, Dialect provider)
{
    const auto plain = [](Dialect d) { return d == Dialect::AzureOpenAi ? Dialect::OpenAi : d; };
    return plain(client) == plain(provider);
}

} // namespace gatehouse
