// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

// Where the C library is glibc; elsewhere these do nothing.

//! All threads take memory from one heap, where each would get its own: what one allocates another frees, and
//! each heap would keep room for the most that it ever held. Early in main(), before there are threads.
void shareOneHeap();

//! Gives memory that lies free between what is in use to the system, which else would not have it back. Takes
//! about a millisecond, in which other threads may have to wait for memory.
void giveMemoryBack();

} // namespace gatehouse
