// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/remove_provider.h"

#include "gateway/credentials/secret_store.h"
#include "ui/gateway_words.h"
#include "ui/listed.h"
#include "ui/providers/key_references.h"
#include "ui/providers/provider_changes.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct RemoveProviderWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::RemoveProvider)
};

QString quoted(const QStringList &names)
{
    QStringList shown;
    for (const QString &name : names)
        shown.append(u'"' + name + u'"');
    return listed(shown);
}

} // namespace

Question removalQuestion(const Provider &provider, const Config &config)
{
    const QString name = provider.name.isEmpty() ? provider.id : provider.name;
    QStringList text{RemoveProviderWords::tr("Apps can no longer use its models.")};
    const QStringList ended = routesOnlyTo(config, provider.id);
    QStringList shorter = routesTo(config, provider.id);
    shorter.removeIf([&](const QString &route) { return ended.contains(route); });
    if (!shorter.isEmpty())
        text.append(RemoveProviderWords::tr("It is taken out of these routes: %1.").arg(quoted(shorter)));
    if (!ended.isEmpty())
        text.append(RemoveProviderWords::tr("These routes lead nowhere else and are removed: %1.")
                        .arg(quoted(ended)));
    Question question{RemoveProviderWords::tr("Remove \"%1\"?").arg(name), text.join(u' '),
                      RemoveProviderWords::tr("&Remove")};
    const QStringList entries = ownEntries(provider);
    if (entries.isEmpty())
        return question;
    const bool shared = std::any_of(entries.cbegin(), entries.cend(), [&](const QString &entry) {
        return isUsedElsewhere(config, provider.id, entry);
    });
    question.option = shared
                          ? RemoveProviderWords::tr("Remove the stored key too, which another provider &uses")
                          : RemoveProviderWords::tr("Remove the stored &key too");
    question.optionOn = !shared;
    return question;
}

void removeStoredKeys(SecretStore &store, const QStringList &entries,
                      const std::function<void(QString)> &failed)
{
    for (const QString &entry : entries) {
        store.remove(entry, [failed](const SecretStore::Answer &answer) {
            const bool gone =
                answer.state == SecretStore::Answer::Found || answer.state == SecretStore::Answer::NotFound;
            if (!gone)
                failed(gatewayWords(answer.message));
        });
    }
}

} // namespace gatehouse
