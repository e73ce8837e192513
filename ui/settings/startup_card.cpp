// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/startup_card.h"

#include "ui/program.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"

#include <QCheckBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

StartupCard::StartupCard(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_atLogin(new QCheckBox(tr("Start Gatehouse, in the tray, when I log &in")))
    , m_startGateway(new QCheckBox(tr("&Start the gateway when Gatehouse starts")))
    , m_notifications(new QCheckBox(tr("Show noti&fications")))
    , m_problem(new Banner)
{
    m_atLogin->setObjectName(u"atLogin"_s);
    m_startGateway->setObjectName(u"startGateway"_s);
    m_notifications->setObjectName(u"notifications"_s);
    m_notifications->setToolTip(tr(
        "When a provider goes down or is back or makes many errors, another one took over, a key is refused, "
        "or a budget is nearly or wholly used up."));
    m_problem->setObjectName(u"loginProblem"_s);
    auto *card = new Card(tr("Start and notifications"));
    card->body()->addWidget(m_atLogin);
    card->body()->addWidget(m_problem);
    card->body()->addWidget(m_startGateway);
    card->body()->addWidget(m_notifications);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    connect(m_atLogin, &QCheckBox::clicked, this, &StartupCard::setStartsAtLogin);
    connect(m_startGateway, &QCheckBox::clicked, this, [this](bool on) {
        Preferences preferences = m_context.program.preferences();
        preferences.startGateway = on;
        m_context.program.setPreferences(preferences);
    });
    connect(m_notifications, &QCheckBox::clicked, this, [this](bool on) {
        Preferences preferences = m_context.program.preferences();
        preferences.notifications = on;
        m_context.program.setPreferences(preferences);
    });
    refresh();
}

void StartupCard::refresh()
{
    const Preferences preferences = m_context.program.preferences();
    m_atLogin->setChecked(m_context.program.startsAtLogin());
    m_startGateway->setChecked(preferences.startGateway);
    m_notifications->setChecked(preferences.notifications);
}

void StartupCard::setStartsAtLogin(bool on)
{
    const QString problem = m_context.program.setStartsAtLogin(on);
    if (problem.isEmpty())
        m_problem->hide();
    else
        m_problem->say(Tone::Bad, tr("That could not be changed. %1").arg(problem));
    refresh(); // it shows what is, not what was wanted
}

} // namespace gatehouse
