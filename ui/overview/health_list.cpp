// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/health_list.h"

#include "gateway/gateway.h"
#include "ui/draft.h"
#include "ui/live_status.h"
#include "ui/overview/health_row.h"
#include "ui/today/usage_today.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace std::chrono_literals;

namespace gatehouse {
namespace {

//! What is known of the providers; only their names before the gateway has told more.
QList<ProviderStatus> statusesOf(const Context &context)
{
    if (!context.status.now().providers.isEmpty())
        return context.status.now().providers;
    QList<ProviderStatus> statuses;
    for (const Provider &provider : context.draft.config().providers)
        statuses.append({provider.id, provider.name,
                         provider.enabled ? ProviderState::Unknown : ProviderState::Disabled});
    return statuses;
}

} // namespace

HealthList::HealthList(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    m_clock.setInterval(1s);
    connect(&m_clock, &QTimer::timeout, this, &HealthList::tick);
    connect(&context.today, &UsageToday::changed, this, &HealthList::showHistory);
    refresh();
}

void HealthList::refresh()
{
    const QList<ProviderStatus> statuses = statusesOf(m_context);
    while (m_rows.size() > statuses.size())
        delete m_rows.takeLast();
    while (m_rows.size() < statuses.size()) {
        auto *row = new HealthRow;
        m_rows.append(row);
        m_layout->addWidget(row);
        // Queued: what comes of it may remove the row that asked.
        connect(
            row, &HealthRow::tryNow, this,
            [this](const QString &provider) { m_context.gateway.endCooldown(provider); },
            Qt::QueuedConnection);
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (qsizetype i = 0; i < statuses.size(); ++i)
        m_rows[i]->set(statuses[i], now);
    showHistory();
    countWhereNeeded();
}

void HealthList::showHistory()
{
    for (HealthRow *row : std::as_const(m_rows))
        row->setHistory(m_context.today.hours(row->provider()));
}

void HealthList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tick();
    countWhereNeeded();
}

void HealthList::hideEvent(QHideEvent *event)
{
    m_clock.stop();
    QWidget::hideEvent(event);
}

void HealthList::tick()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (HealthRow *row : std::as_const(m_rows)) {
        if (row->isCooling())
            row->tick(now);
    }
}

void HealthList::countWhereNeeded()
{
    const bool cooling =
        std::any_of(m_rows.cbegin(), m_rows.cend(), [](const HealthRow *row) { return row->isCooling(); });
    if (!cooling || !isVisible())
        m_clock.stop();
    else if (!m_clock.isActive())
        m_clock.start();
}

} // namespace gatehouse
