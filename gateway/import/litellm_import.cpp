// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/import/litellm_import.h"

#include "gateway/config/config_text.h"
#include "gateway/import/import_text.h"
#include "gateway/import/litellm_reader.h"
#include "gateway/import/unusable_providers.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qsizetype mostNames = 1000; // in fallbacks, and in aliases: more than any file has models

void readFallbacks(const YamlNode &list, const QString &place, LiteLlmRouting &routing, LiteLlmReader &reader)
{
    qsizetype count = 0;
    for (const YamlNode &item : list.items) {
        for (const auto &[name, others] : item.members) {
            count += 1 + qsizetype(others.items.size());
            if (count > mostNames)
                return reader.leave(place,
                                    ImportText::tr("only the first %1 names were read").arg(mostNames));
            QStringList names;
            for (const YamlNode &other : others.items)
                names.append(other.text);
            routing.fallbacks.append({name, names});
        }
    }
}

void readAliases(const YamlNode &map, LiteLlmRouting &routing, LiteLlmReader &reader)
{
    for (const auto &[alias, group] : map.members) {
        if (routing.aliases.size() == mostNames)
            return reader.leave(u"router_settings.model_group_alias"_s,
                                ImportText::tr("only the first %1 names were read").arg(mostNames));
        routing.aliases.append({alias, group.kind == YamlNode::Map ? group["model"_L1].text : group.text});
    }
}

void readStrategy(const YamlNode &node, LiteLlmRouting &routing, LiteLlmReader &reader)
{
    if (node.text == "latency-based-routing"_L1)
        routing.policy = Policy::Fastest;
    else if (node.kind != YamlNode::Null && node.text != "simple-shuffle"_L1)
        reader.leave(u"router_settings.routing_strategy"_s,
                     ImportText::tr("is not known here; shares by weight are used instead"));
}

LiteLlmRouting routingOf(const YamlNode &root, LiteLlmReader &reader)
{
    const YamlNode &router = root["router_settings"_L1];
    LiteLlmRouting routing;
    readStrategy(router["routing_strategy"_L1], routing, reader);
    readFallbacks(root["litellm_settings"_L1]["fallbacks"_L1], u"litellm_settings.fallbacks"_s, routing,
                  reader);
    readFallbacks(router["fallbacks"_L1], u"router_settings.fallbacks"_s, routing, reader);
    readAliases(router["model_group_alias"_L1], routing, reader);
    return routing;
}

void leaveSettings(const YamlNode &root, LiteLlmReader &reader)
{
    reader.leaveUnknown(root["litellm_settings"_L1], {"fallbacks"_L1}, u"litellm_settings"_s);
    reader.leaveUnknown(root["router_settings"_L1],
                        {"routing_strategy"_L1, "fallbacks"_L1, "model_group_alias"_L1},
                        u"router_settings"_s);
    const YamlNode &general = root["general_settings"_L1];
    if (general.has("master_key"_L1))
        reader.leave(
            u"general_settings.master_key"_s,
            ImportText::tr("make a key for each application instead, under Clients or with gatehoused "
                           "client add"));
    reader.leaveUnknown(general, {"master_key"_L1}, u"general_settings"_s);
    reader.leaveUnusedVariables();
    reader.leaveUnknown(root,
                        {"model_list"_L1, "litellm_settings"_L1, "router_settings"_L1, "general_settings"_L1,
                         "environment_variables"_L1},
                        {});
}

} // namespace

Error unknownFormat()
{
    return configRefused(
        ImportText::tr("The file is neither a configuration of Gatehouse, nor one of the Node "
                       "gateway (config/models.json), nor of LiteLLM (it has no model_list)."));
}

Result<Imported> readLiteLlm(QByteArrayView text, const Environment &environment)
{
    const Result<YamlText> yaml = parseYaml(text);
    if (!yaml)
        return yaml.error();
    const YamlNode &root = yaml->root;
    const YamlNode &models = root["model_list"_L1];
    if (models.kind != YamlNode::List)
        return unknownFormat();
    constexpr size_t mostModels = 1000; // as config.json has it
    if (models.items.size() > mostModels)
        return configRefused(ImportText::tr("The file has more than %1 models.").arg(mostModels));
    LiteLlmReader reader(root["environment_variables"_L1], environment);
    for (size_t i = 0; i < models.items.size(); ++i)
        reader.addEntry(models.items[i], u"model_list[%1]"_s.arg(i));
    reader.finish();
    const LiteLlmRouting routing = routingOf(root, reader);
    addLiteLlmRoutes(reader.imported, reader.deployments, routing);
    leaveUnusable(reader.imported, reader.places());
    leaveSettings(root, reader);
    if (yaml->hasMore)
        reader.leave(u"---"_s, ImportText::tr("only the first document of the file was read"));
    return std::move(reader.imported);
}

} // namespace gatehouse
