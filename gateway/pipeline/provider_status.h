// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/snapshot.h"
#include "gateway/status/gateway_status.h"
#include "gateway/upstream/cooldowns.h"
#include "gateway/upstream/health.h"

namespace gatehouse {

//! How each provider of \a snapshot fares at \a now: the one source of what /health and a window show.
QList<ProviderStatus> providerStatus(const Snapshot &snapshot, const Health &health,
                                     const Cooldowns &cooldowns, TimePoint now);

//! The `status` of /health (contract, section 3): Down when no enabled provider can be used, Degraded when
//! one is not well or the newest configuration was refused.
GatewayStatus::Level levelOf(const QList<ProviderStatus> &providers, bool configValid);

} // namespace gatehouse
