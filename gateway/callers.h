// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>

namespace gatehouse {

class Redactor;
class UsageThread;

//! Writes on each record whose program asked, and takes out keys that a provider put there. Looks for it
//! in the usage thread, from the moment when a connection's first request comes: the program may be gone when
//! its answer ends.
class Callers final
{
public:
    Callers(UsageThread &usage, std::shared_ptr<const Redactor> redactor);

    //! The first request came over a connection to \a ownPort. From any thread.
    void came(quint16 peerPort, quint16 ownPort) const;

private:
    struct Search;

    UsageThread &m_usage;
    std::weak_ptr<Search> m_search; //!< belongs to the usage thread, and ends there
};

} // namespace gatehouse
