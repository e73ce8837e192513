// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/program.h"

namespace gatehouse {

//! What belongs into a report of a fault, a line each: versions, the system, and where things are kept.
//! Never a secret.
QString aboutText(const Places &places);

} // namespace gatehouse
