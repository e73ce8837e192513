// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/descriptor_limit.h"

#include <sys/resource.h>

namespace gatehouse {

void raiseDescriptorLimit()
{
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit); // where it is refused, the listener keeps within what there is
}

} // namespace gatehouse
