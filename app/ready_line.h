// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace gatehouse {

//! The base URL of a listener, such as `http://127.0.0.1:1337`; an IPv6 address in brackets.
QByteArray listeningUrl(const QString &host, quint16 port);

//! The line on stdout that tells a script that the gateway can be used (contract, section 1).
QByteArray readyLine(const QByteArray &url);

} // namespace gatehouse
