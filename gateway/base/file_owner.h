// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse {

//! Gives the open file \a descriptor to the owner and the group of what \a path holds, as far as the system
//! lets it: root may do so, others only with groups of theirs.
void giveToOwnerOf(const QString &path, int descriptor);

} // namespace gatehouse
