// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_text.h"

#include "ui/settings/setting_names.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct ImportWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::Import)
};

QString nameOf(const Provider &provider)
{
    return provider.name.isEmpty() ? provider.id : provider.name;
}

//! Whose field `/LIST/NUMBER/…` is; empty where that is none of \a config.
QString ownerOf(const QStringList &path, const Config &config)
{
    bool isNumber = false;
    const int index = path.value(1).toInt(&isNumber);
    if (!isNumber || index < 0)
        return {};
    if (path.first() == "providers"_L1 && index < config.providers.size())
        return ImportWords::tr("Provider \"%1\"").arg(nameOf(config.providers[index]));
    if (path.first() == "routes"_L1 && index < config.routes.size())
        return ImportWords::tr("Route \"%1\"").arg(config.routes[index].model);
    if (path.first() == "clients"_L1 && index < config.clients.size())
        return ImportWords::tr("Client \"%1\"").arg(config.clients[index].name);
    return {};
}

QString fieldName(const QString &field)
{
    if (field == "baseUrl"_L1)
        return ImportWords::tr("base URL");
    if (field == "apiKey"_L1)
        return ImportWords::tr("key");
    if (field == "models"_L1)
        return ImportWords::tr("models");
    if (field == "headers"_L1)
        return ImportWords::tr("headers");
    if (field == "targets"_L1)
        return ImportWords::tr("targets");
    if (field == "name"_L1)
        return ImportWords::tr("name");
    return field;
}

//! Also of what stands in a list or in several fields on its page.
QString wholeSetting(const QString &path)
{
    if (path == "/providers"_L1)
        return ImportWords::tr("Order of providers");
    if (path == "/routes"_L1)
        return ImportWords::tr("Order of routes");
    if (path == "/clients"_L1)
        return ImportWords::tr("Order of clients");
    if (path == "/defaultModel"_L1)
        return ImportWords::tr("Default model");
    if (path == "/budget"_L1)
        return ImportWords::tr("Budget");
    if (path == "/alerts"_L1)
        return ImportWords::tr("Alerts");
    return settingName(path);
}

} // namespace

QString formatText(ImportFormat format)
{
    switch (format) {
    case ImportFormat::Gatehouse:
        return ImportWords::tr("A configuration of Gatehouse");
    case ImportFormat::NodeGateway:
        return ImportWords::tr("The models.json of the Node gateway");
    case ImportFormat::LiteLlm:
        return ImportWords::tr("The config.yaml of LiteLLM");
    }
    return {};
}

QString kindText(ImportChange::Kind kind)
{
    switch (kind) {
    case ImportChange::Added:
        return ImportWords::tr("Added");
    case ImportChange::Changed:
        return ImportWords::tr("Changed");
    case ImportChange::Removed:
        return ImportWords::tr("Removed");
    }
    return {};
}

QString subjectText(ImportChange::Subject subject)
{
    switch (subject) {
    case ImportChange::Host:
        return ImportWords::tr("Host");
    case ImportChange::Provider:
        return ImportWords::tr("Provider");
    case ImportChange::Route:
        return ImportWords::tr("Route");
    case ImportChange::Client:
        return ImportWords::tr("Client");
    case ImportChange::Setting:
        return ImportWords::tr("Setting");
    }
    return {};
}

QString changeName(const ImportChange &change)
{
    return change.subject == ImportChange::Setting ? wholeSetting(change.name) : change.name.simplified();
}

QString changeDetail(const ImportChange &change)
{
    const QString detail = change.detail.simplified();
    if (!change.keyGoesThere)
        return detail;
    return detail.isEmpty() ? ImportWords::tr("A key could be sent there")
                            : ImportWords::tr("A key could be sent there: %1").arg(detail);
}

QString problemText(const Problem &problem, const Config &result)
{
    const QStringList path = problem.path.mid(1).split(u'/');
    const QString owner = ownerOf(path, result);
    if (owner.isEmpty()) {
        const QString name = settingName(problem.path);
        return name.isEmpty() ? problem.message
                              : ImportWords::tr("%1: %2", "where, problem").arg(name, problem.message);
    }
    if (path.size() < 3)
        return ImportWords::tr("%1: %2", "where, problem").arg(owner, problem.message);
    return ImportWords::tr("%1, %2: %3", "whose, field, problem")
        .arg(owner, fieldName(path[2]), problem.message);
}

QString keyName(const ImportedKey &key, const Config &result)
{
    const auto it = std::find_if(result.providers.cbegin(), result.providers.cend(),
                                 [&](const Provider &provider) { return provider.id == key.provider; });
    const QString name = it == result.providers.cend() ? key.provider : nameOf(*it);
    return key.index == 0 ? name
                          : ImportWords::tr("%1 (%2)", "provider, number of its key")
                                .arg(name, QString::number(key.index + 1));
}

} // namespace gatehouse
