// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/import/node_import.h"

#include "gateway/config/config_text.h"
#include "gateway/import/import_text.h"
#include "gateway/import/provider_draft.h"
#include "gateway/import/unusable_providers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

QString textOf(const boost::json::value *value)
{
    const boost::json::string *text = value ? value->if_string() : nullptr;
    return text ? QString::fromUtf8(text->data(), qsizetype(text->size())) : QString();
}

QString nameOf(boost::json::string_view key)
{
    return QString::fromUtf8(key.data(), qsizetype(key.size()));
}

//! Reads one file; what it cannot carry goes into Imported::left.
class NodeReader final
{
public:
    explicit NodeReader(const Environment &environment)
        : m_environment(environment)
    {
    }

    void addProvider(const boost::json::value &value, const QString &place)
    {
        const boost::json::object *object = value.if_object();
        if (!object) {
            leave(place, ImportText::tr("is no provider"));
            return;
        }
        Provider provider;
        provider.name = textOf(object->if_contains("name")).simplified().left(longestName);
        provider.id = providerIdFor(provider.name, m_imported.config.providers);
        if (provider.name.isEmpty())
            provider.name = provider.id;
        provider.baseUrl =
            plainUrl(m_imported, textOf(object->if_contains("baseUrl")).trimmed(), place + u".baseUrl"_s);
        if (provider.baseUrl.isEmpty()) {
            leave(place, ImportText::tr("has no baseUrl, so the provider was left out"));
            return;
        }
        adoptService(provider);
        addKeys(provider, object->if_contains("apiKey"), place + u".apiKey"_s);
        addHeaders(provider, object->if_contains("headers"), place + u".headers"_s);
        addModels(provider, object->if_contains("models"), place + u".models"_s);
        leaveUnknown(*object, {"name", "apiKey", "baseUrl", "headers", "models"}, place + u'.');
        m_imported.config.providers.append(provider);
        m_places.append(place);
    }

    void leaveUnknown(const boost::json::object &object,
                      std::initializer_list<boost::json::string_view> known, const QString &before)
    {
        for (const auto &member : object) {
            if (std::find(known.begin(), known.end(), member.key()) == known.end())
                leave(before + nameOf(member.key()), ImportText::tr("is not known here"));
        }
    }

    Imported take()
    {
        leaveUnusable(m_imported, m_places);
        return std::move(m_imported);
    }

private:
    static constexpr qsizetype longestName = 256;

    void leave(const QString &place, const QString &why) { m_imported.leave(place + u": "_s + why + u'.'); }

    void addKeys(Provider &provider, const boost::json::value *value, const QString &place)
    {
        const boost::json::array *list = value ? value->if_array() : nullptr;
        for (size_t i = 0; list && i < list->size(); ++i)
            addKey(m_imported, provider, textOf(&(*list)[i]), m_environment,
                   place + u'[' + QString::number(i) + u']');
        if (!list)
            addKey(m_imported, provider, textOf(value), m_environment, place);
    }

    void addHeaders(Provider &provider, const boost::json::value *value, const QString &place)
    {
        const boost::json::object *headers = value ? value->if_object() : nullptr;
        if (!headers) {
            if (value && !value->is_null())
                leave(place, ImportText::tr("is no object of names and texts"));
            return;
        }
        for (const auto &member : *headers) {
            const QString name = nameOf(member.key());
            addHeader(m_imported, provider, {name.toUtf8(), textOf(&member.value()).toUtf8()},
                      place + u'.' + name);
        }
    }

    void addModels(Provider &provider, const boost::json::value *value, const QString &place)
    {
        const boost::json::array *models = value ? value->if_array() : nullptr;
        for (size_t i = 0; models && i < models->size(); ++i)
            addModel(provider, (*models)[i], place + u'[' + QString::number(i) + u']');
        if (provider.models.isEmpty())
            leave(place, ImportText::tr("names no model; add those that the provider serves"));
    }

    void addModel(Provider &provider, const boost::json::value &value, const QString &place)
    {
        ModelEntry model{textOf(&value).trimmed()};
        if (const boost::json::object *object = value.if_object()) {
            for (const auto &field : {"id", "model", "name"}) {
                if (model.id.isEmpty())
                    model.id = textOf(object->if_contains(field)).trimmed();
            }
            model.alias = textOf(object->if_contains("alias")).trimmed();
            if (model.alias.isEmpty() && (object->contains("id") || object->contains("model")))
                model.alias = textOf(object->if_contains("name")).trimmed();
            if (model.alias == model.id)
                model.alias.clear();
            leaveUnknown(*object, {"id", "model", "name", "alias"}, place + u'.');
        }
        const auto isSame = [&](const ModelEntry &other) { return other.id == model.id; };
        if (model.id.isEmpty())
            leave(place, ImportText::tr("names no model"));
        else if (std::any_of(provider.models.cbegin(), provider.models.cend(), isSame))
            leave(place, ImportText::tr("is in the list already"));
        else
            provider.models.append(model);
    }

    const Environment &m_environment;
    Imported m_imported{.format = ImportFormat::NodeGateway, .config = {}};
    QStringList m_places; //!< of the providers
};

} // namespace

Result<Imported> readNodeGateway(const boost::json::value &root, const Environment &environment)
{
    const boost::json::object *object = root.if_object();
    const boost::json::value *value = object ? object->if_contains("providers") : nullptr;
    const boost::json::array *providers = value ? value->if_array() : nullptr;
    if (!providers)
        return configRefused(ImportText::tr("The file has no list of providers."));
    constexpr size_t mostProviders = 1000; // as config.json has it
    if (providers->size() > mostProviders)
        return configRefused(ImportText::tr("The file has more than %1 providers.").arg(mostProviders));
    NodeReader reader(environment);
    for (size_t i = 0; i < providers->size(); ++i)
        reader.addProvider((*providers)[i], u"providers[%1]"_s.arg(i));
    reader.leaveUnknown(*object, {"providers"}, {});
    return reader.take();
}

} // namespace gatehouse
