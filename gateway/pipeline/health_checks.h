// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/snapshot.h"
#include "gateway/upstream/cooldowns.h"
#include "gateway/upstream/health.h"
#include "gateway/upstream/transfers.h"

#include <QTimer>

#include <memory>
#include <unordered_map>

namespace gatehouse {

//! Asks providers now and then for their list of models, which costs nothing, so that /health knows of them
//! before a client does. Spread over the interval; none while a provider answers requests anyway.
class HealthChecks final
{
public:
    HealthChecks(Transfers &transfers, Health &health, const Cooldowns &cooldowns);
    ~HealthChecks();

    //! Takes over providers and interval; no interval: no checks.
    void apply(std::shared_ptr<const Snapshot> snapshot);

private:
    class Check;

    void run();
    void schedule();
    void start(const ProviderEntry &provider);

    Transfers &m_transfers;
    Health &m_health;
    const Cooldowns &m_cooldowns;
    std::shared_ptr<const Snapshot> m_snapshot;
    QHash<QString, TimePoint> m_due;
    std::unordered_map<QString, std::unique_ptr<Check>> m_running;
    QTimer m_timer;
};

} // namespace gatehouse
