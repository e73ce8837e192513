// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/file_change.h"

namespace gatehouse {

//! Why \a changes may not be made now; empty if they may: each file has to be as it was when they were
//! planned.
QString whyNot(const QList<FileChange> &changes);

//! Makes \a changes, all or none. A file whose new text holds \a secret, where that is not empty, is for its
//! owner alone from then on. Returns why not, empty if it is done.
[[nodiscard]] QString carryOut(const QList<FileChange> &changes, const QByteArray &secret = {});

//! Removes those of \a folders, the outermost first, that are empty.
void removeFolders(const QStringList &folders);

} // namespace gatehouse
