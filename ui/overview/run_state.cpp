// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/run_state.h"

#include "ui/live_status.h"

#include <QCoreApplication>

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct RunStateWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::RunState)
};

} // namespace

RunState runStateOf(const LiveStatus &status)
{
    const GatewayStatus &now = status.now();
    if (!status.wanted())
        return now.listening ? RunState::Stopping : RunState::Stopped;
    if (!now.listening)
        return status.failure().isEmpty() ? RunState::Starting : RunState::Failed;
    if (now.providers.isEmpty() || now.level == GatewayStatus::Ok)
        return RunState::Running;
    return now.level == GatewayStatus::Degraded ? RunState::Degraded : RunState::Unusable;
}

QString runStateName(RunState state)
{
    switch (state) {
    case RunState::Stopped:
        return RunStateWords::tr("Stopped");
    case RunState::Starting:
        return RunStateWords::tr("Starting…");
    case RunState::Running:
        return RunStateWords::tr("Running");
    case RunState::Degraded:
        return RunStateWords::tr("Running, degraded");
    case RunState::Unusable:
        return RunStateWords::tr("Running, without a usable provider");
    case RunState::Stopping:
        return RunStateWords::tr("Stopping…");
    case RunState::Failed:
        return RunStateWords::tr("Cannot listen");
    }
    return {};
}

Tone runStateTone(RunState state)
{
    switch (state) {
    case RunState::Running:
        return Tone::Good;
    case RunState::Degraded:
        return Tone::Warning;
    case RunState::Unusable:
    case RunState::Failed:
        return Tone::Bad;
    default:
        return Tone::Neutral;
    }
}

QString runStateText(RunState state, const LiveStatus &status)
{
    switch (state) {
    case RunState::Stopped:
        return RunStateWords::tr("Apps cannot reach their models through Gatehouse now.");
    case RunState::Starting:
        return {};
    case RunState::Running:
        return status.now().providers.isEmpty() ? RunStateWords::tr("There is no provider to ask yet.")
                                                : RunStateWords::tr("Apps can send their requests here.");
    case RunState::Degraded:
        return RunStateWords::tr("Not every provider can be used; the others take over where they can.");
    case RunState::Unusable:
        return RunStateWords::tr("Every request is refused until one of the providers below can be used.");
    case RunState::Stopping:
        return RunStateWords::tr("Requests that have begun may finish, for at most ten seconds.");
    case RunState::Failed:
        return status.takenPort() != 0 ? QString() : status.failure(); // the port doctor says more
    }
    return {};
}

} // namespace gatehouse
