// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

//! Is told of one descriptor by an EpollDispatcher. A QSocketNotifier hears of it by an event, which takes
//! some 280 instructions more.
class DescriptorWatcher
{
public:
    virtual ~DescriptorWatcher() = default;
    //! Both may close the descriptor, and destroy the watcher.
    virtual void onReadable() = 0;
    virtual void onWritable() = 0;
};

} // namespace gatehouse
