// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/socket_diag.h"

#include <QtEndian>

#include <array>
#include <cstring>
#include <optional>

#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace gatehouse {
namespace {

struct Question
{
    nlmsghdr header = {};
    inet_diag_req_v2 request = {};
};

Question questionFor(PortPair ports, uint8_t family)
{
    Question question;
    question.header.nlmsg_len = sizeof question;
    question.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    question.header.nlmsg_flags = NLM_F_REQUEST;
    inet_diag_req_v2 &request = question.request;
    request.sdiag_family = family;
    request.sdiag_protocol = IPPROTO_TCP;
    request.idiag_states = ~0U;
    request.id.idiag_sport = qToBigEndian(ports.peer);
    request.id.idiag_dport = qToBigEndian(ports.own);
    const in6_addr loopback6 = IN6ADDR_LOOPBACK_INIT;
    const in_addr loopback4 = {htonl(INADDR_LOOPBACK)};
    const bool four = family == AF_INET;
    for (auto *address : {request.id.idiag_src, request.id.idiag_dst}) {
        if (four)
            std::memcpy(address, &loopback4, sizeof loopback4);
        else
            std::memcpy(address, &loopback6, sizeof loopback6);
    }
    request.id.idiag_cookie[0] = request.id.idiag_cookie[1] = INET_DIAG_NOCOOKIE;
    return question;
}

//! What the kernel tells of the socket that was asked for; nothing where it knows none.
std::optional<inet_diag_msg> answerIn(const char *bytes, size_t size, PortPair ports)
{
    nlmsghdr header;
    inet_diag_msg answer;
    if (size < NLMSG_HDRLEN + sizeof answer)
        return std::nullopt;
    std::memcpy(&header, bytes, sizeof header);
    std::memcpy(&answer, bytes + NLMSG_HDRLEN, sizeof answer);
    const bool isIt = header.nlmsg_type == SOCK_DIAG_BY_FAMILY &&
                      answer.id.idiag_sport == qToBigEndian(ports.peer) &&
                      answer.id.idiag_dport == qToBigEndian(ports.own); // not one that only listens
    return isIt ? std::optional(answer) : std::nullopt;
}

std::optional<inet_diag_msg> ask(int netlink, PortPair ports, uint8_t family)
{
    const Question question = questionFor(ports, family);
    if (::send(netlink, &question, sizeof question, 0) != ssize_t(sizeof question))
        return std::nullopt;
    std::array<char, 4096> bytes; // the answer is there as soon as the question has been sent
    const ssize_t size = ::recv(netlink, bytes.data(), bytes.size(), MSG_DONTWAIT);
    return size > 0 ? answerIn(bytes.data(), size_t(size), ports) : std::nullopt;
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

QList<LoopbackSocket> SocketDiag::take(QSet<PortPair> &wanted) const
{
    QList<LoopbackSocket> found;
    if (m_netlink < 0)
        return found;
    wanted.removeIf([&](const PortPair &ports) {
        auto answer = ask(m_netlink, ports, AF_INET); // finds IPv6 sockets that speak IPv4, too
        if (!answer)
            answer = ask(m_netlink, ports, AF_INET6);
        if (answer && answer->idiag_inode != 0)
            found.append({ports, answer->idiag_uid, answer->idiag_inode});
        return answer.has_value();
    });
    return found;
}

} // namespace gatehouse
