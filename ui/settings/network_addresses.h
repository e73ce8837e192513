// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace gatehouse {

//! The IPv4 addresses at which other devices may reach this machine, in the order of its interfaces.
QStringList networkAddresses();

} // namespace gatehouse
