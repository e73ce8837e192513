// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/route_menu.h"

#include "ui/routes/server_text.h"
#include "ui/tray/short_text.h"

#include <QActionGroup>

#include <algorithm>

namespace gatehouse {

RouteMenu::RouteMenu(const Route &route, const QList<ServingProvider> &servers, QWidget *parent)
    : QMenu(menuText(route.model), parent)
{
    const bool ordered = route.policy == Policy::Priority;
    if (!ordered) {
        addAction(menuText(policyName(route.policy)))->setEnabled(false);
        addSeparator();
    }
    auto *group = new QActionGroup(this);
    for (qsizetype i = 0; i < route.targets.size() && i < servers.size(); ++i) {
        const RouteTarget &target = route.targets[i];
        const QString name = menuText(servers[i].name, 40);
        const QString model = menuText(target.model, 60);
        QAction *entry = addAction(servers[i].enabled ? tr("%1: %2").arg(name, model)
                                                      : tr("%1: %2 (switched off)").arg(name, model));
        entry->setEnabled(ordered);
        if (!ordered)
            continue;
        entry->setCheckable(true);
        entry->setChecked(i == 0);
        group->addAction(entry);
        connect(entry, &QAction::triggered, this,
                [this, asked = route.model, target] { Q_EMIT chosen(asked, target); });
    }
}

Config withFirstTarget(Config config, const QString &model, const RouteTarget &target)
{
    const auto route = std::find_if(config.routes.begin(), config.routes.end(),
                                    [&](const Route &r) { return r.model == model; });
    if (route == config.routes.end())
        return config;
    if (const qsizetype place = route->targets.indexOf(target); place > 0)
        route->targets.move(place, 0);
    return config;
}

} // namespace gatehouse
