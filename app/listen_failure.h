// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/listener.h"

namespace gatehouse {

//! Why nothing listens where \a listener says, and what to do about it; names the program that has the port
//! where that can be found out. \a message is the system's.
QString listenFailure(const Listener &listener, const QString &message, bool addressInUse);

//! The same where it was to move there, and stays.
QString moveFailure(const Listener &listener, const QString &message, bool addressInUse);

} // namespace gatehouse
