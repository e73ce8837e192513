// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/plain_socket.h"

#include <cerrno>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

int openSocket(int family)
{
#ifdef SOCK_NONBLOCK
    return ::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
#else
    const int socket = ::socket(family, SOCK_STREAM, 0);
    if (socket >= 0) {
        ::fcntl(socket, F_SETFD, FD_CLOEXEC);
        ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
    }
    return socket;
#endif
}

void set(int socket, int level, int option, int value)
{
    ::setsockopt(socket, level, option, &value, sizeof value);
}

// A model may think for long without a word, and ways in between forget silent connections.
void keepAlive(int socket)
{
    constexpr int seconds = 60;
    set(socket, SOL_SOCKET, SO_KEEPALIVE, 1);
#ifdef TCP_KEEPIDLE
    set(socket, IPPROTO_TCP, TCP_KEEPIDLE, seconds);
#else
    set(socket, IPPROTO_TCP, TCP_KEEPALIVE, seconds);
#endif
    set(socket, IPPROTO_TCP, TCP_KEEPINTVL, seconds);
}

} // namespace

int connectTo(const PlainTarget &target)
{
    const int socket = openSocket(target.address.ss_family);
    if (socket < 0)
        return -1;
    set(socket, IPPROTO_TCP, TCP_NODELAY, 1);
    keepAlive(socket);
#ifdef SO_NOSIGPIPE
    set(socket, SOL_SOCKET, SO_NOSIGPIPE, 1);
#endif
    const auto *address = reinterpret_cast<const sockaddr *>(&target.address);
    if (::connect(socket, address, target.addressSize) == 0 || errno == EINPROGRESS || errno == EINTR)
        return socket;
    const int error = errno;
    ::close(socket);
    errno = error;
    return -1;
}

int connectError(int socket)
{
    int error = 0;
    socklen_t size = sizeof error;
    return ::getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
}

bool isSilent(int socket)
{
    char byte = 0;
    return ::recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

QString socketErrorText(int error)
{
    switch (error) {
    case ECONNREFUSED:
        return u"nothing listens there"_s;
    case ECONNRESET:
    case EPIPE:
        return u"it closed the connection"_s;
    case EHOSTUNREACH:
    case ENETUNREACH:
    case EHOSTDOWN:
    case ENETDOWN:
        return u"no way leads there"_s;
    case EACCES:
    case EPERM:
        return u"it is forbidden here, perhaps by a firewall"_s;
    case EADDRNOTAVAIL:
        return u"no port is free here"_s;
    case ENOBUFS:
    case ENOMEM:
        return u"there is no memory left for it here"_s;
    case ETIMEDOUT:
        return u"it did not answer"_s;
    case EMFILE:
    case ENFILE:
        return u"too many files are open here"_s;
    default:
        return u"error %1 of the system"_s.arg(error);
    }
}

} // namespace gatehouse
