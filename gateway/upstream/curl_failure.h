// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/upstream/proxy.h"
#include "gateway/upstream/transfer.h"

#include <curl/curl.h>

namespace gatehouse {

//! What libcurl's \a code, which is not CURLE_OK, means for a request of which bytes were \a sent or not.
TransferEnd::Kind kindOf(CURLcode code, bool sent);

//! Who is at fault where that is TransferEnd::Unreachable.
TransferEnd::Cause causeOf(CURLcode code, const Proxy &proxy);

//! The same in words: libcurl's own \a text if there is any, and the proxy, if it may be at fault.
QString reasonOf(CURLcode code, const char *text, const Proxy &proxy);

//! Whether a connection was made for \a easy, rather than a kept one used; true once TCP stands, even while
//! TLS or a proxy keeps it waiting.
bool madeConnection(CURL *easy);

//! How much of the body of \a easy has been sent.
qint64 bytesSent(CURL *easy);

} // namespace gatehouse
