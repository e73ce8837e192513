// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_page.h"

#include "ui/draft.h"
#include "ui/live_status.h"
#include "ui/overview/health_list.h"
#include "ui/overview/port_doctor.h"
#include "ui/overview/state_card.h"
#include "ui/program.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Says what it does not say already: a screen reader reads it out each time. Nothing hides it.
void say(Banner &banner, Tone tone, const QString &text)
{
    if (text.isEmpty())
        banner.hide();
    else if (banner.isHidden() || banner.accessibleName() != text)
        banner.say(tone, text);
}

} // namespace

OverviewPage::OverviewPage(const Context &context, QWidget *parent)
    : Page(tr("Overview"), {}, Scrolls, parent)
    , m_context(context)
    , m_paused(new Banner)
    , m_state(new StateCard(context))
    , m_doctor(new PortDoctor(context))
    , m_health(new Card(tr("Providers")))
    , m_list(new HealthList(context))
    , m_nobody(new EmptyState(u"providers"_s, tr("No provider yet"),
                              tr("A provider is a service, or a program on this machine, that runs models."),
                              tr("&Add a provider")))
{
    m_paused->setObjectName(u"paused"_s);
    m_paused->setClosable(false);
    QPushButton *resume = m_paused->addAction(tr("&Resume"));
    resume->setObjectName(u"resume"_s);
    m_nobody->setObjectName(u"noProvider"_s);
    m_health->body()->addWidget(m_list);
    for (QWidget *part :
         {static_cast<QWidget *>(m_paused), static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_doctor),
          static_cast<QWidget *>(m_health), static_cast<QWidget *>(m_nobody)})
        content()->addWidget(part);
    content()->addStretch(1);

    connect(resume, &QPushButton::clicked, this, [this] {
        Preferences preferences = m_context.program.preferences();
        preferences.pausePaid = false;
        m_context.program.setPreferences(preferences);
    });
    connect(m_nobody, &EmptyState::triggered, this, &OverviewPage::addProviderRequested);
    connect(&context.status, &LiveStatus::changed, this, &OverviewPage::refresh);
    connect(&context.draft, &Draft::changed, this, &OverviewPage::refresh);
    connect(&context.program, &Program::preferencesChanged, this, &OverviewPage::showNotes);
    refresh();
}

void OverviewPage::refresh()
{
    m_state->refresh();
    m_doctor->refresh();
    m_list->refresh();
    const bool any =
        !m_context.status.now().providers.isEmpty() || !m_context.draft.config().providers.isEmpty();
    m_health->setVisible(any);
    m_nobody->setVisible(!any);
    showNotes();
}

void OverviewPage::showNotes()
{
    const bool paused = m_context.program.preferences().pausePaid;
    say(*m_paused, Tone::Warning,
        paused ? tr("Paid providers are paused: only those on this machine are asked.") : QString());
}

} // namespace gatehouse
