// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

//! How the programs end (contract, section 1).
enum ExitCode { Ended = 0, Failed = 1, BadInput = 2, PortTaken = 3 };

} // namespace gatehouse
