// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/descriptors.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#include <sys/uio.h>
#endif
#ifdef Q_OS_LINUX
#include <linux/sockios.h>
#include <sys/ioctl.h>
#endif

#include <algorithm>
#include <cerrno>

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

qsizetype receiveNow(qintptr socketDescriptor, char *to, qsizetype most)
{
    const int got = ::recv(SOCKET(socketDescriptor), to, int(most), 0);
    if (got > 0)
        return got;
    return got < 0 && ::WSAGetLastError() == WSAEWOULDBLOCK ? 0 : -1;
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
    if (second.isEmpty())
        return std::max<ssize_t>(0,
                                 ::send(int(socketDescriptor), first.data(), size_t(first.size()), quietly));
    iovec parts[] = {{const_cast<char *>(first.data()), size_t(first.size())},
                     {const_cast<char *>(second.data()), size_t(second.size())}};
    msghdr message = {};
    message.msg_iov = parts;
    message.msg_iovlen = 2;
    return std::max<ssize_t>(0, ::sendmsg(int(socketDescriptor), &message, quietly));
}

qsizetype receiveNow(qintptr socketDescriptor, char *to, qsizetype most)
{
    ssize_t got = 0;
    do {
        got = ::recv(int(socketDescriptor), to, size_t(most), MSG_DONTWAIT);
    } while (got < 0 && errno == EINTR);
    if (got > 0)
        return got;
    return got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK) ? 0 : -1;
}

#endif

qint64 untaken([[maybe_unused]] qintptr socketDescriptor)
{
#ifdef Q_OS_LINUX
    int bytes = 0;
    return ::ioctl(int(socketDescriptor), SIOCOUTQ, &bytes) == 0 ? bytes : -1;
#else
    return -1;
#endif
}

} // namespace gatehouse
