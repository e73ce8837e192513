// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/pipeline.h"
#include "gateway/pipeline/provider_status.h"

#include <QDateTime>

// What the pipeline tells of itself: records, alerts, how it fares.

namespace gatehouse {

GatewayStatus Pipeline::status() const
{
    GatewayStatus status;
    status.configValid = m_configState.valid;
    status.configMessage = m_configState.message;
    status.inFlight = inFlight();
    if (m_snapshot) {
        status.providers = providerStatus(*m_snapshot, m_health, m_cooldowns, Clock::now());
        status.budgets = m_budgets.status(m_snapshot->config, QDateTime::currentMSecsSinceEpoch());
    }
    status.level = levelOf(status.providers, status.configValid);
    return status;
}

void Pipeline::watch(const std::function<void()> &changed)
{
    m_changed = changed;
}

void Pipeline::changed()
{
    if (!m_look.isActive())
        m_look.start();
    if (m_changed)
        m_changed();
}

void Pipeline::record(UsageRecord record)
{
    const qint64 nowMs = QDateTime::currentMSecsSinceEpoch();
    m_metrics.count(record);
    m_alerts.attempted(record, Clock::now(), nowMs);
    if (record.costUsd) {
        const auto alerts = m_budgets.spend(m_snapshot->config, record.client, *record.costUsd, nowMs);
        for (const Alert &each : alerts)
            alert(each);
    }
    m_listener.record(std::move(record));
}

void Pipeline::alert(const Alert &alert)
{
    m_webhook.post(alert);
    m_listener.alert(alert);
}

void Pipeline::setSpent(const SpendingTable &spent, const StoreSpending &asked)
{
    const auto alerts = m_budgets.setSpent(m_snapshot->config, spent, asked);
    for (const Alert &each : alerts)
        alert(each);
    changed();
}

void Pipeline::liftBudget(const QString &client)
{
    m_budgets.lift(m_snapshot->config, client, QDateTime::currentMSecsSinceEpoch());
    changed();
}

} // namespace gatehouse
