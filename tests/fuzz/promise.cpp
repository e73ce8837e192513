// SPDX-License-Identifier: GPL-3.0-or-later
#include "promise.h"

#include "gateway/dialect/json_view.h"
#include "gateway/http/error_body.h"

#include <cstdio>
#include <cstdlib>

using namespace gatehouse;

namespace {

//! A model, and the service that it is at.
struct Place
{
    const char *baseUrl;
    const char *model;
};

constexpr Place openAi[] = {{"https://api.openai.com/v1", "gpt-5"},
                            {"https://openrouter.ai/api/v1", "anthropic/claude-sonnet-4.5"},
                            {"https://api.deepseek.com/v1", "deepseek-reasoner"}};
constexpr Place anthropic[] = {{"https://api.anthropic.com/v1", "claude-sonnet-4-5"},
                               {"https://api.anthropic.com/v1", "claude-opus-4-7"},
                               {"https://api.z.ai/api/anthropic/v1", "glm-4.6"}};
constexpr Place gemini[] = {{"https://generativelanguage.googleapis.com/v1beta", "gemini-2.5-flash"},
                            {"https://generativelanguage.googleapis.com/v1beta", "gemini-3-pro"},
                            {"https://generativelanguage.googleapis.com/v1beta", "tunedModels/m\xc3\xbc"}};
constexpr Place azure[] = {{"https://x.openai.azure.com", "gpt-4o"},
                           {"https://x.openai.azure.com/openai/v1", "o3"},
                           {"https://x.openai.azure.com/openai", "a b"}};

const Place &placeOf(Dialect dialect, int variant)
{
    switch (dialect) {
    case Dialect::OpenAi:
        break;
    case Dialect::Anthropic:
        return anthropic[variant];
    case Dialect::Gemini:
        return gemini[variant];
    case Dialect::AzureOpenAi:
        return azure[variant];
    }
    return openAi[variant];
}

} // namespace

void require(bool kept, const char *promise)
{
    if (kept)
        return;
    std::fprintf(stderr, "Broken promise: %s\n", promise);
    std::abort();
}

void requireJson(QByteArrayView json, const char *promise)
{
    JsonDocument document;
    if (document.parse(json) || document.problem().contains("depth"))
        return;
    std::fprintf(stderr, "%s\n%.*s\n", document.problem().constData(), int(json.size()), json.data());
    require(false, promise);
}

void requireError(const Error &error)
{
    require(error.status >= 400 && error.status <= 599, "An error has the status of one.");
    require(!error.message.isEmpty(), "An error says something.");
    for (const Dialect dialect : allDialects)
        requireJson(errorBody(error, dialect), "The body of an error is JSON.");
}

Target fuzzTarget(Dialect dialect, int variant)
{
    const Place &place = placeOf(dialect, variant);
    Provider provider;
    provider.id = QStringLiteral("p");
    provider.dialect = dialect;
    return targetFor(provider, place.baseUrl, place.model);
}
