// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

#include <QStringList>

namespace gatehouse {

// Changes to the providers of a configuration that keep what refers to them whole.

//! The place of the provider of that id, or -1.
qsizetype providerIndex(const Config &config, const QString &id);

//! With \a provider in the place of the one that is called \a before, or at the end where there is none.
//! What leads to \a before leads to the new id: targets of routes, and the default model.
Config withProvider(Config config, const QString &before, const Provider &provider);

//! Without the provider of that id, without the targets that lead there, and without the routes that have no
//! other target.
Config withoutProvider(Config config, const QString &id);

//! The names of the routes that withoutProvider() takes away.
QStringList routesOnlyTo(const Config &config, const QString &id);
//! The names of all routes with a target at that provider.
QStringList routesTo(const Config &config, const QString &id);

} // namespace gatehouse
