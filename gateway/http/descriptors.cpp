// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/descriptors.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/uio.h>
#endif

#include <algorithm>
#include <limits>

namespace gatehouse {

#ifdef Q_OS_WIN

void halfClose(qintptr socketDescriptor)
{
    ::shutdown(SOCKET(socketDescriptor), SD_SEND);
}

qsizetype sendNow(qintptr socketDescriptor, QByteArrayView first, QByteArrayView second)
{
    WSABUF parts[] = {{ULONG(first.size()), const_cast<char *>(first.data())},
                      {ULONG(second.size()), const_cast<char *>(second.data())}};
    DWORD sent = 0;
    return ::WSASend(SOCKET(socketDescriptor), parts, 2, &sent, 0, nullptr, nullptr) == 0 ? qsizetype(sent)
                                                                                          : 0;
}

qintptr descriptorLimit()
{
    return std::numeric_limits<qintptr>::max(); // handles are not numbered and hardly limited
}

#else

namespace {

#ifdef MSG_NOSIGNAL
constexpr int quietly = MSG_NOSIGNAL;
#else
constexpr int quietly = 0; // Qt has switched SIGPIPE off
#endif

} // namespace

void halfClose(qintptr socketDescriptor)
{
    ::shutdown(int(socketDescriptor), SHUT_WR);
}

qsizetype sendNow(qintptr socketDescriptor, QByteArrayView first, QByteArrayView second)
{
    iovec parts[] = {{const_cast<char *>(first.data()), size_t(first.size())},
                     {const_cast<char *>(second.data()), size_t(second.size())}};
    msghdr message = {};
    message.msg_iov = parts;
    message.msg_iovlen = 2;
    return std::max<ssize_t>(0, ::sendmsg(int(socketDescriptor), &message, quietly));
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
