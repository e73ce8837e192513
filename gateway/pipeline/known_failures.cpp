// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/known_failures.h"

#include "gateway/base/logging.h"
#include "gateway/dialect/json_view.h"

#include <algorithm>

namespace gatehouse {
namespace {

constexpr qsizetype largestBody = 32 * 1024 * 1024;

bool isImageType(JsonView media)
{
    for (const char *name : {"mimeType", "mime_type"}) {
        if (media[name].text().toLower().startsWith("image/"))
            return true;
    }
    return false;
}

//! One piece of content of any dialect; what a tool gave back holds pieces of its own.
bool showsImage(JsonView part)
{
    const JsonView type = part["type"];
    if (type.is("image_url") || type.is("input_image") || (type.is("image") && part["source"]))
        return true;
    for (const char *name : {"inlineData", "inline_data", "fileData", "file_data"}) {
        if (isImageType(part[name]))
            return true;
    }
    for (const char *inner : {"content", "output", "parts"}) {
        for (const JsonView piece : part[inner]) {
            if (showsImage(piece))
                return true;
        }
    }
    return false;
}

bool anyShowsImage(JsonView messages)
{
    for (const JsonView message : messages) {
        if (showsImage(message))
            return true;
    }
    return false;
}

} // namespace

KnownFailures::Needs needsOf(ClientForm form, const QByteArray &body)
{
    if (body.size() > largestBody)
        return {};
    JsonDocument document;
    const JsonView root = document.parseObject(body);
    switch (form) {
    case ClientForm::ChatCompletions:
        return {anyShowsImage(root["messages"]), root["response_format"]["type"].is("json_schema")};
    case ClientForm::Responses:
        return {anyShowsImage(root["input"]), root["text"]["format"]["type"].is("json_schema")};
    case ClientForm::Messages:
        return {anyShowsImage(root["messages"]), root["output_config"]["format"]["type"].is("json_schema") ||
                                                     root["output_format"]["type"].is("json_schema")};
    case ClientForm::Gemini: {
        const JsonView config = root[root["generationConfig"] ? "generationConfig" : "generation_config"];
        bool schema = false;
        for (const char *name :
             {"responseSchema", "responseJsonSchema", "response_schema", "response_json_schema"})
            schema = schema || config[name];
        return {anyShowsImage(root["contents"]), schema};
    }
    }
    return {};
}

std::unique_ptr<const KnownFailures> KnownFailures::from(const Config &config,
                                                         const QList<CapabilitySheet> &sheets)
{
    auto known = std::make_unique<KnownFailures>();
    for (const CapabilitySheet &sheet : sheets) {
        const auto fails = [&](Feature feature) {
            return sheet.results.value(feature).verdict == FeatureResult::Fails;
        };
        const Needs needs{fails(Feature::Image), fails(Feature::StructuredOutput)};
        for (int i = 0; i < config.providers.size() && (needs.image || needs.schema); ++i) {
            const Provider &provider = config.providers[i];
            if (provider.id == sheet.provider && provider.baseUrl == sheet.baseUrl)
                known->m_failures.insert({i, sheet.model.toUtf8()}, needs);
        }
    }
    if (known->m_failures.isEmpty())
        return nullptr;
    return known;
}

void KnownFailures::putLast(Choice &choice, const Config &config, ClientForm form,
                            const QByteArray &body) const
{
    const auto &candidates = choice.candidates;
    if (candidates.size() < 2 ||
        std::none_of(candidates.cbegin(), candidates.cend(), [&](const Candidate &each) {
            const Needs fails = of(each);
            return fails.image || fails.schema;
        }))
        return;
    const Needs needs = needsOf(form, body);
    std::stable_partition(choice.candidates.begin(), choice.candidates.end(), [&](const Candidate &each) {
        const Needs fails = of(each);
        const bool image = needs.image && fails.image;
        const bool schema = needs.schema && fails.schema;
        if (image || schema)
            qCDebug(lcPipeline).noquote()
                << "Asked last:" << config.providers[each.provider].id << QString::fromUtf8(each.model)
                << (image ? "which takes no images" : "which keeps to no schema");
        return !image && !schema;
    });
}

} // namespace gatehouse
