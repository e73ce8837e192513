// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/access.h"
#include "connect/app.h"
#include "connect/setting.h"
#include "connect/surroundings.h"

namespace gatehouse {

//! The files of \a app, and what they are to say so that it asks the gateway; none for apps without. The
//! first is its main one.
QList<SettingsFile> filesOf(const ConnectableApp &app, const Access &access,
                            const Surroundings &surroundings);

//! Why the files of \a app must not be written as things are; empty if they may.
QString hindranceOf(const ConnectableApp &app, const Surroundings &surroundings);

//! Whether \a app has no choice of its own: its settings have to name a model.
bool insistsOnModel(const ConnectableApp &app);

//! The environment variable from which \a app takes its key, where its file cannot hold one; else empty.
QString keyVariableOf(const ConnectableApp &app);

} // namespace gatehouse
