// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace gatehouse {

//! Tells when this machine has got other network addresses, or has slept: connections that were open before
//! may be dead without a sign, and what was out of reach may be there again.
class NetworkWatch final
{
public:
    //! \a changed is called from the event loop of the thread that makes the watch.
    explicit NetworkWatch(std::function<void()> changed);
    ~NetworkWatch();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse
