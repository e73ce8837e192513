// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process_protection.h"

#include <sys/resource.h>
#include <sys/stat.h>

namespace gatehouse {

void protectProcess()
{
    ::umask(077);
    const rlimit none{0, 0}; // the upper bound too: nobody raises it again
    ::setrlimit(RLIMIT_CORE, &none);
}

} // namespace gatehouse
