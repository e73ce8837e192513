// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/host_traits.h"

#include <algorithm>
#include <iterator>

namespace gatehouse {
namespace {

//! What makes one service another than the rest.
struct Host
{
    QByteArrayView name; //!< what its base URL contains
    HostTraits traits;
};

constexpr HostTraits thinkingType{.reasoning = ReasoningSwitch::ThinkingType};
constexpr HostTraits thinkingTypeBack{.reasoning = ReasoningSwitch::ThinkingType, .wantsReasoningBack = true};
constexpr HostTraits enableThinking{.reasoning = ReasoningSwitch::EnableThinking};

constexpr int openAiToolId = 40; // "Expected a string with maximum length 40"
constexpr HostTraits openAiHost{.openAi = true, .webSearch = true, .maxToolId = openAiToolId};
constexpr HostTraits azureHost{.openAi = true, .maxToolId = openAiToolId};

const Host hosts[] = {
    {"api.openai.com", openAiHost},
    {".openai.azure.com", azureHost},
    {".cognitiveservices.azure.com", azureHost},
    {"api.groq.com", {.maxCompletionTokens = true}},
    {"openrouter.ai", {.reasoning = ReasoningSwitch::Reasoning, .keepsCacheControl = true}},
    {"api.mistral.ai", {.streamOptions = false}},
    {"api.cohere.ai", {.streamOptions = false}},
    {"api.deepseek.com", thinkingTypeBack},
    {"api.moonshot.", thinkingTypeBack},
    {"api.xiaomimimo.com", thinkingTypeBack},
    {"bigmodel.cn", thinkingType},
    {"api.z.ai", thinkingType},
    {"volces.com", thinkingType},
    {"dashscope", enableThinking},
    {"siliconflow.", enableThinking},
    {"modelscope.cn", enableThinking},
};

} // namespace

HostTraits hostTraits(Dialect dialect, QStringView preset, QByteArrayView baseUrl)
{
    if (dialect == Dialect::AzureOpenAi)
        return azureHost;
    const auto *const it = std::find_if(std::begin(hosts), std::end(hosts),
                                        [&](const Host &host) { return baseUrl.contains(host.name); });
    if (it != std::end(hosts))
        return it->traits;
    // A preset behind another address is still the same service.
    if (preset == QLatin1StringView("deepseek"))
        return thinkingTypeBack;
    if (preset == QLatin1StringView("openai"))
        return openAiHost;
    return {};
}

} // namespace gatehouse
