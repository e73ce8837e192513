// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/socket_diag.h"

#include "gateway/base/clock.h"

#include <QtEndian>

#include <array>
#include <cstring>

#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace gatehouse {
namespace {

constexpr std::chrono::milliseconds longestWait{20};
// A kernel without sock_diag for TCP says of each socket that there is none, and looks for a module first.
constexpr quint32 mostWithoutAnswer = 40;
constexpr int mostStale = 4; // answers to earlier questions

struct DiagQuestion
{
    nlmsghdr header = {};
    inet_diag_req_v2 request = {};
};

DiagQuestion questionFor(PortPair ports, quint8 family, quint32 number)
{
    DiagQuestion question;
    question.header.nlmsg_len = sizeof question;
    question.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    question.header.nlmsg_flags = NLM_F_REQUEST;
    question.header.nlmsg_seq = number;
    inet_diag_req_v2 &request = question.request;
    request.sdiag_family = family;
    request.sdiag_protocol = IPPROTO_TCP;
    request.idiag_states = ~0U;
    request.id.idiag_sport = qToBigEndian(ports.peer);
    request.id.idiag_dport = qToBigEndian(ports.own);
    const in6_addr loopback6 = IN6ADDR_LOOPBACK_INIT;
    const in_addr loopback4 = {htonl(INADDR_LOOPBACK)};
    for (auto *address : {request.id.idiag_src, request.id.idiag_dst}) {
        if (family == AF_INET)
            std::memcpy(address, &loopback4, sizeof loopback4);
        else
            std::memcpy(address, &loopback6, sizeof loopback6);
    }
    request.id.idiag_cookie[0] = request.id.idiag_cookie[1] = INET_DIAG_NOCOOKIE;
    return question;
}

} // namespace

SocketDiag::SocketDiag()
    : m_netlink(::socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC, NETLINK_SOCK_DIAG))
{
}

SocketDiag::~SocketDiag()
{
    if (m_netlink >= 0)
        ::close(m_netlink);
}

QList<LoopbackSocket> SocketDiag::take(QSet<PortPair> &wanted)
{
    QList<LoopbackSocket> found;
    const TimePoint deadline = Clock::now() + longestWait;
    wanted.removeIf([&](const PortPair &ports) {
        if (m_netlink < 0 || (!m_answered && m_number >= mostWithoutAnswer) || Clock::now() > deadline)
            return false;
        auto socket = ask(ports, AF_INET); // finds IPv6 sockets that speak IPv4, too
        if (!socket)
            socket = ask(ports, AF_INET6);
        if (socket && socket->inode != 0)
            found.append(*socket);
        m_answered = m_answered || socket;
        return socket.has_value();
    });
    return found;
}

std::optional<LoopbackSocket> SocketDiag::ask(PortPair ports, quint8 family)
{
    const DiagQuestion question = questionFor(ports, family, ++m_number);
    if (::send(m_netlink, &question, sizeof question, 0) != ssize_t(sizeof question))
        return std::nullopt;
    std::array<char, 4096> bytes = {};
    for (int tries = 0; tries <= mostStale; ++tries) {
        // The answer is there as soon as the question has been sent.
        const ssize_t size = ::recv(m_netlink, bytes.data(), bytes.size(), MSG_DONTWAIT);
        nlmsghdr header = {};
        if (size < ssize_t(sizeof header))
            return std::nullopt;
        std::memcpy(&header, bytes.data(), sizeof header);
        if (header.nlmsg_seq == m_number)
            return readAnswer({bytes.data(), size}, m_number, ports);
    }
    return std::nullopt;
}

std::optional<LoopbackSocket> SocketDiag::readAnswer(QByteArrayView bytes, quint32 number, PortPair ports)
{
    nlmsghdr header = {};
    inet_diag_msg answer = {};
    if (bytes.size() < qsizetype(NLMSG_HDRLEN + sizeof answer))
        return std::nullopt;
    std::memcpy(&header, bytes.data(), sizeof header);
    std::memcpy(&answer, bytes.data() + NLMSG_HDRLEN, sizeof answer);
    const bool isIt = header.nlmsg_type == SOCK_DIAG_BY_FAMILY && header.nlmsg_seq == number &&
                      answer.id.idiag_sport == qToBigEndian(ports.peer) &&
                      answer.id.idiag_dport == qToBigEndian(ports.own); // not one that only listens
    if (!isIt)
        return std::nullopt;
    return LoopbackSocket{ports, answer.idiag_uid, answer.idiag_inode};
}

} // namespace gatehouse
