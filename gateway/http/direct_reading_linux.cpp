// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/epoll_dispatcher.h"
#include "gateway/http/direct_reading.h"

namespace gatehouse {
namespace {

EpollDispatcher *loop()
{
    return qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance());
}

} // namespace

bool beginDirectReading(qintptr descriptor, DescriptorWatcher &watcher)
{
    EpollDispatcher *const here = loop();
    if (here)
        here->takeReading(int(descriptor), watcher);
    return here != nullptr;
}

void endDirectReading(qintptr descriptor, DescriptorWatcher &watcher)
{
    if (EpollDispatcher *const here = loop())
        here->watch(int(descriptor), false, false, watcher);
}

} // namespace gatehouse
