// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/preflight.h"

namespace gatehouse {

std::optional<QByteArray> preflightLines(const Incoming &in)
{
    if (in.method != "OPTIONS")
        return std::nullopt;
    const QByteArrayView method = in.header("access-control-request-method");
    if (method.isEmpty() || in.header("origin").isEmpty())
        return std::nullopt;
    QByteArray lines;
    lines.append("Access-Control-Allow-Methods: ").append(method).append("\r\n");
    if (const QByteArrayView headers = in.header("access-control-request-headers"); !headers.isEmpty())
        lines.append("Access-Control-Allow-Headers: ").append(headers).append("\r\n");
    // https://wicg.github.io/private-network-access/: a page of the open web asks for the local network.
    if (in.header("access-control-request-private-network") == "true")
        lines.append("Access-Control-Allow-Private-Network: true\r\n");
    lines.append("Access-Control-Max-Age: 600\r\n");
    return lines;
}

} // namespace gatehouse
