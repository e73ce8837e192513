// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/raw_client.h"

#include <arpa/inet.h>
#ifdef __linux__
#include <linux/tcp.h> // its tcp_info knows more than the C library's
#else
#include <netinet/tcp.h>
#endif
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <utility>

namespace gatehouse {
namespace {

using SteadyClock = std::chrono::steady_clock;

bool waitFor(int socket, short event, SteadyClock::time_point until)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - SteadyClock::now()).count();
    pollfd entry = {socket, event, 0};
    return ::poll(&entry, 1, int(qMax<qint64>(0, left))) > 0;
}

//! Moves whole chunks from the front of \a bytes to \a body; true once the last one has been taken.
bool takeChunks(QByteArray &bytes, QByteArray &body)
{
    qsizetype taken = 0;
    bool last = false;
    while (!last) {
        const qsizetype lineEnd = bytes.indexOf("\r\n", taken);
        if (lineEnd < 0)
            break;
        const qsizetype size = bytes.mid(taken, lineEnd - taken).toLongLong(nullptr, 16);
        if (bytes.size() < lineEnd + 2 + size + 2)
            break;
        body.append(bytes.constData() + lineEnd + 2, size);
        taken = lineEnd + 2 + size + 2;
        last = size == 0;
    }
    bytes.remove(0, taken);
    return last;
}

} // namespace

RawClient::RawClient(quint16 port, int receiveBuffer)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (receiveBuffer > 0)
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    m_ended = ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0;
}

RawClient::RawClient(RawClient &&other) noexcept
    : m_socket(std::exchange(other.m_socket, -1))
    , m_in(std::move(other.m_in))
    , m_ended(other.m_ended)
{
}

RawClient &RawClient::operator=(RawClient &&other) noexcept
{
    std::swap(m_socket, other.m_socket);
    std::swap(m_in, other.m_in);
    std::swap(m_ended, other.m_ended);
    return *this;
}

RawClient::~RawClient()
{
    close();
}

bool RawClient::send(const QByteArray &bytes, Time limit)
{
    const auto until = SteadyClock::now() + limit;
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t count = ::send(m_socket, bytes.constData() + sent, size_t(bytes.size() - sent),
                                     MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count > 0)
            sent += count;
        else if ((errno != EAGAIN && errno != EINTR) || !waitFor(m_socket, POLLOUT, until))
            return false;
    }
    return true;
}

bool RawClient::receive(SteadyClock::time_point until)
{
    if (m_ended || !waitFor(m_socket, POLLIN, until))
        return false;
    char buffer[64 * 1024];
    const ssize_t count = ::recv(m_socket, buffer, sizeof buffer, 0);
    m_ended = count <= 0;
    m_in.append(buffer, qMax<ssize_t>(0, count));
    return !m_ended;
}

RawAnswer RawClient::readAnswer(Time limit, bool bodiless)
{
    const auto until = SteadyClock::now() + limit;
    RawAnswer answer;
    while (!m_in.contains("\r\n\r\n")) {
        if (!receive(until))
            return answer;
    }
    const qsizetype headEnd = m_in.indexOf("\r\n\r\n") + 4;
    answer.head = m_in.left(headEnd);
    m_in.remove(0, headEnd);
    answer.status = answer.head.mid(9, 3).toInt();
    if (answer.status < 200) // 100 Continue
        return readAnswer(std::chrono::duration_cast<Time>(until - SteadyClock::now()), bodiless);
    if (bodiless || answer.status == 204 || answer.status == 304) {
        answer.whole = true;
        return answer;
    }
    const QByteArray length = answer.header("content-length");
    const bool chunked = answer.header("transfer-encoding") == "chunked";
    for (;;) {
        if (chunked) {
            answer.whole = takeChunks(m_in, answer.body);
        } else {
            const qsizetype wanted = length.isNull() ? m_in.size() : length.toLongLong() - answer.body.size();
            answer.body.append(m_in.constData(), qMin(wanted, m_in.size()));
            m_in.remove(0, qMin(wanted, m_in.size()));
            answer.whole = length.isNull() ? m_ended : answer.body.size() == length.toLongLong();
        }
        if (answer.whole)
            return answer;
        if (!receive(until) && (!m_ended || chunked || !length.isNull()))
            return answer;
    }
}

QByteArray RawClient::readUntil(const QByteArray &marker, Time limit)
{
    const auto until = SteadyClock::now() + limit;
    qsizetype at = m_in.indexOf(marker);
    while (at < 0) {
        const qsizetype from = qMax<qsizetype>(0, m_in.size() - marker.size());
        if (!receive(until))
            return std::exchange(m_in, {});
        at = m_in.indexOf(marker, from);
    }
    const qsizetype end = at + marker.size();
    const QByteArray read = m_in.left(end);
    m_in.remove(0, end);
    return read;
}

bool RawClient::waitForClose(Time limit)
{
    const auto until = SteadyClock::now() + limit;
    while (receive(until))
        m_in.clear();
    return m_ended;
}

int RawClient::segments() const
{
#ifdef __linux__
    tcp_info info = {};
    socklen_t size = sizeof info;
    if (::getsockopt(m_socket, IPPROTO_TCP, TCP_INFO, &info, &size) == 0)
        return int(info.tcpi_data_segs_in);
#endif
    return -1;
}

void RawClient::finishSending()
{
    ::shutdown(m_socket, SHUT_WR);
}

void RawClient::reset()
{
    const linger none = {1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &none, sizeof none);
    close();
}

void RawClient::close()
{
    if (m_socket >= 0)
        ::close(std::exchange(m_socket, -1));
    m_ended = true;
}

} // namespace gatehouse
