// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse {

class LiveStatus;

//! What the icon tells.
enum class TrayState { Stopped, Running, Degraded, Error };

TrayState trayStateOf(const LiveStatus &status);
//! The drawing for it, for pixmapIcon().
QString trayDrawing(TrayState state);

} // namespace gatehouse
