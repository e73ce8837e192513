// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace gatehouse {

//! How many files and sockets the process may have open; they are numbered from 0 up.
qintptr descriptorLimit();

} // namespace gatehouse
