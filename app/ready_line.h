// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace gatehouse {

//! The base URL of a listener, such as `http://127.0.0.1:1337`; an IPv6 address in brackets.
//! Whether a listener at \a host takes connections to all addresses of this machine.
bool isEveryAddress(const QString &host);

//! How programs on this machine reach what listens at \a host and \a port.
QByteArray listeningUrl(const QString &host, quint16 port);

//! The line on stdout that tells a script that the gateway can be used (contract, section 1).
QByteArray readyLine(const QByteArray &url);

} // namespace gatehouse
