// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"

namespace gatehouse {

//! What `--help` prints.
QString helpText(ProgramKind program);

} // namespace gatehouse
