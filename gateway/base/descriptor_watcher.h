// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

//! Is told of one descriptor by the event loop (EpollDispatcher). A QSocketNotifier hears of it by an event,
//! which takes some 280 instructions more, and holds back deleteLater() in an event loop within: no such loop
//! may run below these calls.
class DescriptorWatcher
{
public:
    virtual ~DescriptorWatcher() = default;
    //! Both may close the descriptor, and destroy the watcher.
    virtual void onReadable() = 0;
    virtual void onWritable() = 0;
};

} // namespace gatehouse
