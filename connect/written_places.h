// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/access.h"
#include "connect/app.h"
#include "connect/connected.h"
#include "connect/surroundings.h"

namespace gatehouse {

//! What was written at \a path; null if nothing was. \a connected may be null.
const WrittenFile *writtenAt(const Connected *connected, const QString &path);

//! The files of \a app; where one was set up in another place and is still there, it stays that one.
QList<SettingsFile> wantedFiles(const ConnectableApp &app, const Access &access,
                                const Surroundings &surroundings, const Connected *earlier);

//! Adds the files of \a earlier, which may be null, that \a connected has not: they are still to be put back.
void carryOver(const Connected *earlier, Connected &connected);

//! Gives files in \a connected that were renamed since, to where \a app looks for them now, their new paths.
void followRenamed(Connected &connected, const ConnectableApp &app, const Surroundings &surroundings);

} // namespace gatehouse
