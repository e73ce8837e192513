// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

#include <QStringList>

namespace gatehouse {

//! To whom a recorded request can be sent again: `PROVIDER/MODEL` for every model that is listed under a
//! provider that is switched on, in their order, then the routes. Patterns are left out.
QStringList resendTargets(const Config &config);

} // namespace gatehouse
