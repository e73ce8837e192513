// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/status/budget_status.h"

#include <QList>
#include <QString>

#include <optional>

namespace gatehouse {

//! Whether a provider can be asked: the `status` of /health (contract, section 3).
enum class ProviderState { Unknown, Ok, Cooling, Down, NoKey, Disabled };

//! How one provider fares.
struct ProviderStatus
{
    QString id; //!< Provider::id
    QString name = {};
    ProviderState state = ProviderState::Unknown;
    QString reason = {};                  //!< for a person; from outside, so never more than plain text
    std::optional<qint64> untilMs = {};   //!< while cooling: UTC, when it may be asked again
    std::optional<double> latencyMs = {}; //!< to the head of the last good answer
    int inFlight = 0;
    bool usable = false; //!< requests may go there now

    bool operator==(const ProviderStatus &) const = default;
};

//! How the gateway fares, at one moment.
struct GatewayStatus
{
    enum Level { Ok, Degraded, Down };

    bool listening = false;
    QString host = {};
    quint16 port = 0;
    bool configValid = true; //!< of the newest configuration
    QString configMessage = {};
    int inFlight = 0;                     //!< requests
    Level level = Ok;                     //!< the `status` of /health
    QList<ProviderStatus> providers = {}; //!< in order of priority
    QList<BudgetStatus> budgets = {}; //!< those that are set; of all requests first, then as Config::clients

    bool operator==(const GatewayStatus &) const = default;
};

} // namespace gatehouse
