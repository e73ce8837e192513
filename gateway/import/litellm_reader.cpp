// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/import/litellm_reader.h"

#include "gateway/config/base_url.h"
#include "gateway/config/checks.h"
#include "gateway/import/import_text.h"
#include "gateway/import/provider_draft.h"

#include <QUrl>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr auto variablePrefix = "os.environ/"_L1;
constexpr double tokensOfAPrice = 1e6;

//! The number that \a node is, if it is one from 0 to what fits.
std::optional<double> numberOf(const YamlNode &node)
{
    bool isNumber = false;
    const double number = node.kind == YamlNode::Scalar ? node.text.toDouble(&isNumber) : 0;
    constexpr double most = 1e12;
    if (!isNumber || !std::isfinite(number) || number < 0 || number > most)
        return {};
    return number;
}

//! \a name as it stands among the entry's parameters or beside them.
const YamlNode &fieldOf(const YamlNode &entry, QLatin1StringView name)
{
    const YamlNode &params = entry["litellm_params"_L1];
    return params.has(name) ? params[name] : entry[name];
}

std::optional<Price> priceOf(const YamlNode &entry)
{
    const auto perMillion = [&](QLatin1StringView name) -> std::optional<double> {
        const YamlNode &params = entry["litellm_params"_L1];
        const auto cost = numberOf(params.has(name) ? params[name] : entry["model_info"_L1][name]);
        return cost ? std::optional(*cost * tokensOfAPrice) : std::nullopt;
    };
    const auto input = perMillion("input_cost_per_token"_L1);
    const auto output = perMillion("output_cost_per_token"_L1);
    if (!input || !output)
        return {};
    return Price{*input, *output, perMillion("cache_read_input_token_cost"_L1),
                 perMillion("cache_creation_input_token_cost"_L1)};
}

} // namespace

LiteLlmReader::LiteLlmReader(const YamlNode &variables, const Environment &environment)
    : m_variables(variables)
    , m_environment(environment)
{
}

void LiteLlmReader::leave(const QString &place, const QString &why)
{
    imported.leave(place + u": "_s + why + u'.');
}

void LiteLlmReader::leaveUnknown(const YamlNode &map, std::initializer_list<QLatin1StringView> known,
                                 const QString &place)
{
    const QString before = place.isEmpty() ? QString() : place + u'.';
    for (const auto &member : map.members) {
        const bool isKnown = std::any_of(known.begin(), known.end(),
                                         [&](QLatin1StringView name) { return name == member.first; });
        if (!isKnown)
            leave(before + member.first, ImportText::tr("has no counterpart here"));
    }
}

QStringList LiteLlmReader::places() const
{
    QStringList places;
    for (const Group &group : m_groups)
        places.append(group.place);
    return places;
}

void LiteLlmReader::leaveUnusedVariables()
{
    for (const auto &variable : m_variables.members) {
        if (!m_used.contains(variable.first))
            leave(u"environment_variables."_s + variable.first, ImportText::tr("is not taken over"));
    }
}

//! The value that stands behind `os.environ/NAME`, from the `.env` only an address: whatever else is there is
//! not for this file to read, nor for a message to repeat. Any other text as it is.
QString LiteLlmReader::resolved(const QString &text, const QString &place)
{
    if (!text.startsWith(variablePrefix))
        return text;
    const QString name = text.mid(variablePrefix.size());
    for (const auto &variable : m_variables.members) {
        if (variable.first == name && !variable.second.text.startsWith(variablePrefix)) {
            m_used.append(name);
            return variable.second.text;
        }
    }
    const QString value = QString::fromUtf8(m_environment.value(name));
    const QUrl url(value, QUrl::StrictMode);
    const bool isAddress = !url.host().isEmpty() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
    if (isAddress || place.isEmpty())
        return isAddress ? value : QString();
    leave(place, value.isEmpty() ? ImportText::tr("the value of %1 is not in the .env").arg(name)
                                 : ImportText::tr("the value of %1 in the .env is no address").arg(name));
    return {};
}

