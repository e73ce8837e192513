// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/key_place.h"

#include "app/fault.h"
#include "gateway/config/key_reference.h"
#include "gateway/config/presets.h"
#include "gateway/credentials/secrets.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

QString whyMissing(const QString &id, const Paths &paths, const ConfigFileState &state)
{
    if (findPreset(id))
        return u"%1 has no provider '%2' yet. Add {\"preset\": \"%2\"} to its \"providers\" first."_s.arg(
            paths.config, id);
    QStringList known;
    for (const Provider &provider : state.reading.config.providers)
        known.append(provider.id);
    return u"%1 has no provider '%2'; it has: %3."_s.arg(paths.config, id,
                                                         known.isEmpty() ? u"none"_s : known.join(u", "));
}

//! The entry of the key that stands at \a place, if it is for \a host; else one that no other key has.
QString entryFor(const KeyPlace &place, const QString &host)
{
    const QString present = place.provider.apiKeys.value(place.number - 1);
    QStringList others;
    for (const Provider &provider : place.state.reading.config.providers)
        others += provider.apiKeys;
    others.removeOne(present);
    const KeyReference reference = readKeyReference(present);
    if (reference.kind == KeyReference::Keychain && reference.name.endsWith(u'@' + host) &&
        !others.contains(present))
        return reference.name;
    for (int number = place.number;; ++number) {
        const QString entry = keyName(place.provider.id, number) + u'@' + host;
        if (!others.contains(QString("keychain:"_L1 + entry)))
            return entry;
    }
}

} // namespace

Result<KeyPlace> findKeyPlace(const Options &options)
{
    KeyPlace place;
    place.paths = pathsFor(options);
    place.state = readConfigFile(place.paths);
    const QString id = options.argument.section(u'/', 0, 0);
    if (const QString number = options.argument.section(u'/', 1); options.argument.contains(u'/')) {
        bool isNumber = false;
        place.number = number.toInt(&isNumber);
        constexpr int most = 100;
        if (!isNumber || place.number < 1 || place.number > most)
            return fault(u"'%1' is not PROVIDER or PROVIDER/N, where N counts its keys from 1."_s.arg(
                options.argument));
    }
    const QList<Provider> &providers = place.state.reading.config.providers;
    const auto found = std::find_if(providers.cbegin(), providers.cend(),
                                    [&](const Provider &provider) { return provider.id == id; });
    if (found == providers.cend())
        return fault(whyMissing(id, place.paths, place.state));
    place.provider = *found;
    const QString host = keyHost(place.provider);
    if (host.isEmpty())
        return fault(u"The provider '%1' has no usable baseUrl, so that no key can belong to it."_s.arg(id));
    place.entry = entryFor(place, host);
    return place;
}

QString keyName(const QString &provider, int number)
{
    return number == 1 ? provider : provider + u'/' + QString::number(number);
}

} // namespace gatehouse
