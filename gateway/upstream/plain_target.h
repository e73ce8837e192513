// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/upstream/transfer.h"

#include <optional>

#include <sys/socket.h>

namespace gatehouse {

//! A provider that can be asked without TLS, look-up of a name or proxy: a model server on this machine or
//! near it, by its address.
struct PlainTarget
{
    sockaddr_storage address = {};
    socklen_t addressSize = 0;
    QByteArray host;          //!< `address:port` as the base URL has it
    qsizetype originSize = 0; //!< of the base URL, up to where the path begins
};

//! The target of all requests over \a link; none where these need libcurl.
std::optional<PlainTarget> plainTarget(const Link &link);

//! The path and query to ask for at \a url; empty where libcurl is to make sense of it.
QByteArrayView plainPath(const PlainTarget &target, const Link &link, const QByteArray &url);

} // namespace gatehouse