//! The key, or `${NAME}` for one whose value only the environment knows.
QString LiteLlmReader::keyOf(const YamlNode &params)
{
    const QString text = params["api_key"_L1].text.trimmed();
    if (!text.startsWith(variablePrefix))
        return text;
    const QString name = text.mid(variablePrefix.size());
    const bool isInFile = std::any_of(m_variables.members.cbegin(), m_variables.members.cend(),
                                      [&](const auto &variable) { return variable.first == name; });
    const QString value = isInFile ? resolved(text, {}) : QString();
    return value.isEmpty() ? "${"_L1 + name + u'}' : value;
}

void LiteLlmReader::addEntry(const YamlNode &entry, const QString &place)
{
    const YamlNode &params = entry["litellm_params"_L1];
    const QString name = entry["model_name"_L1].text.trimmed();
    const QString inside = place + u".litellm_params"_s;
    const QString model = params["model"_L1].text.trimmed();
    if (model.isEmpty() || name.isEmpty() || !isPlain(name) || !isPlain(model))
        return leave(place, ImportText::tr("names no model, so it was left out"));
    const bool hasAddress = !params["api_base"_L1].text.isEmpty() || !params["base_url"_L1].text.isEmpty();
    const LiteLlmService service =
        liteLlmService(model, params["custom_llm_provider"_L1].text.trimmed(), hasAddress);
    if (!service.isKnown)
        return leave(inside + u".model"_s,
                     ImportText::tr("the service of \"%1\" cannot be called from here").arg(model));
    const qsizetype provider = providerFor(service, params, inside);
    if (provider < 0)
        return;
    addModel(provider, service, entry, place);
    noteLimits(provider, entry, place);
    leaveUnknown(params,
                 {"model"_L1, "api_key"_L1, "api_base"_L1, "base_url"_L1, "custom_llm_provider"_L1, "rpm"_L1,
                  "tpm"_L1, "weight"_L1, "max_parallel_requests"_L1, "input_cost_per_token"_L1,
                  "output_cost_per_token"_L1, "cache_read_input_token_cost"_L1,
                  "cache_creation_input_token_cost"_L1},
                 inside);
    leaveUnknown(entry["model_info"_L1],
                 {"input_cost_per_token"_L1, "output_cost_per_token"_L1, "cache_read_input_token_cost"_L1,
                  "cache_creation_input_token_cost"_L1},
                 place + u".model_info"_s);
    leaveUnknown(entry,
                 {"model_name"_L1, "litellm_params"_L1, "model_info"_L1, "rpm"_L1, "tpm"_L1, "weight"_L1},
                 place);
}

//! The index of the provider that \a params name, made where it is new; -1, and said, where it cannot be.
qsizetype LiteLlmReader::providerFor(const LiteLlmService &service, const YamlNode &params,
                                     const QString &place)
{
    const Preset *preset = service.preset.isEmpty() ? nullptr : findPreset(service.preset);
    const auto field = params.has("api_base"_L1) ? "api_base"_L1 : "base_url"_L1;
    const QString where = place + u'.' + field;
    const QString written = params[field].text.trimmed();
    const QString base = resolved(written, where);
    const bool needsAddress = !preset || preset->provider.baseUrl.contains(u'{');
    if (base.isEmpty() && (needsAddress || !written.isEmpty())) {
        if (written.isEmpty())
            leave(where, ImportText::tr("is missing, so the entry was left out"));
        return -1;
    }
    const QString key = keyOf(params);
    const QString mark = QStringList{service.preset, base, key}.join(u'\n');
    for (qsizetype i = 0; i < m_groups.size(); ++i) {
        if (m_groups[i].mark == mark)
            return i;
    }
    Provider provider;
    setLiteLlmAddress(provider, preset, plainUrl(imported, base, where));
    const Preset *own = provider.preset.isEmpty() ? nullptr : findPreset(provider.preset);
    const QString host = hostAndPort(provider.baseUrl);
    provider.id = providerIdFor(own ? own->provider.id : host, imported.config.providers);
    provider.name = own ? own->provider.name : host.left(200);
    const bool usesOwnVariable = key.isEmpty() && own && !own->environment.isEmpty() && !own->keyOptional &&
                                 isSameOrigin(provider.baseUrl, own->provider.baseUrl);
    if (usesOwnVariable)
        addKey(imported, provider,
               keyOf({.kind = YamlNode::Map,
                      .members = {{u"api_key"_s,
                                   {.kind = YamlNode::Scalar, .text = variablePrefix + own->environment}}}}),
               m_environment, place + u".api_key"_s);
    else
        addKey(imported, provider, key, m_environment, place + u".api_key"_s);
    imported.config.providers.append(provider);
    m_groups.append({mark, place, 0, {}, {}});
    return m_groups.size() - 1;
}

