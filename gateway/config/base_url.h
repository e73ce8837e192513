// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse {

//! Why \a url cannot be a provider's base URL, as the end of a sentence about it; empty when it can.
//!
//! It is https, or http to a loopback or private address (RFC 1918, RFC 4193, link-local): a key must not
//! cross a network in the clear, and a name may lead anywhere. No credentials, query or fragment, and no
//! spelling that two URL parsers could read as two hosts or two paths. Cloud metadata services are no
//! providers.
QString baseUrlProblem(const QString &url);

//! The address of one endpoint at the end of \a url, which is added to a base URL and does not belong to it,
//! such as `/chat/completions`; empty if there is none.
QString endpointIn(const QString &url);

//! The same for a place that is told of alerts, which may have a query.
QString webhookUrlProblem(const QString &url);

//! Why the host of \a url could be read as two by two parsers (`127.1`, `0x7f.1`), as the end of a sentence;
//! empty when it could not.
QString hostSpellingProblem(const QString &url);

//! The `host[:port]` of \a url in lower case; the port only where it is not the scheme's own.
QString hostAndPort(const QString &url);

//! Whether keys meant for \a pattern may go to \a url: same scheme, host and port. A part of the pattern's
//! host in braces stands for any one label, as in `https://{resource}.openai.azure.com`.
bool isSameOrigin(const QString &url, const QString &pattern);

//! Whether \a url leads to this machine or to an address of its private networks.
bool isNearby(const QString &url);

//! Whether \a host (a name, or an address without brackets) is this machine and nothing else.
bool isLoopback(const QString &host);

} // namespace gatehouse
