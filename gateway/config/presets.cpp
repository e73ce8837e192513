// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/presets.h"

#include "gateway/base/logging.h"
#include "gateway/config/fields.h"
#include "gateway/config/json_text.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

void readFields(ObjectReader &reader, Preset &preset)
{
    Provider &provider = preset.provider;
    reader.read("id"_L1, provider.id);
    provider.preset = provider.id;
    reader.read("name"_L1, provider.name);
    preset.nameZh = provider.name;
    reader.read("nameZh"_L1, preset.nameZh);
    preset.region = u"global"_s;
    reader.read("region"_L1, preset.region);
    preset.local = preset.region == "local"_L1;
    readDialect(reader, provider);
    reader.read("baseUrl"_L1, provider.baseUrl);
    reader.read("environment"_L1, preset.environment);
    reader.read("keyOptional"_L1, preset.keyOptional);
    if (!preset.environment.isEmpty() && !preset.keyOptional)
        provider.apiKeys = {"${"_L1 + preset.environment + u'}'};
    reader.read("keyUrl"_L1, preset.keyUrl);
    preset.modelsPath = u"/models"_s;
    reader.read("modelsPath"_L1, preset.modelsPath);
    reader.read("nativeResponses"_L1, provider.nativeResponses);
    reader.read("streamUsage"_L1, provider.streamUsage,
                {{"ask"_L1, StreamUsage::Ask}, {"asIs"_L1, StreamUsage::AsIs}});
    reader.read("models"_L1, preset.exampleModels);
    if (!preset.local && provider.dialect != Dialect::AzureOpenAi) {
        for (const QString &id : std::as_const(preset.exampleModels))
            provider.models.append({id});
    }
}

namespace {

QList<Preset> readPresets()
{
    QFile resource(u":/providers.json"_s);
    if (!resource.open(QIODevice::ReadOnly))
        qCCritical(lcConfig) << "The list of presets is missing from the program";
    JsonText text = parseJsonText(resource.readAll());
    ObjectReader reader(text.value, {}, text.problems);
    QList<Preset> all;
    reader.readObjects("presets"_L1, all);
    reader.warnAboutUnknownFields();
    for (const Problem &problem : std::as_const(text.problems))
        qCCritical(lcConfig).noquote() << "providers.json:" << problem.path << problem.message;
    return all;
}

} // namespace

const QList<Preset> &presets()
{
    static const QList<Preset> all = readPresets();
    return all;
}

const Preset *findPreset(QStringView id)
{
    const QList<Preset> &all = presets();
    const auto it = std::find_if(all.cbegin(), all.cend(),
                                 [&](const Preset &preset) { return preset.provider.id == id; });
    return it == all.cend() ? nullptr : &*it;
}

} // namespace gatehouse
