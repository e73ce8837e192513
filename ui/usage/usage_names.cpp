// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/usage_names.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct UsageNamesWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::UsagePage)
};

//! Left-to-right and right-to-left overrides can make a name read as another one.
bool steersText(QChar c)
{
    return (c >= u'\u202a' && c <= u'\u202e') || (c >= u'\u2066' && c <= u'\u2069') ||
           c.category() == QChar::Other_Control;
}

QString plainName(QString name)
{
    name = name.simplified();
    name.removeIf(steersText);
    return name;
}

QString providerName(const QString &id, const QList<Provider> &providers)
{
    const auto it = std::find_if(providers.cbegin(), providers.cend(),
                                 [&](const Provider &provider) { return provider.id == id; });
    const QString name = it == providers.cend() ? QString() : plainName(it->name);
    if (name.isEmpty())
        return plainName(id);
    const bool shared = std::count_if(providers.cbegin(), providers.cend(), [&](const Provider &other) {
                            return plainName(other.name) == name;
                        }) > 1;
    return shared ? QString(name + u" ("_s + id + u')') : name;
}

} // namespace

QString usageName(UsageKey by, const QString &key, const Config &config)
{
    if (by == UsageKey::Provider)
        return key.isEmpty() ? UsageNamesWords::tr("No provider") : providerName(key, config.providers);
    if (!key.isEmpty())
        return plainName(key);
    return by == UsageKey::Model ? UsageNamesWords::tr("No model") : UsageNamesWords::tr("Unknown");
}

QString usageKeyText(UsageKey by)
{
    switch (by) {
    case UsageKey::Provider:
        return UsageNamesWords::tr("Provider");
    case UsageKey::Model:
        return UsageNamesWords::tr("Model");
    case UsageKey::Caller:
        return UsageNamesWords::tr("Client");
    case UsageKey::None:
        break;
    }
    return UsageNamesWords::tr("Time");
}

std::optional<QString> *filterField(UsageFilter &filter, UsageKey by)
{
    switch (by) {
    case UsageKey::Provider:
        return &filter.provider;
    case UsageKey::Model:
        return &filter.model;
    case UsageKey::Caller:
        return &filter.caller;
    case UsageKey::None:
        break;
    }
    return nullptr;
}

} // namespace gatehouse
