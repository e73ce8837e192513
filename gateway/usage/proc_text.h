// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHashFunctions>

#include <optional>

namespace gatehouse {

// What the files below Linux' /proc say (proc(5)). All of these take any bytes.

//! The two ends of a connection.
struct PortPair
{
    quint16 peer = 0; //!< of the program that is looked for
    quint16 own = 0;

    bool operator==(const PortPair &) const = default;
};

inline size_t qHash(const PortPair &ports, size_t seed = 0)
{
    return ::qHash(quint32(ports.peer) << 16 | ports.own, seed);
}

//! A TCP socket of this machine that is connected with another one of it.
struct LoopbackSocket
{
    PortPair ports = {}; //!< as its program sees them: `peer` is its own
    quint32 user = 0;
    quint64 inode = 0;

    bool operator==(const LoopbackSocket &) const = default;
};

//! A line of /proc/net/tcp or tcp6; nothing where it is no such socket, or nobody holds it any more.
std::optional<LoopbackSocket> readTcpLine(QByteArrayView line);

//! The inode in what a descriptor's link says, `socket:[123]`.
std::optional<quint64> readSocketLink(QByteArrayView link);

//! When a process started, in ticks since the machine did: from /proc/PID/stat.
std::optional<quint64> readStartTime(QByteArrayView stat);

//! What a person would call a program: its name (/proc/PID/comm), or that of the script or module that it
//! runs where it is an interpreter (from /proc/PID/cmdline). Where that cannot be told for sure from its
//! other arguments it is the interpreter's. At most 40 printable characters.
QByteArray programName(QByteArrayView comm, QByteArrayView cmdline);

} // namespace gatehouse
