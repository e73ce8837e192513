// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/descriptor_limit.h"

#ifndef Q_OS_WIN
#include <sys/resource.h>
#endif

#include <algorithm>
#include <limits>

namespace gatehouse {

#ifdef Q_OS_WIN

qintptr descriptorLimit()
{
    return std::numeric_limits<qintptr>::max(); // handles are not numbered and hardly limited
}

#else

qintptr descriptorLimit()
{
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 1024;
    return qintptr(std::min<rlim_t>(limit.rlim_cur, std::numeric_limits<int>::max()));
}

#endif

} // namespace gatehouse
