// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/tray_state.h"

#include "ui/live_status.h"
#include "ui/overview/run_state.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

TrayState trayStateOf(const LiveStatus &status)
{
    switch (runStateOf(status)) {
    case RunState::Stopped:
    case RunState::Starting:
    case RunState::Stopping:
        return TrayState::Stopped;
    case RunState::Running:
        // A refused file is a fault, though the one before goes on.
        return status.configProblem().isEmpty() && status.moveFailure().isEmpty() && status.now().configValid
                   ? TrayState::Running
                   : TrayState::Degraded;
    case RunState::Degraded:
        return TrayState::Degraded;
    case RunState::Unusable:
    case RunState::Failed:
        break;
    }
    return TrayState::Error;
}

QString trayDrawing(TrayState state)
{
    switch (state) {
    case TrayState::Stopped:
        return u"tray-stopped"_s;
    case TrayState::Running:
        return u"tray-running"_s;
    case TrayState::Degraded:
        return u"tray-degraded"_s;
    case TrayState::Error:
        break;
    }
    return u"tray-error"_s;
}

} // namespace gatehouse
