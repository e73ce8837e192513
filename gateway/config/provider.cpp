// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/provider.h"

namespace gatehouse {

AuthHeader authHeaderFor(Dialect dialect)
{
    switch (dialect) {
    case Dialect::Anthropic:
        return {"x-api-key", ""};
    case Dialect::Gemini:
        return {"x-goog-api-key", ""};
    case Dialect::AzureOpenAi:
        return {"api-key", ""};
    case Dialect::OpenAi:
        break;
    }
    return {};
}

} // namespace gatehouse
