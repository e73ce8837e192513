// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/proc_text.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <chrono>

namespace gatehouse {

//! How much of a machine one search looks at, at most.
struct ScanLimits
{
    int processes = 20'000;
    int descriptors = 200'000;
    std::chrono::milliseconds time{150};
};

//! Searches proc(5) for sockets and for the processes that hold them.
class ProcScan final
{
public:
    //! \a root: where it is mounted.
    explicit ProcScan(QByteArray root, ScanLimits limits = {})
        : m_root(std::move(root))
        , m_limits(limits)
    {
    }

    //! The sockets at the far end of these connections.
    QList<LoopbackSocket> sockets(const QSet<PortPair> &wanted) const;
    //! Who holds \a sockets, a process for each inode that was found. Looks at \a likely first, then at
    //! processes of the same user, the newest first, then at all others that may be looked at.
    QHash<quint64, int> holders(const QList<LoopbackSocket> &sockets, const QList<int> &likely = {}) const;

private:
    QByteArray m_root;
    ScanLimits m_limits;
};

//! The beginning of a file, at most \a most bytes; empty where it cannot be read.
QByteArray readProcFile(const QByteArray &path, qsizetype most);

} // namespace gatehouse
