// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

//! Gives memory that lies free between what is in use to the system, where the C library would keep it for
//! good (glibc). Takes about a millisecond, in which other threads may have to wait for memory.
void giveMemoryBack();

} // namespace gatehouse
