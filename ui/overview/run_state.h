// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colors.h"

#include <QString>

namespace gatehouse {

class LiveStatus;

//! How the gateway is, for a person who looks for a second.
enum class RunState {
    Stopped,
    Starting,
    Running,
    Degraded, //!< it runs, but not every provider can be used
    Unusable, //!< it runs, but no provider can be used
    Stopping, //!< running requests have a moment
    Failed,   //!< it is meant to listen and cannot
};

//! It counts as running only where it listens.
RunState runStateOf(const LiveStatus &status);

QString runStateName(RunState state);
Tone runStateTone(RunState state);
//! A sentence on what that means; why it failed where it did.
QString runStateText(RunState state, const LiveStatus &status);

} // namespace gatehouse
