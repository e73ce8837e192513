// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include "gateway/gateway.h"
#include "ui/about/about_dialog.h"
#include "ui/draft.h"
#include "ui/import/import_card.h"
#include "ui/live_status.h"
#include "ui/program.h"
#include "ui/settings/appearance_card.h"
#include "ui/settings/budget_card.h"
#include "ui/settings/files_card.h"
#include "ui/settings/hosts_card.h"
#include "ui/settings/limits_card.h"
#include "ui/settings/listener_card.h"
#include "ui/settings/network_addresses.h"
#include "ui/settings/origins_card.h"
#include "ui/settings/reset.h"
#include "ui/settings/setting_names.h"
#include "ui/settings/startup_card.h"
#include "ui/settings/versions_card.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/wheel_guard.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

SettingsPage::SettingsPage(const Context &context, QWidget *parent)
    : Page(tr("Settings"), {}, Scrolls, parent)
    , m_context(context)
{
    const QStringList addresses = networkAddresses();
    m_listener = new ListenerCard(context, addresses);
    m_hosts = new HostsCard(context, addresses);
    m_startup = new StartupCard(context);
    m_appearance = new AppearanceCard(context, u":/i18n"_s);
    m_origins = new OriginsCard(context);
    m_files = new FilesCard(context);
    m_budget = new BudgetCard(context);
    m_limits = new LimitsCard(context);
    m_versions = new VersionsCard(context);
    auto *reset = new QPushButton(tr("Reset settin&gs…"));
    reset->setObjectName(u"reset"_s);
    auto *about = new QPushButton(tr("About…"));
    about->setObjectName(u"about"_s);
    actions()->addWidget(about);
    actions()->addWidget(reset);
    banner().setObjectName(u"resetDone"_s);
    m_listener->setObjectName(u"listener"_s);
    m_budget->setObjectName(u"budget"_s);
    m_limits->setObjectName(u"limits"_s);
    for (QWidget *card : {static_cast<QWidget *>(m_listener), static_cast<QWidget *>(m_hosts),
                          static_cast<QWidget *>(m_budget), static_cast<QWidget *>(m_startup),
                          static_cast<QWidget *>(m_appearance), static_cast<QWidget *>(m_origins),
                          static_cast<QWidget *>(new ImportCard(context)), static_cast<QWidget *>(m_files),
                          static_cast<QWidget *>(m_limits), static_cast<QWidget *>(m_versions)})
        content()->addWidget(card);
    content()->addStretch(1);
    (new WheelGuard(this))->guard(*this);
    connect(about, &QPushButton::clicked, this, [this] { openAbout(m_context.program.places(), window()); });
    connect(reset, &QPushButton::clicked, this, &SettingsPage::reset);
    connect(&context.draft, &Draft::changed, this, &SettingsPage::showConfig);
    connect(&context.status, &LiveStatus::changed, m_listener, &ListenerCard::showPlace);
    connect(&context.status, &LiveStatus::changed, m_budget, &BudgetCard::showSpent);
    connect(m_budget, &BudgetCard::liftRequested, this, [this] { m_context.gateway.liftBudget({}); });
    connect(&context.program, &Program::preferencesChanged, this, &SettingsPage::showPreferences);
}

//! What may have changed without a word while nobody looked.
void SettingsPage::showEvent(QShowEvent *event)
{
    const QStringList addresses = networkAddresses();
    m_listener->setAddresses(addresses);
    m_hosts->setAddresses(addresses);
    m_startup->refresh();
    Page::showEvent(event);
}

QList<EditedCard *> SettingsPage::editedCards() const
{
    return {m_listener, m_budget, m_limits};
}

bool SettingsPage::isEdited() const
{
    const QList<EditedCard *> cards = editedCards();
    return std::any_of(cards.cbegin(), cards.cend(), [](const EditedCard *card) { return card->isEdited(); });
}

Config SettingsPage::typed() const
{
    Config config = m_context.draft.config();
    for (const EditedCard *card : editedCards())
        card->take(config);
    return config;
}

void SettingsPage::type(const Config &typed)
{
    for (EditedCard *card : editedCards())
        card->type(typed);
}

void SettingsPage::showPreferences()
{
    m_startup->refresh();
    m_appearance->refresh();
    m_files->refresh();
}

void SettingsPage::showConfig()
{
    m_listener->refresh();
    m_hosts->refresh();
    m_origins->refresh();
    m_budget->refresh();
    m_limits->refresh();
    m_versions->refresh();
}

void SettingsPage::reset()
{
    const Question question{tr("Reset the settings on this page?"),
                            tr("They become what they were at first; other devices can then no longer reach "
                               "Gatehouse. Providers, routes, clients and keys stay as they are."),
                            tr("&Reset")};
    if (!ask(this, question).confirmed)
        return;
    const QList<Problem> problems = m_context.draft.save(withFirstSettings(m_context.draft.config()));
    if (hasError(problems)) {
        banner().say(Tone::Bad, tr("The settings could not be reset. %1").arg(settingProblems(problems)));
        return;
    }
    m_context.program.setPreferences(withFirstSettings(m_context.program.preferences()));
    m_listener->revert();
    m_budget->revert();
    m_limits->revert();
    const QString problem =
        m_context.program.startsAtLogin() ? m_context.program.setStartsAtLogin(false) : QString();
    m_startup->refresh();
    if (problem.isEmpty())
        banner().say(Tone::Good, tr("The settings are as they were at first."));
    else
        banner().say(Tone::Bad, tr("Starting at log-in could not be turned off. %1").arg(problem));
}

} // namespace gatehouse
