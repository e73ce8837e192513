// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

//! Whether a program owns the tray of the X screen (System Tray Protocol, XEmbed), as `trayer` does. Always
//! false without X.
bool embeddedTrayExists();

} // namespace gatehouse
