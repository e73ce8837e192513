// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/base_url.h"
#include "gateway/config/close_names.h"
#include "gateway/config/fields.h"
#include "gateway/config/json_text.h"
#include "gateway/config/presets.h"
#include "gateway/config/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! The preset that the provider names, after which \a provider holds what it gives; null if it names none.
const Preset *readPreset(ObjectReader &reader, Provider &provider)
{
    QString id;
    reader.read("preset"_L1, id);
    if (id.isEmpty())
        return nullptr;
    if (const Preset *preset = findPreset(id)) {
        provider = preset->provider;
        return preset;
    }
    QStringList known;
    for (const Preset &preset : presets())
        known.append(preset.provider.id);
    reader.addProblem("preset"_L1, ConfigWords::tr("is no preset that we know") + suggestion(id, known));
    return nullptr;
}

//! A text, or a list of texts; `""` means that no key is needed.
void readApiKeys(ObjectReader &reader, QStringList &keys)
{
    const boost::json::value *value = reader.find("apiKey"_L1);
    if (value && value->is_array()) {
        reader.read("apiKey"_L1, keys);
    } else if (value) {
        QString key;
        reader.read("apiKey"_L1, key);
        keys = key.isEmpty() ? QStringList() : QStringList(key);
    }
}

void readHeaders(ObjectReader &reader, QList<ExtraHeader> &headers)
{
    const boost::json::value *value = reader.find("headers"_L1);
    if (!value)
        return;
    headers.clear();
    if (!value->is_object()) {
        reader.addProblem("headers"_L1, ConfigWords::tr("must be an object of names and texts"));
        return;
    }
    for (const auto &member : value->get_object()) {
        const QByteArray name(member.key().data(), qsizetype(member.key().size()));
        const QString path = pathTo(reader.pathOf("headers"_L1), QString::fromUtf8(name));
        if (const auto text = readText(member.value(), path, reader.problems()))
            headers.append({name, text->toUtf8()});
    }
}

//! Models as objects; a plain text stands for `{"id": …}`.
void readModels(ObjectReader &reader, QList<ModelEntry> &models)
{
    const boost::json::array *array = reader.findArray("models"_L1);
    if (!array)
        return;
    models.clear();
    for (size_t i = 0; i < array->size(); ++i) {
        ModelEntry &model = models.emplaceBack();
        if (const boost::json::string *id = (*array)[i].if_string()) {
            model.id = QString::fromUtf8(id->data(), qsizetype(id->size()));
            continue;
        }
        ObjectReader element((*array)[i], reader.pathOf("models"_L1) + u'/' + QString::number(i),
                             reader.problems());
        readFields(element, model);
        element.warnAboutUnknownFields();
    }
}

//! What we know of a service that is written out in full, without naming its preset.
void takeOverTraits(Provider &provider)
{
    const auto isThis = [&](const Preset &preset) {
        return !preset.local && preset.provider.dialect == provider.dialect &&
               isSameOrigin(provider.baseUrl, preset.provider.baseUrl);
    };
    const auto it = std::find_if(presets().cbegin(), presets().cend(), isThis);
    if (it == presets().cend())
        return;
    provider.nativeResponses = it->provider.nativeResponses;
    provider.streamUsage = it->provider.streamUsage;
}

} // namespace

void readFields(ObjectReader &reader, Provider &provider)
{
    const Preset *preset = readPreset(reader, provider);
    reader.read("id"_L1, provider.id);
    if (!preset)
        provider.name = provider.id;
    reader.read("name"_L1, provider.name);
    reader.read("enabled"_L1, provider.enabled);
    readDialect(reader, provider);
    reader.read("baseUrl"_L1, provider.baseUrl);
    if (!preset)
        takeOverTraits(provider);
    readApiKeys(reader, provider.apiKeys);
    if (preset && reader.has("baseUrl"_L1) && !reader.has("apiKey"_L1) && !provider.apiKeys.isEmpty() &&
        !isSameOrigin(provider.baseUrl, preset->provider.baseUrl)) {
        provider.apiKeys.clear();
        reader.addWarning(
            "baseUrl"_L1,
            ConfigWords::tr("leads to another host than the preset's, so the preset's key is not sent "
                            "there; give apiKey if the host needs one"));
    }
    readHeaders(reader, provider.headers);
    readModels(reader, provider.models);
    reader.readObject("limits"_L1, provider.limits);
    reader.readObject("timeouts"_L1, provider.timeouts);
    reader.readObject("retry"_L1, provider.retry);
    reader.read("streamUsage"_L1, provider.streamUsage,
                {{"ask"_L1, StreamUsage::Ask}, {"asIs"_L1, StreamUsage::AsIs}});
    reader.read("proxy"_L1, provider.proxy);
}

void readDialect(ObjectReader &reader, Provider &provider)
{
    reader.read("dialect"_L1, provider.dialect,
                {{"openai"_L1, Dialect::OpenAi},
                 {"anthropic"_L1, Dialect::Anthropic},
                 {"gemini"_L1, Dialect::Gemini},
                 {"azure-openai"_L1, Dialect::AzureOpenAi}});
    provider.auth = authHeaderFor(provider.dialect);
}

void readFields(ObjectReader &reader, ModelEntry &model)
{
    reader.read("id"_L1, model.id);
    reader.read("alias"_L1, model.alias);
    if (reader.has("price"_L1))
        reader.readObject("price"_L1, model.price.emplace());
}

void readFields(ObjectReader &reader, Timeouts &timeouts)
{
    reader.read("connectSeconds"_L1, timeouts.connect);
    reader.read("firstByteSeconds"_L1, timeouts.firstByte);
    reader.read("idleSeconds"_L1, timeouts.idle);
}

void readFields(ObjectReader &reader, Retry &retry)
{
    reader.read("attempts"_L1, retry.attempts);
    reader.read("baseDelayMs"_L1, retry.baseDelay);
    reader.read("maxDelayMs"_L1, retry.maxDelay);
}

} // namespace gatehouse
