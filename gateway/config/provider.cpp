// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/provider.h"

namespace gatehouse {

QByteArrayView dialectName(Dialect dialect)
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
