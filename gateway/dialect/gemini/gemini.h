// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse {

//! Google's Gemini API (`generateContent` and its kin), as clients such as Gemini CLI speak it.
extern const ClientDialect geminiClient;
//! The same as Google serves it.
extern const ProviderDialect geminiProvider;

} // namespace gatehouse
