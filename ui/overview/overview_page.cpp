// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_page.h"

#include "gateway/gateway.h"
#include "ui/draft.h"
#include "ui/live_status.h"
#include "ui/overview/health_list.h"
#include "ui/overview/overview_notes.h"
#include "ui/overview/port_doctor.h"
#include "ui/overview/state_card.h"
#include "ui/overview/today_card.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

OverviewPage::OverviewPage(const Context &context, QWidget *parent)
    : Page(tr("Overview"), {}, Scrolls, parent)
    , m_context(context)
    , m_notes(new OverviewNotes(context))
    , m_state(new StateCard(context))
    , m_doctor(new PortDoctor(context))
    , m_today(new TodayCard(context))
    , m_health(new Card(tr("Providers")))
    , m_list(new HealthList(context))
    , m_nobody(new EmptyState(u"providers"_s, tr("No provider yet"),
                              tr("A provider is a service, or a program on this machine, that runs models."),
                              tr("&Add a provider")))
{
    m_nobody->setObjectName(u"noProvider"_s);
    m_health->body()->addWidget(m_list);
    for (QWidget *part : {static_cast<QWidget *>(m_notes), static_cast<QWidget *>(m_state),
                          static_cast<QWidget *>(m_doctor), static_cast<QWidget *>(m_today),
                          static_cast<QWidget *>(m_health), static_cast<QWidget *>(m_nobody)})
        content()->addWidget(part);
    content()->addStretch(1);

    connect(m_notes, &OverviewNotes::liftRequested, &context.gateway, &Gateway::liftBudget);
    connect(m_nobody, &EmptyState::triggered, this, &OverviewPage::addProviderRequested);
    connect(&context.status, &LiveStatus::changed, this, &OverviewPage::refresh);
    connect(&context.draft, &Draft::changed, this, &OverviewPage::refresh);
    refresh();
}

void OverviewPage::refresh()
{
    m_state->refresh();
    m_doctor->refresh();
    m_list->refresh();
    const bool any =
        !m_context.status.now().providers.isEmpty() || !m_context.draft.config().providers.isEmpty();
    m_today->setVisible(any);
    m_health->setVisible(any);
    m_nobody->setVisible(!any);
}

} // namespace gatehouse
