// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/descriptors.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/resource.h>
#include <sys/socket.h>
#endif

#include <algorithm>
#include <limits>

namespace gatehouse {

#ifdef Q_OS_WIN

void halfClose(qintptr socketDescriptor)
{
    ::shutdown(SOCKET(socketDescriptor), SD_SEND);
}

qintptr descriptorLimit()
{
    return std::numeric_limits<qintptr>::max(); // handles are not numbered and hardly limited
}

#else

void halfClose(qintptr socketDescriptor)
{
    ::shutdown(int(socketDescriptor), SHUT_WR);
}

qintptr descriptorLimit()
{
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 1024;
    return qintptr(std::min<rlim_t>(limit.rlim_cur, std::numeric_limits<int>::max()));
}

#endif

} // namespace gatehouse
