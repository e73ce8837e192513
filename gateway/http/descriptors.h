// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace gatehouse {

// What Qt has no call for.

//! Ends the sending side of a connected socket and leaves the receiving side open.
void halfClose(qintptr socketDescriptor);

//! How many descriptors the process may have open; they are numbered from 0 up.
qintptr descriptorLimit();

} // namespace gatehouse
