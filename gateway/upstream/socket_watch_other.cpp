// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/socket_watch.h"

namespace gatehouse {

std::unique_ptr<SocketWatch> makeSocketWatch(const SocketWatches::Ready &ready, qintptr socket)
{
    return makeNotifierWatch(ready, socket);
}

} // namespace gatehouse
