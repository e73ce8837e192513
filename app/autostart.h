// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace gatehouse {

//! Whether the program is set to start, hidden, when its user logs in.
bool startsAtLogin();

//! Sets that; \a arguments go to the program behind `--hidden`. Returns why it cannot be done; empty if it
//! is.
[[nodiscard]] QString setStartsAtLogin(bool on, const QStringList &arguments);

} // namespace gatehouse
