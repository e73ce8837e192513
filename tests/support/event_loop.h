// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#ifdef Q_OS_LINUX
#include "gateway/base/epoll_dispatcher.h"
#endif

namespace gatehouse {

//! Gives a test the gateway's own event loop where EVENT_LOOP=epoll; before the application is made.
inline bool chooseEventLoop()
{
#ifdef Q_OS_LINUX
    if (qEnvironmentVariable("EVENT_LOOP") == QLatin1StringView("epoll"))
        QCoreApplication::setEventDispatcher(new EpollDispatcher);
#endif
    return true;
}

inline const bool eventLoopChosen = chooseEventLoop();

} // namespace gatehouse
