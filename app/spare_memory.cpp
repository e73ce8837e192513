// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/spare_memory.h"

#include <cstdlib> // defines __GLIBC__ where it is one
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace gatehouse {

void shareOneHeap()
{
#ifdef __GLIBC__
    ::mallopt(M_ARENA_MAX, 1);
#endif
}

void giveMemoryBack()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace gatehouse
