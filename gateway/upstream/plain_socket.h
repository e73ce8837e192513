// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/upstream/plain_target.h"

#include <QString>

namespace gatehouse {

//! A socket on its way to \a target, which does not block and is not inherited; -1 where there is none, errno
//! says why. It can be written to when it is connected.
int connectTo(const PlainTarget &target);

//! What became of that: 0, or an errno.
int connectError(int socket);

//! Whether \a socket is connected and has nothing to be read.
bool isSilent(int socket);

//! \a error, an errno, in words.
QString socketErrorText(int error);

} // namespace gatehouse
