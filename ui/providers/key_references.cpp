// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/key_references.h"

#include "gateway/config/base_url.h"
#include "gateway/config/key_reference.h"
#include "gateway/config/presets.h"
#include "gateway/credentials/env_file.h"
#include "gateway/credentials/secrets.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct KeyReferencesWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::KeyReferences)
};

//! What every system's keychain takes (Windows: 2,560 bytes with what is added to it).
constexpr qsizetype longestKey = 2000;

} // namespace

QString usualVariable(const Provider &provider)
{
    if (const Preset *preset = findPreset(provider.preset))
        return preset->environment;
    QString name = provider.id.toUpper();
    for (QChar &c : name) {
        if (!isVariableName(QString(u'_' + QString(c))))
            c = u'_';
    }
    name += u"_API_KEY"_s;
    return isVariableName(name) ? name : u'_' + name;
}

bool isKeyOptional(const Provider &provider)
{
    if (const Preset *preset = findPreset(provider.preset))
        return preset->keyOptional || preset->environment.isEmpty();
    return isNearby(provider.baseUrl);
}

QStringList usualKeys(const Provider &provider, const Environment &environment)
{
    const QString variable = usualVariable(provider);
    if (variable.isEmpty() || (isKeyOptional(provider) && environment.value(variable).isEmpty()))
        return {};
    return {"${"_L1 + variable + u'}'};
}

QString ownEntry(const Provider &provider, const QString &reference)
{
    const KeyReference read = readKeyReference(reference);
    return read.kind == KeyReference::Keychain && read.host == keyHost(provider) ? read.name : QString();
}

QStringList ownEntries(const Provider &provider)
{
    QStringList entries;
    for (const QString &reference : provider.apiKeys) {
        if (const QString entry = ownEntry(provider, reference); !entry.isEmpty())
            entries.append(entry);
    }
    return entries;
}

bool isUsedElsewhere(const Config &config, const QString &id, const QString &entry)
{
    return std::any_of(config.providers.cbegin(), config.providers.cend(), [&](const Provider &provider) {
        return provider.id != id && provider.apiKeys.contains(u"keychain:"_s + entry);
    });
}

QString freeEntry(const Provider &provider, const Config &config, const QString &id)
{
    const QString host = u'@' + keyHost(provider);
    const auto isFree = [&](const QString &entry) {
        return !isUsedElsewhere(config, id, entry) &&
               !provider.apiKeys.contains(QString(u"keychain:"_s + entry));
    };
    QString entry = provider.id + host;
    for (int number = 2; !isFree(entry); ++number)
        entry = provider.id + u'/' + QString::number(number) + host;
    return entry;
}

QString typedKeyProblem(const QString &typed)
{
    if (typed.isEmpty())
        return KeyReferencesWords::tr("Enter the key, or take it from the environment.");
    if (typed.contains(u' ') || typed.front().isSpace() || typed.back().isSpace())
        return KeyReferencesWords::tr("A key has no blanks in it: was something else copied with it?");
    if (!std::all_of(typed.cbegin(), typed.cend(), [](QChar c) { return c > u' ' && c < u'\x7f'; }))
        return KeyReferencesWords::tr("This holds characters that no key may have.");
    if (typed.size() > longestKey)
        return KeyReferencesWords::tr("This is too long for a key: at most %1 characters can be kept.")
            .arg(longestKey);
    return {};
}

} // namespace gatehouse
