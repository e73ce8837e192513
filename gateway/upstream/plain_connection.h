// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"

#include <QByteArray>

namespace gatehouse {

//! A connection that an attempt has, or that waits for the next one.
struct PlainConnection
{
    int socket = -1;
    int generation = 0;       //!< of the loop's, when it was made
    bool kept = false;        //!< has carried a request before
    QByteArray host = {};     //!< PlainTarget::host
    TimePoint idleSince = {}; //!< while it waits
};

} // namespace gatehouse
