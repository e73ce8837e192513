// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/provider_look.h"

#include "gateway/config/key_reference.h"
#include "gateway/credentials/secret_store.h"
#include "gateway/credentials/secrets.h"
#include "ui/draft.h"
#include "ui/gateway_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct ProviderLookWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ProviderLook)
};

QString coolingText(const ProviderStatus &status)
{
    if (!status.untilMs)
        return ProviderLookWords::tr("Cooling down");
    const QDateTime until = QDateTime::fromMSecsSinceEpoch(*status.untilMs).toLocalTime();
    return ProviderLookWords::tr("Cooling down until %1")
        .arg(QLocale().toString(until.time(), u"HH:mm:ss"_s));
}

QString firstSourceText(const Provider &provider, const Context &context)
{
    const KeyReference reference = readKeyReference(provider.apiKeys.first());
    if (reference.kind == KeyReference::Variable) {
        const QString name = u"${"_s + reference.name + u'}';
        const bool set = !context.draft.environment().value(reference.name).isEmpty();
        return set ? name : ProviderLookWords::tr("%1 (not set)").arg(name);
    }
    if (reference.kind == KeyReference::Invalid)
        return ProviderLookWords::tr("Not usable");
    if (reference.host != keyHost(provider))
        return ProviderLookWords::tr("Stored for another host");
    return context.secrets.isKeptForSession(reference.name) ? ProviderLookWords::tr("This session only")
                                                            : ProviderLookWords::tr("Keychain");
}

} // namespace

ProviderLook lookOf(const Provider &provider, const ProviderStatus *status)
{
    if (!provider.enabled)
        return {Tone::Neutral, ProviderLookWords::tr("Switched off")};
    ProviderLook look{Tone::Neutral, ProviderLookWords::tr("Not asked yet")};
    if (!status)
        return look;
    switch (status->state) {
    case ProviderState::Ok:
        look = {Tone::Good, ProviderLookWords::tr("OK")};
        break;
    case ProviderState::Cooling:
        look = {Tone::Warning, coolingText(*status), true};
        break;
    case ProviderState::Down:
        look = {Tone::Bad, ProviderLookWords::tr("Down")};
        break;
    case ProviderState::NoKey:
        look = {Tone::Bad, ProviderLookWords::tr("No key")};
        break;
    case ProviderState::Disabled: // not by its switch: paused, or not told yet
        look = {Tone::Neutral, ProviderLookWords::tr("Paused")};
        break;
    case ProviderState::Unknown:
        if (!status->reason.isEmpty())
            look = {Tone::Warning, ProviderLookWords::tr("Last check failed")};
        break;
    }
    if (!status->reason.isEmpty())
        look.state = ProviderLookWords::tr("%1: %2").arg(look.state, gatewayWords(status->reason));
    return look;
}

QString keySourceText(const Provider &provider, const Context &context)
{
    if (provider.apiKeys.isEmpty())
        return ProviderLookWords::tr("None");
    const QString first = firstSourceText(provider, context);
    const int more = int(provider.apiKeys.size()) - 1;
    return more > 0 ? ProviderLookWords::tr("%1 and %n more", nullptr, more).arg(first) : first;
}

} // namespace gatehouse
