// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

namespace gatehouse {

//! Which program has the other end of a loopback connection: \a peerPort is its port, \a ownPort ours. Only
//! for peers at a loopback address. Names are plain and short, such as `curl`, or `claude` for
//! `node /usr/bin/claude`; empty where the program is gone, another user's, or not to be found out on this
//! system. Lives in one thread that may wait for the disk, never in the gateway thread.
class CallerLookup final
{
public:
    CallerLookup();
    ~CallerLookup();

    //! The first request came over that connection: begins to find out, before its program may be gone.
    //! Looks at once, or with all others that wait as soon as it may look again; needs an event loop for
    //! that.
    void prepare(quint16 peerPort, quint16 ownPort);
    //! What was found since prepare(), as often as it is asked; empty while it may not look again yet.
    QString take(quint16 peerPort, quint16 ownPort);
    //! Both at once.
    QString nameOf(quint16 peerPort, quint16 ownPort);

    int looks() const; //!< how often the system was searched

    static constexpr int mostLooksPerSecond = 20;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse
