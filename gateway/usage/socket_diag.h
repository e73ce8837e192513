// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/proc_text.h"

#include <QList>
#include <QSet>

#include <optional>

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
    //! 127.0.0.1 or, if there is no such, ::1. Returns those that somebody still holds. What would take too
    //! long stays in \a wanted; so does all where the kernel has never answered.
    QList<LoopbackSocket> take(QSet<PortPair> &wanted);

    //! What an answer of the kernel to question number \a number tells of the socket with these ports: its
    //! inode is 0 where nobody holds it any more. Nothing where it is no answer to that. Takes any bytes.
    static std::optional<LoopbackSocket> readAnswer(QByteArrayView bytes, quint32 number, PortPair ports);

private:
    std::optional<LoopbackSocket> ask(PortPair ports, quint8 family);

    int m_netlink;
    quint32 m_number = 0; //!< of the last question
    bool m_answered = false;
};

} // namespace gatehouse
