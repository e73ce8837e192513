// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

//! Light or dark, or as the system has it.
enum class Appearance { System, Light, Dark };

} // namespace gatehouse
