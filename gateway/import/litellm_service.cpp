// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/import/litellm_service.h"

#include "gateway/import/provider_draft.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

struct Prefix
{
    QLatin1StringView name;
    QLatin1StringView preset; //!< empty: at `api_base` only
};

// Services that sign their requests, or speak a dialect of their own (Bedrock, Vertex AI, SageMaker), are
// none.
constexpr Prefix prefixes[] = {
    {"openai"_L1, "openai"_L1},
    {"text-completion-openai"_L1, "openai"_L1},
    {"azure"_L1, "azure-openai"_L1},
    {"anthropic"_L1, "anthropic"_L1},
    {"gemini"_L1, "gemini"_L1},
    {"mistral"_L1, "mistral"_L1},
    {"codestral"_L1, "mistral"_L1},
    {"cohere"_L1, "cohere"_L1},
    {"cohere_chat"_L1, "cohere"_L1},
    {"xai"_L1, "xai"_L1},
    {"groq"_L1, "groq"_L1},
    {"deepseek"_L1, "deepseek"_L1},
    {"openrouter"_L1, "openrouter"_L1},
    {"together_ai"_L1, "together"_L1},
    {"fireworks_ai"_L1, "fireworks"_L1},
    {"perplexity"_L1, "perplexity"_L1},
    {"cerebras"_L1, "cerebras"_L1},
    {"nvidia_nim"_L1, "nvidia"_L1},
    {"huggingface"_L1, "huggingface"_L1},
    {"dashscope"_L1, "qwen-intl"_L1},
    {"moonshot"_L1, "moonshot"_L1},
    {"zai"_L1, "zai"_L1},
    {"volcengine"_L1, "volcengine"_L1},
    {"minimax"_L1, "minimax"_L1},
    {"ollama"_L1, "ollama"_L1},
    {"ollama_chat"_L1, "ollama"_L1},
    {"lm_studio"_L1, "lmstudio"_L1},
    {"hosted_vllm"_L1, "vllm"_L1},
    {"azure_ai"_L1, {}},
    {"custom_openai"_L1, {}},
    {"openai_like"_L1, {}},
    {"litellm_proxy"_L1, {}},
    {"llamafile"_L1, {}},
    {"xinference"_L1, {}},
};

const Prefix *findPrefix(QStringView name)
{
    const auto it = std::find_if(std::begin(prefixes), std::end(prefixes),
                                 [&](const Prefix &prefix) { return prefix.name == name; });
    return it == std::end(prefixes) ? nullptr : &*it;
}

//! The service that a name without a prefix belongs to; empty if it belongs to none that we know.
QString familyOf(const QString &model)
{
    const auto begins = [&](std::initializer_list<QLatin1StringView> words) {
        return std::any_of(words.begin(), words.end(),
                           [&](QLatin1StringView word) { return model.startsWith(word); });
    };
    if (begins({"gpt-"_L1, "chatgpt-"_L1, "o1"_L1, "o3"_L1, "o4"_L1, "text-embedding-"_L1, "dall-e"_L1,
                "whisper-"_L1, "tts-"_L1, "omni-moderation"_L1, "codex-"_L1}))
        return u"openai"_s;
    if (begins({"claude-"_L1}))
        return u"anthropic"_s;
    if (begins({"command-"_L1}))
        return u"cohere"_s;
    if (begins({"mistral-"_L1, "codestral-"_L1}))
        return u"mistral"_s;
    return {};
}

QString withoutTail(QString url, QLatin1StringView tail)
{
    while (url.endsWith(u'/'))
        url.chop(1);
    if (url.endsWith(tail))
        url.chop(tail.size());
    return url;
}

} // namespace

LiteLlmService liteLlmService(const QString &model, const QString &custom, bool hasAddress)
{
    LiteLlmService service;
    const qsizetype slash = model.indexOf(u'/');
    if (!custom.isEmpty()) {
        service.prefix = custom;
        service.model = model.startsWith(QString(custom + u'/')) ? model.mid(custom.size() + 1) : model;
    } else if (slash > 0) {
        service.prefix = model.first(slash);
        service.model = model.mid(slash + 1);
    } else {
        service.model = model;
        service.prefix = familyOf(model);
        if (service.prefix.isEmpty() && hasAddress)
            service.prefix = u"openai"_s;
    }
    const Prefix *prefix = findPrefix(service.prefix);
    service.isKnown = prefix && !service.model.isEmpty() && (!prefix->preset.isEmpty() || hasAddress);
    if (prefix)
        service.preset = prefix->preset;
    return service;
}

void setLiteLlmAddress(Provider &provider, const Preset *preset, const QString &base)
{
    provider.baseUrl = base.isEmpty() && preset ? preset->provider.baseUrl : base;
    adoptService(provider);
    if (!preset || !provider.preset.isEmpty())
        return;
    const bool isAzure = preset->provider.dialect == Dialect::AzureOpenAi;
    if (preset->local) {
        provider.preset = preset->provider.id;
        provider.streamUsage = preset->provider.streamUsage;
        if (preset->provider.id == "ollama"_L1)
            provider.baseUrl = withoutTail(provider.baseUrl, "/v1"_L1) + u"/v1"_s;
    } else if (preset->provider.dialect != Dialect::OpenAi) {
        provider.dialect = preset->provider.dialect;
        provider.auth = authHeaderFor(provider.dialect);
        if (isAzure) {
            QUrl url(provider.baseUrl);
            url.setPath(u"/openai/v1"_s);
            provider.baseUrl = url.toString();
        } else if (provider.dialect == Dialect::Anthropic) {
            provider.baseUrl = withoutTail(provider.baseUrl, "/v1"_L1);
        }
    }
}

} // namespace gatehouse
