// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>

namespace gatehouse {

class UsageThread;

//! Writes on each record whose program asked. Looks for it in the usage thread, from the moment when a
//! connection's first request comes: the program may be gone when its answer ends.
class Callers final
{
public:
    explicit Callers(UsageThread &usage);

    //! The first request came over a connection to \a ownPort. From any thread.
    void came(quint16 peerPort, quint16 ownPort) const;

private:
    struct Search;

    UsageThread &m_usage;
    std::weak_ptr<Search> m_search; //!< belongs to the usage thread, and ends there
};

} // namespace gatehouse
