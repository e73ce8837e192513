// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/exit_code.h"
#include "app/process_protection.h"
#include "app/window_place.h"
#include "ui/about/about_dialog.h"

#include <QApplication>
#include <QDialog>
#include <QScopedValueRollback>
#include <QTimer>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {
namespace {

constexpr auto panelPatience = 10s;

} // namespace

Application::Application(const Options &options, SingleInstance &first)
    : m_options(options)
    , m_first(first)
    , m_host(options, 30s)
    , m_store(m_host.paths(), m_host.files())
    , m_program(options, m_host, m_store)
    , m_draft([this](const Config &config) { return m_store.save(config); })
    , m_today(m_host.gateway(), m_host.gateway().usage())
    , m_context{m_draft, m_status, m_host.gateway(), m_host.keychain(), m_program, m_host.gateway().usage(),
                m_today}
    , m_theme(systemColorScheme())
    , m_tray(m_context)
    , m_notifier(m_tray, m_context)
{
    QApplication::setQuitOnLastWindowClosed(false);
    // Not before the desktop's portal has seen who asks: it looks into /proc/PID/root of whoever calls it for
    // the first time, and refuses one that it cannot see.
    connect(&m_theme, &Theme::systemAnswered, this, &hideMemory);
    putPreferencesInForce();
    connect(&first, &SingleInstance::raiseRequested, this, &Application::openWindow);
    connect(&m_program, &Program::preferencesChanged, this, &Application::putPreferencesInForce);
    connect(&m_program, &DesktopProgram::quitRequested, this, &Application::askToQuit);
    connect(&m_signals, &UnixSignals::raised, this, [this](int number) {
        if (number == SIGHUP)
            m_host.files().reload();
        else
            quit();
    });
    connectGateway();
    connectTray();
}

Application::~Application() = default;

void Application::putPreferencesInForce()
{
    const Preferences preferences = m_program.preferences();
    m_theme.set(preferences.appearance);
    if (!m_language.speak(preferences.language))
        return;
    m_tray.retranslate();
    if (!m_window)
        return;
    // What was told in words is told once more.
    if (!m_status.configProblem().isEmpty() || !m_status.moveFailure().isEmpty())
        m_host.files().reload();
    if (!m_status.failure().isEmpty())
        m_program.startGateway();
    // Not now: it may be the window that has asked for it.
    QMetaObject::invokeMethod(this, &Application::rebuildWindow, Qt::QueuedConnection);
}

//! What the window says was put there when it was built.
void Application::rebuildWindow()
{
    if (!m_window || isQuitting())
        return;
    if (const QDialog *dialog = openDialogOf(*m_window)) { // nobody's work is taken away
        connect(dialog, &QDialog::finished, this, &Application::rebuildWindow,
                Qt::ConnectionType(Qt::QueuedConnection | Qt::UniqueConnection));
        return;
    }
    const WindowPlace place = placeOf(*m_window);
    m_window->hide(); // which remembers where it stands
    buildWindow();
    putTo(place, *m_window);
}

void Application::buildWindow()
{
    m_window.reset();
    m_window = std::make_unique<MainWindow>(m_context);
    m_window->setTrayProbe([this] { return m_tray.available(); });
    connect(&m_tray, &TrayIcon::availabilityChanged, m_window.get(), &MainWindow::setTrayAvailable);
    connect(m_window.get(), &MainWindow::firstClosed, this, [this] {
        m_tray.tell({u"closed"_s, tr("Gatehouse goes on in the tray"),
                     tr("Its icon opens the window again, and its menu quits the program.")});
    });
}

void Application::connectGateway()
{
    Gateway &gateway = m_host.gateway();
    connect(&gateway, &Gateway::statusChanged, &m_status, &LiveStatus::setStatus);
    connect(&gateway, &Gateway::statusChanged, &m_notifier, &Notifier::onStatus);
    connect(&gateway, &Gateway::recorded, &m_notifier, &Notifier::onRecord);
    connect(&gateway, &Gateway::alerted, &m_notifier, &Notifier::onAlert);
    connect(&gateway, &Gateway::stopped, this, [this] {
        if (isQuitting())
            QApplication::exit(Ended);
    });
    connect(&m_program, &Program::gatewayWanted, &m_status, &LiveStatus::setWanted);
    connect(&m_program, &Program::listenFailed, this, [this](const QString &message, quint16 port) {
        m_status.setFailure(message, port);
        if (port != 0)
            m_notifier.onPortTaken(port, m_program.portOwner(port));
    });
    // What stands in the file, also where the command line keeps it from being put in force.
    connect(&m_host.files(), &ConfigWatch::changed, this, &Application::loadDraft);
    connect(&m_host, &GatewayHost::configApplied, this, [this] {
        m_status.setConfigProblem({});
        m_status.setMoveFailure({}, 0);
    });
    connect(&m_host, &GatewayHost::configRejected, &m_notifier, &Notifier::onConfigRejected);
    connect(&m_host, &GatewayHost::configRejected, &m_status, &LiveStatus::setConfigProblem);
    connect(&m_program, &DesktopProgram::moveFailed, &m_status, &LiveStatus::setMoveFailure);
    gateway.watchStatus();
}

void Application::connectTray()
{
    connect(&m_tray, &TrayIcon::openRequested, this, &Application::openWindow);
    connect(&m_tray, &TrayIcon::aboutRequested, this, [this] {
        openWindow();
        openAbout(m_program.places(), m_window.get());
    });
    connect(&m_tray, &TrayIcon::quitRequested, this, &Application::askToQuit);
    connect(&m_tray, &TrayIcon::availabilityChanged, this, [this](bool available) {
        if (!available && !isQuitting() && (!m_window || !m_window->isVisible()))
            openWindow(); // nothing else would lead to it
    });
}

//! The window works with the file's configuration, not with what the command line puts above it.
void Application::loadDraft()
{
    const ConfigFileState &state = m_host.files().state();
    if (!state.reading.valid())
        return;
    m_draft.load(state.reading.config, state.environment);
}

void Application::begin()
{
    const bool valid = m_host.prepare();
    loadDraft();
    m_tray.show();
    if (m_program.preferences().startGateway)
        m_program.startGateway();
    if (!m_options.hidden || !valid)
        openWindow();
    else if (!m_tray.available()) // at log-in the panel may come after us
        QTimer::singleShot(panelPatience, this, [this] {
            if (!m_tray.available() && !isQuitting())
                openWindow();
        });
}

int Application::run()
{
    begin();
    return QApplication::exec();
}

void Application::openWindow()
{
    if (!m_window)
        buildWindow();
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

//! Nobody's work is dropped without a word. A signal does not ask.
void Application::askToQuit()
{
    if (m_asking)
        return openWindow(); // above which the question stands
    const QScopedValueRollback asking(m_asking, true);
    if (m_window && !isQuitting() && !m_window->isVisible() && m_window->isEdited())
        openWindow();
    if (isQuitting() || !m_window || m_window->mayQuit())
        quit();
}

void Application::quit()
{
    ++m_timesTold;
    if (m_timesTold == 2)
        return m_host.gateway().stop(0s); // what runs ends with an error
    if (m_timesTold > 2)
        return QApplication::exit(Ended);
    m_first.release(); // a start from now on is a new one
    if (m_window)
        m_window->hide();
    m_host.gateway().stop(10s);
}

} // namespace gatehouse
