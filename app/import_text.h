// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/credentials/env_file.h"
#include "gateway/import/import_plan.h"

#include <QStringList>

namespace gatehouse {

//! \a plan for a terminal: what would change, where `!` marks a place that a key could newly go to (in red
//! with \a colours), then variables to set that \a environment does not have, then what was left out, then
//! problems. Nothing in it can steer the terminal.
QStringList importLines(const ImportPlan &plan, const Environment &environment, bool colours);

} // namespace gatehouse
