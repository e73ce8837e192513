// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/config_write.h"

#include "gateway/config/config_json.h"
#include "gateway/config/config_meaning.h"
#include "gateway/config/config_text.h"
#include "gateway/config/key_reference.h"
#include "gateway/config/meaning_merge.h"
#include "gateway/config/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! The first error about how the text is written; what its values mean together is another matter.
const Problem *shapeError(const ConfigReading &reading)
{
    const QList<Problem> ofValues = check(reading.config);
    const auto it =
        std::find_if(reading.problems.cbegin(), reading.problems.cend(),
                     [&](const Problem &problem) { return !problem.warning && !ofValues.contains(problem); });
    return it == reading.problems.cend() ? nullptr : &*it;
}

//! The first provider that has a key which is no reference, or null.
const Provider *keyHolder(const Config &config)
{
    const auto holdsKey = [](const Provider &provider) {
        return std::any_of(provider.apiKeys.cbegin(), provider.apiKeys.cend(), [](const QString &key) {
            return readKeyReference(key).kind == KeyReference::Invalid;
        });
    };
    const auto it = std::find_if(config.providers.cbegin(), config.providers.cend(), holdsKey);
    return it == config.providers.cend() ? nullptr : &*it;
}

//! Reading a decimal number may end in a neighbouring double.
double rounded(double usd)
{
    constexpr int digits = 12;
    return QByteArray::number(usd, 'g', digits).toDouble();
}

//! \a config without what no text can say.
Config comparable(Config config)
{
    for (Provider &provider : config.providers) {
        provider.auth = {};
        provider.nativeResponses = false;
    }
    for (Client &client : config.clients)
        client.budget = {rounded(client.budget.dailyUsd), rounded(client.budget.monthlyUsd)};
    return config;
}

//! The path of the first field that differs; empty if none does.
QString difference(const Meaning &a, const Meaning &b, const QString &path = {})
{
    if (a == b)
        return {};
    for (size_t i = 0; i < std::min(a.parts.size(), b.parts.size()); ++i) {
        const QByteArray &key = b.parts[i].key;
        const QString below = pathTo(path, key.isEmpty() ? QString::number(i) : QString::fromUtf8(key));
        if (const QString found = difference(a.parts[i], b.parts[i], below); !found.isEmpty())
            return found;
    }
    return path.isEmpty() ? u"/"_s : path;
}

} // namespace

Result<QByteArray> writeConfig(QByteArrayView oldText, const Config &config)
{
    if (const Provider *provider = keyHolder(config))
        return configRefused(
            ConfigWords::tr("provider `%1` has a key that is no reference: it must be ${NAME} or "
                            "keychain:provider@host")
                .arg(provider->id));
    const Result<ConfigText> old = openConfigText(oldText);
    if (!old)
        return old.error();
    const ConfigReading before = readConfig(old->text);
    if (const Problem *error = shapeError(before))
        return configRefused(ConfigWords::tr("the configuration cannot be changed before it is mended: %1 %2")
                                 .arg(error->path, error->message));

    const Meaning wanted = meaningOf(config);
    const QByteArray text = old->text.first(old->root.begin) +
                            merged(old->text, old->root, meaningOf(before.config), wanted) +
                            old->text.sliced(old->root.end);
    const ConfigReading after = readConfig(text);
    if (const Problem *error = shapeError(after))
        return configRefused(
            ConfigWords::tr("the configuration cannot be written: %1 %2").arg(error->path, error->message));
    if (comparable(after.config) != comparable(config)) {
        const QString place = difference(meaningOf(after.config), wanted);
        return configRefused(
            ConfigWords::tr("the configuration cannot be written: ") +
            (place.isEmpty() ? ConfigWords::tr("some of it is no text (half a character, or stray bytes)")
                             : ConfigWords::tr("no text means what %1 is to be").arg(place)));
    }
    return old->toFile(text);
}

} // namespace gatehouse
