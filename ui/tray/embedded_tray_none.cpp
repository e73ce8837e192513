// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/embedded_tray.h"

namespace gatehouse {

bool embeddedTrayExists()
{
    return false;
}

} // namespace gatehouse
