// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/door.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

bool isPort(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= 5 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

//! \a text is \a name, with or without a port behind it.
bool isNameAtAnyPort(QByteArrayView text, QByteArrayView name, Qt::CaseSensitivity sensitivity)
{
    if (text.size() < name.size() || text.first(name.size()).compare(name, sensitivity) != 0)
        return false;
    const QByteArrayView rest = text.sliced(name.size());
    return rest.isEmpty() || (rest.front() == ':' && isPort(rest.sliced(1)));
}

} // namespace

Door::Door(const Listener &listener)
    : m_hosts{"127.0.0.1", "localhost", "[::1]"}
{
    for (const QString &host : listener.allowedHosts)
        m_hosts.append(host.toUtf8());
    for (const QString &origin : listener.allowedOrigins)
        m_origins.append(origin.toUtf8());
}

bool Door::hostAllowed(QByteArrayView host) const
{
    return std::any_of(m_hosts.cbegin(), m_hosts.cend(), [&](const QByteArray &allowed) {
        return !allowed.isEmpty() && isNameAtAnyPort(host, allowed, Qt::CaseInsensitive);
    });
}

bool Door::originAllowed(QByteArrayView origin) const
{
    if (origin == "null")
        return false; // sandboxed frames and files: anybody's
    return std::any_of(m_origins.cbegin(), m_origins.cend(), [&](const QByteArray &allowed) {
        if (!allowed.endsWith(":*"))
            return !allowed.isEmpty() && origin == allowed;
        return isNameAtAnyPort(origin, QByteArrayView(allowed).chopped(2), Qt::CaseSensitive);
    });
}

std::optional<Error> Door::refusal(const Framing &framing) const
{
    if (!hostAllowed(framing.host)) {
        return Error{
            403, "permission_error", "host_not_allowed",
            u"The Host of this request is not allowed; add it to listener.allowedHosts if you trust it."_s};
    }
    if (framing.origin.isNull() ? framing.fetchSite == "cross-site" : !originAllowed(framing.origin)) {
        return Error{
            403, "permission_error", "origin_not_allowed",
            u"This web page is not allowed in; add its origin to listener.allowedOrigins if you trust it."_s};
    }
    return std::nullopt;
}

} // namespace gatehouse
