// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/plain_target.h"

#include "gateway/base/ascii_case.h"
#include "gateway/upstream/proxy.h"

#include <algorithm>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace gatehouse {
namespace {

constexpr QByteArrayView scheme = "http://";
constexpr quint16 defaultPort = 80;

// What we write ourselves; who sets one of these has reasons that libcurl knows.
constexpr QByteArrayView ours[] = {
    "host",   "content-length", "transfer-encoding", "connection", "expect", "te", "accept-encoding",
    "upgrade"};

bool setsOneOfOurs(const QByteArray &line)
{
    return std::any_of(std::begin(ours), std::end(ours),
                       [&line](QByteArrayView name) { return isFieldOf(line, name); });
}

bool isPlainText(QByteArrayView url)
{
    return std::all_of(url.begin(), url.end(), [](char c) { return c > ' ' && c < 0x7f && c != '#'; });
}

//! \a host without a port: four numbers, or [an IPv6 address].
bool setAddress(PlainTarget &target, QByteArrayView host, quint16 port)
{
    const bool six = host.startsWith('[') && host.endsWith(']');
    const QByteArray text = (six ? host.sliced(1).chopped(1) : host).toByteArray();
    if (six) {
        auto *address = reinterpret_cast<sockaddr_in6 *>(&target.address);
        address->sin6_family = AF_INET6;
        address->sin6_port = htons(port);
        target.addressSize = sizeof *address;
        return ::inet_pton(AF_INET6, text.constData(), &address->sin6_addr) == 1;
    }
    auto *address = reinterpret_cast<sockaddr_in *>(&target.address);
    address->sin_family = AF_INET;
    address->sin_port = htons(port);
    target.addressSize = sizeof *address;
    return ::inet_pton(AF_INET, text.constData(), &address->sin_addr) == 1;
}

} // namespace

std::optional<PlainTarget> plainTarget(const Link &link)
{
    const QByteArrayView base = link.baseUrl;
    if (!base.startsWith(scheme) || !isPlainText(base) || base.contains('?') ||
        proxyChoice(link.proxy, link.baseUrl) != ProxyChoice::Straight ||
        std::any_of(link.headers.cbegin(), link.headers.cend(), setsOneOfOurs))
        return std::nullopt;
    const qsizetype slash = base.indexOf('/', scheme.size());
    PlainTarget target;
    target.originSize = slash < 0 ? base.size() : slash;
    const QByteArrayView authority = base.first(target.originSize).sliced(scheme.size());
    target.host = authority.toByteArray();
    const qsizetype colon = authority.indexOf(':', std::max<qsizetype>(0, authority.lastIndexOf(']')));
    quint16 port = defaultPort;
    if (colon >= 0) {
        bool ok = false;
        port = authority.sliced(colon + 1).toUShort(&ok);
        if (!ok || port == 0)
            return std::nullopt;
        if (port == defaultPort)
            target.host.truncate(colon);
    }
    if (!setAddress(target, colon < 0 ? authority : authority.first(colon), port))
        return std::nullopt;
    return target;
}

QByteArrayView plainPath(const PlainTarget &target, const Link &link, const QByteArray &url)
{
    if (!liesUnder(url, link.reach()) || !isPlainText(url))
        return {};
    const QByteArrayView path = QByteArrayView(url).sliced(target.originSize);
    return path.startsWith('/') ? path : QByteArrayView();
}

} // namespace gatehouse
