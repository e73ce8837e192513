// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/tray_menu.h"

#include "ui/draft.h"
#include "ui/live_status.h"
#include "ui/overview/run_state.h"
#include "ui/program.h"
#include "ui/today/today_text.h"
#include "ui/today/usage_today.h"
#include "ui/tray/route_menu.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qsizetype mostInPlace = 8; //!< routes; more of them go into a menu of their own

bool isMeantToRun(const LiveStatus &status)
{
    return status.wanted() && runStateOf(status) != RunState::Failed;
}

} // namespace

TrayMenu::TrayMenu(const Context &context, QWidget *parent)
    : QMenu(parent)
    , m_context(context)
    , m_status(addAction(QString()))
    , m_today(addAction(QString()))
    , m_startStop(addAction(QString(), this, &TrayMenu::startOrStop))
    , m_copy(addAction(tr("&Copy base URL")))
    , m_afterRoutes((addSeparator(), addSeparator()))
    , m_pause(addAction(tr("&Pause paid providers")))
{
    addSeparator();
    QAction *open = addAction(tr("&Open Gatehouse…"), this, &TrayMenu::openRequested);
    QAction *about = addAction(tr("&About Gatehouse…"), this, &TrayMenu::aboutRequested);
    QAction *quit = addAction(tr("&Quit"), this, &TrayMenu::quitRequested);
    m_status->setEnabled(false);
    m_today->setEnabled(false);
    m_pause->setCheckable(true);
    m_status->setObjectName(u"status"_s);
    m_today->setObjectName(u"today"_s);
    m_startStop->setObjectName(u"startStop"_s);
    m_copy->setObjectName(u"copy"_s);
    m_pause->setObjectName(u"pausePaid"_s);
    open->setObjectName(u"open"_s);
    about->setObjectName(u"about"_s);
    quit->setObjectName(u"quit"_s);
    setDefaultAction(open);

    connect(m_copy, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_context.status.baseUrl()); });
    connect(m_pause, &QAction::triggered, this, [this](bool on) {
        Preferences preferences = m_context.program.preferences();
        preferences.pausePaid = on;
        m_context.program.setPreferences(preferences);
    });
    connect(&context.status, &LiveStatus::changed, this, &TrayMenu::refresh);
    connect(&context.draft, &Draft::changed, this, &TrayMenu::refresh);
    connect(&context.program, &Program::preferencesChanged, this, &TrayMenu::refresh);
    connect(&context.today, &UsageToday::changed, this, &TrayMenu::refreshToday);
    connect(this, &QMenu::aboutToShow, this, [this] {
        m_context.today.renew();
        refresh();
    });
    // The entry that was chosen is told of only after that: what it stands in may not go before.
    connect(this, &QMenu::aboutToHide, this, &TrayMenu::refreshRoutes, Qt::QueuedConnection);
    refresh();
}

void TrayMenu::refresh()
{
    const LiveStatus &status = m_context.status;
    const RunState state = runStateOf(status);
    const QString url = status.baseUrl();
    m_status->setText(url.isEmpty() ? runStateName(state) : tr("%1 at %2").arg(runStateName(state), url));
    m_startStop->setText(isMeantToRun(status)        ? tr("&Stop")
                         : state == RunState::Failed ? tr("&Try again")
                                                     : tr("&Start"));
    m_copy->setEnabled(!url.isEmpty());
    m_pause->setChecked(m_context.program.preferences().pausePaid);
    refreshToday();
    if (!isVisible())
        refreshRoutes();
}

void TrayMenu::refreshToday()
{
    const QString text = todayText(m_context.today);
    m_today->setText(text);
    m_today->setVisible(!text.isEmpty());
}

void TrayMenu::refreshRoutes()
{
    const Config &config = m_context.draft.config();
    QList<ShownRoute> routes;
    for (const Route &route : config.routes)
        routes.append({route, serversOf(config, route)});
    if (routes == m_shown || isVisible())
        return;
    m_shown = routes;
    for (QMenu *menu : std::as_const(m_routeMenus)) {
        removeAction(menu->menuAction());
        menu->deleteLater();
    }
    m_routeMenus.clear();
    QMenu *place = this;
    if (routes.size() > mostInPlace) {
        place = new QMenu(tr("&Routes"), this);
        insertMenu(m_afterRoutes, place);
        m_routeMenus.append(place);
    }
    for (const ShownRoute &shown : std::as_const(routes)) {
        auto *menu = new RouteMenu(shown.route, shown.servers, place);
        connect(menu, &RouteMenu::chosen, this, &TrayMenu::putFirst);
        if (place != this) {
            place->addMenu(menu);
            continue;
        }
        insertMenu(m_afterRoutes, menu);
        m_routeMenus.append(menu);
    }
}

void TrayMenu::startOrStop()
{
    if (isMeantToRun(m_context.status))
        m_context.program.stopGateway();
    else
        m_context.program.startGateway();
}

void TrayMenu::putFirst(const QString &model, const RouteTarget &target)
{
    Draft &draft = m_context.draft;
    const QList<Problem> problems = draft.save(withFirstTarget(draft.config(), model, target));
    if (!hasError(problems))
        return;
    m_shown.clear(); // the mark stands where it was not saved
    refreshRoutes();
    Q_EMIT failed(errorText(problems));
}

} // namespace gatehouse
