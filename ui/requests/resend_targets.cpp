// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/resend_targets.h"

namespace gatehouse {

QStringList resendTargets(const Config &config)
{
    QStringList targets;
    for (const Provider &provider : config.providers) {
        if (!provider.enabled)
            continue;
        for (const ModelEntry &model : provider.models) {
            if (!model.id.contains(u'*'))
                targets.append(provider.id + u'/' + model.id);
        }
    }
    for (const Route &route : config.routes) {
        if (!targets.contains(route.model))
            targets.append(route.model);
    }
    return targets;
}

} // namespace gatehouse
