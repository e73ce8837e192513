// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/gateway.h"
#include "ui/requests/requests_page.h"
#include "ui/widgets/banner.h"

// What the page does when a person chooses what helps against a failure.

namespace gatehouse {

void RequestsPage::apply(const Explanation &explanation)
{
    const auto edit = [&](ProviderField field) { Q_EMIT editProviderRequested(explanation.target, field); };
    switch (explanation.remedy) {
    case Remedy::EditKey:
        return edit(ProviderField::Key);
    case Remedy::EditAddress:
        return edit(ProviderField::Address);
    case Remedy::EditLimits:
        return edit(ProviderField::Limits);
    case Remedy::RaiseTimeout:
        return edit(ProviderField::Timeouts);
    case Remedy::OpenProxySettings:
        return edit(ProviderField::Proxy);
    case Remedy::TryProviderNow:
        m_context.gateway.endCooldown(explanation.target);
        return banner().say(Tone::Good, explanation.target.isEmpty()
                                            ? tr("All providers may be asked again.")
                                            : tr("%1 may be asked again.").arg(explanation.target));
    case Remedy::PickModel:
        Q_EMIT showRoutesRequested();
        return;
    case Remedy::EditClient:
        Q_EMIT editClientRequested(explanation.target);
        return;
    case Remedy::EditBudget:
        if (explanation.target.isEmpty())
            Q_EMIT settingsRequested();
        else
            Q_EMIT editClientRequested(explanation.target);
        return;
    case Remedy::OpenSettings:
        Q_EMIT settingsRequested();
        return;
    case Remedy::LowerPrompt: // the card itself says how
    case Remedy::None:
        return;
    }
}

} // namespace gatehouse