void LiteLlmReader::addModel(qsizetype provider, const LiteLlmService &service, const YamlNode &entry,
                             const QString &place)
{
    const QString name = entry["model_name"_L1].text.trimmed();
    if (service.model.contains(u'*') || name.contains(u'*'))
        return addWildcard(provider, service, name, place);
    QList<ModelEntry> &models = imported.config.providers[provider].models;
    const auto same = std::find_if(models.begin(), models.end(),
                                   [&](const ModelEntry &model) { return model.id == service.model; });
    if (same == models.end())
        models.append({service.model, {}, priceOf(entry)});
    else if (!same->price)
        same->price = priceOf(entry);

    LiteLlmDeployment deployment{name, provider, service.model};
    for (const auto &field : {"weight"_L1, "rpm"_L1, "tpm"_L1}) {
        const auto number = numberOf(fieldOf(entry, field));
        if (number && *number > 0) {
            deployment.weight = *number;
            deployment.measure = field;
            break;
        }
    }
    deployments.append(deployment);
}

//! `openai/*` needs nothing here: a provider's id before the model's name always leads to it.
void LiteLlmReader::addWildcard(qsizetype provider, const LiteLlmService &service, const QString &name,
                                const QString &place)
{
    Provider &owner = imported.config.providers[provider];
    const bool isWhole = service.model == u'*' && name == QString(service.prefix + u"/*");
    if (isWhole && owner.id != service.prefix)
        leave(place + u".model_name"_s, ImportText::tr("ask for %1/MODEL instead").arg(owner.id));
    if (isWhole)
        return;
    if (name != service.model || name.count(u'*') != 1)
        return leave(
            place + u".model_name"_s,
            ImportText::tr("a pattern under another name than the service's has no counterpart here"));
    const auto isSame = [&](const ModelEntry &model) { return model.id == name; };
    if (std::none_of(owner.models.cbegin(), owner.models.cend(), isSame))
        owner.models.append({name});
}

void LiteLlmReader::noteLimits(qsizetype provider, const YamlNode &entry, const QString &place)
{
    Group &group = m_groups[provider];
    ++group.entries;
    constexpr double mostRequests = 2e9;
    const auto note = [&](QLatin1StringView field, auto &limit) {
        const YamlNode &node = fieldOf(entry, field);
        if (node.kind == YamlNode::Null)
            return;
        const auto number = numberOf(node);
        if (number && *number <= mostRequests)
            limit = std::remove_reference_t<decltype(limit)>(*number);
        group.places.append(place + u'.' + field);
    };
    note("rpm"_L1, group.limits.requestsPerMinute);
    note("tpm"_L1, group.limits.tokensPerMinute);
    note("max_parallel_requests"_L1, group.limits.concurrent);
}

void LiteLlmReader::finish()
{
    for (qsizetype i = 0; i < m_groups.size(); ++i) {
        if (m_groups[i].entries == 1)
            imported.config.providers[i].limits = m_groups[i].limits;
        else
            for (const QString &place : std::as_const(m_groups[i].places))
                leave(place, ImportText::tr("a limit of one model among several of a provider"));
    }
}

} // namespace gatehouse
