// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/probe_question.h"

#include "gateway/config/presets.h"
#include "gateway/http/error_body.h"

#include <algorithm>

namespace gatehouse {
namespace {

constexpr QByteArrayView anthropicVersion = "anthropic-version: 2023-06-01";

bool setsAnthropicVersion(const Provider &provider)
{
    return std::any_of(provider.headers.cbegin(), provider.headers.cend(), [](const ExtraHeader &header) {
        return header.name.compare("anthropic-version", Qt::CaseInsensitive) == 0;
    });
}

Outgoing question(const ProviderEntry &provider, int key, const QByteArray &method, const QByteArray &path)
{
    Outgoing out;
    out.link = provider.link;
    out.method = method;
    out.url = provider.link->baseUrl + path;
    if (key >= 0)
        out.authorization = provider.authorization[key].bytes();
    if (provider.config->dialect == Dialect::Anthropic && !setsAnthropicVersion(*provider.config))
        out.headers.append(anthropicVersion.toByteArray());
    return out;
}

Outgoing posted(const ProviderEntry &provider, int key, const QByteArray &path, const QByteArray &body)
{
    Outgoing out = question(provider, key, "POST", path);
    out.headers.append("Content-Type: application/json");
    out.owners.append(body);
    out.body.append(out.owners.last());
    return out;
}

} // namespace

QByteArray modelsPath(const Provider &provider)
{
    const Preset *preset = findPreset(provider.preset);
    return preset ? preset->modelsPath.toUtf8() : QByteArray("/models");
}

Outgoing modelsQuestion(const ProviderEntry &provider, int key)
{
    return question(provider, key, "GET", modelsPath(*provider.config));
}

Outgoing modelsPageQuestion(const ProviderEntry &provider, int key, const QByteArray &after)
{
    Outgoing out = modelsQuestion(provider, key);
    const QByteArray token = after.toPercentEncoding();
    switch (provider.config->dialect) {
    case Dialect::Anthropic:
        out.url += "?limit=1000" + (token.isEmpty() ? QByteArray() : "&after_id=" + token);
        break;
    case Dialect::Gemini:
        out.url += "?pageSize=1000" + (token.isEmpty() ? QByteArray() : "&pageToken=" + token);
        break;
    case Dialect::OpenAi:
    case Dialect::AzureOpenAi: // one page holds all
        break;
    }
    return out;
}

Outgoing tokenQuestion(const ProviderEntry &provider, int key, const QString &model, TokenLimit limit)
{
    const QByteArray name = jsonString(model);
    switch (provider.config->dialect) {
    case Dialect::Anthropic:
        return posted(provider, key, "/messages",
                      R"({"model":)" + name +
                          R"(,"max_tokens":1,"messages":[{"role":"user","content":"Hi"}]})");
    case Dialect::Gemini:
        return posted(
            provider, key, "/models/" + model.toUtf8().toPercentEncoding() + ":generateContent",
            R"({"contents":[{"role":"user","parts":[{"text":"Hi"}]}],"generationConfig":{"maxOutputTokens":1}})");
    case Dialect::OpenAi:
    case Dialect::AzureOpenAi:
        break;
    }
    const QByteArray bound = limit == TokenLimit::MaxTokens ? "max_tokens" : "max_completion_tokens";
    return posted(provider, key, "/chat/completions",
                  R"({"model":)" + name + R"(,"messages":[{"role":"user","content":"Hi"}],")" + bound +
                      R"(":1})");
}

} // namespace gatehouse
