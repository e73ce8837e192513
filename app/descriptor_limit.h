// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

//! Lets this process open as many files and sockets as it may at all. The usual 1,024 are half of what as
//! many connections need, each with one of its own to a provider.
void raiseDescriptorLimit();

} // namespace gatehouse
