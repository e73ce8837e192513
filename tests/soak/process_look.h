// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QSet>

namespace gatehouse::soak {

//! The descriptors of a process, by what they lead to.
struct Descriptors
{
    int clients = 0;   //!< connections that it has accepted
    int providers = 0; //!< connections to one of the providers
    //! All others. Where the system does not let us list them, the size of their table: it only grows.
    int others = 0;
    bool listed = true;
    QMap<QByteArray, int> kinds; //!< the others, by what they are
};

//! Looks at a process of ours from outside, in /proc.
Descriptors descriptorsOf(qint64 pid, quint16 ownPort, const QSet<quint16> &providerPorts);
//! 0 if it does not run.
qint64 residentKiB(qint64 pid);

} // namespace gatehouse::soak
