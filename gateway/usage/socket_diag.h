// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/proc_text.h"

#include <QList>
#include <QSet>

namespace gatehouse {

//! Asks the kernel for single sockets (sock_diag(7)): it looks them up where it keeps them. To find one in
//! /proc/net/tcp it walks through all places where there may be one, a quarter of a million on a large
//! machine: 7 % of all that a thousand streams cost.
class SocketDiag final
{
public:
    SocketDiag();
    ~SocketDiag();
    Q_DISABLE_COPY_MOVE(SocketDiag)

    //! Takes out of \a wanted what the kernel knows: the sockets at the far end of connections within
    //! 127.0.0.1 or ::1. Returns those that somebody still holds. Does nothing where the kernel does not
    //! answer.
    QList<LoopbackSocket> take(QSet<PortPair> &wanted) const;

private:
    int m_netlink;
};

} // namespace gatehouse
