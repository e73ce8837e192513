// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process_protection.h"

#include <sys/prctl.h>

namespace gatehouse {

void hideMemory()
{
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

} // namespace gatehouse
