// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "ui/routes/callable_names.h"

#include <QMenu>

namespace gatehouse {

//! The targets of one route. Where they are asked in order, one can be chosen to be asked first.
class RouteMenu final : public QMenu
{
    Q_OBJECT

public:
    RouteMenu(const Route &route, const QList<ServingProvider> &servers, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &model, const gatehouse::RouteTarget &target);
};

//! \a config with \a target as the first of the route for \a model; unchanged where that is gone.
Config withFirstTarget(Config config, const QString &model, const RouteTarget &target);

} // namespace gatehouse
