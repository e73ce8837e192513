// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/app.h"
#include "connect/surroundings.h"

namespace gatehouse {

//! The program of \a app, or the folder of the extension that it is; empty if there is none.
QString foundProgram(const ConnectableApp &app, const Surroundings &surroundings);

} // namespace gatehouse
