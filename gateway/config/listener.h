// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace gatehouse {

//! Where the gateway listens, and whom it lets in at the door.
struct Listener
{
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 1337; //!< 0 = any free port
    qint64 maxBodyBytes = 67'108'864;
    int maxConnections = 1024;
    //! Web origins that may call; `*` stands for any port only.
    QStringList allowedOrigins = {QStringLiteral("http://localhost:*"), QStringLiteral("http://127.0.0.1:*")};
    //! Further values of `Host`, beside the loopback names; with or without a port.
    QStringList allowedHosts = {};

    bool operator==(const Listener &) const = default;
};

} // namespace gatehouse
