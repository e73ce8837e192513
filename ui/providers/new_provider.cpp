// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/new_provider.h"

#include "gateway/config/key_reference.h"
#include "ui/providers/key_references.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct NewProviderWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::NewProvider)
};

constexpr qsizetype longestStem = 48;

//! What of \a name may stand in an id, with a dash for what may not.
QString stemOf(const QString &name)
{
    QString stem;
    const QString lower = name.toLower();
    for (const QChar c : lower) {
        if (isProviderId(QString(c)) || c == u'.')
            stem.append(c);
        else if (!stem.isEmpty() && !stem.endsWith(u'-'))
            stem.append(u'-');
    }
    stem.truncate(longestStem);
    while (stem.endsWith(u'-'))
        stem.chop(1);
    return isProviderId(stem) ? stem : u"provider"_s;
}

bool isTaken(const QString &id, const Config &config)
{
    return std::any_of(config.providers.cbegin(), config.providers.cend(),
                       [&](const Provider &provider) { return provider.id == id; });
}

} // namespace

QString presetName(const Preset &preset)
{
    return QLocale().language() == QLocale::Chinese ? preset.nameZh : preset.provider.name;
}

QString freeProviderId(const QString &wish, const Config &config)
{
    const QString stem = stemOf(wish);
    QString id = stem;
    for (int number = 2; isTaken(id, config); ++number)
        id = stem + u'-' + QString::number(number);
    return id;
}

Provider providerFrom(const Preset &preset, const Config &config)
{
    Provider provider = preset.provider;
    provider.id = freeProviderId(preset.provider.id, config);
    provider.name = presetName(preset);
    return provider;
}

Provider copyOf(const Provider &provider, const Config &config, const Environment &environment)
{
    Provider copy = provider;
    copy.id = freeProviderId(provider.id, config);
    copy.name = NewProviderWords::tr("%1 (copy)").arg(provider.name);
    copy.apiKeys.removeIf(
        [](const QString &key) { return readKeyReference(key).kind != KeyReference::Variable; });
    if (copy.apiKeys.isEmpty() && !provider.apiKeys.isEmpty())
        copy.apiKeys = usualKeys(copy, environment);
    return copy;
}

} // namespace gatehouse
