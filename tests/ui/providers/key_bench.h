// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/providers/dialog_bench.h"

namespace gatehouse {

inline constexpr QLatin1StringView typedKey("sk-typed-0123456789");

//! One provider with these keys.
inline Config configWith(const QStringList &keys, const QString &preset = QStringLiteral("openai"))
{
    Config config;
    config.providers = {findPreset(preset)->provider};
    config.providers[0].apiKeys = keys;
    return config;
}

inline const QString storedReference = QStringLiteral("keychain:openai@api.openai.com");
inline const QString storedEntry = QStringLiteral("openai@api.openai.com");

} // namespace gatehouse
