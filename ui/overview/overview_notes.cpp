// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_notes.h"

#include "ui/live_status.h"
#include "ui/money/budget_text.h"
#include "ui/program.h"
#include "ui/today/today_text.h"
#include "ui/today/usage_today.h"
#include "ui/widgets/banner.h"

#include <QPushButton>
#include <QSet>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Says what it does not say already: a screen reader reads it out each time.
void say(Banner &banner, Tone tone, const QString &text)
{
    if (text.isEmpty())
        banner.hide();
    else if (banner.isHidden() || banner.accessibleName() != text)
        banner.say(tone, text);
}

} // namespace

OverviewNotes::OverviewNotes(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_paused(new Banner)
    , m_store(new Banner)
{
    m_paused->setObjectName(u"paused"_s);
    m_paused->setClosable(false);
    QPushButton *resume = m_paused->addAction(tr("&Resume"));
    resume->setObjectName(u"resume"_s);
    m_store->setObjectName(u"store"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_paused);
    layout->addWidget(m_store);

    connect(resume, &QPushButton::clicked, this, [this] {
        Preferences preferences = m_context.program.preferences();
        preferences.pausePaid = false;
        m_context.program.setPreferences(preferences);
    });
    connect(m_store, &Banner::closed, this, [this] {
        m_storeClosed = storeText(m_context.today.state());
        refresh();
    });
    connect(&context.status, &LiveStatus::changed, this, &OverviewNotes::refresh);
    connect(&context.program, &Program::preferencesChanged, this, &OverviewNotes::refresh);
    connect(&context.today, &UsageToday::changed, this, &OverviewNotes::refresh);
    refresh();
}

void OverviewNotes::refresh()
{
    sayPaused();
    sayBudgets();
    sayStore();
    bool any = !m_paused->isHidden() || !m_store->isHidden();
    for (const Banner *banner : std::as_const(m_budgets))
        any = any || !banner->isHidden();
    setVisible(any); // else it would take the room between two cards
}

void OverviewNotes::sayPaused()
{
    const bool paused = m_context.program.preferences().pausePaid;
    say(*m_paused, Tone::Warning,
        paused ? tr("Paid providers are paused: only those on this machine are asked.") : QString());
}

void OverviewNotes::sayBudgets()
{
    const QDateTime now = QDateTime::currentDateTime();
    QSet<QString> usedUp;
    for (const BudgetStatus &status : m_context.status.now().budgets) {
        if (!isUsedUp(status))
            continue;
        usedUp.insert(status.client);
        say(*budgetBanner(status.client), Tone::Warning, usedUpText(status, now));
    }
    for (auto it = m_budgets.cbegin(); it != m_budgets.cend(); ++it) {
        if (!usedUp.contains(it.key()))
            it.value()->hide();
    }
}

Banner *OverviewNotes::budgetBanner(const QString &client)
{
    Banner *&banner = m_budgets[client];
    if (banner)
        return banner;
    banner = new Banner;
    banner->setObjectName(u"budget"_s);
    banner->setClosable(false);
    layout()->addWidget(banner);
    QPushButton *lift = banner->addAction(tr("Let it go on"));
    lift->setObjectName(u"liftBudget"_s);
    lift->setToolTip(tr("Lifts the budget until its period ends"));
    connect(lift, &QPushButton::clicked, this, [this, client] { Q_EMIT liftRequested(client); });
    return banner;
}

void OverviewNotes::sayStore()
{
    const UsageState &state = m_context.today.state();
    const QString text = storeText(state);
    if (text != m_storeClosed)
        m_storeClosed.clear();
    const Tone tone = !state.writing ? Tone::Bad : Tone::Warning;
    say(*m_store, tone, m_storeClosed.isEmpty() ? text : QString());
}

} // namespace gatehouse
